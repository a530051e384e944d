//! The list as the screen gets it.

use serde::{Deserialize, Serialize};

use super::{Ending, Id, RowKind};

/// Which rows of the list are wanted. The first of it lists everything.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Filter {
    /// Words that all must occur (in title, text, tags, names); empty asks for none.
    pub search: String,
    /// Of these kinds; empty for all.
    pub kinds: Vec<RowKind>,
    /// With this tag.
    pub tag: Option<String>,
    /// From this civil day on, days since 1970-01-01.
    pub from_day: Option<i32>,
    /// Up to this civil day.
    pub to_day: Option<i32>,
    /// With a mood of at least and at most so much.
    pub mood: Option<(u8, u8)>,
    /// Favourites only.
    pub favourites: bool,
    /// Without what is never shared.
    pub shareable: bool,
    /// Entries of this civil day's date in other years, without those that their writer keeps back.
    pub other_years_of: Option<i32>,
}

/// A page of the list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Listed {
    /// The rows, newest first.
    pub rows: Vec<Row>,
    /// Rows in all (that match).
    pub total: u32,
    /// False while bodies are still being read: a search then covers titles and what is read so far.
    pub complete: bool,
    /// The root's sequence this was true for.
    pub sequence: u64,
}

/// One line of the list.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Row {
    /// The record.
    pub id: Id,
    /// Civil day it belongs to: days since 1970-01-01.
    pub day: i32,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The title, or the beginning of the text where there is none; at most 64 bytes.
    pub title: String,
    /// The beginning of the text, once bodies are read; else empty.
    pub preview: String,
    /// What it is.
    pub kind: RowKind,
    /// Mood 0–10 of an entry, once bodies are read.
    pub mood: Option<u8>,
    /// Strength 0–10 of an urge or the craving of a check-in, once bodies are read.
    pub strength: Option<u8>,
    /// Strength 0–10 of an urge afterwards, once bodies are read.
    pub after: Option<u8>,
    /// How an urge ended, once bodies are read.
    pub ending: Option<Ending>,
    /// Tags, once bodies are read.
    pub tags: Vec<String>,
    /// A favourite of its writer, once bodies are read.
    pub favourite: bool,
    /// The row is missing or does not open.
    pub damaged: bool,
}

/// How many rows of the list one civil day has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DayCount {
    /// Days since 1970-01-01.
    pub day: i32,
    /// Rows.
    pub rows: u32,
}

/// A tag and how many entries carry it, whatever the case it is written in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TagCount {
    /// As the newest of them writes it.
    pub tag: String,
    /// Entries.
    pub entries: u32,
}

/// A record that could not be read, named as far as the list can.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DamagedEntry {
    /// The record.
    pub id: Id,
    /// Civil day, days since 1970-01-01.
    pub day: i32,
    /// Its title in the list.
    pub title: String,
    /// True when the row is missing, false when it is there but does not open.
    pub missing: bool,
}

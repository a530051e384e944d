//! The list as the screen gets it.

use serde::{Deserialize, Serialize};

use super::Id;

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
    /// Strength 0–10 of an urge, once bodies are read.
    pub strength: Option<u8>,
    /// Tags, once bodies are read.
    pub tags: Vec<String>,
    /// The row is missing or does not open.
    pub damaged: bool,
}

/// What a row of the list is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum RowKind {
    /// An entry.
    Entry,
    /// An urge.
    Urge,
    /// Of a kind that only a newer version knows.
    Other,
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

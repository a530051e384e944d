//! What a journal's records mean: kinds, entries, civil days, search. Pure: knows no bytes on a disk, no keys, no
//! browser, no storage.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod day;
mod diacritics;
mod entry;
mod fields;
mod kind;
mod mood;
mod plain;
mod search;
mod tags;
mod wording;
mod words;

// Records
pub use kind::Kind;

// Entries
pub use entry::{Entry, EntryError};
pub use fields::UnknownFields;
pub use mood::{Mood, MoodError};
pub use tags::{Tags, TagsError};
pub use wording::Wording;
pub use words::Words;

// Time
pub use day::{Day, DayError, DayStart};

// Search
pub use search::{Query, fold};

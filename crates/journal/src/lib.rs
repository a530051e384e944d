//! What a journal's records mean: kinds, entries, urges, the owner's choices, civil days, search. Pure: knows no bytes
//! on a disk, no keys, no browser, no storage.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod body;
mod day;
mod diacritics;
mod entry;
mod fields;
pub mod insights;
mod kind;
mod line;
mod mood;
mod plain;
mod search;
mod settings;
mod strength;
mod suggestion;
mod tags;
mod urge;
mod wording;
mod words;

// Records
pub use body::BodyError;
pub use fields::UnknownFields;
pub use kind::Kind;

// Entries
pub use entry::Entry;
pub use mood::{Mood, MoodError};
pub use tags::{Tags, TagsError};
pub use wording::Wording;
pub use words::Words;

// Urges
pub use line::{Line, LineError};
pub use strength::{Strength, StrengthError};
pub use urge::{Urge, UrgeWords};

// What the owner chose, and what follows from it
pub use settings::{Settings, Wish};
pub use suggestion::{Suggestion, SuggestionFacts, suggest};

// Time
pub use day::{Day, DayError, DayStart};

// Search
pub use search::{Query, fold};

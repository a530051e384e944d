//! What a journal's records mean: kinds, entries, urges, check-ins, goals, the owner's choices, civil days, search. Pure: knows no bytes
//! on a disk, no keys, no browser, no storage.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod attachment;
mod body;
mod check;
mod check_in;
mod day;
mod diacritics;
mod entry;
mod fields;
mod goal;
mod hard_days;
pub mod insights;
mod kind;
mod line;
mod marked;
mod mood;
mod noted;
mod own_words;
mod plain;
mod progress;
mod recall;
mod return_to_use;
mod search;
mod settings;
pub mod sharing;
mod strength;
mod suggestion;
pub mod summary;
pub mod support;
mod tags;
mod urge;
mod wording;
mod words;

// Records
pub use body::BodyError;
pub use fields::UnknownFields;
pub use kind::Kind;

// Entries
pub use attachment::{Attachment, MediaType};
pub use entry::Entry;
pub use mood::{Mood, MoodError};
pub use tags::{Tags, TagsError};
pub use wording::Wording;
pub use words::Words;

// The smaller kinds
pub use noted::{Figures, Noted, Said, SaidError};

// Urges
pub use line::{Line, LineError};
pub use strength::{Strength, StrengthError};
pub use urge::{
    BodyState, CompanyKind, Coping, CopingFamily, Ending, Feeling, PlaceKind, Trigger, TriggerLeaf,
    TriggerRoot, Urge, UrgeWords,
};

// Days, goals, and what became of them
pub use check_in::{CheckIn, CheckInWords, DayUse, Tracked, Used};
pub use goal::{Aim, Goal, GoalWords, Measure, Ruler, RulerWords, Substance};
pub use hard_days::{SaidOfDay, is_hard};
pub use progress::{GoalDays, GoalFigures, OneGoal};
pub use return_to_use::{BodyLine, ReturnToUse, ReturnWords};

// Own words kept for later
pub use own_words::{Heading, Reason, ReasonWords, Template, TemplateWords};

// What the owner chose, and what follows from it
pub use recall::Recalled;
pub use settings::{Choices, OwnScale, Person, Settings, SettingsChange, Wish};
pub use suggestion::{BackupKnown, Suggestion, SuggestionFacts, TableKnown, suggest};

// Time
pub use day::{Day, DayError, DayStart};

// Search
pub use marked::marked;
pub use search::{Query, fold};

//! The screen's rules: everything about it that can be said without a browser. Pure; tested natively.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod civil;
mod entry_form;
mod front_card;
mod idle;
mod language;
mod made_up;
mod markdown;
mod own_passphrase;
mod posting;
mod reminder;
mod sheet_lines;
mod shelf;
mod tags;

#[cfg(test)]
mod every_failure_has_words;
#[cfg(test)]
mod offered_words;

pub use civil::{Civil, days_of, parse_clock, parse_date};
pub use entry_form::{EntryProblem, EntryWritten, When};
pub use front_card::{CARD_BYTES, card_bytes};
pub use idle::{Moment, Rest, RestLimit, elapsed_ms};
pub use language::{language_number, language_of};
pub use made_up::{Here, MADE_UP_DAYS, MadeUpWords, made_up};
pub use markdown::{Block, Span, blocks_of};
pub use own_passphrase::{
    CreateForm, CreateProblem, Hint, PassphraseProblem, Strength, decode_strength, encode_strength, judge,
    loosened,
};
pub use posting::Posting;
pub use reminder::Reminder;
pub use sheet_lines::{LineRemark, Typing};
pub use shelf::{Device, JournalMarks, Look, Shelf, TextSize};
pub use tags::{joined_tags, parse_tags};

//! The screen's rules: everything about it that can be said without a browser. Pure; tested natively.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod amounts;
pub mod chart;
mod civil;
mod dial;
mod earlier;
mod entry_form;
mod front_card;
mod idle;
mod language;
mod made_up;
mod made_up_programme;
mod markdown;
mod misses;
mod month;
mod own_passphrase;
mod paper_fit;
mod percent;
mod posting;
mod reach;
mod reader_file;
mod reminder;
mod scale_keys;
mod sheet_lines;
mod shelf;
mod table_picture;
mod tags;

#[cfg(test)]
mod calm_words;
#[cfg(test)]
mod every_failure_has_words;
#[cfg(test)]
mod every_fhir_word;
#[cfg(test)]
mod offered_words;

pub use amounts::{hours_words, hundredths_words, parse_hours, parse_hundredths, parse_tenths, tenths_words};
pub use civil::{Civil, days_of, parse_clock, parse_date};
pub use dial::dialled;
pub use earlier::{Earlier, Typical, is_still_strong};
pub use entry_form::{EntryProblem, EntryWritten, When};
pub use front_card::{CARD_BYTES, card_bytes};
pub use idle::{Away, LockTimes, Moment, Rest, elapsed_ms};
pub use language::{language_number, language_of};
pub use made_up::{Here, MADE_UP_DAYS, MadeUpTable, MadeUpWords, made_up};
pub use made_up_programme::{ProgrammeWords, made_up_programme};
pub use markdown::{Block, Span, blocks_of};
pub use misses::pause_ms;
pub use month::{Month, day_after_key, weekday};
pub use own_passphrase::{
    CreateForm, CreateProblem, Hint, PassphraseProblem, Strength, decode_strength, encode_strength, judge,
    loosened,
};
pub use paper_fit::{PaperFit, paper_fit};
pub use percent::{NO_DAY, NO_PERCENT, parse_percent, percent_words};
pub use posting::Posting;
pub use reach::{mail_address, mail_to, message_to, web_address};
pub use reader_file::with_container;
pub use reminder::{OnDate, Reminder};
pub use scale_keys::ScaleKeys;
pub use sheet_lines::{LineRemark, Typing};
pub use shelf::{Device, JournalMarks, Look, SIGNS, Shelf, TextSize};
pub use table_picture::{
    DrawnLeg, DrawnName, LEGS_LIMIT, LegStroke, PictureLeg, TILT_DEGREES, TablePicture, small_table_picture,
    table_picture,
};
pub use tags::{joined_tags, parse_tags};

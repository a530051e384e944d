//! What screen and keeper say to each other: requests, replies, events and failures.
//!
//! Plain data with serde; postcard carries it. Knows no storage, no keys, no browser. The screen may import this room
//! and nothing else of the keeper.

mod attached;
mod backup;
mod clear;
mod event;
mod failure;
mod import;
mod insights;
mod kinds;
mod listed;
mod note;
mod opening;
mod passphrase_words;
mod record;
mod reply;
mod request;
mod secret;
mod settings;
mod sheet;
mod summary;
mod written;

use serde::{Deserialize, Serialize};

pub use attached::{Attached, MediaType, ToAttach};
pub use backup::{
    BackupRefused, BackupReply, BackupRequest, BackupSecret, BackupSeen, BackupStanding, Bytes, Compared,
    KindCount,
};
pub use clear::{ClearReply, ClearRequest, ClearRow};
pub use event::{Event, Stage};
pub use failure::{Failure, Help};
pub use import::{ImportKey, ImportReply, ImportRequest, ImportSaid, ToImport};
pub use insights::{InsightsShown, Range};
// How a search shows what it found is the journal's, and what the areas of support and of sharing say.
pub use journal::{Said, SaidError, marked, sharing, support};

pub use kinds::RowKind;
pub(crate) use kinds::smaller_kinds;
pub use listed::{DamagedEntry, DayCount, Filter, Listed, Row, TagCount};
pub use note::{NoteText, WaitingNote};
pub use opening::{DrawnSheet, Found, FoundState, Kept, Opened, StoredWitness, WayKind, WayShown};
pub use passphrase_words::{
    WordListError, bits_of_words, canonical_words, draw_words, plain_letters, words_for_bits,
};
pub use record::{Base, Draft, EarlierWording, EntryRead, Mark, Saved, TagRenamed};
pub use reply::Reply;
pub use request::Request;
pub use secret::SecretBytes;
pub use settings::{
    BackupKnown, Choices, OwnScale, Person, Recalled, Settings, SettingsChange, Suggestion, SuggestionFacts,
    TableKnown, Wish, suggest,
};
pub use sheet::{LINES, Sheet, SheetLineError, check_line, parse_sheet};
pub use summary::{Gathered, SummaryAsk, SummaryChoices};
pub use written::{
    Aim, BodyLine, BodyState, CheckInWords, CompanyKind, Coping, CopingFamily, Day, DayStart, DayUse, Ending,
    EntryText, Feeling, GoalDays, GoalFigures, GoalWords, Heading, Measure, OneGoal, OneKind, PlaceKind,
    ReasonWords, ReturnWords, RulerWords, Share, Substance, TemplateWords, Tracked, Trigger, TriggerLeaf,
    TriggerRoot, UrgeWords, Used, Written,
};

/// The version of this protocol. Screen and keeper with different numbers never go on together.
pub const PROTOCOL: u16 = 4;

/// The build both sides were made in; `xtask` sets it.
pub const BUILD: &str = match option_env!("TRESTLE_BUILD") {
    Some(build) => build,
    None => "development",
};

/// The id of a record: 16 random bytes.
pub type Id = [u8; 16];

/// What the screen sends.
#[expect(clippy::large_enum_variant, reason = "made once for each message, and nearly all are asked")]
#[derive(Debug, Serialize, Deserialize)]
pub enum ToKeeper {
    /// First message, always.
    Hello {
        /// [`PROTOCOL`] of the screen.
        protocol: u16,
        /// [`BUILD`] of the screen.
        build: String,
    },
    /// A request; gets exactly one [`FromKeeper::Reply`] of the same number.
    Ask {
        /// Counts up from 1.
        number: u32,
        /// What is asked.
        request: Request,
    },
    /// Gives up the request of that number; its reply is [`Failure::Cancelled`] when it was still possible.
    Cancel {
        /// The number of the request.
        number: u32,
    },
}

/// What the keeper sends.
#[derive(Debug, Serialize, Deserialize)]
pub enum FromKeeper {
    /// Answer to [`ToKeeper::Hello`].
    Hello {
        /// [`PROTOCOL`] of the keeper.
        protocol: u16,
        /// [`BUILD`] of the keeper.
        build: String,
    },
    /// The one reply to a request.
    Reply {
        /// The number of the request.
        number: u32,
        /// What came of it.
        outcome: Result<Reply, Failure>,
    },
    /// How far a long request has come.
    Progress {
        /// The number of the request.
        number: u32,
        /// What is being done.
        stage: Stage,
        /// Units done.
        done: u32,
        /// Units in all; 0 when that cannot be known.
        total: u32,
    },
    /// Something that happened of itself.
    Event(Event),
    /// Sent once a second while a derivation runs, so that silence means death.
    Beat,
    /// The keeper has panicked at this place and is gone. Never its message: messages quote text.
    Died {
        /// Source file.
        file: String,
        /// Line in it.
        line: u32,
    },
}

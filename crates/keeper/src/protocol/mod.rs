//! What screen and keeper say to each other: requests, replies, events and failures.
//!
//! Plain data with serde; postcard carries it. Knows no storage, no keys, no browser. The screen may import this room
//! and nothing else of the keeper.

mod failure;
mod passphrase_words;
mod secret;

use serde::{Deserialize, Serialize};

pub use failure::{Failure, Help};
pub use passphrase_words::{WordListError, bits_of_words, canonical_words, draw_words};
pub use secret::SecretBytes;

/// The version of this protocol. Screen and keeper with different numbers never go on together.
pub const PROTOCOL: u16 = 1;

/// The build both sides were made in; `xtask` sets it.
pub const BUILD: &str = match option_env!("TRESTLE_BUILD") {
    Some(build) => build,
    None => "development",
};

/// The id of a record: 16 random bytes.
pub type Id = [u8; 16];

/// What the screen sends.
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

/// What a long request is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Stage {
    /// Measuring what this device can do, then deriving (Create).
    Measuring,
    /// Deriving the key from the passphrase.
    Deriving,
    /// Reading the list.
    Reading,
    /// Writing the first rows.
    Writing,
}

/// A journal's name and the witness the screen keeps for it (FORMAT 7): opaque text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StoredWitness {
    /// Name of the journal's database.
    pub name: String,
    /// The text, exactly as an [`Event::Witness`] gave it.
    pub value: String,
}

/// What the screen may ask.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Which journals are on this device? Answered by [`Reply::Found`]. Allowed while locked.
    Find {
        /// All witnesses the screen keeps.
        witnesses: Vec<StoredWitness>,
    },
    /// Make a journal and open it. [`Reply::Opened`]. Allowed while locked.
    Create {
        /// UTF-8 of the NFC of what was typed.
        passphrase: SecretBytes,
    },
    /// Open a journal. [`Reply::Opened`]. Allowed while locked.
    Unlock {
        /// Name of the journal, from [`Found`].
        name: String,
        /// UTF-8 of the NFC of what was typed.
        passphrase: SecretBytes,
        /// The witness the screen keeps for it.
        witness: Option<String>,
    },
    /// A page of the list, newest first. [`Reply::Listed`].
    List {
        /// Words that all must occur (title, text, tags); empty lists everything.
        search: String,
        /// Rows to pass over.
        offset: u32,
        /// Rows at most.
        limit: u32,
    },
    /// One entry in full. [`Reply::Entry`].
    Read {
        /// Its id.
        id: Id,
    },
    /// A new entry's ids, drawn when its editor opens, so that a retry cannot make two. [`Reply::Begun`].
    BeginEntry,
    /// The editor of an existing entry opens. [`Reply::Begun`] with the id given.
    BeginEdit {
        /// The entry.
        id: Id,
    },
    /// Keep this draft; sealed 1.5 s after the last post, at the latest 3 s after the first unsealed one.
    /// [`Reply::Done`] at once.
    PostDraft(Draft),
    /// Seal what is posted now (hidden, locking). [`Reply::Done`] once it is on the disk.
    SealDrafts,
    /// Forget a draft. [`Reply::Done`] once it is gone from the root.
    DropDraft {
        /// The draft.
        draft_id: Id,
    },
    /// All drafts. [`Reply::Drafts`].
    Drafts,
    /// Save an entry, new or edited; its draft goes with it. [`Reply::Saved`] only after the disk has it.
    Save(Draft),
    /// Delete an entry; until locking it can be undone. [`Reply::Deleted`].
    Delete {
        /// The entry.
        id: Id,
    },
    /// Take back a deletion made since unlocking. [`Reply::Saved`].
    Undelete {
        /// The entry.
        id: Id,
    },
    /// Seal drafts, forget the keys. [`Reply::Done`]; the screen then ends the worker.
    Lock,
}

/// What the keeper answers.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// To Find.
    Found(Vec<Found>),
    /// To Create and Unlock.
    Opened(Opened),
    /// To List.
    Listed(Listed),
    /// To Read.
    Entry(EntryRead),
    /// To BeginEntry and BeginEdit.
    Begun {
        /// The record the editor writes.
        id: Id,
        /// The draft it keeps.
        draft_id: Id,
    },
    /// To Drafts.
    Drafts(Vec<Draft>),
    /// To Save and Undelete.
    Saved(Saved),
    /// To Delete.
    Deleted {
        /// The root's sequence.
        sequence: u64,
    },
    /// To everything else.
    Done,
}

/// A journal on this device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Found {
    /// Name of its database.
    pub name: String,
    /// What can be told without opening it.
    pub state: FoundState,
}

/// What can be told of a journal without opening it (FORMAT 7).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum FoundState {
    /// Header sound: a lock screen.
    Sound,
    /// The header is damaged, a witness's is sound: a lock screen that will use the witness.
    HeaderFromWitness,
    /// The header is damaged and there is no sound witness: says damaged, writes nothing.
    Damaged,
    /// The database is gone or empty, but a witness remembers a journal: a recovery screen, never a first run.
    Gone,
    /// Made by a newer version of the app.
    TooNew,
    /// Its key costs are outside what may be tried.
    CostOutOfRange,
}

/// An open journal.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Opened {
    /// Name of its database.
    pub name: String,
    /// Live records.
    pub live: u32,
    /// The root's sequence.
    pub sequence: u64,
    /// Last save, ms since 1970 UTC; 0 when never.
    pub last_save_ms: u64,
    /// The witness remembers a later state than the one found (FORMAT 7, row 2): say so once.
    pub older_than_seen: bool,
    /// Parts of the list (of 64) that could not be read. What is in them is not shown and not overwritten.
    pub damaged_pages: u8,
    /// Milliseconds the last key derivation took here.
    pub derivation_ms: u32,
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
    /// Mood 0–10, once bodies are read.
    pub mood: Option<u8>,
    /// Tags, once bodies are read.
    pub tags: Vec<String>,
    /// The row is missing or does not open.
    pub damaged: bool,
}

/// What a person writes: all fields of an entry.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct EntryText {
    /// Title, may be empty.
    pub title: String,
    /// Markdown, may be empty.
    pub text: String,
    /// 0 very low to 10 very good.
    pub mood: Option<u8>,
    /// Tags without marks, in the order given.
    pub tags: Vec<String>,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// Zone name as the device gives it (`Europe/London`), may be empty.
    pub zone: String,
}

/// The state of a record an editor began from; opaque to the screen. Empty for a new entry.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Base(pub Vec<u8>);

/// An entry as read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EntryRead {
    /// The record.
    pub id: Id,
    /// What an edit begins from.
    pub base: Base,
    /// The wordings side by side: one, or more where two devices or tabs wrote at the same time. A deletion beside an
    /// edit is not among them.
    pub wordings: Vec<EntryText>,
    /// Somewhere else it was deleted while it was edited here.
    pub also_deleted: bool,
    /// Made by a newer version: shown, never rewritten.
    pub newer: bool,
    /// Last change, ms since 1970 UTC.
    pub changed_at_ms: u64,
}

/// A draft as the screen posts it and gets it back.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The draft.
    pub draft_id: Id,
    /// The record it will become or change.
    pub id: Id,
    /// What the edit began from.
    pub base: Base,
    /// The words.
    pub text: EntryText,
}

/// After a save.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Saved {
    /// The entry as it now stands.
    pub entry: EntryRead,
    /// The same entry was changed elsewhere meanwhile: both wordings are kept.
    pub changed_elsewhere: bool,
    /// The root's sequence.
    pub sequence: u64,
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

/// What happens of itself.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The journal has changed (here, or in another tab): ask again for what is shown.
    Changed {
        /// The root's sequence.
        sequence: u64,
    },
    /// Keep this text for this journal and hand it back with Find and Unlock.
    Witness(StoredWitness),
    /// Rows and bodies are being checked in the background.
    Checking {
        /// Records done.
        done: u32,
        /// Records in all.
        total: u32,
    },
    /// The check has ended.
    Checked {
        /// What could not be read.
        damaged: Vec<DamagedEntry>,
    },
    /// The device has no more room: the reserve was used so that this save could land.
    StorageLow,
    /// A draft is on the disk.
    DraftSealed {
        /// The draft.
        draft_id: Id,
    },
    /// A draft could not be sealed; its words are on the screen only.
    DraftNotSealed {
        /// The draft.
        draft_id: Id,
        /// Why.
        failure: Failure,
    },
    /// The passphrase was changed in another tab: this one must lock.
    PassphraseChangedElsewhere,
}

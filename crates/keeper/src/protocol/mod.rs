//! What screen and keeper say to each other: requests, replies, events and failures.
//!
//! Plain data with serde; postcard carries it. Knows no storage, no keys, no browser. The screen may import this room
//! and nothing else of the keeper.

mod failure;
mod passphrase_words;
mod secret;
mod settings;
mod sheet;
mod written;

use serde::{Deserialize, Serialize};

pub use failure::{Failure, Help};
pub use passphrase_words::{
    WordListError, bits_of_words, canonical_words, draw_words, plain_letters, words_for_bits,
};
pub use secret::SecretBytes;
pub use settings::{Settings, SettingsChange, Suggestion, SuggestionFacts, Wish, suggest};
pub use sheet::{LINES, Sheet, SheetLineError, check_line, parse_sheet};
pub use written::{EntryText, UrgeText, Written};

/// The version of this protocol. Screen and keeper with different numbers never go on together.
pub const PROTOCOL: u16 = 2;

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
    /// Sealing everything anew under a new key.
    Resealing,
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
        /// Where its sealed rows rest.
        kept: Kept,
    },
    /// Make a journal in memory with made-up content and open it, without a passphrase. It cannot be locked and opened
    /// again. [`Reply::Opened`]. Allowed while locked.
    LookAround {
        /// What is written in it.
        content: Vec<Written>,
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
    /// Open a journal by its recovery sheet. [`Reply::Opened`]. Allowed while locked.
    UnlockWithSheet {
        /// Name of the journal, from [`Found`].
        name: String,
        /// The sheet's 20 bytes ([`Sheet`]).
        secret: SecretBytes,
        /// The witness the screen keeps for it.
        witness: Option<String>,
    },
    /// Seal a note to a locked journal's inbox (FORMAT 9). [`Reply::NoteSealed`]. Allowed while locked.
    SealNote {
        /// Name of the journal, from [`Found`].
        name: String,
        /// How strong it is, 0 to 10.
        strength: u8,
        /// At most one line; at most 280 bytes.
        line: String,
    },
    /// The ways in, as the root lists them. [`Reply::Ways`].
    Ways,
    /// Draw a recovery secret. It opens nothing until [`Request::KeepSheet`] or [`Request::Reseal`]; a later one takes
    /// its place. [`Reply::Sheet`].
    DrawSheet,
    /// The drawn secret becomes a way in, where there is no recovery sheet yet. [`Reply::Done`] once it is on the disk.
    KeepSheet,
    /// Forget the drawn secret. [`Reply::Done`].
    DropSheet,
    /// Change the passphrase, or replace the recovery sheet: everything is sealed anew under a new key, then header and
    /// root flip in one step (FORMAT 6). The drawn sheet becomes the recovery way; without one there is none afterwards.
    /// Reports progress; can be cancelled until the flip. [`Reply::Opened`].
    Reseal {
        /// The passphrase as it is; may be left out only when the journal was opened by its sheet.
        current: Option<SecretBytes>,
        /// The passphrase as it is to be; may be the same.
        passphrase: SecretBytes,
    },
    /// Notes written while locked. [`Reply::Notes`].
    Notes,
    /// Make an urge of a note, and take it out of the inbox in the same step. [`Reply::Saved`].
    KeepNote {
        /// From [`WaitingNote`].
        key: u64,
        /// Offset from UTC here, minutes.
        offset_min: i16,
        /// Zone name as the device gives it, may be empty.
        zone: String,
    },
    /// Remove a note. [`Reply::Done`].
    DiscardNote {
        /// From [`WaitingNote`].
        key: u64,
    },
    /// What the owner chose inside this journal. [`Reply::Settings`].
    Settings,
    /// Change one of those choices. [`Reply::Settings`] once it is on the disk.
    ChangeSettings(SettingsChange),
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
    /// Save an entry or an urge, new or edited; its draft goes with it. [`Reply::Saved`] only after the disk has it.
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
    /// To SealNote.
    NoteSealed {
        /// Notes that wait now.
        waiting: u32,
    },
    /// To Ways.
    Ways(Vec<WayShown>),
    /// To DrawSheet.
    Sheet(DrawnSheet),
    /// To Notes.
    Notes(Vec<WaitingNote>),
    /// To Settings and ChangeSettings.
    Settings(Settings),
    /// To Delete.
    Deleted {
        /// The root's sequence.
        sequence: u64,
    },
    /// To everything else.
    Done,
}

/// Where a journal's sealed rows rest.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Kept {
    /// In the browser's storage.
    OnDevice,
    /// In the keeper's memory: gone with the tab.
    InMemory,
}

/// A way in, as its owner sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WayShown {
    /// What kind.
    pub kind: WayKind,
    /// When it was made, ms since 1970 UTC.
    pub created_at_ms: u64,
}

/// The kinds of way in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum WayKind {
    /// A passphrase.
    Passphrase,
    /// A recovery sheet.
    Sheet,
    /// A passkey.
    Passkey,
}

/// A recovery secret on its way to paper.
#[derive(Debug, Serialize, Deserialize)]
pub struct DrawnSheet {
    /// 20 bytes ([`Sheet`]).
    pub secret: SecretBytes,
    /// There is a recovery sheet already: this one can only take its place by [`Request::Reseal`].
    pub replaces: bool,
}

/// Equal to none, itself included: secrets are not compared.
impl PartialEq for DrawnSheet {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// A note written while locked, by whoever held this device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WaitingNote {
    /// Names it in the inbox.
    pub key: u64,
    /// What it says; `None` for one that does not open: forged, damaged, or sealed to another key.
    pub note: Option<NoteText>,
}

/// What a note says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoteText {
    /// When it was written, s since 1970 UTC, by the clock of this device.
    pub written_at_s: i64,
    /// 0 to 10.
    pub strength: u8,
    /// One line, may be empty.
    pub line: String,
}

/// A journal on this device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Found {
    /// Name of its database.
    pub name: String,
    /// What can be told without opening it.
    pub state: FoundState,
    /// Where it rests.
    pub kept: Kept,
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
    /// Milliseconds the last key derivation took here; 0 when none was needed.
    pub derivation_ms: u32,
    /// Where it rests.
    pub kept: Kept,
    /// How it was opened. After the sheet, a new passphrase is asked for.
    pub opened_by: WayKind,
    /// There is a recovery sheet.
    pub has_sheet: bool,
    /// The header had been altered while locked, and the witness's was put in its place: notes written since may have
    /// been readable to whoever did it.
    pub header_was_altered: bool,
    /// Notes that wait in the inbox.
    pub notes_waiting: u32,
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
    pub wordings: Vec<Written>,
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
    pub text: Written,
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

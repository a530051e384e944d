//! What the screen may ask, and what kind of question each is.

use serde::{Deserialize, Serialize};

use super::{
    BackupRequest, ClearRequest, Draft, Filter, Id, ImportRequest, Kept, Mark, Range, RowKind, SecretBytes,
    SettingsChange, StoredWitness, SummaryAsk, ToAttach, Written,
};

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
        /// What is written in it, and under which ids.
        content: Vec<(Id, Written)>,
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
    /// Open a journal by what a passkey gave for [`Found::passkey_salt`](super::Found::passkey_salt). [`Reply::Opened`].
    /// Allowed while locked.
    UnlockWithPasskey {
        /// Name of the journal, from [`Found`].
        name: String,
        /// The output of the PRF extension.
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
    /// What a new passkey gave for [`Opened::passkey_salt`](super::Opened::passkey_salt) becomes a way in, under the same
    /// keys. One that is a way in already stays the one it is. [`Reply::Done`] once it is on the disk.
    AddPasskey {
        /// The output of the PRF extension.
        secret: SecretBytes,
    },
    /// A passkey that is to open the journal after the next [`Request::Reseal`] too. [`Reply::Touched`] says which it
    /// is; the one that is `going` is not kept.
    TouchPasskey {
        /// The output of the PRF extension.
        secret: SecretBytes,
        /// The slot of the way that is to go.
        going: Option<u8>,
    },
    /// Forget the passkeys that were touched. [`Reply::Done`].
    DropTouched,
    /// After an unlock by passphrase that said that the cost may rise: derives the dearer key, which changes nothing by
    /// itself. [`Reply::Done`].
    DeriveDearer,
    /// The dearer key takes the place of the passphrase's, where there is one. [`Reply::Done`] once it is on the disk.
    RaiseCost,
    /// Change the passphrase, remove a way in, or replace the recovery sheet: everything is sealed anew under a new key,
    /// then header and root flip in one step (FORMAT 6). The drawn sheet becomes the recovery way; without one there is
    /// none afterwards. Passkeys that were touched stay, the others go.
    /// Reports progress; can be cancelled until the flip. [`Reply::Opened`].
    ///
    /// [`Failure::EntryDamaged`](super::Failure::EntryDamaged) when something cannot be read that `without` does not
    /// name: [`Request::Damaged`] then names it.
    Reseal {
        /// The passphrase as it is; may be left out only when the journal was opened by its sheet.
        current: Option<SecretBytes>,
        /// The passphrase as it is to be; may be the same.
        passphrase: SecretBytes,
        /// What may be left behind where it cannot be read: it keeps its place in the list, with day and title, and
        /// its damaged row goes.
        without: Vec<Id>,
    },
    /// What is known to be unreadable, named as far as the list can. [`Reply::Damaged`].
    Damaged,
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
    /// What a stretch of days shows. [`Reply::Insights`].
    Insights {
        /// How far back.
        range: Range,
        /// Now, s since 1970 UTC.
        now_s: i64,
        /// Offset from UTC here, minutes.
        offset_min: i16,
    },
    /// What the records give of a summary for somebody. What is never shared is left out. [`Reply::Summary`].
    Summary(SummaryAsk),
    /// Seal a page as a file of its own that opens by that passphrase alone. [`Reply::Document`].
    SealDocument {
        /// HTML.
        page: String,
        /// New.
        passphrase: SecretBytes,
    },
    /// A page of the list, newest first. [`Reply::Listed`].
    List {
        /// Which rows.
        filter: Filter,
        /// Rows to pass over.
        offset: u32,
        /// Rows at most.
        limit: u32,
    },
    /// All records of a kind in full, newest first: of those that are few (goals, reasons, templates, rulers, returns to
    /// use), and of check-ins, of which there is one a day. [`Reply::All`].
    All {
        /// The kind.
        kind: RowKind,
    },
    /// The records of a kind that happened in a stretch of time, newest first, in full: of those that are many (doses,
    /// habits kept, contact). [`Reply::All`].
    Between {
        /// The kind.
        kind: RowKind,
        /// From this moment on, s since 1970 UTC.
        from_s: i64,
        /// Before this moment.
        to_s: i64,
    },
    /// One entry in full. [`Reply::Entry`].
    Read {
        /// Its id.
        id: Id,
    },
    /// How many rows of the list each civil day has, from one to another. [`Reply::DayCounts`].
    DayCounts {
        /// Days since 1970-01-01.
        from_day: i32,
        /// The last one.
        to_day: i32,
    },
    /// Earlier wordings of an entry. [`Reply::History`].
    History {
        /// The entry.
        id: Id,
    },
    /// All tags with their numbers. [`Reply::Tags`].
    Tags,
    /// Give every entry with one tag another in its place; where that is there already the two become one. Each entry
    /// is saved as an ordinary change. Reports progress; cannot be given up. [`Reply::TagRenamed`].
    RenameTag {
        /// The tag as it is, in any case.
        old: String,
        /// As it is to be; not empty.
        new: String,
    },
    /// Mark an entry without changing a word. [`Reply::Done`] once it is on the disk.
    Mark {
        /// The entry.
        id: Id,
        /// How.
        mark: Mark,
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
    /// Seal a photo or a voice note, so that an entry can name it. [`Reply::AttachmentSealed`] once it is on the disk. One that
    /// no entry names in the end stays: nothing removes it yet.
    Attach(ToAttach),
    /// One attachment in full. [`Reply::Attached`].
    Attachment {
        /// Its record.
        id: Id,
    },
    /// Delete an entry; until locking it can be undone. [`Reply::Deleted`].
    Delete {
        /// The entry.
        id: Id,
    },
    /// Delete an entry that cannot be read, and its damaged row with it. It cannot be undone; opening a backup that
    /// holds the entry brings it back. One that can be read is deleted as by [`Request::Delete`].
    /// [`Reply::Deleted`].
    DeleteDamaged {
        /// The entry.
        id: Id,
    },
    /// Take back a deletion made since unlocking. [`Reply::Saved`].
    Undelete {
        /// The entry.
        id: Id,
    },
    /// Is that the passphrase? Nothing changes by it. [`Reply::Done`].
    CheckPassphrase {
        /// UTF-8 of the NFC of what was typed.
        passphrase: SecretBytes,
    },
    /// The journal is to be removed from this device: from here on its witness says so. [`Reply::Done`].
    BeginRemoval {
        /// The passphrase; may be left out only when the journal was opened by its sheet.
        passphrase: Option<SecretBytes>,
    },
    /// Remove the journal from this device, and forget its keys. [`Reply::Done`].
    Remove,
    /// Seal drafts, forget the keys. [`Reply::Done`]; the screen then ends the worker.
    Lock,
    /// Back up, look into a backup, restore and merge. [`Reply::Backup`]. Reading a file is allowed while locked.
    Backup(BackupRequest),
    /// Bring over what another program wrote. [`Reply::Import`].
    Import(ImportRequest),
    /// Hand the journal out in the clear. [`Reply::Clear`].
    InTheClear(ClearRequest),
}

impl Request {
    /// Whether the worker loads what answers it after the lock screen stands.
    #[must_use]
    pub fn is_loaded_later(&self) -> bool {
        self.needs_open_journal()
            || matches!(self, Self::SealNote { .. } | Self::LookAround { .. } | Self::Backup(_))
    }

    /// Whether the request can be given up while it runs, until it begins to write: then nothing was applied.
    #[must_use]
    pub fn can_be_given_up(&self) -> bool {
        self.opens() || matches!(self, Self::Reseal { .. }) || !self.is_write()
    }

    /// Whether other tabs are to look again once it succeeded.
    #[must_use]
    pub fn changes_journal(&self) -> bool {
        matches!(
            self,
            Self::Save(_)
                | Self::Attach(_)
                | Self::Delete { .. }
                | Self::DeleteDamaged { .. }
                | Self::Undelete { .. }
                | Self::Mark { .. }
                | Self::RenameTag { .. }
                | Self::KeepSheet
                | Self::AddPasskey { .. }
                | Self::RaiseCost
                | Self::Reseal { .. }
                | Self::KeepNote { .. }
                | Self::DiscardNote { .. }
                | Self::ChangeSettings(_)
                | Self::Import(ImportRequest::Finish { .. })
                | Self::Backup(
                    BackupRequest::Proven { .. } | BackupRequest::Finish { .. } | BackupRequest::Undo
                )
        )
    }

    /// Whether the request is about what is open.
    #[must_use]
    pub fn needs_open_journal(&self) -> bool {
        match self {
            Self::Backup(request) => request.needs_open_journal(),
            _ => !matches!(self, Self::Find { .. } | Self::SealNote { .. }) && !self.opens(),
        }
    }

    /// Whether the request opens a journal.
    #[must_use]
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Create { .. }
                | Self::LookAround { .. }
                | Self::Unlock { .. }
                | Self::UnlockWithSheet { .. }
                | Self::UnlockWithPasskey { .. }
        )
    }

    /// Whether the request changes what is open or what rests, and so must run alone and in order.
    #[must_use]
    pub fn is_write(&self) -> bool {
        match self {
            Self::Create { .. }
            | Self::LookAround { .. }
            | Self::Unlock { .. }
            | Self::UnlockWithSheet { .. }
            | Self::UnlockWithPasskey { .. }
            | Self::DrawSheet
            | Self::KeepSheet
            | Self::DropSheet
            | Self::AddPasskey { .. }
            | Self::TouchPasskey { .. }
            | Self::DropTouched
            | Self::RaiseCost
            | Self::Reseal { .. }
            | Self::KeepNote { .. }
            | Self::DiscardNote { .. }
            | Self::ChangeSettings(_)
            | Self::SealDrafts
            | Self::DropDraft { .. }
            | Self::Save(_)
            | Self::Attach(_)
            | Self::Delete { .. }
            | Self::DeleteDamaged { .. }
            | Self::Undelete { .. }
            | Self::Mark { .. }
            | Self::RenameTag { .. }
            | Self::BeginRemoval { .. }
            | Self::Remove
            | Self::Lock => true,
            Self::Backup(request) => request.is_write(),
            Self::Import(request) => request.is_write(),
            Self::Find { .. }
            | Self::SealNote { .. }
            | Self::Ways
            | Self::DeriveDearer
            | Self::Damaged
            | Self::Notes
            | Self::Settings
            | Self::Insights { .. }
            | Self::Summary(_)
            | Self::SealDocument { .. }
            | Self::List { .. }
            | Self::All { .. }
            | Self::Between { .. }
            | Self::Read { .. }
            | Self::Attachment { .. }
            | Self::DayCounts { .. }
            | Self::History { .. }
            | Self::Tags
            | Self::BeginEntry
            | Self::BeginEdit { .. }
            | Self::PostDraft(_)
            | Self::InTheClear(_)
            | Self::Drafts
            | Self::CheckPassphrase { .. } => false,
        }
    }
}

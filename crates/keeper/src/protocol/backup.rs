//! Backups, restoring and merging, as screen and keeper speak of them. A file goes through in parts; the keeper never
//! holds it whole.

use core::fmt;
use serde::{Deserialize, Serialize};

use super::{Kept, RowKind, SecretBytes};

/// What is asked about a backup. At most one backup is in hand at a time: beginning another lets go of it.
#[derive(Debug, Serialize, Deserialize)]
pub enum BackupRequest {
    /// Begin a backup of the open journal, under its own ways; asks nothing. [`BackupReply::Begun`].
    Make {
        /// Another passphrase, that alone is to open this backup.
        passphrase: Option<SecretBytes>,
    },
    /// The next part of it, at most 1 MiB. [`BackupReply::Part`].
    Next {
        /// From [`BackupReply::Begun`].
        backup: u32,
    },
    /// Begin to read a file: the first pass, which authenticates all of it and applies nothing. Allowed while locked.
    /// [`BackupReply::Reading`].
    Look {
        /// The first 512 bytes of the file.
        beginning: Bytes,
        /// What is to open it.
        key: BackupSecret,
    },
    /// The next bytes of the file, in the first pass or the second. [`BackupReply::Taken`].
    Push {
        /// From [`BackupReply::Reading`].
        backup: u32,
        /// At most some MiB.
        bytes: Bytes,
    },
    /// The file has ended in the first pass. [`BackupReply::Seen`].
    Seen {
        /// From [`BackupReply::Reading`].
        backup: u32,
    },
    /// The file that was seen whole is where its owner can find it: the root remembers this as the last proven backup.
    /// [`BackupReply::Done`] once it is on the disk.
    Proven {
        /// From [`BackupReply::Reading`].
        backup: u32,
    },
    /// Begin the second pass: merge what was seen into the open journal, or make a journal of it where none is open.
    /// Nothing takes effect before [`BackupRequest::Finish`]. [`BackupReply::Reading`].
    Apply {
        /// From [`BackupReply::Reading`].
        backup: u32,
        /// Also when the file is of another journal.
        across: bool,
        /// Where a new journal rests.
        kept: Kept,
        /// The passphrase of the new journal. May be left out when the file was opened by one, which then becomes it.
        passphrase: Option<SecretBytes>,
    },
    /// The file has ended in the second pass: everything takes effect in one step. [`BackupReply::Merged`], or
    /// [`Reply::Opened`](super::Reply::Opened) for a new journal.
    Finish {
        /// From [`BackupReply::Reading`].
        backup: u32,
    },
    /// Take back the last merge, where nothing was saved since. [`BackupReply::Done`] once it is on the disk.
    Undo,
    /// Let go of what is in hand; what a second pass has staged is swept. [`BackupReply::Done`].
    Drop,
    /// How the open journal stands to its last proven backup; lets go of nothing. [`BackupReply::Standing`].
    Standing,
}

impl BackupRequest {
    /// Whether it changes what is open or what is to take effect, and so must run alone and in order.
    #[must_use]
    pub fn is_write(&self) -> bool {
        matches!(
            self,
            Self::Proven { .. } | Self::Apply { .. } | Self::Finish { .. } | Self::Undo | Self::Drop
        )
    }

    /// Whether it is about the open journal, and no other.
    #[must_use]
    pub fn needs_open_journal(&self) -> bool {
        matches!(
            self,
            Self::Make { .. } | Self::Next { .. } | Self::Proven { .. } | Self::Undo | Self::Standing
        )
    }
}

/// What is to open a file.
#[derive(Debug, Serialize, Deserialize)]
pub enum BackupSecret {
    /// The keys that the open journal keeps for this.
    Own,
    /// UTF-8 of the NFC of the passphrase of its day.
    Passphrase(SecretBytes),
    /// The 20 bytes of the recovery sheet of its day.
    Sheet(SecretBytes),
}

/// What is answered about a backup.
#[derive(PartialEq, Debug, Serialize, Deserialize)]
pub enum BackupReply {
    /// To Make.
    Begun {
        /// Names it.
        backup: u32,
        /// Records that go in, the marks of deletions included.
        records: u32,
        /// Records that do not, as they cannot be read.
        left_out: u32,
        /// Parts of the list (of 64) that cannot be read: what is in them is not in the backup.
        damaged_pages: u8,
        /// When it is made, ms since 1970 UTC.
        made_at_ms: u64,
    },
    /// To Next.
    Part {
        /// The bytes that come next in the file.
        bytes: Bytes,
        /// Records that are still to come.
        records_left: u32,
        /// True with the last part.
        done: bool,
    },
    /// To Look and Apply.
    Reading {
        /// Names it.
        backup: u32,
    },
    /// To Push.
    Taken {
        /// Records met so far.
        records: u32,
        /// Records in all; 0 when that is not known yet.
        total: u32,
    },
    /// To Seen: the whole file is authentic, and this is in it.
    Seen(BackupSeen),
    /// To Finish, into the open journal.
    Merged {
        /// Records that came or changed.
        changed: u32,
        /// The root's sequence.
        sequence: u64,
    },
    /// To Standing.
    Standing(BackupStanding),
    /// To everything else.
    Done,
    /// Why not. Nothing was applied.
    Refused(BackupRefused),
}

/// How the open journal stands to its last proven backup.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct BackupStanding {
    /// When that was made, ms since 1970 UTC; 0 when there was none.
    pub proven_at_ms: u64,
    /// Records written or deleted since it was begun, by the clock here; photos, voice notes and the owner's choices are
    /// not counted. `None` until all records have been looked at.
    pub changes: Option<u32>,
}

/// What is in a backup.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct BackupSeen {
    /// When it was made, ms since 1970 UTC, by its maker's clock.
    pub made_at_ms: u64,
    /// How many records there are of each kind.
    pub kinds: Vec<KindCount>,
    /// The first moment anything in the list happened, s since 1970 UTC.
    pub first_s: Option<i64>,
    /// The last one.
    pub last_s: Option<i64>,
    /// Records that a newer version made: kept, shown as such.
    pub newer: u32,
    /// Bytes that applying it takes.
    pub room: u64,
    /// How it stands to the open journal; `None` when none is open.
    pub compared: Option<Compared>,
}

/// Records of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KindCount {
    /// Which.
    pub kind: RowKind,
    /// Records that are there.
    pub live: u32,
    /// Marks of deletions.
    pub deleted: u32,
}

/// How the records of a backup stand to the open journal's. Each is counted once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Compared {
    /// It is of the open journal, or of a copy of it.
    pub same_journal: bool,
    /// Not here yet.
    pub new: u32,
    /// The same here.
    pub same: u32,
    /// Newer in the file: it takes the place of what is here.
    pub newer: u32,
    /// Older in the file: what is here stays.
    pub older: u32,
    /// Changed in both: both wordings are kept.
    pub both: u32,
    /// Deleted in the file, and here not changed since: goes.
    pub deleted_there: u32,
    /// There in the file, and deleted here since: stays deleted.
    pub deleted_here: u32,
    /// Here, and not in the file: stays.
    pub only_here: u32,
}

/// Why a backup is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum BackupRefused {
    /// Not a backup of ours: another program's file, or an empty one.
    NotABackup,
    /// Made by a newer version of the app.
    TooNew,
    /// Its key costs are outside what may be tried.
    CostOutOfRange {
        /// Memory asked for, KiB.
        memory_kib: u32,
        /// Passes asked for.
        passes: u32,
    },
    /// Its first 512 bytes were changed.
    HeaderDamaged,
    /// Neither this passphrase nor this sheet opens it.
    DoesNotOpen,
    /// A part was changed, swapped or repeated.
    Damaged {
        /// Where in the file.
        at: u64,
    },
    /// It ends early, or its last part was changed.
    Cut {
        /// Where in the file.
        at: u64,
    },
    /// More records than can be read.
    TooManyRecords {
        /// How many.
        records: u32,
    },
    /// Larger than can be read or written.
    TooLarge,
    /// A record in it is not of the form.
    RecordDamaged {
        /// Which one, the first being 1.
        number: u32,
    },
    /// What stands around its records is not of the form.
    ContentDamaged,
    /// Not the same file in the second pass as in the first.
    Changed,
    /// It is of another journal, and it was not said that this is meant.
    OtherJournal,
    /// It is not a backup of the open journal under its present keys.
    NotOwn,
    /// The open journal has no way in that would open a backup again.
    NoWayIn,
    /// No such backup is in hand: another was begun, or the journal was locked meanwhile.
    NotInHand,
    /// There is no merge to take back, or something was saved since.
    NothingToUndo,
}

/// Bytes of a file on their way, in one piece.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bytes(#[serde(with = "serde_bytes")] pub Vec<u8>);

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

//! Why a request failed, each with a number and what helps. The sentences live in `locales/`.

use serde::{Deserialize, Serialize};

/// What helps after a failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Help {
    /// Doing the same again.
    Retry,
    /// Loading the page anew.
    Reload,
    /// Making room on the device.
    FreeSpace,
    /// Opening a backup.
    Restore,
    /// Telling the makers, with the number.
    Tell,
}

/// Why a request failed. Never carries content, keys or the length of a passphrase that was right in form.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Failure {
    /// The request needs an open journal.
    Locked,
    /// No journal of that name is here.
    JournalGone,
    /// The passphrase opens no way in.
    WrongPassphrase,
    /// The passphrase is empty.
    PassphraseEmpty,
    /// The passphrase has more than 1,024 bytes.
    PassphraseTooLong {
        /// Its bytes.
        bytes: u32,
    },
    /// The recovery sheet opens no way in: of another journal, or replaced since.
    SheetDoesNotOpen,
    /// There is a recovery sheet already: a new one takes its place by sealing everything anew.
    SheetExists,
    /// No sheet was drawn.
    NoSheetDrawn,
    /// The passkey opens no way in: of another journal, or removed since.
    PasskeyDoesNotOpen,
    /// The passkey gave nothing that could open a journal.
    PasskeyUnusable,
    /// There are as many ways in as there can be.
    WaysFull,
    /// The header is damaged and no witness helps.
    HeaderDamaged,
    /// The header was opened but has been altered.
    HeaderTampered,
    /// The journal was made by a newer version.
    TooNew,
    /// The header asks for costs outside the limits; nothing was tried.
    CostOutOfRange {
        /// Memory asked for, KiB.
        memory_kib: u32,
        /// Passes asked for.
        passes: u32,
    },
    /// The device gave no memory for the key derivation.
    NotEnoughMemory {
        /// Memory needed, KiB.
        memory_kib: u32,
    },
    /// The root is damaged or missing.
    RootDamaged,
    /// There is no storage, or the browser refuses it.
    StorageDenied,
    /// Another tab holds the journal at an older version.
    StorageBlocked,
    /// Another tab has moved the journal to a newer version of the app.
    StorageTooNew,
    /// The device has no more room for this site.
    StorageFull,
    /// A second copy of the journal does not fit beside it.
    NotEnoughRoom {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        free: u64,
    },
    /// The browser closed or deleted the database.
    StorageClosed,
    /// The browser's database answered with an error.
    StorageFailed,
    /// The device gave no good random numbers: nothing is sealed.
    RandomnessUnavailable,
    /// The entry, earlier wordings apart, is too long.
    EntryTooLong {
        /// Bytes it would need.
        bytes: u32,
        /// Bytes allowed.
        limit: u32,
    },
    /// More tags than an entry can carry.
    TooManyTags {
        /// Tags given.
        tags: u32,
        /// Tags allowed.
        limit: u32,
    },
    /// A mood outside 0 to 10.
    MoodOutOfRange,
    /// A strength that is missing or outside 0 to 10.
    StrengthOutOfRange,
    /// A line longer than fits.
    LineTooLong {
        /// Its bytes.
        bytes: u32,
        /// Bytes allowed.
        limit: u32,
    },
    /// Nothing was said that could be saved.
    NothingSaid,
    /// A number outside its range.
    NumberOutOfRange,
    /// More things chosen or named than fit.
    TooManyChoices {
        /// Given.
        choices: u32,
        /// Allowed.
        limit: u32,
    },
    /// A photo or a voice note that is larger than one can be.
    AttachmentTooLarge {
        /// Its bytes.
        bytes: u32,
        /// Bytes allowed.
        limit: u32,
    },
    /// Fifty notes wait already.
    InboxFull,
    /// No such record.
    NotFound,
    /// The record is there but does not open.
    EntryDamaged,
    /// Made by a newer version: it can be read, not rewritten.
    EntryNewer,
    /// Sixteen drafts are open: one must be finished first.
    TooManyDrafts,
    /// The passphrase was changed in another tab.
    PassphraseChangedElsewhere,
    /// Other tabs write all the time; the save did not get a turn.
    TooBusy,
    /// Another tab is changing the whole journal.
    BigChangeElsewhere,
    /// Given up on request.
    Cancelled,
    /// The keeper is gone (the screen makes this one itself).
    KeeperDied,
}

impl Failure {
    /// A stable number to tell the makers.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::Locked => 1,
            Self::JournalGone => 2,
            Self::WrongPassphrase => 10,
            Self::PassphraseEmpty => 11,
            Self::PassphraseTooLong { .. } => 12,
            Self::SheetDoesNotOpen => 13,
            Self::SheetExists => 14,
            Self::NoSheetDrawn => 15,
            Self::PasskeyDoesNotOpen => 16,
            Self::PasskeyUnusable => 17,
            Self::WaysFull => 18,
            Self::HeaderDamaged => 20,
            Self::HeaderTampered => 21,
            Self::TooNew => 22,
            Self::CostOutOfRange { .. } => 23,
            Self::NotEnoughMemory { .. } => 24,
            Self::RootDamaged => 25,
            Self::StorageDenied => 30,
            Self::StorageBlocked => 31,
            Self::StorageTooNew => 32,
            Self::StorageFull => 33,
            Self::StorageClosed => 34,
            Self::StorageFailed => 35,
            Self::NotEnoughRoom { .. } => 36,
            Self::RandomnessUnavailable => 40,
            Self::EntryTooLong { .. } => 50,
            Self::NotFound => 51,
            Self::EntryDamaged => 52,
            Self::EntryNewer => 53,
            Self::TooManyDrafts => 54,
            Self::TooManyTags { .. } => 55,
            Self::MoodOutOfRange => 56,
            Self::StrengthOutOfRange => 57,
            Self::LineTooLong { .. } => 58,
            Self::InboxFull => 59,
            Self::NothingSaid => 64,
            Self::AttachmentTooLarge { .. } => 67,
            Self::NumberOutOfRange => 65,
            Self::TooManyChoices { .. } => 66,
            Self::PassphraseChangedElsewhere => 60,
            Self::TooBusy => 61,
            Self::Cancelled => 62,
            Self::BigChangeElsewhere => 63,
            Self::KeeperDied => 70,
        }
    }

    /// What helps.
    #[must_use]
    pub fn help(&self) -> Help {
        match self {
            Self::WrongPassphrase
            | Self::PassphraseEmpty
            | Self::PassphraseTooLong { .. }
            | Self::EntryTooLong { .. }
            | Self::TooManyDrafts
            | Self::TooManyTags { .. }
            | Self::MoodOutOfRange
            | Self::StrengthOutOfRange
            | Self::LineTooLong { .. }
            | Self::InboxFull
            | Self::NothingSaid
            | Self::AttachmentTooLarge { .. }
            | Self::NumberOutOfRange
            | Self::TooManyChoices { .. }
            | Self::SheetDoesNotOpen
            | Self::SheetExists
            | Self::NoSheetDrawn
            | Self::PasskeyDoesNotOpen
            | Self::PasskeyUnusable
            | Self::WaysFull
            | Self::BigChangeElsewhere
            | Self::TooBusy
            | Self::Cancelled
            | Self::StorageDenied
            | Self::StorageBlocked
            | Self::NotFound => Help::Retry,
            Self::Locked
            | Self::JournalGone
            | Self::StorageTooNew
            | Self::StorageClosed
            | Self::EntryNewer
            | Self::TooNew
            | Self::PassphraseChangedElsewhere
            | Self::KeeperDied => Help::Reload,
            Self::StorageFull | Self::NotEnoughRoom { .. } | Self::NotEnoughMemory { .. } => Help::FreeSpace,
            Self::HeaderDamaged
            | Self::HeaderTampered
            | Self::CostOutOfRange { .. }
            | Self::RootDamaged
            | Self::EntryDamaged => Help::Restore,
            Self::StorageFailed | Self::RandomnessUnavailable => Help::Tell,
        }
    }
}

//! How the rooms below fail, in the words of the protocol.

use journal::{BodyError, Line, LineError, SaidError, Tags, TagsError};
use store::{StoreError, WriteError};
use vault::{HeaderError, PassphraseError, RandomnessUnavailable, SealError, ShortPrfOutput, UnlockError};

use crate::protocol::Failure;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Denied => Self::StorageDenied,
            StoreError::Blocked => Self::StorageBlocked,
            StoreError::TooNew => Self::StorageTooNew,
            StoreError::Closed => Self::StorageClosed,
            _ => Self::StorageFailed,
        }
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Full => Self::StorageFull,
            WriteError::InboxFull => Self::InboxFull,
            WriteError::RootMoved(_)
            | WriteError::NotesMoved
            | WriteError::HeaderMoved
            | WriteError::RowExists => Self::TooBusy,
            WriteError::Store(error) => error.into(),
            _ => Self::StorageFailed,
        }
    }
}

impl From<RandomnessUnavailable> for Failure {
    fn from(_: RandomnessUnavailable) -> Self {
        Self::RandomnessUnavailable
    }
}

impl From<PassphraseError> for Failure {
    fn from(error: PassphraseError) -> Self {
        match error {
            PassphraseError::Empty => Self::PassphraseEmpty,
            PassphraseError::TooLong { bytes } => {
                Self::PassphraseTooLong { bytes: u32::try_from(bytes).unwrap_or(u32::MAX) }
            }
            // The screen sends UTF-8; anything else cannot be what was typed.
            _ => Self::WrongPassphrase,
        }
    }
}

impl From<HeaderError> for Failure {
    fn from(error: HeaderError) -> Self {
        match error {
            HeaderError::TooNew { .. } | HeaderError::UnknownSuite => Self::TooNew,
            HeaderError::CostOutOfRange(cost) => {
                Self::CostOutOfRange { memory_kib: cost.memory_kib, passes: cost.passes }
            }
            _ => Self::HeaderDamaged,
        }
    }
}

impl From<UnlockError> for Failure {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::NoMatch => Self::WrongPassphrase,
            _ => Self::HeaderTampered,
        }
    }
}

impl From<ShortPrfOutput> for Failure {
    fn from(_: ShortPrfOutput) -> Self {
        Self::PasskeyUnusable
    }
}

impl From<SealError> for Failure {
    fn from(error: SealError) -> Self {
        match error {
            SealError::BodyTooLong { bytes } => Self::EntryTooLong {
                bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
                limit: vault::Record::MAX_BODY as u32,
            },
            SealError::RandomnessUnavailable => Self::RandomnessUnavailable,
            _ => Self::StorageFailed,
        }
    }
}

impl From<BodyError> for Failure {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLong { bytes, limit } => Self::EntryTooLong {
                bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
                limit: u32::try_from(limit).unwrap_or(u32::MAX),
            },
            BodyError::Newer { .. } => Self::EntryNewer,
            _ => Self::EntryDamaged,
        }
    }
}

impl From<TagsError> for Failure {
    fn from(error: TagsError) -> Self {
        let count = |tags: usize| u32::try_from(tags).unwrap_or(u32::MAX);
        Self::TooManyTags { tags: count(error.tags), limit: count(Tags::LIMIT) }
    }
}

impl From<LineError> for Failure {
    fn from(error: LineError) -> Self {
        let count = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        Self::LineTooLong { bytes: count(error.bytes), limit: count(Line::LIMIT) }
    }
}

impl From<SaidError> for Failure {
    fn from(error: SaidError) -> Self {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        match error {
            SaidError::Missing { field: "strength" }
            | SaidError::OutOfRange { field: "strength" | "after" } => Self::StrengthOutOfRange,
            SaidError::Missing { .. } => Self::NothingSaid,
            SaidError::OutOfRange { field: "mood" } => Self::MoodOutOfRange,
            SaidError::TooLong { bytes, limit, .. } => {
                Self::LineTooLong { bytes: count(bytes), limit: count(limit) }
            }
            SaidError::TooMany { count: given, limit, .. } => {
                Self::TooManyChoices { choices: count(given), limit: count(limit) }
            }
            _ => Self::NumberOutOfRange,
        }
    }
}

//! Why something about a backup did not succeed: the file is refused, or the keeper failed as it can everywhere.

use store::{StoreError, WriteError};
use vault::{BackupError, BackupWriteError, HeaderError, PassphraseError, RandomnessUnavailable, SealError};

use crate::protocol::{BackupRefused, Failure};

/// Either.
#[derive(Debug)]
pub(super) enum Trouble {
    /// As everywhere.
    Failure(Failure),
    /// Of this file.
    Refused(BackupRefused),
}

macro_rules! as_everywhere {
    ($($error:ty),*) => { $(
        impl From<$error> for Trouble {
            fn from(error: $error) -> Self {
                Self::Failure(error.into())
            }
        }
    )* };
}

as_everywhere!(StoreError, WriteError, HeaderError, PassphraseError, RandomnessUnavailable, SealError);

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<BackupRefused> for Trouble {
    fn from(refused: BackupRefused) -> Self {
        Self::Refused(refused)
    }
}

impl From<BackupError> for Trouble {
    fn from(error: BackupError) -> Self {
        Self::Refused(match error {
            BackupError::NotABackup => BackupRefused::NotABackup,
            BackupError::TooNew { .. } | BackupError::UnknownSuite => BackupRefused::TooNew,
            BackupError::CostOutOfRange(cost) => {
                BackupRefused::CostOutOfRange { memory_kib: cost.memory_kib, passes: cost.passes }
            }
            BackupError::HeaderDamaged => BackupRefused::HeaderDamaged,
            BackupError::NoMatch => BackupRefused::DoesNotOpen,
            BackupError::Damaged { at } => BackupRefused::Damaged { at },
            BackupError::Cut { at } => BackupRefused::Cut { at },
            BackupError::TooMany { records } => BackupRefused::TooManyRecords { records },
            BackupError::TooLarge => BackupRefused::TooLarge,
            BackupError::Record { number } => BackupRefused::RecordDamaged { number },
            _ => BackupRefused::ContentDamaged,
        })
    }
}

impl From<BackupWriteError> for Trouble {
    fn from(error: BackupWriteError) -> Self {
        match error {
            BackupWriteError::RandomnessUnavailable => Failure::RandomnessUnavailable.into(),
            BackupWriteError::TooMany { records } => BackupRefused::TooManyRecords { records }.into(),
            BackupWriteError::TooLarge => BackupRefused::TooLarge.into(),
            BackupWriteError::Record(error) => error.into(),
            _ => Failure::StorageFailed.into(),
        }
    }
}

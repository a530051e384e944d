//! Why a file was not opened, as one word for the page, which has the sentences.

use keeper::backup::BackupError;
use keeper::protocol::SheetLineError;

/// Why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// What was typed cannot be a passphrase.
    NoPassphrase,
    /// A line of the sheet, from 1, is wrong.
    SheetLine(usize, SheetLineError),
    /// So many KiB for the derivation were refused.
    Memory(u32),
    /// The file is refused.
    Backup(BackupError),
    /// A photo or voice note is not whole.
    Medium,
    /// Something was asked out of its order.
    Order,
}

impl Refused {
    /// What the page calls it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::NoPassphrase => "no-passphrase",
            Self::SheetLine(..) => "sheet-line",
            Self::Memory(_) => "memory",
            Self::Medium => "medium",
            Self::Order => "order",
            Self::Backup(error) => match error {
                BackupError::NotABackup => "not-a-backup",
                BackupError::TooNew { .. } | BackupError::UnknownSuite => "too-new",
                BackupError::CostOutOfRange(_) => "costs-too-much",
                BackupError::NoMatch => "does-not-open",
                BackupError::Cut { .. } => "cut",
                _ => "damaged",
            },
        }
    }

    /// The number that goes with it: a line of the sheet, or a byte of the file.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        match self {
            Self::SheetLine(line, _) => Some(*line as u64),
            Self::Backup(BackupError::Damaged { at } | BackupError::Cut { at }) => Some(*at),
            _ => None,
        }
    }
}

impl From<BackupError> for Refused {
    fn from(error: BackupError) -> Self {
        Self::Backup(error)
    }
}

//! Why the work did not come to its end: what happened, and what can be done; a number for scripts.

use core::fmt;
use std::io;

use keeper::backup::BackupError;
use keeper::protocol::SheetLineError;

/// Why.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage.
    Usage(&'static str),
    /// The file cannot be read, or what is made of it cannot be written. Where, and why.
    Io(String, io::Error),
    /// The folder is there already.
    FolderTaken(String),
    /// What was typed cannot be a passphrase.
    NoPassphrase,
    /// A line of the sheet is wrong: its number, from 1, and how.
    SheetLine(usize, SheetLineError),
    /// The machine gave no memory for the derivation.
    Memory(u32),
    /// The file is refused.
    Backup(BackupError),
    /// It was another file in the second pass.
    Changed,
}

impl Failure {
    /// A failure of a file or folder.
    pub fn io(what: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io(what.to_string(), error)
    }

    /// How the program ends.
    pub fn code(&self) -> u8 {
        match self {
            Self::Io(..) | Self::FolderTaken(_) | Self::Memory(_) | Self::Changed => 1,
            Self::Usage(_) => 2,
            Self::NoPassphrase | Self::SheetLine(..) | Self::Backup(BackupError::NoMatch) => 3,
            Self::Backup(BackupError::NotABackup) => 4,
            Self::Backup(
                BackupError::TooNew { .. } | BackupError::UnknownSuite | BackupError::CostOutOfRange(_),
            ) => 6,
            Self::Backup(_) => 5,
        }
    }
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        Self::Backup(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}. See trestle --help."),
            Self::Io(what, error) => write!(f, "{what}: {error}."),
            Self::FolderTaken(folder) => {
                write!(f, "{folder} is there already, and not empty. Nothing is ever written over: name a new folder.")
            }
            Self::NoPassphrase => {
                f.write_str("this cannot be a passphrase: it is empty, too long, or not UTF-8. Try again.")
            }
            Self::SheetLine(number, error) => {
                write!(f, "line {number} of the sheet: {error}. Look at that line again.")
            }
            Self::Memory(kib) => {
                let mib = kib / 1024;
                write!(f, "the computer gave no {mib} MiB of memory for the passphrase. Close other programs.")
            }
            Self::Backup(error) => write!(f, "{error}. {}", advice(error)),
            Self::Changed => f.write_str(
                "the file was changed while it was read. What was written is not whole: remove it and try again.",
            ),
        }
    }
}

/// What can be done.
fn advice(error: &BackupError) -> &'static str {
    match error {
        BackupError::NotABackup => "A backup of Trestle ends in .trestle; a phone may have renamed it.",
        BackupError::TooNew { .. } | BackupError::UnknownSuite => "A newer trestle opens it.",
        BackupError::CostOutOfRange(_) => "No version of Trestle asks that much: another copy may be sound.",
        BackupError::NoMatch => {
            "It opens with the passphrase of the day it was made, or with --recovery and the sheet of that day."
        }
        BackupError::TooMany { .. } | BackupError::TooLarge => "No version of Trestle makes such a file.",
        _ => "Nothing of it was used. Another copy, or an older backup, may be sound.",
    }
}

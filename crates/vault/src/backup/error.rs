//! Owns why bytes are no backup that opens, and why one cannot be written. Must not know how that is found out.

use core::fmt;

use super::{MAX_RECORDS, MAX_STREAM};
use crate::cost::CostOutOfRange;
use crate::header::FORMAT;
use crate::random::RandomnessUnavailable;
use crate::sealed_error::SealError;

/// Why a backup is refused. All but the last six are decided before any costly work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum BackupError {
    /// Does not begin as a backup does.
    NotABackup,
    /// Written by a newer version.
    TooNew {
        /// The lowest format a reader must know.
        lowest_reader: u16,
    },
    /// A derivation or suite this version does not know.
    UnknownSuite,
    /// The derivation it asks for is outside the read limits.
    CostOutOfRange(CostOutOfRange),
    /// A fixed or reserved byte of the header is not what format 1 writes, a slot matches and does not open, or the
    /// payload does not belong to this header.
    HeaderDamaged,
    /// No slot opens with this secret: another passphrase or sheet, or a changed header.
    NoMatch,
    /// A part of the payload was changed, or does not stand in its place.
    Damaged {
        /// Where in the file that part begins.
        at: u64,
    },
    /// The file ends before its last part does, or that part was changed.
    Cut {
        /// Where in the file the last part that is not whole begins.
        at: u64,
    },
    /// More records than allowed.
    TooMany {
        /// How many it says it has.
        records: u32,
    },
    /// More bytes than allowed.
    TooLarge,
    /// Authentic, but a record is not of the form, or not in its order.
    Record {
        /// Which one, the first being 1.
        number: u32,
    },
    /// Authentic, but what stands around the records is not of the form: the beginning, the number of records, the
    /// padding.
    Stream,
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABackup => f.write_str("file does not begin with the mark of a backup"),
            Self::TooNew { lowest_reader } => {
                write!(f, "backup needs a reader of format {lowest_reader}, this one reads {FORMAT}")
            }
            Self::UnknownSuite => f.write_str("backup names an unknown derivation or suite"),
            Self::CostOutOfRange(cost) => write!(f, "backup asks too much: {cost}"),
            Self::HeaderDamaged => f.write_str("header of the backup was changed"),
            Self::NoMatch => f.write_str("no slot of the backup opens with this secret"),
            Self::Damaged { at } => write!(f, "backup was changed in the part at byte {at}"),
            Self::Cut { at } => {
                write!(f, "backup ends early, or its last part was changed, from byte {at} on")
            }
            Self::TooMany { records } => {
                write!(f, "backup has {records} records, allowed are {MAX_RECORDS}")
            }
            Self::TooLarge => write!(f, "backup is too large, allowed are {MAX_STREAM} bytes"),
            Self::Record { number } => write!(f, "record {number} of the backup is not of the form"),
            Self::Stream => f.write_str("backup opened, its content is not of the form"),
        }
    }
}

impl core::error::Error for BackupError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::CostOutOfRange(cost) => Some(cost),
            _ => None,
        }
    }
}

/// Why a backup cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum BackupWriteError {
    /// The random generator failed.
    RandomnessUnavailable,
    /// More records than allowed.
    TooMany {
        /// How many there are.
        records: u32,
    },
    /// More bytes than allowed.
    TooLarge,
    /// A record is outside the range of its form.
    Record(SealError),
}

impl From<RandomnessUnavailable> for BackupWriteError {
    fn from(_: RandomnessUnavailable) -> Self {
        Self::RandomnessUnavailable
    }
}

impl From<SealError> for BackupWriteError {
    fn from(error: SealError) -> Self {
        Self::Record(error)
    }
}

impl fmt::Display for BackupWriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RandomnessUnavailable => RandomnessUnavailable.fmt(f),
            Self::TooMany { records } => {
                write!(f, "{records} records are too many, allowed are {MAX_RECORDS}")
            }
            Self::TooLarge => write!(f, "backup would be too large, allowed are {MAX_STREAM} bytes"),
            Self::Record(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for BackupWriteError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Record(error) => Some(error),
            _ => None,
        }
    }
}

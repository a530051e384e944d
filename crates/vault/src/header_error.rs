//! Owns why a header is refused, and why a secret does not unlock it. Must not know how that is found out.

use core::fmt;

use crate::cost::CostOutOfRange;
use crate::header::FORMAT;

/// Why bytes are no header this version opens. Decided before any costly work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum HeaderError {
    /// Not 1,184 bytes.
    Length {
        /// How many bytes there are.
        len: usize,
    },
    /// Does not begin as a header does.
    Magic,
    /// The checksum does not hold: bytes were changed or lost.
    Damaged,
    /// Written by a newer version.
    TooNew {
        /// The lowest format a reader must know.
        lowest_reader: u16,
    },
    /// A derivation or suite this version does not know.
    UnknownSuite,
    /// A fixed or reserved byte is not what version 1 writes.
    Reserved,
    /// The derivation it asks for is outside the read limits.
    CostOutOfRange(CostOutOfRange),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { len } => write!(f, "header has {len} bytes instead of 1184"),
            Self::Magic => f.write_str("header does not begin with the mark of a journal"),
            Self::Damaged => f.write_str("checksum of the header does not hold"),
            Self::TooNew { lowest_reader } => {
                write!(f, "header needs a reader of format {lowest_reader}, this one reads {FORMAT}")
            }
            Self::UnknownSuite => f.write_str("header names an unknown derivation or suite"),
            Self::Reserved => f.write_str("a fixed or reserved byte of the header is not as format 1 has it"),
            Self::CostOutOfRange(cost) => write!(f, "header asks too much: {cost}"),
        }
    }
}

impl core::error::Error for HeaderError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::CostOutOfRange(cost) => Some(cost),
            _ => None,
        }
    }
}

/// Why a secret did not unlock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum UnlockError {
    /// No slot opens with this secret.
    NoMatch,
    /// A slot opened, but the MAC of the header differs.
    Tampered,
    /// A slot matches this secret but is damaged.
    Slot,
}

impl fmt::Display for UnlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoMatch => "no slot of the header opens with this secret",
            Self::Tampered => "header was changed by someone without its key",
            Self::Slot => "slot of this secret is damaged",
        })
    }
}

impl core::error::Error for UnlockError {}

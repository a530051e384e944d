//! Owns why a value could not be sealed, and why a stored one is refused. Must not know what was in it.

use core::fmt;

use crate::random::RandomnessUnavailable;
use crate::sealed::{LEAST, SUITE, VERSION};

/// Why a stored value was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SealedError {
    /// Fewer bytes than the least a sealed value has.
    TooShort,
    /// A version this program does not know.
    UnknownVersion,
    /// A suite this program does not know.
    UnknownSuite,
    /// A type this program does not know, or not the one asked for.
    UnknownType,
    /// A reserved byte is not zero.
    Reserved,
    /// Of another generation than the keys.
    Generation {
        /// The generation of the keys.
        expected: u32,
        /// The generation it names.
        found: u32,
    },
    /// Its commitment is not the one expected: another sealing stands in its place.
    Commitment,
    /// The box does not open: changed bytes, or a value that belongs elsewhere.
    Damaged,
    /// Opened, but what is inside is not of the form.
    Content,
}

impl fmt::Display for SealedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort => write!(f, "sealed value is shorter than {LEAST} bytes"),
            Self::UnknownVersion => write!(f, "sealed value is of an unknown version, known is {VERSION}"),
            Self::UnknownSuite => write!(f, "sealed value is of an unknown suite, known is {SUITE}"),
            Self::UnknownType => f.write_str("sealed value is not of the type expected, known are 1 to 5"),
            Self::Reserved => f.write_str("reserved byte of the sealed value is not zero"),
            Self::Generation { expected, found } => {
                write!(f, "sealed value is of generation {found}, the keys are of {expected}")
            }
            Self::Commitment => f.write_str("commitment of the sealed value is not the one expected"),
            Self::Damaged => f.write_str("sealed value does not open"),
            Self::Content => f.write_str("sealed value opened, its content is not of the form"),
        }
    }
}

impl core::error::Error for SealedError {}

/// Why a value could not be sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SealError {
    /// The random generator failed.
    RandomnessUnavailable,
    /// A body, or a draft, is longer than allowed: 4 MiB, and 8 MiB.
    BodyTooLong {
        /// How many bytes it has.
        bytes: usize,
    },
    /// A field lies outside its range: too many versions, drafts or entries, a label or title too long, an entry on
    /// the wrong page, a deleted entry with a title.
    Form,
}

impl From<RandomnessUnavailable> for SealError {
    fn from(_: RandomnessUnavailable) -> Self {
        Self::RandomnessUnavailable
    }
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RandomnessUnavailable => RandomnessUnavailable.fmt(f),
            Self::BodyTooLong { bytes } => {
                write!(f, "body of {bytes} bytes is too long, allowed are 4194304, for a draft 8388608")
            }
            Self::Form => f.write_str("a field lies outside the range its form allows"),
        }
    }
}

impl core::error::Error for SealError {}

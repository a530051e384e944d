//! The body of a record, whatever its kind: how long it may be, and why there is none.

use core::fmt;

/// Most bytes of a body (FORMAT 4).
pub(crate) const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// Why there is no body. Never carries content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum BodyError {
    /// The body, earlier wordings apart, is too long.
    TooLong {
        /// Its bytes.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Written by a newer version of the app.
    Newer {
        /// Its schema.
        schema: u16,
    },
    /// Not a body of this schema.
    Malformed {
        /// Where the reading stopped.
        field: &'static str,
    },
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes, limit } => write!(f, "body takes {bytes} bytes, allowed at most {limit}"),
            Self::Newer { schema } => write!(f, "body has schema {schema}, which is newer than this program"),
            Self::Malformed { field } => write!(f, "body has no readable {field}"),
        }
    }
}

impl core::error::Error for BodyError {}

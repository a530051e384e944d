//! What may go wrong in a store: one error for reading and housekeeping, one for writing.

use core::fmt;

/// Why the store could not do what was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no storage here, or the browser refuses it (private window, blocked cookies, policy).
    Denied,
    /// The database is held open at another version by another tab.
    Blocked,
    /// A newer version of the app has changed the database.
    TooNew,
    /// The connection was closed from outside (`versionchange`, eviction, deletion).
    Closed,
    /// The database answered with an error of its own.
    Failed,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Denied => "storage is missing or refused",
            Self::Blocked => "another tab holds the database open",
            Self::TooNew => "a newer version of the app has changed the database",
            Self::Closed => "the connection to the database was closed from outside",
            Self::Failed => "the database answered with an error",
        })
    }
}

impl core::error::Error for StoreError {}

/// Why a write did not happen. Nothing of it was applied.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The stored root is not the expected one; here it is (`None`: there is none).
    RootMoved(Option<Vec<u8>>),
    /// The waiting notes are not the expected ones.
    NotesMoved,
    /// The stored header is not the one whose key the note was sealed to.
    HeaderMoved,
    /// The device has no more room for this site.
    Full,
    /// A row of that key is there already: rows are never overwritten.
    RowExists,
    /// Fifty notes are waiting already.
    InboxFull,
    /// Anything else. After [`StoreError::Closed`] whether the write was applied is unknown when the connection went
    /// away while it ran: read the root again over a new connection.
    Store(StoreError),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RootMoved(_) => "the stored root is not the one expected",
            Self::NotesMoved => "the waiting notes are not the ones expected",
            Self::HeaderMoved => "the stored header is not the one the note was sealed under",
            Self::Full => "there is no more room for this site",
            Self::RowExists => "a row of that key exists already",
            Self::InboxFull => "50 notes are waiting already, the most allowed",
            Self::Store(_) => "the store could not write",
        })
    }
}

impl core::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Store(error) => Some(error),
            _ => None,
        }
    }
}

impl From<StoreError> for WriteError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

//! The port: what any place where sealed rows rest must do.

use vault::{Commitment, RowKey, SealedHeader, SealedNote, SealedRoot, SealedRow};

/// The three values kept beside the rows, as stored bytes, unchecked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The header, 1,184 bytes when sound.
    pub header: Option<Vec<u8>>,
    /// The root that counts.
    pub root: Option<Vec<u8>>,
    /// The root before the last flip, for Undo.
    pub previous: Option<Vec<u8>>,
}

/// What becomes of the stored `previous` root in a write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Previous {
    /// Leave it (a draft put).
    Keep,
    /// Remove it (a put of a record; a change of passphrase).
    Drop,
    /// The root this write replaces becomes it (a restore, merge or import).
    Replaced,
}

/// One atomic, strictly durable write with compare-and-swap on the stored root.
#[derive(Debug)]
pub struct Write<'a> {
    /// The commitment of the root this writer last read or wrote; `None` when there must be none yet (create).
    pub expected: Option<Commitment>,
    /// Put together with the root, when the header changes too.
    pub header: Option<&'a SealedHeader>,
    /// The new root.
    pub root: &'a SealedRoot,
    /// New rows; a row is never overwritten.
    pub rows: &'a [SealedRow],
    /// Rows that the new root no longer reaches. Missing ones are passed over.
    pub remove: &'a [RowKey],
    /// What becomes of `previous`.
    pub previous: Previous,
    /// Waiting notes to remove in the same transaction, by the keys `notes` gave.
    pub remove_notes: &'a [u64],
}

/// Where one journal's sealed rows rest. One value of this type is one journal's database.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Header, root and previous root.
    async fn head(&self) -> Result<Head, StoreError>;
    /// The bytes of each row asked for, in the same order.
    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError>;
    /// The next rows in key order, after `after`, at most `limit`.
    async fn rows_after(&self, after: Option<RowKey>, limit: u32) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError>;
    /// All row keys in order.
    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError>;
    /// Performs `write` in one strict transaction; returns only when it is complete.
    async fn write(&self, write: Write<'_>) -> Result<(), WriteError>;
    /// Puts rows that nothing refers to yet (the first part of a flip). Strictly durable.
    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError>;
    /// Removes rows nothing reaches.
    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError>;
    /// Puts the 1 MiB ballast back when there is room; says whether it is there.
    async fn restore_ballast(&self) -> Result<bool, StoreError>;
    /// Gives the ballast up, so that one more save fits. False when there was none.
    async fn drop_ballast(&self) -> Result<bool, StoreError>;
    /// Waiting notes with their keys, oldest first.
    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError>;
    /// Adds a note; `WriteError::InboxFull` past 50.
    async fn put_note(&self, note: &SealedNote) -> Result<(), WriteError>;
}

/// The shelf that holds the journals' databases of one browser profile, each under its own name.
#[allow(async_fn_in_trait)]
pub trait Shelf {
    /// The store this shelf opens.
    type Store: Store;
    /// Names of the journals' databases here (`trestle-` and 16 hex digits), sorted.
    async fn names(&self) -> Result<Vec<String>, StoreError>;
    /// Opens the database of that name, making an empty one when there is none.
    async fn open(&self, name: &str) -> Result<Self::Store, StoreError>;
    /// Deletes the database of that name.
    async fn delete(&self, name: &str) -> Result<(), StoreError>;
}

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

/// Why a write did not happen. Nothing of it was applied.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// The stored root is not the expected one; here it is (`None`: there is none).
    RootMoved(Option<Vec<u8>>),
    /// The device has no more room for this site.
    Full,
    /// A row of that key is there already: rows are never overwritten.
    RowExists,
    /// Fifty notes are waiting already.
    InboxFull,
    /// Anything else.
    Store(StoreError),
}

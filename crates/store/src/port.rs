//! The port: what any place where sealed rows rest must do.

use vault::{Commitment, RowKey, SealedHeader, SealedNote, SealedRoot, SealedRow};

use crate::{StoreError, WriteError};

/// The most notes that wait in an inbox (FORMAT 9).
pub const MAX_NOTES: usize = 50;

/// The three values kept beside the rows, as stored bytes, unchecked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The header, 1,184 bytes when sound. A stored value that is no byte string at all is read as an empty one.
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

/// One atomic, strictly durable write with compare-and-swap on the stored root (FORMAT 5 and 6).
///
/// The store first compares the root, then adds `rows`, then removes `remove`, so a key in both is refused when it
/// was there before and gone otherwise.
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
    /// Waiting notes to remove in the same transaction, by the keys `notes` gave. Missing ones are passed over.
    pub remove_notes: &'a [u64],
    /// The keys of all notes that its writer knows of, where none may have come or gone since: a write that changes the
    /// key they are sealed to. `None` where they do not matter.
    pub expected_notes: Option<&'a [u64]>,
    /// Notes to add in the same transaction, after those were removed: waiting ones, sealed to a new key. Not counted
    /// against [`MAX_NOTES`], as they were waiting before.
    pub add_notes: &'a [SealedNote],
}

/// Where one journal's sealed rows rest. One value of this type is one connection to one journal's database.
///
/// What a method returns is on the disk: every writing one is one transaction, strictly durable and applied wholly
/// or not at all. Dropping its future early leaves it applied wholly or not at all too, without saying which.
///
/// # Errors
/// Every method gives [`StoreError::Closed`] once the connection was closed from outside, and
/// [`StoreError::Failed`] when the database answers with an error of its own.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Header, root and previous root.
    async fn head(&self) -> Result<Head, StoreError>;
    /// The bytes of each row asked for, in the same order; all of them asked for at once, in one transaction.
    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError>;
    /// The next rows in key order, after `after`, at most `limit`.
    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError>;
    /// All row keys in order.
    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError>;
    /// Performs `write` in one strict transaction; returns only when it is complete.
    ///
    /// # Errors
    /// [`WriteError::RootMoved`], [`WriteError::NotesMoved`], [`WriteError::RowExists`] or [`WriteError::Full`]; nothing
    /// of the write was applied.
    async fn write(&self, write: Write<'_>) -> Result<(), WriteError>;
    /// Puts rows that nothing refers to yet (the first part of a flip). Strictly durable.
    ///
    /// # Errors
    /// [`WriteError::RowExists`] or [`WriteError::Full`]; none of the rows was put.
    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError>;
    /// Removes rows nothing reaches. Missing ones are passed over.
    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError>;
    /// Puts the 1 MiB ballast back when there is room; says whether it is there.
    async fn restore_ballast(&self) -> Result<bool, StoreError>;
    /// Gives the ballast up, so that one more save fits. False when there was none.
    async fn drop_ballast(&self) -> Result<bool, StoreError>;
    /// Waiting notes with their keys, oldest first. A key is never given twice in the life of a database.
    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError>;
    /// Adds a note that was sealed to the key in the header with these bytes, if they are still the ones stored.
    ///
    /// # Errors
    /// [`WriteError::HeaderMoved`] when they are not; [`WriteError::InboxFull`] past [`MAX_NOTES`];
    /// [`WriteError::Full`]. The note was not added.
    async fn put_note(&self, note: &SealedNote, header: &[u8]) -> Result<(), WriteError>;
}

/// The shelf that holds the journals' databases of one browser profile, each under its own name.
#[allow(async_fn_in_trait)]
pub trait Shelf {
    /// The store this shelf opens.
    type Store: Store;
    /// Names of the journals' databases here (`trestle-` and 16 hex digits; in memory also `memory-` and 16), sorted.
    async fn names(&self) -> Result<Vec<String>, StoreError>;
    /// Opens the database of that name, making an empty one when there is none: whoever only looks asks `names` first.
    ///
    /// # Errors
    /// [`StoreError::Denied`], [`StoreError::Blocked`] or [`StoreError::TooNew`].
    async fn open(&self, name: &str) -> Result<Self::Store, StoreError>;
    /// Deletes the database of that name; fine when there is none. Connections to it are closed.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] when another tab does not let go within a second: the deletion then happens as soon as
    /// it does.
    async fn delete(&self, name: &str) -> Result<(), StoreError>;
}

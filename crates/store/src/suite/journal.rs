//! A database for one fact, and the few steps most facts begin with.

use vault::{SealedRoot, SealedRow};

use super::Sealing;
use crate::{Head, Previous, Shelf, Store, Write, WriteError, journal_name};

/// A database that the fact has for itself, with what makes sealed values for it.
pub(super) struct Journal<S: Shelf> {
    pub(super) store: S::Store,
    pub(super) sealing: Sealing,
    pub(super) name: String,
}

impl<S: Shelf> Journal<S> {
    /// An empty database under a number no other fact uses.
    pub(super) async fn empty(shelf: &S, number: u8) -> Self {
        let name = journal_name([0xfa, 0xc7, 0, 0, 0, 0, 0, number]);
        shelf.delete(&name).await.expect("what an earlier run left can be deleted");
        let store = shelf.open(&name).await.expect("a database can be made");
        Self { store, sealing: Sealing::new(number.into()), name }
    }

    /// A database with header, root and these rows.
    pub(super) async fn created(shelf: &S, number: u8, rows: usize) -> (Self, SealedRoot, Vec<SealedRow>) {
        let mut journal = Self::empty(shelf, number).await;
        let (root, rows) = (journal.sealing.root(), journal.sealing.small_rows(rows));
        let header = Some(journal.sealing.header());
        let create = Write { header, rows: &rows, ..plain(None, &root) };
        journal.store.write(create).await.expect("a journal can be created in an empty database");
        (journal, root, rows)
    }

    /// Puts a note sealed to the stored header's key.
    pub(super) async fn put_note(&mut self) -> Result<(), WriteError> {
        let note = self.sealing.note();
        self.store.put_note(&note, self.sealing.header().as_bytes()).await
    }

    pub(super) async fn head(&self) -> Head {
        self.store.head().await.expect("the head can be read")
    }

    /// Everything stored, to compare before and after.
    pub(super) async fn contents(&self) -> (Head, Vec<(vault::RowKey, Vec<u8>)>, Vec<(u64, Vec<u8>)>) {
        let rows = self.store.rows_after(None, u32::MAX).await.expect("rows can be read");
        (self.head().await, rows, self.store.notes().await.expect("notes can be read"))
    }

    /// Deletes the database: a fact leaves nothing behind.
    pub(super) async fn end(self, shelf: &S) {
        drop(self.store);
        shelf.delete(&self.name).await.expect("a database can be deleted");
    }
}

/// A write of a root over another, and of nothing else.
pub(super) fn plain<'a>(over: Option<&SealedRoot>, root: &'a SealedRoot) -> Write<'a> {
    Write {
        expected: over.map(SealedRoot::commitment),
        header: None,
        root,
        rows: &[],
        remove: &[],
        previous: Previous::Keep,
        remove_notes: &[],
        expected_notes: None,
        add_notes: &[],
    }
}

pub(super) fn bytes(row: &SealedRow) -> Option<Vec<u8>> {
    Some(row.as_bytes().to_vec())
}

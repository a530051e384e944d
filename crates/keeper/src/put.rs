//! Putting a new root with its rows: the one way in which an open journal changes on the disk.

use store::{Previous, Store as _, Write, WriteError};
use vault::{Root, RowKey, SealedHeader, SealedRow};

use crate::{
    host::Host,
    open_journal::Standing,
    protocol::{Event, Failure},
    service::{Journal, Keeper},
};

/// A root to be written with its rows. Sequence and device are set when it is put.
pub(crate) struct Prepared {
    pub(crate) root: Root,
    pub(crate) rows: Vec<SealedRow>,
    pub(crate) remove: Vec<RowKey>,
    pub(crate) previous: Previous,
    /// Put together with the root: a way was added under the same keys.
    pub(crate) header: Option<SealedHeader>,
    /// Notes that are no longer waiting.
    pub(crate) remove_notes: Vec<u64>,
}

impl Prepared {
    /// A root alone.
    pub(crate) fn of(root: Root, previous: Previous) -> Self {
        Self { root, rows: Vec::new(), remove: Vec::new(), previous, header: None, remove_notes: Vec::new() }
    }
}

/// What came of a put.
#[must_use]
pub(crate) enum Written {
    /// It is on the disk, and its root is the one known here; list and bodies are the caller's to mend.
    Here,
    /// It is on the disk, and a read that ran meanwhile has caught up with it already: list and bodies say so.
    KnownAlready,
    /// Another tab was first. What it wrote has been read, as far as it stood still.
    NotYet,
}

impl<H: Host> Keeper<H> {
    /// Writes a root made from the one known here.
    pub(crate) async fn put(&self, journal: &Journal<H>, mut prepared: Prepared) -> Result<Written, Failure> {
        prepared.root.sequence += 1;
        prepared.root.device_id = self.device(journal)?;
        let sealed = journal.keys.seal_root(&prepared.root, &mut self.random())?;
        let expected = journal.head.borrow().commitment;
        let write = Write {
            expected: Some(expected),
            header: prepared.header.as_ref(),
            root: &sealed,
            rows: &prepared.rows,
            remove: &prepared.remove,
            previous: prepared.previous,
            remove_notes: &prepared.remove_notes,
            add_notes: &[],
            expected_notes: None,
        };
        match self.write_with_reserve(journal, write).await {
            Ok(()) => {
                if let Some(header) = prepared.header {
                    *journal.header.borrow_mut() = header;
                }
                let mut head = journal.head.borrow_mut();
                if head.commitment != expected {
                    return Ok(Written::KnownAlready);
                }
                *head = Standing { root: prepared.root, commitment: sealed.commitment() };
                Ok(Written::Here)
            }
            Err(WriteError::RootMoved(stored)) => {
                self.take_over(journal, expected, stored.as_deref()).await?;
                Ok(Written::NotYet)
            }
            Err(WriteError::RowExists) => Ok(Written::NotYet),
            Err(error) => Err(error.into()),
        }
    }

    /// As [`Keeper::put`], but leaves what is known here behind: the caller catches up with what was put. False when
    /// another tab was first.
    pub(crate) async fn put_from_elsewhere(
        &self,
        journal: &Journal<H>,
        mut prepared: Prepared,
    ) -> Result<bool, Failure> {
        prepared.root.sequence += 1;
        prepared.root.device_id = self.device(journal)?;
        let sealed = journal.keys.seal_root(&prepared.root, &mut self.random())?;
        let expected = journal.head.borrow().commitment;
        let write = Write {
            expected: Some(expected),
            header: None,
            root: &sealed,
            rows: &prepared.rows,
            remove: &prepared.remove,
            previous: prepared.previous,
            remove_notes: &[],
            add_notes: &[],
            expected_notes: None,
        };
        match journal.store.write(write).await {
            Ok(()) => Ok(true),
            Err(WriteError::RootMoved(_) | WriteError::RowExists) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Gives the ballast up when nothing else makes the write fit, and says so once it did.
    async fn write_with_reserve(&self, journal: &Journal<H>, write: Write<'_>) -> Result<(), WriteError> {
        let again = Write { ..write };
        let outcome = journal.store.write(write).await;
        if outcome != Err(WriteError::Full) || !journal.store.drop_ballast().await? {
            return outcome;
        }
        journal.store.write(again).await?;
        self.host.emit(Event::StorageLow);
        Ok(())
    }
}

//! One connection to a database in memory.

use std::cell::{Cell, RefCell, RefMut};
use std::ops::Bound;
use std::rc::Rc;

use vault::{RowKey, SealedNote, SealedRow};

use super::Failure;
use super::database::Database;
use crate::{Head, Store, StoreError, Write, WriteError};

/// A connection to a database in memory. Clones are the same connection.
#[derive(Clone)]
pub struct MemoryStore {
    pub(super) database: Rc<RefCell<Database>>,
    epoch: u32,
    killed: Rc<Cell<bool>>,
}

impl MemoryStore {
    pub(super) fn connect(database: Rc<RefCell<Database>>) -> Self {
        let epoch = database.borrow().epoch;
        Self { database, epoch, killed: Rc::default() }
    }

    fn connected(&self) -> Result<RefMut<'_, Database>, StoreError> {
        let database = self.database.borrow_mut();
        if self.killed.get() || database.epoch != self.epoch { Err(StoreError::Closed) } else { Ok(database) }
    }

    fn failing(
        &self,
        planned: Option<Failure>,
        work: impl FnOnce() -> Result<(), WriteError>,
    ) -> Result<(), WriteError> {
        match planned {
            None => work(),
            Some(Failure::Full) => Err(WriteError::Full),
            Some(Failure::Failed) => Err(StoreError::Failed.into()),
            Some(Failure::KilledBefore) => Err(self.die()),
            Some(Failure::KilledAfter) => work().and_then(|()| Err(self.die())),
        }
    }

    fn die(&self) -> WriteError {
        self.killed.set(true);
        StoreError::Closed.into()
    }
}

impl Store for MemoryStore {
    async fn head(&self) -> Result<Head, StoreError> {
        Ok(self.connected()?.head.clone())
    }

    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        let database = self.connected()?;
        Ok(keys.iter().map(|key| database.rows.get(key).cloned()).collect())
    }

    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError> {
        let database = self.connected()?;
        let start = after.map_or(Bound::Unbounded, Bound::Excluded);
        let rows = database.rows.range((start, Bound::Unbounded)).take(limit as usize);
        Ok(rows.map(|(key, row)| (*key, row.clone())).collect())
    }

    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError> {
        Ok(self.connected()?.rows.keys().copied().collect())
    }

    async fn write(&self, write: Write<'_>) -> Result<(), WriteError> {
        let mut database = self.connected()?;
        let planned = database.next_write.take();
        self.failing(planned, || database.write(&write))
    }

    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError> {
        let mut database = self.connected()?;
        let planned = database.next_stage.take();
        self.failing(planned, || database.stage(rows))
    }

    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError> {
        self.connected()?.remove(keys);
        Ok(())
    }

    async fn restore_ballast(&self) -> Result<bool, StoreError> {
        Ok(self.connected()?.put_ballast().is_ok())
    }

    async fn drop_ballast(&self) -> Result<bool, StoreError> {
        Ok(std::mem::take(&mut self.connected()?.ballast))
    }

    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        Ok(self.connected()?.notes.iter().map(|(key, note)| (*key, note.clone())).collect())
    }

    async fn put_note(&self, note: &SealedNote, header: &[u8]) -> Result<(), WriteError> {
        self.connected()?.put_note(note, header)
    }
}

//! The memory store with a pause before and after each operation, as in a browser: others run meanwhile.

use std::{cell::Cell, rc::Rc};
use store::{Head, MemoryShelf, MemoryStore, Shelf, Store, StoreError, Write, WriteError};
use vault::{RowKey, SealedNote, SealedRow};

use crate::running::pause;

/// A memory shelf whose stores pause while `slow` is set.
#[derive(Clone)]
pub struct SlowShelf {
    pub inner: MemoryShelf,
    pub slow: Rc<Cell<bool>>,
    /// Decides how long the pauses are.
    waits: Rc<Cell<u64>>,
    /// Operations left before the tab is killed, and whether the last one still happens.
    pub fuse: Rc<Cell<Option<(u32, bool)>>>,
    /// The browser refuses storage.
    pub denied: Rc<Cell<bool>>,
}

/// A connection of a [`SlowShelf`].
pub struct SlowStore {
    inner: MemoryStore,
    slow: Rc<Cell<bool>>,
    waits: Rc<Cell<u64>>,
    fuse: Rc<Cell<Option<(u32, bool)>>>,
}

impl SlowShelf {
    fn allowed(&self) -> Result<(), StoreError> {
        if self.denied.get() { Err(StoreError::Denied) } else { Ok(()) }
    }

    pub fn new(inner: MemoryShelf, seed: u64) -> Self {
        Self {
            inner,
            slow: Rc::default(),
            waits: Rc::new(Cell::new(seed)),
            fuse: Rc::default(),
            denied: Rc::default(),
        }
    }
}

impl Shelf for SlowShelf {
    type Store = SlowStore;

    async fn names(&self) -> Result<Vec<String>, StoreError> {
        self.allowed()?;
        self.inner.names().await
    }

    async fn open(&self, name: &str) -> Result<SlowStore, StoreError> {
        self.allowed()?;
        let (slow, waits, fuse) = (Rc::clone(&self.slow), Rc::clone(&self.waits), Rc::clone(&self.fuse));
        Ok(SlowStore { inner: self.inner.open(name).await?, slow, waits, fuse })
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        self.allowed()?;
        self.inner.delete(name).await
    }
}

impl SlowStore {
    async fn around<T, E: From<StoreError>>(&self, work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
        self.wait().await;
        let done = match self.fuse.get() {
            None => work.await,
            Some((0, _)) => Err(StoreError::Closed.into()),
            Some((left, happens)) => {
                self.fuse.set(Some((left - 1, happens)));
                match (left, happens) {
                    (1, false) => Err(StoreError::Closed.into()),
                    (1, true) => work.await.and(Err(StoreError::Closed.into())),
                    _ => work.await,
                }
            }
        };
        self.wait().await;
        done
    }

    /// Mostly a moment, now and then long enough for others to do a great deal.
    async fn wait(&self) {
        if !self.slow.get() {
            return;
        }
        let state = self.waits.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        self.waits.set(state);
        let moments = if (state >> 60) == 0 { 40 } else { 1 + (state >> 33) % 2 };
        for _ in 0..moments {
            pause().await;
        }
    }
}

impl Store for SlowStore {
    async fn head(&self) -> Result<Head, StoreError> {
        self.around(self.inner.head()).await
    }

    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        self.around(self.inner.rows(keys)).await
    }

    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError> {
        self.around(self.inner.rows_after(after, limit)).await
    }

    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError> {
        self.around(self.inner.row_keys()).await
    }

    async fn write(&self, write: Write<'_>) -> Result<(), WriteError> {
        self.around(self.inner.write(write)).await
    }

    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError> {
        self.around(self.inner.stage(rows)).await
    }

    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError> {
        self.around(self.inner.sweep(keys)).await
    }

    async fn restore_ballast(&self) -> Result<bool, StoreError> {
        self.around(self.inner.restore_ballast()).await
    }

    async fn drop_ballast(&self) -> Result<bool, StoreError> {
        self.around(self.inner.drop_ballast()).await
    }

    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        self.around(self.inner.notes()).await
    }

    async fn put_note(&self, note: &SealedNote, header: &[u8]) -> Result<(), WriteError> {
        self.around(self.inner.put_note(note, header)).await
    }
}

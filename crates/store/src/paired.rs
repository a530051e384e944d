//! Two shelves as one: a disk, and the memory of this tab. A journal's name says on which of them it rests.

use vault::{RowKey, SealedNote, SealedRow};

use crate::{Head, Shelf, Store, StoreError, Write, WriteError, is_memory_name};

/// A disk and a memory. What has a name of memory ([`is_memory_name`]) never reaches the disk.
#[derive(Clone, Default)]
pub struct Paired<D, M> {
    /// Where the other journals rest.
    pub disk: D,
    /// Where journals in memory rest.
    pub memory: M,
}

/// A store of either.
#[derive(Clone)]
pub enum PairedStore<D, M> {
    /// On the disk.
    Disk(D),
    /// In memory.
    Memory(M),
}

impl<D: Shelf, M: Shelf> Shelf for Paired<D, M> {
    type Store = PairedStore<D::Store, M::Store>;

    /// A disk that refuses is told of only where memory holds nothing.
    async fn names(&self) -> Result<Vec<String>, StoreError> {
        let in_memory = self.memory.names().await?;
        let mut names = match self.disk.names().await {
            Err(_) if !in_memory.is_empty() => Vec::new(),
            names => names?,
        };
        names.extend(in_memory);
        names.sort();
        Ok(names)
    }

    async fn open(&self, name: &str) -> Result<Self::Store, StoreError> {
        if is_memory_name(name) {
            return self.memory.open(name).await.map(PairedStore::Memory);
        }
        self.disk.open(name).await.map(PairedStore::Disk)
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        if is_memory_name(name) { self.memory.delete(name).await } else { self.disk.delete(name).await }
    }
}

/// Asks whichever store it is.
macro_rules! either {
    ($self:ident, $store:ident => $ask:expr) => {
        match $self {
            PairedStore::Disk($store) => $ask.await,
            PairedStore::Memory($store) => $ask.await,
        }
    };
}

impl<D: Store, M: Store> Store for PairedStore<D, M> {
    async fn head(&self) -> Result<Head, StoreError> {
        either!(self, store => store.head())
    }

    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        either!(self, store => store.rows(keys))
    }

    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError> {
        either!(self, store => store.rows_after(after, limit))
    }

    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError> {
        either!(self, store => store.row_keys())
    }

    async fn write(&self, write: Write<'_>) -> Result<(), WriteError> {
        either!(self, store => store.write(write))
    }

    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError> {
        either!(self, store => store.stage(rows))
    }

    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError> {
        either!(self, store => store.sweep(keys))
    }

    async fn restore_ballast(&self) -> Result<bool, StoreError> {
        either!(self, store => store.restore_ballast())
    }

    async fn drop_ballast(&self) -> Result<bool, StoreError> {
        either!(self, store => store.drop_ballast())
    }

    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        either!(self, store => store.notes())
    }

    async fn put_note(&self, note: &SealedNote, header: &[u8]) -> Result<(), WriteError> {
        either!(self, store => store.put_note(note, header))
    }
}

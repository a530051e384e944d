//! Two shelves as one: a journal whose name says so rests in memory, every other one on the device.

use vault::{RowKey, SealedNote, SealedRow};

use crate::{Head, MemoryShelf, MemoryStore, Shelf, Store, StoreError, Write, WriteError, is_memory_name};

/// A shelf on the device beside one in memory.
#[derive(Clone, Default)]
pub struct PairedShelf<D> {
    device: D,
    memory: MemoryShelf,
}

impl<D> PairedShelf<D> {
    /// The device's shelf, and an empty one in memory.
    pub fn new(device: D) -> Self {
        Self { device, memory: MemoryShelf::new() }
    }
}

/// One journal's store, wherever it rests.
pub enum PairedStore<D> {
    /// On the device.
    Device(D),
    /// In memory.
    Memory(MemoryStore),
}

impl<D: Shelf> Shelf for PairedShelf<D> {
    type Store = PairedStore<D::Store>;

    /// Where the device refuses, a journal in memory is there all the same.
    async fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut names = self.memory.names().await?;
        match self.device.names().await {
            Ok(on_device) => names.extend(on_device),
            Err(refused) if names.is_empty() => return Err(refused),
            Err(_) => {}
        }
        names.sort();
        Ok(names)
    }

    async fn open(&self, name: &str) -> Result<Self::Store, StoreError> {
        match is_memory_name(name) {
            true => self.memory.open(name).await.map(PairedStore::Memory),
            false => self.device.open(name).await.map(PairedStore::Device),
        }
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        match is_memory_name(name) {
            true => self.memory.delete(name).await,
            false => self.device.delete(name).await,
        }
    }
}

macro_rules! either {
    ($self:ident, $store:ident => $call:expr) => {
        match $self {
            PairedStore::Device($store) => $call,
            PairedStore::Memory($store) => $call,
        }
    };
}

impl<D: Store> Store for PairedStore<D> {
    async fn head(&self) -> Result<Head, StoreError> {
        either!(self, store => store.head().await)
    }

    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        either!(self, store => store.rows(keys).await)
    }

    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError> {
        either!(self, store => store.rows_after(after, limit).await)
    }

    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError> {
        either!(self, store => store.row_keys().await)
    }

    async fn write(&self, write: Write<'_>) -> Result<(), WriteError> {
        either!(self, store => store.write(write).await)
    }

    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError> {
        either!(self, store => store.stage(rows).await)
    }

    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError> {
        either!(self, store => store.sweep(keys).await)
    }

    /// A journal in memory has no reserve: what the device has left is not its own.
    async fn restore_ballast(&self) -> Result<bool, StoreError> {
        match self {
            Self::Device(store) => store.restore_ballast().await,
            Self::Memory(_) => Ok(false),
        }
    }

    async fn drop_ballast(&self) -> Result<bool, StoreError> {
        either!(self, store => store.drop_ballast().await)
    }

    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        either!(self, store => store.notes().await)
    }

    async fn put_note(&self, note: &SealedNote) -> Result<(), WriteError> {
        either!(self, store => store.put_note(note).await)
    }
}

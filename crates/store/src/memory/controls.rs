//! Test controls of the memory version: failures on demand and access to the stored bytes.
//!
//! They act on the database whatever connection they are called on, also on one that was closed, so a test keeps a
//! clone of the store it hands in, or opens a second connection.

use vault::RowKey;

use super::MemoryStore;

/// How the next write or stage goes wrong. It happens once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// `WriteError::Full`; nothing is applied.
    Full,
    /// `StoreError::Failed`; nothing is applied.
    Failed,
    /// The writer dies before its transaction completes: nothing is applied, its connection is closed. On a write
    /// that follows a stage this is the kill between stage and flip.
    KilledBefore,
    /// The writer dies when its transaction is complete and before it hears so: everything is applied, its connection
    /// is closed.
    KilledAfter,
}

/// One stored value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The header.
    Header,
    /// The root that counts.
    Root,
    /// The root before the last flip.
    Previous,
    /// The row of that key.
    Row(RowKey),
    /// The waiting note of that key.
    Note(u64),
}

impl MemoryStore {
    /// The next `write` on this database goes wrong in that way, whoever makes it.
    pub fn fail_next_write(&self, failure: Failure) {
        self.database.borrow_mut().next_write = Some(failure);
    }

    /// The next `stage` on this database goes wrong in that way, whoever makes it.
    pub fn fail_next_stage(&self, failure: Failure) {
        self.database.borrow_mut().next_stage = Some(failure);
    }

    /// What grows the database past that many bytes gives `WriteError::Full` from now on. The ballast counts 1 MiB.
    pub fn set_capacity_bytes(&self, bytes: usize) {
        self.database.borrow_mut().capacity_bytes = bytes;
    }

    /// The bytes that count against the capacity.
    pub fn stored_bytes(&self) -> usize {
        self.database.borrow().stored_bytes()
    }

    /// Closes every connection to this database, as `versionchange` does.
    pub fn close_from_outside(&self) {
        self.database.borrow_mut().epoch += 1;
    }

    /// The stored bytes at a place.
    pub fn raw(&self, place: Place) -> Option<Vec<u8>> {
        let database = self.database.borrow();
        match place {
            Place::Header => database.head.header.clone(),
            Place::Root => database.head.root.clone(),
            Place::Previous => database.head.previous.clone(),
            Place::Row(key) => database.rows.get(&key).cloned(),
            Place::Note(key) => database.notes.get(&key).cloned(),
        }
    }

    /// Stores any bytes at a place, or removes what is there.
    pub fn set_raw(&self, place: Place, bytes: Option<Vec<u8>>) {
        let database = &mut *self.database.borrow_mut();
        match (place, bytes) {
            (Place::Header, bytes) => database.head.header = bytes,
            (Place::Root, bytes) => database.head.root = bytes,
            (Place::Previous, bytes) => database.head.previous = bytes,
            (Place::Row(key), Some(bytes)) => drop(database.rows.insert(key, bytes)),
            (Place::Row(key), None) => drop(database.rows.remove(&key)),
            (Place::Note(key), Some(bytes)) => drop(database.notes.insert(key, bytes)),
            (Place::Note(key), None) => drop(database.notes.remove(&key)),
        }
    }

    /// Damages what is stored at a place: flips the lowest bit of one byte.
    ///
    /// # Panics
    /// When nothing, or too little, is stored there.
    pub fn flip_bit(&self, place: Place, index: usize) {
        let mut bytes = self.raw(place).expect("something is stored at the place to damage");
        bytes[index] ^= 1;
        self.set_raw(place, Some(bytes));
    }

    /// Every stored value as it rests, to look for words in. The ballast is noise and left out.
    pub fn dump(&self) -> Vec<Vec<u8>> {
        let database = self.database.borrow();
        let head = [&database.head.header, &database.head.root, &database.head.previous];
        let head = head.into_iter().flatten();
        head.chain(database.rows.values()).chain(database.notes.values()).cloned().collect()
    }
}

//! The state of one database in memory and the rules of writing to it.

use std::collections::{BTreeMap, BTreeSet};

use vault::{Commitment, RowKey, SealedNote, SealedRow};

use super::Failure;
use crate::{Head, MAX_NOTES, Previous, Write, WriteError};

const BALLAST_BYTES: usize = 1024 * 1024;
const KEY_BYTES: usize = 16;

/// What one database holds.
#[derive(Clone)]
pub(super) struct Database {
    pub(super) head: Head,
    pub(super) rows: BTreeMap<RowKey, Vec<u8>>,
    pub(super) notes: BTreeMap<u64, Vec<u8>>,
    pub(super) ballast: bool,
    pub(super) capacity_bytes: usize,
    pub(super) next_write: Option<Failure>,
    pub(super) next_stage: Option<Failure>,
    /// Connections made under an earlier number are closed.
    pub(super) epoch: u32,
    last_note: u64,
}

impl Database {
    pub(super) fn empty() -> Self {
        Self {
            head: Head::default(),
            rows: BTreeMap::new(),
            notes: BTreeMap::new(),
            ballast: false,
            capacity_bytes: usize::MAX,
            next_write: None,
            next_stage: None,
            epoch: 0,
            last_note: 0,
        }
    }

    pub(super) fn stored_bytes(&self) -> usize {
        let head = bytes(&self.head.header) + bytes(&self.head.root) + bytes(&self.head.previous);
        let rows: usize = self.rows.values().map(|row| row.len() + KEY_BYTES).sum();
        let notes: usize = self.notes.values().map(Vec::len).sum();
        head + rows + notes + if self.ballast { BALLAST_BYTES } else { 0 }
    }

    pub(super) fn write(&mut self, write: &Write<'_>) -> Result<(), WriteError> {
        self.expect_root(write.expected)?;
        self.expect_notes(write.expected_notes)?;
        self.expect_new(write.rows)?;
        let notes: usize = write.add_notes.iter().map(|note| note.as_bytes().len()).sum();
        let added = rows_bytes(write.rows) + self.head_growth(write) + notes;
        self.expect_room(added, self.removed_bytes(write))?;
        self.put_head(write);
        self.add(write.rows);
        self.remove(write.remove);
        for key in write.remove_notes {
            self.notes.remove(key);
        }
        write.add_notes.iter().for_each(|note| self.add_note(note));
        Ok(())
    }

    pub(super) fn stage(&mut self, rows: &[SealedRow]) -> Result<(), WriteError> {
        self.expect_new(rows)?;
        self.expect_room(rows_bytes(rows), 0)?;
        self.add(rows);
        Ok(())
    }

    pub(super) fn remove(&mut self, keys: &[RowKey]) {
        for key in keys {
            self.rows.remove(key);
        }
    }

    pub(super) fn put_ballast(&mut self) -> Result<(), WriteError> {
        if !self.ballast {
            self.expect_room(BALLAST_BYTES, 0)?;
        }
        self.ballast = true;
        Ok(())
    }

    pub(super) fn put_note(&mut self, note: &SealedNote, header: &[u8]) -> Result<(), WriteError> {
        if self.head.header.as_deref() != Some(header) {
            return Err(WriteError::HeaderMoved);
        }
        if self.notes.len() >= MAX_NOTES {
            return Err(WriteError::InboxFull);
        }
        self.expect_room(note.as_bytes().len(), 0)?;
        self.add_note(note);
        Ok(())
    }

    fn add_note(&mut self, note: &SealedNote) {
        self.last_note += 1;
        self.notes.insert(self.last_note, note.as_bytes().to_vec());
    }

    fn expect_root(&self, expected: Option<Commitment>) -> Result<(), WriteError> {
        let as_expected = match (&self.head.root, expected) {
            (None, None) => true,
            (Some(stored), Some(expected)) => vault::root_commitment(stored) == Ok(expected),
            _ => false,
        };
        if as_expected { Ok(()) } else { Err(WriteError::RootMoved(self.head.root.clone())) }
    }

    fn expect_notes(&self, expected: Option<&[u64]>) -> Result<(), WriteError> {
        let as_expected = expected.is_none_or(|expected| self.notes.keys().eq(expected));
        if as_expected { Ok(()) } else { Err(WriteError::NotesMoved) }
    }

    fn expect_new(&self, rows: &[SealedRow]) -> Result<(), WriteError> {
        let mut seen = BTreeSet::new();
        let is_new = |row: &SealedRow| !self.rows.contains_key(&row.key()) && seen.insert(row.key());
        if rows.iter().all(is_new) { Ok(()) } else { Err(WriteError::RowExists) }
    }

    fn expect_room(&self, added: usize, removed: usize) -> Result<(), WriteError> {
        let unlimited = self.capacity_bytes == usize::MAX;
        let fits = || added <= removed || self.stored_bytes() + added - removed <= self.capacity_bytes;
        if unlimited || fits() { Ok(()) } else { Err(WriteError::Full) }
    }

    /// What a write puts beside the rows.
    fn head_growth(&self, write: &Write<'_>) -> usize {
        let header = write.header.map_or(0, |header| header.as_bytes().len());
        let previous = if write.previous == Previous::Replaced { bytes(&self.head.root) } else { 0 };
        write.root.as_bytes().len() + header + previous
    }

    /// What a write replaces or removes.
    fn removed_bytes(&self, write: &Write<'_>) -> usize {
        let header = write.header.map_or(0, |_| bytes(&self.head.header));
        let previous = if write.previous == Previous::Keep { 0 } else { bytes(&self.head.previous) };
        let removed = write.remove.iter().filter_map(|key| self.rows.get(key));
        let rows: usize = removed.map(|row| row.len() + KEY_BYTES).sum();
        let notes: usize =
            write.remove_notes.iter().filter_map(|key| self.notes.get(key)).map(Vec::len).sum();
        bytes(&self.head.root) + header + previous + rows + notes
    }

    fn put_head(&mut self, write: &Write<'_>) {
        let replaced = self.head.root.replace(write.root.as_bytes().to_vec());
        if let Some(header) = write.header {
            self.head.header = Some(header.as_bytes().to_vec());
        }
        match write.previous {
            Previous::Keep => {}
            Previous::Drop => self.head.previous = None,
            Previous::Replaced => self.head.previous = replaced,
        }
    }

    fn add(&mut self, rows: &[SealedRow]) {
        self.rows.extend(rows.iter().map(|row| (row.key(), row.as_bytes().to_vec())));
    }
}

fn bytes(value: &Option<Vec<u8>>) -> usize {
    value.as_ref().map_or(0, Vec::len)
}

fn rows_bytes(rows: &[SealedRow]) -> usize {
    rows.iter().map(|row| row.as_bytes().len() + KEY_BYTES).sum()
}

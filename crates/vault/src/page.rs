//! Owns the form of a page: the entries of the fast list. Must not know what a title says or a kind means.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::identity::{Commitment, PageNumber, RecordId};
use crate::padding;
use crate::reader::Reader;
use crate::sealed_error::SealError;

/// Bytes of an entry with an empty title.
const LEAST_ENTRY: usize = 61;

/// Whether a record is there or was deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryState {
    /// There.
    Live = 1,
    /// Deleted; the entry stays so that merges know.
    Deleted = 2,
}

/// What the list shows of one record, and which sealing of it is the current one.
#[derive(Clone, PartialEq, Eq)]
pub struct PageEntry {
    /// Which record.
    pub record_id: RecordId,
    /// Its current sealing.
    pub commitment: Commitment,
    /// There or deleted.
    pub state: EntryState,
    /// The record's kind.
    pub kind: u8,
    /// When it happened, seconds since 1970 UTC.
    pub happened_at_s: i64,
    /// The local offset from UTC then, in minutes.
    pub offset_min: i16,
    /// At most [`PageEntry::MAX_TITLE`] bytes; empty when deleted.
    pub title: String,
}

impl PageEntry {
    /// Longest title in bytes.
    pub const MAX_TITLE: usize = 64;

    /// As much of a title as an entry takes, cut at a character boundary.
    pub fn fitted_title(title: &str) -> &str {
        &title[..title.floor_char_boundary(Self::MAX_TITLE)]
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let record_id = RecordId::from_bytes(reader.array()?);
        let commitment = Commitment::from_bytes(reader.array()?);
        let state = match reader.u8()? {
            1 => EntryState::Live,
            2 => EntryState::Deleted,
            _ => return None,
        };
        let kind = reader.u8()?;
        let (happened_at_s, offset_min) = (reader.i64()?, reader.i16()?);
        let title_len = usize::from(reader.u8()?);
        let title = core::str::from_utf8(reader.take(title_len)?).ok()?.into();
        Some(Self { record_id, commitment, state, kind, happened_at_s, offset_min, title })
            .filter(Self::is_of_the_form)
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.record_id.as_bytes());
        bytes.extend_from_slice(self.commitment.as_bytes());
        bytes.extend_from_slice(&[self.state as u8, self.kind]);
        bytes.extend_from_slice(&self.happened_at_s.to_be_bytes());
        bytes.extend_from_slice(&self.offset_min.to_be_bytes());
        bytes.push(self.title.len() as u8);
        bytes.extend_from_slice(self.title.as_bytes());
    }

    fn is_of_the_form(&self) -> bool {
        match self.state {
            EntryState::Live => self.title.len() <= Self::MAX_TITLE,
            EntryState::Deleted => self.title.is_empty(),
        }
    }
}

impl fmt::Debug for PageEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageEntry")
            .field("record_id", &self.record_id)
            .field("commitment", &self.commitment)
            .field("state", &self.state)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// One of the 64 pages: its entries, sorted by record id, each id once.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Page {
    entries: Vec<PageEntry>,
}

impl Page {
    /// Sorts; of entries with one id the last stands.
    pub fn from_entries(mut entries: Vec<PageEntry>) -> Page {
        // Reversed before a stable sort, so that of equal ids the last comes first and survives.
        entries.reverse();
        entries.sort_by_key(|entry| entry.record_id);
        entries.dedup_by_key(|entry| entry.record_id);
        Page { entries }
    }

    /// Sorted by record id.
    pub fn entries(&self) -> &[PageEntry] {
        &self.entries
    }

    /// The entry of a record.
    pub fn get(&self, id: &RecordId) -> Option<&PageEntry> {
        self.find(id).ok().and_then(|at| self.entries.get(at))
    }

    /// Puts an entry in, in place of the one with its id if there is one.
    pub fn put(&mut self, entry: PageEntry) {
        match self.find(&entry.record_id) {
            Ok(at) => self.entries[at] = entry,
            Err(at) => self.entries.insert(at, entry),
        }
    }

    fn find(&self, id: &RecordId) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.record_id.cmp(id))
    }

    pub(crate) fn to_padded_bytes(&self, number: PageNumber) -> Result<Vec<u8>, SealError> {
        let belongs = |entry: &PageEntry| entry.record_id.page() == number && entry.is_of_the_form();
        let count = u32::try_from(self.entries.len()).map_err(|_| SealError::Form)?;
        if !self.entries.iter().all(belongs) {
            return Err(SealError::Form);
        }
        let len = 4 + self.entries.iter().map(|entry| LEAST_ENTRY + entry.title.len()).sum::<usize>();
        // Reserved whole, so that growing leaves no copies behind.
        let mut bytes = Vec::with_capacity(padding::bucket(len));
        bytes.extend_from_slice(&count.to_be_bytes());
        for entry in &self.entries {
            entry.write(&mut bytes);
        }
        padding::pad(&mut bytes);
        Ok(bytes)
    }

    pub(crate) fn parse(bytes: &[u8], number: PageNumber) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let count = reader.length()?;
        // Never more than the bytes can hold, whatever the count says.
        let mut entries: Vec<PageEntry> = Vec::with_capacity(count.min(bytes.len() / LEAST_ENTRY));
        for _ in 0..count {
            let entry = PageEntry::read(&mut reader)?;
            let follows = entries.last().is_none_or(|last| last.record_id < entry.record_id);
            if !follows || entry.record_id.page() != number {
                return None;
            }
            entries.push(entry);
        }
        padding::is_exact(bytes.len(), reader.rest()).then_some(Self { entries })
    }
}

//! Merging records of a backup with what is here, and staging what comes of it: rows that nothing names yet.

use std::collections::BTreeMap;
use store::Store as _;
use vault::{Commitment, EntryState, Page, PageEntry, PageNumber, Record, RecordId, SealedRow, VaultKeys};

use super::{
    Trouble,
    compare::{compare, is_live, listed},
};
use crate::{
    host::Host,
    protocol::{Compared, Failure},
    service::{Journal, Keeper, Store},
    slices::Slice,
    stored::commitment_of,
};

/// What rests here of a record.
pub(super) struct Ours {
    /// The sealing that the list names.
    pub(super) from: Commitment,
    /// `None` for one that cannot be read: the backup's takes its place.
    pub(super) record: Option<Record>,
}

/// What was staged, by record.
#[derive(Default)]
pub(super) struct Staged(BTreeMap<RecordId, StagedEntry>);

/// One staged row.
pub(super) struct StagedEntry {
    /// The sealing it was made from, and is to take the place of; `None` for a new record.
    pub(super) from: Option<Commitment>,
    /// What the list is to say.
    pub(super) entry: PageEntry,
}

impl Staged {
    pub(super) fn put(&mut self, from: Option<Commitment>, entry: PageEntry) {
        self.0.insert(entry.record_id, StagedEntry { from, entry });
    }

    pub(super) fn has(&self, id: RecordId) -> bool {
        self.0.contains_key(&id)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Live and deleted ones.
    pub(super) fn counts(&self) -> (u32, u32) {
        let live = self.0.values().filter(|staged| staged.entry.state == EntryState::Live).count();
        (live as u32, (self.0.len() - live) as u32)
    }

    /// The pages on which something changes.
    pub(super) fn pages(&self) -> Vec<PageNumber> {
        let mut pages: Vec<PageNumber> = self.0.keys().map(RecordId::page).collect();
        pages.dedup();
        pages
    }

    /// What was staged of a page.
    pub(super) fn on(&self, number: PageNumber) -> impl Iterator<Item = (RecordId, &StagedEntry)> {
        // Ids are in order, and a page holds those of one beginning.
        let first = self.0.range(first_of(number)..);
        first.take_while(move |(id, _)| id.page() == number).map(|(id, staged)| (*id, staged))
    }

    /// The page of what was staged alone.
    pub(super) fn page(&self, number: PageNumber) -> Page {
        Page::from_entries(self.on(number).map(|(_, staged)| staged.entry.clone()).collect())
    }
}

impl<H: Host> Keeper<H> {
    /// What rests here of some records, in the same order.
    ///
    /// # Errors
    /// [`Failure::EntryDamaged`] when the part of the list that one belongs to cannot be read: what is in it would be
    /// lost.
    pub(super) async fn ours(
        &self,
        journal: &Journal<H>,
        ids: &[RecordId],
    ) -> Result<Vec<Option<Ours>>, Trouble> {
        let named: Vec<Option<Commitment>> =
            ids.iter().map(|id| commitment_of(journal, *id)).collect::<Result<_, _>>()?;
        let keys: Vec<_> = named.iter().flatten().map(Commitment::row_key).collect();
        let mut rows =
            if keys.is_empty() { Vec::new() } else { journal.store.rows(&keys).await? }.into_iter();
        let mut ours = Vec::with_capacity(ids.len());
        for (id, from) in ids.iter().zip(named) {
            let Some(from) = from else {
                ours.push(None);
                continue;
            };
            let opened = rows.next().flatten().map(|row| journal.keys.open_record(*id, from, &row));
            ours.push(match opened {
                Some(opened) => Some(Ours { from, record: opened.ok() }),
                None => self.ours_now(journal, *id).await?,
            });
        }
        Ok(ours)
    }

    /// As [`Keeper::ours`], of one whose row another tab may have replaced.
    pub(super) async fn ours_now(&self, journal: &Journal<H>, id: RecordId) -> Result<Option<Ours>, Trouble> {
        match self.look_up(journal, id).await? {
            Some(Ok(stored)) => Ok(Some(Ours { from: stored.commitment, record: Some(stored.record) })),
            Some(Err(_)) => {
                let from = commitment_of(journal, id)?;
                Ok(from.map(|from| Ours { from, record: None }))
            }
            None => Ok(None),
        }
    }

    /// Merges some records with what is here, seals what changes, and stages it.
    pub(super) async fn stage_merged(
        &self,
        keys: &VaultKeys,
        store: &Store<H>,
        theirs: Vec<(RecordId, Record)>,
        ours: Vec<Option<Ours>>,
        staged: &mut Staged,
    ) -> Result<(), Trouble> {
        let mut slice = Slice::begin(&self.host);
        let mut rows: Vec<SealedRow> = Vec::with_capacity(theirs.len());
        let mut entries = Vec::with_capacity(theirs.len());
        for ((id, theirs), ours) in theirs.into_iter().zip(ours) {
            let (from, record) = match ours {
                Some(Ours { from, record }) => (Some(from), record),
                None => (None, None),
            };
            let Some(merged) = compare(&mut Compared::default(), record, theirs) else { continue };
            let row = keys.seal_record(id, &merged, &mut self.random())?;
            entries.push((from, entry_of(id, row.commitment(), &merged)));
            rows.push(row);
            slice.rest().await;
        }
        if !rows.is_empty() {
            store.stage(&rows).await?;
        }
        entries.into_iter().for_each(|(from, entry)| staged.put(from, entry));
        Ok(())
    }

    /// What was staged of a record that was saved here since: merged with that once more.
    pub(super) async fn stage_again(
        &self,
        journal: &Journal<H>,
        id: RecordId,
        staged: &mut Staged,
    ) -> Result<(), Trouble> {
        let Some(before) = staged.0.get(&id) else { return Ok(()) };
        let sealed = before.entry.commitment;
        let row = journal.store.rows(&[sealed.row_key()]).await?.pop().flatten();
        let theirs = row.and_then(|row| journal.keys.open_record(id, sealed, &row).ok());
        let theirs = theirs.ok_or(Failure::StorageFailed)?;
        let ours = self.ours_now(journal, id).await?;
        staged.0.remove(&id);
        self.stage_merged(&journal.keys, &journal.store, vec![(id, theirs)], vec![ours], staged).await
    }
}

/// The least id of a page.
fn first_of(number: PageNumber) -> RecordId {
    let mut bytes = [0; RecordId::LEN];
    bytes[0] = (number.index() as u8) << 2;
    RecordId::from_bytes(bytes)
}

/// What the list is to say of a record that came from elsewhere.
pub(super) fn entry_of(record_id: RecordId, commitment: Commitment, record: &Record) -> PageEntry {
    let state = if is_live(record) { EntryState::Live } else { EntryState::Deleted };
    let listing = listed(record);
    PageEntry {
        record_id,
        commitment,
        state,
        kind: record.kind,
        happened_at_s: listing.happened_at_s,
        offset_min: listing.offset_min,
        title: listing.title,
    }
}

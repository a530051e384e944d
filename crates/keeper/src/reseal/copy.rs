//! The copy under the next key: every record, page and draft, staged beside the old ones, and what each was made from,
//! so that only what changed meanwhile is made again.

use std::collections::HashMap;
use store::Store as _;
use vault::{Commitment, DraftId, DraftRef, Page, PageEntry, PageNumber, RecordId, SealedRow, VaultKeys};

use crate::{
    commit::ATTEMPTS,
    host::Host,
    protocol::{Failure, Stage},
    service::{Journal, Keeper},
    slices::Slice,
};

/// Rows read, sealed anew and staged at once: they are in memory together.
const ROWS_AT_ONCE: usize = 32;

/// What was made from what.
#[derive(Default)]
pub(super) struct Copy {
    /// Records: from which sealing, and the new one.
    records: HashMap<RecordId, (Commitment, Commitment)>,
    /// Pages: from which sealing, and the new one.
    pages: HashMap<PageNumber, CopiedPage>,
    /// Drafts: from which sealing, and the new one.
    drafts: HashMap<DraftId, (Commitment, Commitment)>,
}

struct CopiedPage {
    from: Commitment,
    sealed: Commitment,
    page: Page,
}

impl Copy {
    pub(super) fn page_commitments(&self) -> [Commitment; PageNumber::COUNT] {
        let mut commitments = [Commitment::from_bytes([0; 32]); PageNumber::COUNT];
        for (number, page) in &self.pages {
            commitments[number.index()] = page.sealed;
        }
        commitments
    }

    /// The drafts' places under the next key. One that does not open stays as it is.
    pub(super) fn drafts(&self, before: &[DraftRef]) -> Vec<DraftRef> {
        let anew = |draft: &DraftRef| {
            let row = self.drafts.get(&draft.draft_id).filter(|(from, _)| *from == draft.row);
            let base = self.records.get(&draft.record_id).filter(|(from, _)| from.row_key() == draft.base);
            DraftRef {
                row: row.map_or(draft.row, |(_, sealed)| *sealed),
                base: base.map_or(draft.base, |(_, sealed)| sealed.row_key()),
                ..draft.clone()
            }
        };
        before.iter().map(anew).collect()
    }

    /// The list under the next key, and each record's new sealing.
    pub(super) fn into_parts(self) -> (Vec<Option<Page>>, impl Iterator<Item = (RecordId, Commitment)>) {
        let Self { records, mut pages, .. } = self;
        let pages = PageNumber::all().map(|number| pages.remove(&number).map(|copied| copied.page)).collect();
        (pages, records.into_iter().map(|(id, (_, sealed))| (id, sealed)))
    }
}

impl<H: Host> Keeper<H> {
    /// Makes whatever of the copy is not there yet, until it is the whole journal as it stands. Gives the root's
    /// commitment that it was made from.
    ///
    /// # Errors
    /// [`Failure::EntryDamaged`] when a record or a part of the list does not open: nothing that is there is left
    /// behind without a word.
    pub(super) async fn copy(
        &self,
        number: u32,
        journal: &Journal<H>,
        keys: &VaultKeys,
        copy: &mut Copy,
    ) -> Result<Commitment, Failure> {
        for _ in 0..ATTEMPTS {
            let from = journal.head.borrow().commitment;
            for page in PageNumber::all() {
                self.copy_page(number, journal, keys, copy, page).await?;
            }
            self.copy_drafts(journal, keys, copy).await?;
            if journal.head.borrow().commitment == from && copy.is_of(journal) {
                return Ok(from);
            }
        }
        Err(Failure::TooBusy)
    }

    async fn copy_page(
        &self,
        number: u32,
        journal: &Journal<H>,
        keys: &VaultKeys,
        copy: &mut Copy,
        page: PageNumber,
    ) -> Result<(), Failure> {
        let (from, mut entries) = {
            let list = journal.list.borrow();
            let from = journal.head.borrow().root.pages[page.index()];
            if copy.pages.get(&page).is_some_and(|copied| copied.from == from) {
                return Ok(());
            }
            (from, list.page(page).ok_or(Failure::EntryDamaged)?.entries().to_vec())
        };
        let is_missing = |entry: &&PageEntry| !copy.has(entry.record_id, entry.commitment);
        let missing: Vec<_> =
            entries.iter().filter(is_missing).map(|entry| (entry.record_id, entry.commitment)).collect();
        for some in missing.chunks(ROWS_AT_ONCE) {
            if !self.copy_records(journal, keys, copy, some).await? {
                // Another tab has replaced one: the page is made from its successor.
                return Ok(());
            }
            let total = journal.list.borrow().entries().count();
            self.host.progress(number, Stage::Resealing, copy.records.len() as u32, total as u32);
        }
        for entry in &mut entries {
            entry.commitment = copy.records[&entry.record_id].1;
        }
        let copied = Page::from_entries(entries);
        let sealed = keys.seal_page(page, &copied, &mut self.random())?;
        journal.store.stage(core::slice::from_ref(&sealed)).await?;
        copy.pages.insert(page, CopiedPage { from, sealed: sealed.commitment(), page: copied });
        Ok(())
    }

    /// False when one of the rows is no longer there, as another tab replaced it.
    async fn copy_records(
        &self,
        journal: &Journal<H>,
        keys: &VaultKeys,
        copy: &mut Copy,
        records: &[(RecordId, Commitment)],
    ) -> Result<bool, Failure> {
        let rows: Vec<_> = records.iter().map(|(_, commitment)| commitment.row_key()).collect();
        let stored = journal.store.rows(&rows).await?;
        if stored.iter().any(Option::is_none) {
            return self.has_moved(journal, records).await;
        }
        let mut slice = Slice::begin(&self.host);
        let mut sealed: Vec<SealedRow> = Vec::with_capacity(records.len());
        for ((id, commitment), bytes) in records.iter().zip(stored) {
            let bytes = bytes.unwrap_or_default();
            let record = journal.keys.open_record(*id, *commitment, &bytes);
            let record = record.map_err(|_| Failure::EntryDamaged)?;
            sealed.push(keys.seal_record(*id, &record, &mut self.random())?);
            slice.rest().await;
        }
        journal.store.stage(&sealed).await?;
        let made = records.iter().zip(&sealed);
        copy.records.extend(made.map(|((id, from), row)| (*id, (*from, row.commitment()))));
        Ok(true)
    }

    /// Rows are missing: replaced by another tab, or damage.
    async fn has_moved(
        &self,
        journal: &Journal<H>,
        records: &[(RecordId, Commitment)],
    ) -> Result<bool, Failure> {
        self.catch_up(journal).await?;
        let list = journal.list.borrow();
        let stands = |(id, commitment): &(RecordId, Commitment)| {
            list.entry(*id).is_some_and(|entry| entry.commitment == *commitment)
        };
        if records.iter().all(stands) { Err(Failure::EntryDamaged) } else { Ok(false) }
    }

    async fn copy_drafts(
        &self,
        journal: &Journal<H>,
        keys: &VaultKeys,
        copy: &mut Copy,
    ) -> Result<(), Failure> {
        let drafts = journal.head.borrow().root.drafts.clone();
        for draft in drafts {
            if copy.drafts.get(&draft.draft_id).is_some_and(|(from, _)| *from == draft.row) {
                continue;
            }
            let Some(bytes) = journal.store.rows(&[draft.row.row_key()]).await?.pop().flatten() else {
                // Sealed anew meanwhile, or damage, which stays as it is.
                self.catch_up(journal).await?;
                continue;
            };
            let Ok(text) = journal.keys.open_draft(draft.draft_id, draft.row, &bytes) else { continue };
            let sealed =
                keys.seal_draft(draft.draft_id, &zeroize::Zeroizing::new(text), &mut self.random())?;
            journal.store.stage(core::slice::from_ref(&sealed)).await?;
            copy.drafts.insert(draft.draft_id, (draft.row, sealed.commitment()));
        }
        Ok(())
    }
}

impl Copy {
    fn has(&self, id: RecordId, from: Commitment) -> bool {
        self.records.get(&id).is_some_and(|(copied, _)| *copied == from)
    }

    /// Whether every page is copied as it stands.
    fn is_of<S>(&self, journal: &crate::open_journal::OpenJournal<S>) -> bool {
        let head = journal.head.borrow();
        PageNumber::all().all(|number| {
            let copied = self.pages.get(&number);
            copied.is_some_and(|copied| copied.from == head.root.pages[number.index()])
        })
    }
}

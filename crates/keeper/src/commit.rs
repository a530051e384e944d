//! One change of one record, written: seal first, then one strict transaction with compare-and-swap on the root.
//! When another tab was first, read what it wrote and try again. Nothing is acknowledged before the store says so.

use store::{Previous, Store as _, Write, WriteError};
use vault::{
    Commitment, DeviceId, DraftId, EntryState, PageEntry, Record, RecordId, Root, RowKey, SealedRow,
    VersionClock,
};

use crate::{
    bodies::Body,
    host::Host,
    open_journal::Standing,
    protocol::{Event, Failure},
    service::{Journal, Keeper},
};

/// How often a save tries again when other tabs keep being first.
const ATTEMPTS: usize = 50;
/// A new witness at most once a minute.
const WITNESS_MS: u64 = 60_000;

/// The record as it is to be, made from the record as it is.
pub(crate) struct Change {
    /// The whole new record.
    pub(crate) record: Record,
    /// Live or deleted.
    pub(crate) state: EntryState,
    /// What the list shows.
    pub(crate) title: String,
    /// When it happened, s since 1970 UTC.
    pub(crate) happened_at_s: i64,
    /// Offset there and then, minutes.
    pub(crate) offset_min: i16,
}

/// A root to be written with its rows, and what to do once it is.
pub(crate) struct Prepared {
    pub(crate) root: Root,
    pub(crate) rows: Vec<SealedRow>,
    pub(crate) remove: Vec<RowKey>,
    pub(crate) previous: Previous,
}

impl<H: Host> Keeper<H> {
    /// Writes what `change` makes of record `id`, and forgets `draft` with it. `change` may be called again with what
    /// another tab wrote meanwhile. Gives the record written.
    pub(crate) async fn commit(
        &self,
        journal: &Journal<H>,
        id: RecordId,
        draft: Option<DraftId>,
        change: impl Fn(Option<Record>, DeviceId) -> Result<Change, Failure>,
    ) -> Result<Record, Failure> {
        let device = self.device(journal)?;
        for _ in 0..ATTEMPTS {
            let existing = self.record(journal, id).await?;
            let change = change(existing, device)?;
            let (prepared, entry) = self.prepare(journal, id, draft, &change)?;
            if self.put(journal, prepared).await? {
                self.applied(journal, id, entry, &change.record);
                return Ok(change.record);
            }
        }
        Err(Failure::TooBusy)
    }

    /// Writes a prepared root; false when another tab was first (its state is read by then).
    pub(crate) async fn put(&self, journal: &Journal<H>, prepared: Prepared) -> Result<bool, Failure> {
        let sealed = journal.keys.seal_root(&prepared.root, &mut self.random())?;
        let expected = journal.head.borrow().commitment;
        let write = || Write {
            expected: Some(expected),
            header: None,
            root: &sealed,
            rows: &prepared.rows,
            remove: &prepared.remove,
            previous: prepared.previous,
            remove_notes: &[],
        };
        let mut outcome = journal.store.write(write()).await;
        if outcome == Err(WriteError::Full) && journal.store.drop_ballast().await? {
            self.host.emit(Event::StorageLow);
            outcome = journal.store.write(write()).await;
        }
        match outcome {
            Ok(()) => {
                *journal.head.borrow_mut() =
                    Standing { root: prepared.root, commitment: sealed.commitment() };
                Ok(true)
            }
            Err(WriteError::RootMoved(stored)) => {
                self.catch_up(journal, stored.as_deref()).await?;
                Ok(false)
            }
            Err(WriteError::RowExists) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn prepare(
        &self,
        journal: &Journal<H>,
        id: RecordId,
        draft: Option<DraftId>,
        change: &Change,
    ) -> Result<(Prepared, PageEntry), Failure> {
        let random = &mut self.random();
        let row = journal.keys.seal_record(id, &change.record, random)?;
        let entry = PageEntry {
            record_id: id,
            commitment: row.commitment(),
            state: change.state,
            kind: change.record.kind,
            happened_at_s: change.happened_at_s,
            offset_min: change.offset_min,
            title: change.title.clone(),
        };
        let list = journal.list.borrow();
        let number = id.page();
        let mut page = list.page(number).ok_or(Failure::EntryDamaged)?.clone();
        let old = page.get(&id).cloned();
        page.put(entry.clone());
        let page_row = journal.keys.seal_page(number, &page, random)?;
        let mut root = journal.head.borrow().root.duplicate();
        let mut remove = vec![root.pages[number.index()].row_key()];
        remove.extend(old.as_ref().map(|old| old.commitment.row_key()));
        root.pages[number.index()] = page_row.commitment();
        count(&mut root, old.map(|old| old.state), change.state);
        if let Some(draft) = draft {
            remove.extend(forget_draft(&mut root, draft).map(|row| row.row_key()));
        }
        root.sequence += 1;
        root.device_id = self.device(journal)?;
        root.last_save_ms = self.host.now_ms();
        Ok((Prepared { root, rows: vec![row, page_row], remove, previous: Previous::Drop }, entry))
    }

    /// The write is on the disk: make memory say the same, and tell the screen.
    fn applied(&self, journal: &Journal<H>, id: RecordId, entry: PageEntry, record: &Record) {
        let row = entry.commitment.row_key();
        let live = entry.state == EntryState::Live;
        {
            let mut list = journal.list.borrow_mut();
            let mut page = list.page(id.page()).cloned().unwrap_or_default();
            page.put(entry);
            list.replace_page(id.page(), page);
        }
        if live {
            journal.bodies.borrow_mut().put(id, Body::of(record, row));
        } else {
            journal.bodies.borrow_mut().remove(id);
        }
        if self.host.now_ms().abs_diff(journal.witness_at_ms.get()) >= WITNESS_MS {
            self.keep_witness(journal);
        }
        self.host.emit(Event::Changed { sequence: journal.sequence() });
    }

    /// This opening's device id, drawn before its first write.
    pub(crate) fn device(&self, journal: &Journal<H>) -> Result<DeviceId, Failure> {
        if let Some(device) = journal.device.get() {
            return Ok(device);
        }
        let device = DeviceId::make(&mut self.random())?;
        journal.device.set(Some(device));
        Ok(device)
    }

    /// The record as it rests now; `None` when there is none.
    pub(crate) async fn record(&self, journal: &Journal<H>, id: RecordId) -> Result<Option<Record>, Failure> {
        let mut looked_for = None;
        loop {
            let Some(commitment) = commitment_of(journal, id)? else { return Ok(None) };
            if looked_for == Some(commitment) {
                return Err(Failure::EntryDamaged);
            }
            let stored = journal.store.rows(&[commitment.row_key()]).await?.pop().flatten();
            if let Some(bytes) = stored {
                let opened = journal.keys.open_record(id, commitment, &bytes);
                return opened.map(Some).map_err(|_| Failure::EntryDamaged);
            }
            // Perhaps another tab has replaced the row: look at its root before calling it damage.
            looked_for = Some(commitment);
            self.refresh().await?;
        }
    }
}

fn commitment_of<S>(
    journal: &crate::open_journal::OpenJournal<S>,
    id: RecordId,
) -> Result<Option<Commitment>, Failure> {
    let list = journal.list.borrow();
    let page = list.page(id.page()).ok_or(Failure::EntryDamaged)?;
    Ok(page.get(&id).map(|entry| entry.commitment))
}

/// Takes a draft out of the root; gives its row.
pub(crate) fn forget_draft(root: &mut Root, draft: DraftId) -> Option<Commitment> {
    let at = root.drafts.iter().position(|known| known.draft_id == draft)?;
    Some(root.drafts.remove(at).row)
}

/// The clock of everything in the record.
pub(crate) fn clock_over_all(record: &Record) -> VersionClock {
    VersionClock::merged(record.versions.iter().map(|version| &version.clock))
}

/// The clock of a version that replaces everything in the record.
pub(crate) fn clock_over(record: &Record, device: DeviceId) -> VersionClock {
    clock_over_all(record).bumped(device)
}

fn count(root: &mut Root, before: Option<EntryState>, now: EntryState) {
    match before {
        Some(EntryState::Live) => root.live = root.live.saturating_sub(1),
        Some(EntryState::Deleted) => root.deleted = root.deleted.saturating_sub(1),
        None => {}
    }
    match now {
        EntryState::Live => root.live += 1,
        EntryState::Deleted => root.deleted += 1,
    }
}

//! One change of one record, written: seal first, then one strict transaction with compare-and-swap on the root.
//! When another tab was first, read what it wrote and try again. Nothing is acknowledged before the store says so.

use journal::Kind;
use store::Previous;
use vault::{
    Commitment, DeviceId, DraftId, EntryState, PageEntry, Record, RecordId, Root, RowKey, SealedRow,
    VersionClock,
};

use crate::{
    bodies::Body,
    device::clock_over_all,
    host::Host,
    protocol::{Event, Failure},
    put::{Prepared, Written},
    service::{Journal, Keeper},
    stored::commitment_of,
};

/// How often a write tries again when other tabs keep being first.
pub(crate) const ATTEMPTS: usize = 50;
/// A new witness at most once a minute.
const WITNESS_MS: u64 = 60_000;

/// Which record is changed, and by whom.
pub(crate) struct Target {
    /// The record.
    pub(crate) id: RecordId,
    /// The draft that goes with the change.
    pub(crate) draft: Option<DraftId>,
    /// What the writer had seen of the record.
    pub(crate) seen: Seen,
    /// The waiting note that becomes this record.
    pub(crate) note: Option<u64>,
    /// What becomes of the record where it cannot be read.
    pub(crate) unreadable: IfUnreadable,
}

/// What a change makes of a record that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum IfUnreadable {
    /// Nothing: the change is refused.
    Refuse,
    /// It takes its place, as if there had been none.
    Replace,
}

impl Target {
    /// A record, with nothing else that goes with the change.
    pub(crate) fn of(id: RecordId, seen: Seen) -> Self {
        Self { id, draft: None, seen, note: None, unreadable: IfUnreadable::Refuse }
    }
}

/// What the writer of a change had seen of a record.
pub(crate) enum Seen {
    /// All that is there, whatever it is.
    All,
    /// What this clock says.
    Clock(VersionClock),
}

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

impl<H: Host> Keeper<H> {
    /// Writes what `change` makes of the target, and forgets its draft with it. `change` is given the record as it
    /// rests, what its writer had seen of it, and the device that writes; it may be called again with what another
    /// tab wrote meanwhile. Gives the record written.
    pub(crate) async fn commit(
        &self,
        journal: &Journal<H>,
        target: Target,
        change: impl Fn(Option<Record>, &VersionClock, DeviceId) -> Result<Change, Failure>,
    ) -> Result<Record, Failure> {
        let record = self.commit_untold(journal, target, change).await?;
        self.tell(journal);
        Ok(record)
    }

    /// As [`Self::commit`], for one of many: whoever writes them tells of them together.
    pub(crate) async fn commit_untold(
        &self,
        journal: &Journal<H>,
        target: Target,
        change: impl Fn(Option<Record>, &VersionClock, DeviceId) -> Result<Change, Failure>,
    ) -> Result<Record, Failure> {
        for _ in 0..ATTEMPTS {
            let (existing, read_from) = self.existing(journal, &target).await?;
            let seen = match &target.seen {
                Seen::All => existing.as_ref().map(clock_over_all).unwrap_or_default(),
                Seen::Clock(clock) => clock.clone(),
            };
            let device = self.device_beside(journal, existing.as_ref(), &seen)?;
            let change = change(existing, &seen, device)?;
            if commitment_of(journal, target.id)? != read_from {
                // A read has caught up with another tab since: this was made from what is no longer there.
                continue;
            }
            let (prepared, entry) = self.prepare(journal, &target, &change)?;
            match self.put(journal, prepared).await? {
                Written::NotYet => continue,
                Written::KnownAlready => {}
                Written::Here => applied(journal, entry, &change.record),
            }
            return Ok(change.record);
        }
        Err(Failure::TooBusy)
    }

    /// The record as it rests, and the sealing that the list names.
    async fn existing(
        &self,
        journal: &Journal<H>,
        target: &Target,
    ) -> Result<(Option<Record>, Option<Commitment>), Failure> {
        match self.look_up(journal, target.id).await? {
            None => Ok((None, None)),
            Some(Ok(stored)) => Ok((Some(stored.record), Some(stored.commitment))),
            Some(Err(_)) if target.unreadable == IfUnreadable::Replace => {
                Ok((None, commitment_of(journal, target.id)?))
            }
            Some(Err(_)) => Err(Failure::EntryDamaged),
        }
    }

    fn prepare(
        &self,
        journal: &Journal<H>,
        target: &Target,
        change: &Change,
    ) -> Result<(Prepared, PageEntry), Failure> {
        let random = &mut self.random();
        let row = journal.keys.seal_record(target.id, &change.record, random)?;
        let entry = entry_of_change(target.id, row.commitment(), change);
        let list = journal.list.borrow();
        let number = target.id.page();
        let mut page = list.page(number).ok_or(Failure::EntryDamaged)?.clone();
        let old = page.get(&target.id).cloned();
        page.put(entry.clone());
        let page_row = journal.keys.seal_page(number, &page, random)?;
        let mut root = journal.head.borrow().root.duplicate();
        let mut remove = vec![root.pages[number.index()].row_key()];
        remove.extend(old.as_ref().map(|old| old.commitment.row_key()));
        root.pages[number.index()] = page_row.commitment();
        count(&mut root, old.map(|old| old.state), change.state);
        remove.extend(target.draft.and_then(|draft| forget_draft(&mut root, draft)));
        if Kind::new(change.record.kind).is_listed() {
            root.last_save_ms = self.host.now_ms();
        }
        let rows: Vec<SealedRow> = vec![row, page_row];
        let remove_notes = Vec::from_iter(target.note);
        Ok((Prepared { rows, remove, remove_notes, ..Prepared::of(root, Previous::Drop) }, entry))
    }

    /// Tells the screen that the journal has changed, and gives it a new witness when the last one is old.
    pub(crate) fn tell(&self, journal: &Journal<H>) {
        if self.host.now_ms().abs_diff(journal.witness_at_ms.get()) >= WITNESS_MS {
            self.keep_witness(journal);
        }
        self.host.emit(Event::Changed { sequence: journal.sequence() });
    }
}

/// The write is on the disk: memory says the same.
fn applied<S>(journal: &crate::open_journal::OpenJournal<S>, entry: PageEntry, record: &Record) {
    let (id, row) = (entry.record_id, entry.commitment.row_key());
    journal.list.borrow_mut().put(entry);
    // Also of a deletion: when it was made counts, and there is no word in it.
    journal.bodies.borrow_mut().put(id, Body::of(record, row));
}

/// What the list keeps of a change.
pub(crate) fn entry_of_change(id: RecordId, commitment: Commitment, change: &Change) -> PageEntry {
    PageEntry {
        record_id: id,
        commitment,
        state: change.state,
        kind: change.record.kind,
        happened_at_s: change.happened_at_s,
        offset_min: change.offset_min,
        title: change.title.clone(),
    }
}

/// Takes a draft out of the root; gives its row.
pub(crate) fn forget_draft(root: &mut Root, draft: DraftId) -> Option<RowKey> {
    let at = root.drafts.iter().position(|known| known.draft_id == draft)?;
    Some(root.drafts.remove(at).row.row_key())
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

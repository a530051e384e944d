//! After the list is shown: is every row there that the pages name, does each open under its commitment, and what is
//! in it. What is missing or damaged is named, never passed over.

use std::{collections::HashMap, rc::Rc};
use store::Store as _;
use vault::{Commitment, RecordId, RowKey};

use crate::{
    bodies::Body,
    host::Host,
    protocol::{DamagedEntry, Event, Failure, Kept},
    service::{Journal, Keeper},
    stored::Unreadable,
};

/// Rows asked of the store at once.
const ROWS_AT_ONCE: u32 = 128;
/// Work without letting others run, ms.
const SLICE_MS: u64 = 8;

impl<H: Host> Keeper<H> {
    /// Reads and verifies every row of the open journal in slices, and fills what search and list show of bodies.
    /// Ends early, without a word, when the journal is locked meanwhile.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn check(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let named = named_rows(&journal);
        let total = named.len() as u32;
        let mut after = None;
        let mut done = 0;
        let mut slice_began = self.host.now_ms();
        loop {
            let rows = journal.store.rows_after(after, ROWS_AT_ONCE).await?;
            let Some((last, _)) = rows.last() else { break };
            after = Some(*last);
            for (key, bytes) in rows {
                let Some((id, commitment)) = named.get(&key) else { continue };
                journal.take_in(*id, *commitment, &bytes);
                done += 1;
                if self.host.now_ms().abs_diff(slice_began) >= SLICE_MS {
                    self.host.emit(Event::Checking { done, total });
                    self.host.let_others_run().await;
                    slice_began = self.host.now_ms();
                }
                if !self.is_open(&journal) {
                    return Ok(());
                }
            }
        }
        self.confirm_missing(&journal).await?;
        if !self.is_open(&journal) {
            return Ok(());
        }
        journal.checked.set(true);
        self.host.emit(Event::Checked { damaged: damaged(&journal) });
        if journal.kept() == Kept::OnDevice {
            // A reserve that was given up comes back once there is room again.
            journal.store.restore_ballast().await?;
        }
        self.sweep_what_was_left(&journal).await?;
        self.let_go_of_unattached(&journal).await
    }

    /// A record not met on the way was saved meanwhile, or is missing: asked for once more by name.
    async fn confirm_missing(&self, journal: &Rc<Journal<H>>) -> Result<(), Failure> {
        let unmet: Vec<RecordId> = {
            let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
            list.entries().map(|entry| entry.record_id).filter(|id| bodies.get(*id).is_none()).collect()
        };
        for id in unmet {
            let body = match self.look_up(journal, id).await {
                Ok(Some(Ok(stored))) => Body::of(&stored.record, stored.commitment.row_key()),
                Ok(Some(Err(Unreadable::Missing))) => Body::Damaged { missing: true },
                Ok(Some(Err(Unreadable::Damaged))) => Body::Damaged { missing: false },
                // Gone, or on a page that was damaged since.
                Ok(None) | Err(Failure::EntryDamaged) => continue,
                Err(other) => return Err(other),
            };
            if journal.list.borrow().entry(id).is_some() {
                journal.bodies.borrow_mut().put(id, body);
            }
        }
        Ok(())
    }

    pub(crate) fn is_open(&self, journal: &Rc<Journal<H>>) -> bool {
        self.opened().is_ok_and(|open| Rc::ptr_eq(&open, journal))
    }
}

fn named_rows<S>(journal: &crate::open_journal::OpenJournal<S>) -> HashMap<RowKey, (RecordId, Commitment)> {
    let list = journal.list.borrow();
    list.entries().map(|entry| (entry.commitment.row_key(), (entry.record_id, entry.commitment))).collect()
}

/// What is known to be unreadable so far.
pub(crate) fn damaged<S>(journal: &crate::open_journal::OpenJournal<S>) -> Vec<DamagedEntry> {
    let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
    // Also what deleted records leave, without which a merge would not know of the deletion.
    list.entries()
        .filter_map(|entry| {
            let Some(Body::Damaged { missing }) = bodies.get(entry.record_id) else { return None };
            Some(DamagedEntry {
                id: *entry.record_id.as_bytes(),
                day: list.day(entry).days(),
                title: entry.title.clone(),
                missing: *missing,
            })
        })
        .collect()
}

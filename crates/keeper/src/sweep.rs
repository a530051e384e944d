//! Rows that nothing names: left by a big change that was ended, or by the one that has just replaced them. They go in
//! slices, only under the lock of big changes, only below a root that was verified.

use std::{collections::HashSet, rc::Rc};
use store::Store as _;
use vault::{PageNumber, RowKey};

use crate::{
    host::Host,
    protocol::{Failure, Stage},
    service::{Journal, Keeper},
};

/// Rows removed in one transaction. Each costs a wait for the disk.
const ROWS_AT_ONCE: usize = 512;

impl<H: Host> Keeper<H> {
    /// Removes the rows that nothing names: what a change that was given up has left.
    ///
    /// # Errors
    /// When nothing is open, or the store fails.
    pub async fn sweep_left(&self) -> Result<(), Failure> {
        self.sweep_what_was_left(&self.opened()?).await
    }

    /// As [`Keeper::sweep`], where no big change is under way in any tab.
    pub(crate) async fn sweep_what_was_left(&self, journal: &Rc<Journal<H>>) -> Result<(), Failure> {
        if journal.older_than_seen {
            return Ok(());
        }
        let Some(_hold) = self.host.hold_big_change(&big_change(&journal.name)).await else { return Ok(()) };
        self.sweep(journal, |_, _| ()).await
    }

    /// Tells the screen how far request `number` has come with sweeping: silence would pass for a death.
    pub(crate) fn sweeping(&self, number: u32) -> impl Fn(u32, u32) {
        move |done, total| self.host.progress(number, Stage::Sweeping, done, total)
    }

    /// Removes the rows that nothing reaches, and tells how far it has come. The caller holds the lock of big changes.
    ///
    /// The keys are read before the root. So a row among them that the root does not reach was left, or has been
    /// replaced since and is gone: no row is named again once it was not.
    pub(crate) async fn sweep(
        &self,
        journal: &Rc<Journal<H>>,
        tell: impl Fn(u32, u32),
    ) -> Result<(), Failure> {
        let keys = journal.store.row_keys().await?;
        self.catch_up(journal).await?;
        let head = journal.store.head().await?;
        let Some(reached) = reached(journal).filter(|_| head.previous.is_none()) else { return Ok(()) };
        let left: Vec<RowKey> = keys.into_iter().filter(|key| !reached.contains(key)).collect();
        for (number, some) in left.chunks(ROWS_AT_ONCE).enumerate() {
            tell((number * ROWS_AT_ONCE) as u32, left.len() as u32);
            if !self.is_open(journal) {
                return Ok(());
            }
            journal.store.sweep(some).await?;
            self.host.let_others_run().await;
        }
        Ok(())
    }
}

/// The name of the lock.
pub(crate) fn big_change(name: &str) -> String {
    format!("{name}-big")
}

/// Every row that the root names, itself or through a page. `None` when a page cannot be read: what it names is not
/// known then.
fn reached<S>(journal: &crate::open_journal::OpenJournal<S>) -> Option<HashSet<RowKey>> {
    let (head, list) = (journal.head.borrow(), journal.list.borrow());
    if list.damaged_pages() > 0 {
        return None;
    }
    let mut reached: HashSet<RowKey> = list.entries().map(|entry| entry.commitment.row_key()).collect();
    reached.extend(PageNumber::all().map(|number| head.root.pages[number.index()].row_key()));
    reached.extend(head.root.drafts.iter().map(|draft| draft.row.row_key()));
    Some(reached)
}

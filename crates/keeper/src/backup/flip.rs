//! The one step in which a merge takes effect: pages made as they are to be, then one small transaction that puts the root
//! and keeps the one before it for Undo.

use std::rc::Rc;
use store::{Previous, Store as _};
use vault::{EntryState, PageNumber, RecordId, Root};

use super::{Trouble, merge::Staged};
use crate::{
    commit::ATTEMPTS,
    host::Host,
    protocol::{BackupRefused, Failure},
    put::Prepared,
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    /// One small transaction puts the root; the one before is kept for Undo.
    pub(super) async fn flip_merged(
        &self,
        journal: &Rc<Journal<H>>,
        staged: &mut Staged,
    ) -> Result<(), Trouble> {
        if staged.len() == 0 {
            return Ok(());
        }
        for _ in 0..ATTEMPTS {
            if !self.is_open(journal) {
                return Err(BackupRefused::NotInHand.into());
            }
            self.catch_up(journal).await?;
            let from = journal.head.borrow().commitment;
            for id in outdated(journal, staged)? {
                self.stage_again(journal, id, staged).await?;
            }
            let mut root = journal.head.borrow().root.duplicate();
            for number in staged.pages() {
                self.stage_page(journal, staged, number, &mut root).await?;
            }
            root.last_save_ms = self.host.now_ms();
            if journal.head.borrow().commitment != from {
                continue;
            }
            if self.put_from_elsewhere(journal, Prepared::of(root, Previous::Replaced)).await? {
                self.catch_up(journal).await?;
                self.keep_witness(journal);
                return Ok(());
            }
        }
        Err(Failure::TooBusy.into())
    }

    /// Stages a page as it is to be, and puts it into the root.
    async fn stage_page(
        &self,
        journal: &Journal<H>,
        staged: &Staged,
        number: PageNumber,
        root: &mut Root,
    ) -> Result<(), Trouble> {
        let mut page = journal.list.borrow().page(number).ok_or(Failure::EntryDamaged)?.clone();
        for (id, staged) in staged.on(number) {
            let before = page.get(&id).map(|entry| entry.state);
            match before {
                Some(EntryState::Live) => root.live = root.live.saturating_sub(1),
                Some(EntryState::Deleted) => root.deleted = root.deleted.saturating_sub(1),
                None => {}
            }
            match staged.entry.state {
                EntryState::Live => root.live += 1,
                EntryState::Deleted => root.deleted += 1,
            }
            page.put(staged.entry.clone());
        }
        let row = journal.keys.seal_page(number, &page, &mut self.random())?;
        journal.store.stage(core::slice::from_ref(&row)).await?;
        root.pages[number.index()] = row.commitment();
        Ok(())
    }
}

/// Records that were saved here after what was staged of them was made.
fn outdated<S>(
    journal: &crate::open_journal::OpenJournal<S>,
    staged: &Staged,
) -> Result<Vec<RecordId>, Failure> {
    let mut outdated = Vec::new();
    for number in staged.pages() {
        let list = journal.list.borrow();
        let page = list.page(number).ok_or(Failure::EntryDamaged)?;
        for (id, staged) in staged.on(number) {
            if page.get(&id).map(|entry| entry.commitment) != staged.from {
                outdated.push(id);
            }
        }
    }
    Ok(outdated)
}

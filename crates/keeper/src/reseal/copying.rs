//! Making the copy under the next key: every record, page and draft, staged beside the old ones.

use store::Store as _;
use vault::{Page, PageEntry, PageNumber};

use super::{
    Resealing,
    copy::{CopiedPage, Copy},
    records::Batch,
};
use crate::{commit::ATTEMPTS, host::Host, protocol::Failure, service::Keeper};

impl<H: Host> Keeper<H> {
    /// Makes whatever of the copy is not there yet, until it is the whole journal as it stands. Gives the root's
    /// commitment that it was made from.
    ///
    /// # Errors
    /// [`Failure::EntryDamaged`] when a part of the list does not open, or a record of which nobody said that it may be
    /// left behind: nothing that is there is left behind without a word.
    pub(super) async fn copy(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
    ) -> Result<vault::Commitment, Failure> {
        for _ in 0..ATTEMPTS {
            let from = of.journal.head.borrow().commitment;
            for page in PageNumber::all() {
                self.copy_page(of, copy, page).await?;
            }
            if !copy.in_the_way.is_empty() {
                return Err(Failure::EntryDamaged);
            }
            self.copy_drafts(of, copy).await?;
            if of.journal.head.borrow().commitment == from && copy.is_of(of.journal) {
                return Ok(from);
            }
        }
        Err(Failure::TooBusy)
    }

    async fn copy_page(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
        page: PageNumber,
    ) -> Result<(), Failure> {
        let (from, mut entries) = {
            let list = of.journal.list.borrow();
            let from = of.journal.head.borrow().root.pages[page.index()];
            if copy.pages.get(&page).is_some_and(|copied| copied.from == from) {
                return Ok(());
            }
            (from, list.page(page).ok_or(Failure::EntryDamaged)?.entries().to_vec())
        };
        let is_missing = |entry: &&PageEntry| !copy.has(entry.record_id, entry.commitment);
        let missing: Vec<_> =
            entries.iter().filter(is_missing).map(|entry| (entry.record_id, entry.commitment)).collect();
        let mut batch = Batch::default();
        let mut rest = &missing[..];
        while !rest.is_empty() {
            let (some, later) = rest.split_at(batch.rows_to_read().min(rest.len()));
            rest = later;
            if !self.copy_records(of, copy, &mut batch, some).await? {
                // Another tab has replaced one: the page is made from its successor.
                return Ok(());
            }
        }
        self.put_away(of, copy, &mut batch).await?;
        if copy.in_the_way.iter().any(|id| id.page() == page) {
            return Ok(());
        }
        for entry in &mut entries {
            entry.commitment = copy.records[&entry.record_id].1;
        }
        let copied = Page::from_entries(entries);
        let sealed = of.next.keys.seal_page(page, &copied, &mut self.random())?;
        of.journal.store.stage(core::slice::from_ref(&sealed)).await?;
        copy.pages.insert(page, CopiedPage { from, sealed: sealed.commitment(), page: copied });
        Ok(())
    }

    async fn copy_drafts(&self, of: &Resealing<'_, H>, copy: &mut Copy) -> Result<(), Failure> {
        let drafts = of.journal.head.borrow().root.drafts.clone();
        for draft in drafts {
            if copy.drafts.get(&draft.draft_id).is_some_and(|(from, _)| *from == draft.row) {
                continue;
            }
            let Some(bytes) = of.journal.store.rows(&[draft.row.row_key()]).await?.pop().flatten() else {
                // Sealed anew meanwhile, or damage, which stays as it is.
                self.catch_up(of.journal).await?;
                continue;
            };
            let Ok(text) = of.journal.keys.open_draft(draft.draft_id, draft.row, &bytes) else { continue };
            let text = zeroize::Zeroizing::new(text);
            let sealed = of.next.keys.seal_draft(draft.draft_id, &text, &mut self.random())?;
            of.journal.store.stage(core::slice::from_ref(&sealed)).await?;
            copy.drafts.insert(draft.draft_id, (draft.row, sealed.commitment()));
        }
        Ok(())
    }
}

//! Making the copy under the next key: every record, page and draft, staged beside the old ones.

use store::Store as _;
use vault::{Commitment, Page, PageNumber, SealedRow};

use super::{
    Resealing,
    batch::BYTES_AT_ONCE,
    copy::{CopiedPage, Copy},
};
use crate::{commit::ATTEMPTS, host::Host, open_journal::OpenJournal, protocol::Failure, service::Keeper};

impl<H: Host> Keeper<H> {
    /// Makes whatever of the copy is not there yet, until it is the whole journal as it stands. Gives the root's
    /// commitment that it was made from.
    ///
    /// # Errors
    /// [`Failure::EntryDamaged`] when a part of the list does not open, or a record of which nobody said that it may be
    /// left behind: nothing that is there is left behind without a word.
    pub(super) async fn copy(&self, of: &Resealing<'_, H>, copy: &mut Copy) -> Result<Commitment, Failure> {
        for _ in 0..ATTEMPTS {
            let from = of.journal.head.borrow().commitment;
            self.copy_records(of, copy).await?;
            self.copy_pages(of, copy).await?;
            self.copy_drafts(of, copy).await?;
            if of.journal.head.borrow().commitment == from && copy.is_of(of.journal) {
                return Ok(from);
            }
        }
        Err(Failure::TooBusy)
    }

    /// Makes the pages anew that changed, of records that are all copied as they stand. Others wait: another tab has
    /// written meanwhile.
    async fn copy_pages(&self, of: &Resealing<'_, H>, copy: &mut Copy) -> Result<(), Failure> {
        let mut waiting = Waiting::default();
        for number in PageNumber::all() {
            let Some(page) = page_anew(of.journal, copy, number) else { continue };
            let sealed = of.next.keys.seal_page(number, &page.copied, &mut self.random())?;
            let made = CopiedPage { from: page.from, sealed: sealed.commitment(), page: page.copied };
            waiting.bytes += sealed.as_bytes().len();
            waiting.rows.push(sealed);
            waiting.pages.push((number, made));
            if waiting.bytes >= BYTES_AT_ONCE {
                self.put_pages(of, copy, &mut waiting).await?;
            }
            self.tell_of_copy(of, copy);
            self.host.let_others_run().await;
        }
        self.put_pages(of, copy, &mut waiting).await
    }

    async fn put_pages(
        &self,
        of: &Resealing<'_, H>,
        copy: &mut Copy,
        waiting: &mut Waiting,
    ) -> Result<(), Failure> {
        let Waiting { rows, pages, .. } = core::mem::take(waiting);
        self.stage(of, &rows).await?;
        copy.pages.extend(pages);
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

/// Pages sealed and not yet staged.
#[derive(Default)]
struct Waiting {
    rows: Vec<SealedRow>,
    pages: Vec<(PageNumber, CopiedPage)>,
    bytes: usize,
}

/// A page under the next key, before it is sealed.
struct PageAnew {
    from: Commitment,
    copied: Page,
}

/// `None` where it is copied already, or names what is not.
fn page_anew<S>(journal: &OpenJournal<S>, copy: &Copy, number: PageNumber) -> Option<PageAnew> {
    let from = journal.head.borrow().root.pages[number.index()];
    if copy.pages.get(&number).is_some_and(|copied| copied.from == from) {
        return None;
    }
    let mut entries = journal.list.borrow().page(number)?.entries().to_vec();
    for entry in &mut entries {
        let (copied, sealed) = copy.records.get(&entry.record_id)?;
        if *copied != entry.commitment {
            return None;
        }
        entry.commitment = *sealed;
    }
    Some(PageAnew { from, copied: Page::from_entries(entries) })
}

//! What was made from what: the copy under the next key as far as it has come.

use std::collections::HashMap;
use vault::{Commitment, DraftId, DraftRef, Page, PageNumber, RecordId};

use crate::open_journal::OpenJournal;

/// What was made from what, so that only what changed meanwhile is made again.
#[derive(Default)]
pub(super) struct Copy {
    /// Records: from which sealing, and the new one.
    pub(super) records: HashMap<RecordId, (Commitment, Commitment)>,
    /// Pages: from which sealing, and the new one.
    pub(super) pages: HashMap<PageNumber, CopiedPage>,
    /// Drafts: from which sealing, and the new one.
    pub(super) drafts: HashMap<DraftId, (Commitment, Commitment)>,
    /// Records that cannot be read and are left behind, and the sealing that stands for theirs: no row has it.
    pub(super) left_behind: Vec<(RecordId, Commitment)>,
    /// Records that cannot be read, of which nobody said that they may be left behind.
    pub(super) in_the_way: Vec<RecordId>,
}

pub(super) struct CopiedPage {
    pub(super) from: Commitment,
    pub(super) sealed: Commitment,
    pub(super) page: Page,
}

/// The copy, taken apart for the journal that goes on with it.
pub(super) struct Copied {
    pub(super) pages: Vec<Option<Page>>,
    pub(super) rows: Vec<(RecordId, Commitment)>,
    pub(super) left_behind: Vec<RecordId>,
}

impl Copy {
    pub(super) fn has(&self, id: RecordId, from: Commitment) -> bool {
        self.records.get(&id).is_some_and(|(copied, _)| *copied == from)
    }

    /// Whether every page is copied as it stands.
    pub(super) fn is_of<S>(&self, journal: &OpenJournal<S>) -> bool {
        let head = journal.head.borrow();
        PageNumber::all().all(|number| {
            let copied = self.pages.get(&number);
            copied.is_some_and(|copied| copied.from == head.root.pages[number.index()])
        })
    }

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

    pub(super) fn into_parts(self) -> Copied {
        let Self { records, mut pages, left_behind, .. } = self;
        // One that was written anew elsewhere since is not left behind.
        let is_left = |(id, nowhere): &(RecordId, Commitment)| {
            records.get(id).is_some_and(|(_, sealed)| sealed == nowhere)
        };
        let left_behind = left_behind.into_iter().filter(is_left).map(|(id, _)| id).collect();
        Copied {
            pages: PageNumber::all().map(|number| pages.remove(&number).map(|copied| copied.page)).collect(),
            rows: records.into_iter().map(|(id, (_, sealed))| (id, sealed)).collect(),
            left_behind,
        }
    }
}

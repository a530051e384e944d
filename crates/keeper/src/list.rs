//! The fast list: the 64 pages in memory, and the order in which they are shown. It is all the screen needs to show a
//! journal before a single body is read.

use core::cmp::Reverse;
use vault::{Commitment, EntryState, Page, PageEntry, PageNumber, RecordId};

/// Where an entry stands in the order shown: newest first.
type Place = (Reverse<i64>, RecordId);

/// The pages and the order of their live entries.
pub(crate) struct List {
    /// `None`: the page could not be read. Nothing is written into it, so that nothing in it is lost.
    pages: Vec<Option<Page>>,
    order: Vec<Place>,
}

impl List {
    pub(crate) fn new(pages: Vec<Option<Page>>) -> Self {
        let mut order: Vec<Place> = pages
            .iter()
            .flatten()
            .flat_map(Page::entries)
            .filter(|entry| entry.state == EntryState::Live)
            .map(place)
            .collect();
        order.sort_unstable();
        Self { pages, order }
    }

    pub(crate) fn damaged_pages(&self) -> u8 {
        self.pages.iter().filter(|page| page.is_none()).count() as u8
    }

    /// The page a record belongs to; `None` when it could not be read.
    pub(crate) fn page(&self, number: PageNumber) -> Option<&Page> {
        self.pages[number.index()].as_ref()
    }

    pub(crate) fn entry(&self, id: RecordId) -> Option<&PageEntry> {
        self.page(id.page())?.get(&id)
    }

    /// Live entries, newest first.
    pub(crate) fn live(&self) -> impl ExactSizeIterator<Item = RecordId> + '_ {
        self.order.iter().map(|(_, id)| *id)
    }

    /// Every entry, live or deleted.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &PageEntry> {
        self.pages.iter().flatten().flat_map(Page::entries)
    }

    /// Live and deleted entries on the pages that could be read.
    pub(crate) fn counts(&self) -> (u32, u32) {
        let all = self.pages.iter().flatten().map(|page| page.entries().len()).sum::<usize>();
        (self.order.len() as u32, (all - self.order.len()) as u32)
    }

    /// Puts `page` in the place of page `number` and mends the order. Gives what differs: record and old commitment.
    pub(crate) fn replace_page(
        &mut self,
        number: PageNumber,
        page: Page,
    ) -> Vec<(RecordId, Option<Commitment>)> {
        let old = self.pages[number.index()].take().unwrap_or_default();
        let mut changed = Vec::new();
        for entry in old.entries() {
            let now = page.get(&entry.record_id);
            if now != Some(entry) {
                self.leave_order(entry);
                changed.push((entry.record_id, Some(entry.commitment)));
            }
        }
        for entry in page.entries() {
            let before = old.get(&entry.record_id);
            if before != Some(entry) {
                self.enter_order(entry);
                if before.is_none() {
                    changed.push((entry.record_id, None));
                }
            }
        }
        self.pages[number.index()] = Some(page);
        changed
    }

    fn leave_order(&mut self, entry: &PageEntry) {
        if let Ok(at) = self.order.binary_search(&place(entry)) {
            self.order.remove(at);
        }
    }

    fn enter_order(&mut self, entry: &PageEntry) {
        if entry.state == EntryState::Live
            && let Err(at) = self.order.binary_search(&place(entry))
        {
            self.order.insert(at, place(entry));
        }
    }
}

fn place(entry: &PageEntry) -> Place {
    (Reverse(entry.happened_at_s), entry.record_id)
}

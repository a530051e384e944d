//! The fast list: the 64 pages in memory, and the order in which they are shown. It is all the screen needs to show a
//! journal before a single body is read.

use core::cmp::Reverse;
use std::collections::BTreeMap;

use journal::{Day, DayStart, Kind};
use vault::{EntryState, Page, PageEntry, PageNumber, RecordId};

/// Where an entry stands in the order shown: newest day first, and within a day newest first. Days come before moments
/// because whoever travels west lives through a moment of the day before later than one of the day after.
type Place = (Reverse<Day>, Reverse<i64>, RecordId);

/// The pages and the order of the entries that are shown.
pub(crate) struct List {
    /// `None`: the page could not be read. Nothing is written into it, so that nothing in it is lost.
    pages: Vec<Option<Page>>,
    order: Vec<Place>,
    /// When days begin. The owner's choice is known once it is read; until then at midnight.
    starts: DayStart,
}

impl List {
    pub(crate) fn new(pages: Vec<Option<Page>>) -> Self {
        let mut list = Self { pages, order: Vec::new(), starts: DayStart::default() };
        list.put_in_order();
        list
    }

    /// Counts days from there on. True when that is another beginning than before: every place is another then.
    pub(crate) fn begin_days_at(&mut self, starts: DayStart) -> bool {
        let differs = self.starts != starts;
        if differs {
            self.starts = starts;
            self.put_in_order();
        }
        differs
    }

    /// The owner's day that an entry belongs to.
    pub(crate) fn day(&self, entry: &PageEntry) -> Day {
        Day::of(entry.happened_at_s, entry.offset_min, self.starts)
    }

    fn put_in_order(&mut self) {
        let mut order: Vec<Place> =
            self.entries().filter(|entry| is_shown(entry)).map(|entry| self.place(entry)).collect();
        order.sort_unstable();
        self.order = order;
    }

    fn place(&self, entry: &PageEntry) -> Place {
        (Reverse(self.day(entry)), Reverse(entry.happened_at_s), entry.record_id)
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

    /// The entry of a record that a person can edit or delete, whether it is a line of the list or not.
    pub(crate) fn live_entry(&self, id: RecordId) -> Option<&PageEntry> {
        let kind = |entry: &PageEntry| Kind::new(entry.kind);
        self.entry(id).filter(|entry| is_shown(entry) || is_live(entry) && kind(entry).is_written())
    }

    /// Live records of a kind, in the list or not, newest first.
    pub(crate) fn live_of_kind(&self, kind: u8) -> Vec<RecordId> {
        let of_kind = self.entries().filter(|entry| is_live(entry) && entry.kind == kind);
        let mut places: Vec<Place> = of_kind.map(|entry| self.place(entry)).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, _, id)| id).collect()
    }

    /// At most `count` live records of a kind, in the order of their ids, after that one. Looks at nothing before it.
    pub(crate) fn live_of_kind_after(
        &self,
        kind: u8,
        after: Option<RecordId>,
        count: usize,
    ) -> Vec<RecordId> {
        let first = after.map_or(0, |after| after.page().index());
        let entries = self.pages[first..].iter().flatten().flat_map(|page| {
            let entries = page.entries();
            let from = after.map_or(0, |after| entries.partition_point(|entry| entry.record_id <= after));
            &entries[from..]
        });
        let of_kind = entries.filter(|entry| is_live(entry) && entry.kind == kind);
        of_kind.map(|entry| entry.record_id).take(count).collect()
    }

    /// How many live records there are of each kind that has some, by its number.
    pub(crate) fn live_kinds(&self) -> BTreeMap<u8, u32> {
        let mut kinds = BTreeMap::new();
        self.entries()
            .filter(|entry| is_live(entry))
            .for_each(|entry| *kinds.entry(entry.kind).or_default() += 1);
        kinds
    }

    /// What is shown, newest first.
    pub(crate) fn live(&self) -> impl ExactSizeIterator<Item = RecordId> + '_ {
        self.order.iter().map(|(_, _, id)| *id)
    }

    /// Every entry on the pages that could be read, live or deleted.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &PageEntry> {
        self.pages.iter().flatten().flat_map(Page::entries)
    }

    /// Puts an entry on its page, in place of the one with its id, and mends the order.
    pub(crate) fn put(&mut self, entry: PageEntry) {
        let number = entry.record_id.page().index();
        let Some(mut page) = self.pages[number].take() else { return };
        if let Some(old) = page.get(&entry.record_id) {
            self.leave_order(old);
        }
        self.enter_order(&entry);
        page.put(entry);
        self.pages[number] = Some(page);
    }

    /// Puts `page` in the place of page `number` and mends the order; `None` when it is damaged. Gives the records that
    /// differ.
    pub(crate) fn replace_page(&mut self, number: PageNumber, page: Option<Page>) -> Vec<RecordId> {
        let old = self.pages[number.index()].take().unwrap_or_default();
        let entries = page.as_ref().map_or(&[][..], Page::entries);
        let mut changed = Vec::new();
        for entry in old.entries() {
            let now = page.as_ref().and_then(|page| page.get(&entry.record_id));
            if now != Some(entry) {
                self.leave_order(entry);
                changed.push(entry.record_id);
            }
        }
        for entry in entries {
            let before = old.get(&entry.record_id);
            if before != Some(entry) {
                self.enter_order(entry);
                if before.is_none() {
                    changed.push(entry.record_id);
                }
            }
        }
        self.pages[number.index()] = page;
        changed
    }

    fn leave_order(&mut self, entry: &PageEntry) {
        if let Ok(at) = self.order.binary_search(&self.place(entry)) {
            self.order.remove(at);
        }
    }

    fn enter_order(&mut self, entry: &PageEntry) {
        let place = self.place(entry);
        if is_shown(entry)
            && let Err(at) = self.order.binary_search(&place)
        {
            self.order.insert(at, place);
        }
    }
}

fn is_live(entry: &PageEntry) -> bool {
    entry.state == EntryState::Live
}

fn is_shown(entry: &PageEntry) -> bool {
    is_live(entry) && Kind::new(entry.kind).is_listed()
}

//! Rows, pages and roots put where they do not belong, by the thousand (SECURITY, proof 6): what was touched is named,
//! nothing else is, and nothing is taken for what it is not.

use keeper::protocol::{Event, Failure, Id, Request};
use std::collections::{BTreeMap, BTreeSet};
use store::{Head, MemoryStore, Place, Store};
use vault::RowKey;

use crate::{
    kept::{Dice, ENTRIES, Kept, Listed, Moment, image, preview},
    proved::proved,
    running::run,
    tab::{PASSPHRASE, Tab, cases},
};

/// Every byte that rests in an image.
struct Rests {
    head: Head,
    rows: BTreeMap<RowKey, Vec<u8>>,
}

impl Rests {
    fn of(store: &MemoryStore) -> Self {
        let rows = run(store.rows_after(None, u32::MAX)).unwrap();
        Self { head: run(store.head()).unwrap(), rows: rows.into_iter().collect() }
    }
}

/// An image of the journal that is tampered with, then opened.
struct Round<'a> {
    kept: &'a Kept,
    tab: Tab,
    store: MemoryStore,
    /// What this round has not touched yet.
    live: Vec<Id>,
    deleted: Vec<Id>,
    pages: Vec<usize>,
    /// What it has.
    touched: BTreeSet<Id>,
    touched_pages: BTreeSet<usize>,
    /// Deleted entries that somebody meddled with.
    gone: BTreeSet<Id>,
    /// The moment whose root is there.
    shown: &'a Moment,
}

impl<'a> Round<'a> {
    fn new(kept: &'a Kept) -> Self {
        let tab = image(&kept.tab);
        let now = kept.now();
        Self {
            kept,
            store: tab.store(),
            tab,
            live: now.ids(true),
            deleted: now.ids(false),
            pages: (0..64).collect(),
            touched: BTreeSet::new(),
            touched_pages: BTreeSet::new(),
            gone: BTreeSet::new(),
            shown: now,
        }
    }

    fn put(&self, key: RowKey, bytes: &[u8]) {
        self.store.set_raw(Place::Row(key), Some(bytes.to_vec()));
    }

    /// Puts an older row or page back where it was.
    fn put_back(&self, old: RowKey) {
        self.put(old, &self.kept.bytes[&old]);
    }

    fn remove(&self, key: RowKey) {
        self.store.set_raw(Place::Row(key), None);
    }

    fn exchange(&self, a: RowKey, b: RowKey) {
        let (bytes_a, bytes_b) = (self.store.raw(Place::Row(a)), self.store.raw(Place::Row(b)));
        self.store.set_raw(Place::Row(a), bytes_b);
        self.store.set_raw(Place::Row(b), bytes_a);
    }

    /// An entry that is there, to be touched: its row now.
    fn row(&mut self, dice: &mut Dice, fits: impl Fn(Id) -> bool) -> (Id, RowKey) {
        let id = dice.take(&mut self.live, fits);
        self.touched.insert(id);
        (id, self.kept.now().entries[&id].key)
    }

    /// A page to be touched: its row now.
    fn page(&mut self, dice: &mut Dice, fits: impl Fn(usize) -> bool) -> (usize, RowKey) {
        let number = dice.take(&mut self.pages, fits);
        self.touched_pages.insert(number);
        (number, self.kept.now().pages[number])
    }

    fn swap(&mut self, dice: &mut Dice) {
        let (a, b) = match dice.below(4) {
            0 => (self.page(dice, |_| true).1, self.page(dice, |_| true).1),
            1 => (self.row(dice, |_| true).1, self.page(dice, |_| true).1),
            _ => (self.row(dice, |_| true).1, self.row(dice, |_| true).1),
        };
        self.exchange(a, b);
    }

    fn replay(&mut self, dice: &mut Dice) {
        let kept = self.kept;
        let beside = dice.below(4) == 0;
        let (key, old) = if dice.below(4) == 0 {
            let (number, key) = self.page(dice, |number| !kept.old_pages[number].is_empty());
            (key, *dice.choose(&kept.old_pages[number]))
        } else {
            let (id, key) = self.row(dice, |_| true);
            (key, *dice.choose(&kept.old_rows[&id]))
        };
        if beside {
            self.remove(key);
            self.put_back(old);
        } else {
            self.put(key, &kept.bytes[&old]);
        }
    }

    fn delete(&mut self, dice: &mut Dice) {
        let key = match dice.below(4) {
            0 => self.page(dice, |_| true).1,
            _ => self.row(dice, |_| true).1,
        };
        self.remove(key);
    }

    fn resurrect(&mut self, dice: &mut Dice) {
        let (id, gone, before) = self.deleted(dice);
        self.put_back(before.entries[&id].key);
        match dice.below(3) {
            0 => {}
            1 => self.put_back(before.pages[gone.page]),
            _ => {
                self.put(self.kept.now().pages[gone.page], &before.rows[&before.pages[gone.page]]);
                self.pages.retain(|number| *number != gone.page);
                self.touched_pages.insert(gone.page);
            }
        }
    }

    /// The row that a deleted entry leaves is touched.
    fn touch_deleted(&mut self, dice: &mut Dice) {
        let (id, gone, before) = self.deleted(dice);
        self.touched.insert(id);
        match dice.below(3) {
            0 => self.remove(gone.key),
            1 => self.put(gone.key, &before.rows[&before.entries[&id].key]),
            _ => {
                let (_, other) = self.row(dice, |_| true);
                self.exchange(gone.key, other);
            }
        }
    }

    /// A deleted entry to be touched, how it is listed now, and a moment when it was there.
    fn deleted(&mut self, dice: &mut Dice) -> (Id, &'a Listed, &'a Moment) {
        let kept = self.kept;
        let id = dice.take(&mut self.deleted, |_| true);
        self.gone.insert(id);
        let before: Vec<&Moment> = kept.moments.iter().filter(|moment| moment.entries[&id].live).collect();
        (id, &kept.now().entries[&id], *dice.choose(&before))
    }

    fn transplant(&mut self, dice: &mut Dice) {
        let (now, fork, stranger) = (self.kept.now(), &self.kept.fork, &self.kept.stranger);
        match dice.below(5) {
            0 => {
                let (number, key) = self.page(dice, |_| true);
                self.put(key, &stranger.rows[&stranger.pages[number]]);
            }
            1 => {
                let (number, key) = self.page(dice, |number| fork.pages[number] != now.pages[number]);
                self.put(key, &fork.rows[&fork.pages[number]]);
            }
            2 => {
                let (id, key) = self.row(dice, |id| fork.entries[&id].key != now.entries[&id].key);
                self.put(key, &fork.rows[&fork.entries[&id].key]);
            }
            3 => {
                // Another entry's older row.
                let (id, key) = self.row(dice, |_| true);
                let others: Vec<Id> = now.entries.keys().copied().filter(|other| *other != id).collect();
                let other = *dice.choose(&others);
                let old = *dice.choose(&self.kept.old_rows[&other]);
                self.put(key, &self.kept.bytes[&old]);
            }
            _ => {
                let (_, key) = self.row(dice, |_| true);
                let other = *dice.choose(&stranger.ids(true));
                self.put(key, &stranger.rows[&stranger.entries[&other].key]);
            }
        }
    }

    /// Another root of this journal in the place of the one that counts, and perhaps some of what it names.
    fn roll_back(&mut self, dice: &mut Dice, shown: &'a Moment, some: bool) {
        self.store.set_raw(Place::Root, Some(shown.root.clone()));
        self.shown = shown;
        let lacking: Vec<RowKey> =
            shown.rows.keys().copied().filter(|key| !self.kept.now().rows.contains_key(key)).collect();
        let spared = *dice.choose(&lacking);
        for key in lacking.into_iter().filter(|key| some && *key != spared) {
            if dice.below(2) == 0 {
                self.put(key, &shown.rows[&key]);
            }
        }
    }

    /// Whether the row is, byte for byte, what was sealed there for the root that is there; `None` when it is missing.
    fn is_sound(&self, key: RowKey) -> Option<bool> {
        self.store.raw(Place::Row(key)).map(|bytes| bytes == self.shown.rows[&key])
    }

    /// Opens the journal and compares what it says with the bytes. Gives how much is said to be damaged.
    fn verify(&self) -> usize {
        let before = Rests::of(&self.store);
        let (shown, now) = (self.shown, self.kept.now());
        let lost: BTreeSet<usize> =
            (0..64).filter(|number| self.is_sound(shown.pages[*number]) != Some(true)).collect();
        let on_pages = shown.entries.iter().filter(|(_, listed)| !lost.contains(&listed.page));
        let named: BTreeMap<Id, (&str, i32, bool)> = on_pages
            .clone()
            .filter(|(_, listed)| self.is_sound(listed.key) != Some(true))
            .map(|(id, listed)| (*id, (&*listed.title, listed.day, self.is_sound(listed.key).is_none())))
            .collect();

        let opened = self.tab.unlock(PASSPHRASE, Some(&self.kept.witness)).unwrap();
        assert_eq!(usize::from(opened.damaged_pages), lost.len());
        assert_eq!(opened.older_than_seen, shown.header == now.header && shown.sequence < now.sequence);
        let expected =
            named.iter().map(|(id, (title, day, missing))| (*id, (*title).to_owned(), *day, *missing));
        assert_eq!(self.said(), expected.collect::<Vec<_>>());

        let rows = self.tab.list("").rows;
        let list = rows.iter().map(|row| (row.id, (&*row.title, row.day, row.preview.clone(), row.damaged)));
        let expected = on_pages.filter(|(_, listed)| listed.live).map(|(id, listed)| {
            let is_named = named.contains_key(id);
            let preview = if is_named { String::new() } else { preview(&listed.title) };
            (*id, (&*listed.title, listed.day, preview, is_named))
        });
        assert_eq!(list.collect::<BTreeMap<_, _>>(), expected.collect());

        for id in self.touched.iter().chain(named.keys()) {
            assert!(named.contains_key(id) || lost.contains(&shown.entries[id].page), "not noticed");
            assert_eq!(self.tab.read(*id).err(), Some(Failure::EntryDamaged));
        }
        assert!(self.touched_pages.is_subset(&lost), "not noticed");
        for id in &self.gone {
            assert!(self.tab.read(*id).is_err());
            assert!(self.tab.undelete(*id).is_err());
        }
        self.assert_untouched(&before, &Rests::of(&self.store));
        lost.len() + named.len()
    }

    /// Looking writes nothing; rows that nothing names may be swept.
    fn assert_untouched(&self, before: &Rests, after: &Rests) {
        assert_eq!(after.head, before.head);
        assert!(after.rows.iter().all(|(key, bytes)| before.rows.get(key) == Some(bytes)));
        let swept = before.rows.keys().filter(|key| !after.rows.contains_key(key));
        assert!(swept.into_iter().all(|key| !self.shown.rows.contains_key(key)));
    }

    /// What the check says is damaged, by id: title, day, and whether it is missing.
    fn said(&self) -> Vec<(Id, String, i32, bool)> {
        self.tab.machine.take_events();
        self.tab.check();
        let events = self.tab.machine.take_events();
        let Some(Event::Checked { damaged }) = events.last() else { panic!("{events:?}") };
        let mut said: Vec<_> =
            damaged.iter().map(|entry| (entry.id, entry.title.clone(), entry.day, entry.missing)).collect();
        said.sort();
        said
    }

    /// The journal does not open at all.
    fn is_refused(&self) {
        let before = self.store.dump();
        assert_eq!(self.tab.unlock(PASSPHRASE, Some(&self.kept.witness)).err(), Some(Failure::RootDamaged));
        assert_eq!(self.tab.ask(Request::Drafts).err(), Some(Failure::Locked));
        assert_eq!(self.store.dump(), before, "looking writes nothing");
    }
}

/// So many tamperings of a kind, up to six at once in one image.
fn prove(what: &str, tamper: impl Fn(&mut Round<'_>, &mut Dice)) {
    let (kept, mut dice) = (Kept::new(), Dice(2));
    let mut done = 0;
    while done < cases(1_000, 10_000) {
        let mut round = Round::new(&kept);
        for _ in 0..=dice.below(6) {
            tamper(&mut round, &mut dice);
            done += 1;
        }
        _ = round.verify();
    }
    proved(6, what, done as usize);
}

#[test]
fn what_nobody_touched_is_sound() {
    let kept = Kept::new();
    let round = Round::new(&kept);
    assert_eq!(round.verify(), 0);
    assert_eq!(round.tab.list("").rows.len(), ENTRIES / 5 * 4);
}

#[test]
fn swaps_are_noticed_and_named() {
    prove("swaps at rest", |round, dice| round.swap(dice));
}

#[test]
fn replays_are_noticed_and_named() {
    prove("replays at rest", |round, dice| round.replay(dice));
}

#[test]
fn deletions_are_noticed_and_named() {
    prove("deletions at rest", |round, dice| round.delete(dice));
}

#[test]
fn resurrections_bring_nothing_back() {
    prove("resurrections at rest", |round, dice| round.resurrect(dice));
}

#[test]
fn transplants_are_noticed_and_named() {
    prove("transplants at rest", |round, dice| round.transplant(dice));
}

#[test]
fn all_kinds_at_once_are_noticed_and_named() {
    prove("tamperings of all kinds at rest", |round, dice| match dice.below(5) {
        0 => round.swap(dice),
        1 => round.replay(dice),
        2 => round.delete(dice),
        3 => round.resurrect(dice),
        _ => round.transplant(dice),
    });
}

#[test]
fn a_root_that_does_not_belong_to_what_rests_beside_it_is_noticed() {
    let (kept, mut dice) = (Kept::new(), Dice(3));
    let (stranger, older) = (&kept.stranger, &kept.moments[..kept.moments.len() - 1]);
    for _ in 0..cases(1_000, 10_000) {
        let mut round = Round::new(&kept);
        match dice.below(7) {
            0 => {
                round.store.set_raw(Place::Root, Some(stranger.root.clone()));
                round.is_refused();
            }
            1 => {
                round.store.set_raw(Place::Header, Some(stranger.header.clone()));
                round.is_refused();
            }
            2 => {
                // Both: an empty shell of the other journal, none of which can be read.
                round.store.set_raw(Place::Header, Some(stranger.header.clone()));
                round.store.set_raw(Place::Root, Some(stranger.root.clone()));
                round.shown = stranger;
                assert_eq!(round.verify(), 64);
            }
            fork @ 3..=4 => {
                round.roll_back(&mut dice, &kept.fork, fork == 3);
                assert!(round.verify() > 0);
            }
            back => {
                let moment = dice.choose(older);
                round.roll_back(&mut dice, moment, back == 5);
                assert!(round.verify() > 0);
            }
        }
    }
}

#[test]
fn what_is_touched_of_deleted_entries_is_noticed_and_named() {
    prove("changes of deleted entries at rest", |round, dice| round.touch_deleted(dice));
}

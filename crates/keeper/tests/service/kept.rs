//! A journal of which every byte that ever rested was kept, with a copy of it that went on by itself and a stranger's:
//! what somebody who tampers has at hand.

use keeper::protocol::{Draft, EntryText, Id, Written};
use std::collections::BTreeMap;
use store::{Place, Store};
use vault::{EntryState, RowKey};

use crate::{
    machine::NOON_MS,
    running::run,
    tab::{PASSPHRASE, Tab},
};

/// Entries of each journal; a fifth of them are deleted.
pub const ENTRIES: usize = 50;
const DAY_S: i64 = 86_400;

/// SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    pub fn choose<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// Takes one for which `fits` out of `pool`.
    pub fn take<T: Copy>(&mut self, pool: &mut Vec<T>, fits: impl Fn(T) -> bool) -> T {
        let fitting: Vec<usize> = (0..pool.len()).filter(|at| fits(pool[*at])).collect();
        pool.swap_remove(*self.choose(&fitting))
    }
}

/// What the list says of an entry at one moment.
pub struct Listed {
    pub page: usize,
    pub key: RowKey,
    pub live: bool,
    pub title: String,
    pub day: i32,
}

/// A journal at one moment: every byte that rests, and what it says.
pub struct Moment {
    pub header: Vec<u8>,
    pub root: Vec<u8>,
    pub sequence: u64,
    pub pages: Vec<RowKey>,
    pub entries: BTreeMap<Id, Listed>,
    pub rows: BTreeMap<RowKey, Vec<u8>>,
}

impl Moment {
    pub fn of(tab: &Tab) -> Self {
        let (store, resting) = (tab.store(), tab.resting(Place::Root));
        let listed = resting.entries().map(|entry| {
            let listed = Listed {
                page: entry.record_id.page().index(),
                key: entry.commitment.row_key(),
                live: entry.state == EntryState::Live,
                title: entry.title.clone(),
                day: i32::try_from(entry.happened_at_s.div_euclid(DAY_S)).unwrap(),
            };
            (*entry.record_id.as_bytes(), listed)
        });
        Self {
            header: store.raw(Place::Header).unwrap(),
            root: store.raw(Place::Root).unwrap(),
            sequence: resting.root.sequence,
            pages: resting.root.pages.iter().map(|page| page.row_key()).collect(),
            entries: listed.collect(),
            rows: run(store.rows_after(None, u32::MAX)).unwrap().into_iter().collect(),
        }
    }

    pub fn ids(&self, live: bool) -> Vec<Id> {
        self.entries.iter().filter(|(_, listed)| listed.live == live).map(|(id, _)| *id).collect()
    }
}

/// The words of an entry: the first line becomes its title, the second its preview.
fn wording(number: usize, wording: usize) -> Written {
    let title = format!("Entry {number} wording {wording}");
    Written::Entry(EntryText {
        text: format!("{title}\n{}", preview(&title)),
        happened_at_s: (NOON_MS / 1_000) as i64 - DAY_S * number as i64,
        ..EntryText::default()
    })
}

pub fn preview(title: &str) -> String {
    format!("What {title} says")
}

fn revise(tab: &Tab, id: Id, number: usize, version: usize) {
    tab.save(&Draft { text: wording(number, version), ..tab.edit(id, "") }).unwrap();
}

/// A journal that was written, revised and in part deleted, and its moments, the last one now.
fn grown(dice: &mut Dice) -> (Tab, Vec<Id>, Vec<Moment>) {
    let tab = Tab::created();
    let mut moments = Vec::new();
    let ids: Vec<Id> = (0..ENTRIES)
        .map(|number| {
            let draft = Draft { text: wording(number, 0), ..tab.begin("") };
            tab.save(&draft).unwrap().entry.id
        })
        .collect();
    moments.push(Moment::of(&tab));
    for version in 1..4 {
        for (number, id) in ids.iter().enumerate() {
            // Every entry has an older wording, most have several.
            if version == 1 || dice.below(2) == 0 {
                revise(&tab, *id, number, version);
            }
            if number % 10 == 9 {
                moments.push(Moment::of(&tab));
            }
        }
    }
    for (number, id) in ids.iter().enumerate() {
        match number % 5 {
            4 => tab.delete(*id).unwrap(),
            0 => revise(&tab, *id, number, 4),
            _ => {}
        }
    }
    moments.push(Moment::of(&tab));
    (tab, ids, moments)
}

/// All that somebody has at hand who kept every byte that ever rested on this device.
pub struct Kept {
    pub tab: Tab,
    pub witness: String,
    pub moments: Vec<Moment>,
    /// A copy of the journal that went on by itself.
    pub fork: Moment,
    /// Another journal under the same passphrase.
    pub stranger: Moment,
    /// What each entry rested in before it came to rest where it does, while it was not deleted.
    pub old_rows: BTreeMap<Id, Vec<RowKey>>,
    pub old_pages: Vec<Vec<RowKey>>,
    pub bytes: BTreeMap<RowKey, Vec<u8>>,
}

impl Kept {
    pub fn new() -> Self {
        let dice = &mut Dice(1);
        let (_, _, mut stranger) = grown(dice);
        let (tab, ids, moments) = grown(dice);
        tab.unlock(PASSPHRASE, None).unwrap();
        let copy = image(&tab);
        copy.unlock(PASSPHRASE, None).unwrap();
        for (number, id) in ids.iter().enumerate().filter(|(number, _)| number % 5 < 3) {
            revise(&copy, *id, number, 5);
        }
        let mut kept = Self {
            witness: tab.machine.witness().unwrap(),
            fork: Moment::of(&copy),
            stranger: stranger.pop().unwrap(),
            old_rows: BTreeMap::new(),
            old_pages: vec![Vec::new(); 64],
            bytes: BTreeMap::new(),
            tab,
            moments,
        };
        kept.remember();
        kept
    }

    pub fn now(&self) -> &Moment {
        self.moments.last().unwrap()
    }

    fn remember(&mut self) {
        let now = self.moments.last().unwrap();
        for moment in &self.moments {
            self.bytes.extend(moment.rows.iter().map(|(key, bytes)| (*key, bytes.clone())));
            for (id, listed) in &moment.entries {
                let old = self.old_rows.entry(*id).or_default();
                if listed.key != now.entries[id].key && !old.contains(&listed.key) {
                    old.push(listed.key);
                }
            }
            for (number, key) in moment.pages.iter().enumerate() {
                let old = &mut self.old_pages[number];
                if *key != now.pages[number] && !old.contains(key) {
                    old.push(*key);
                }
            }
        }
    }
}

/// A tab with nothing open, over an image of the disk.
pub fn image(tab: &Tab) -> Tab {
    Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) }
}

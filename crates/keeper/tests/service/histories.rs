//! Any history of saves, deletions, drafts, tabs and deaths against a plain model: what was acknowledged is there, what
//! was not is not there by half.

use keeper::protocol::{Base, Draft, Failure, Id, Request, Saved};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use store::{Failure as Fault, Place, Previous, Store, Write};
use vault::{RowKey, SealedRow, root_commitment};

use crate::{
    running::run,
    tab::{Tab, assert_side_by_side, cases, text_of, texts, words},
};

/// One thing that happens in one of two tabs. Numbers choose among what there is then.
#[derive(Clone, Debug)]
enum Step {
    /// An editor opens on a new entry, or on one that is there.
    Edit {
        tab: usize,
        on: Option<u8>,
    },
    /// An open editor saves these words.
    Save {
        editor: u8,
        text: u8,
        fault: Option<Fault>,
    },
    /// An open editor posts these words as its draft; they are sealed now or later.
    Post {
        editor: u8,
        text: u8,
        seals: bool,
        fault: Option<Fault>,
    },
    /// A draft of the journal is saved, or dropped.
    Finish {
        tab: usize,
        draft: u8,
        saves: bool,
    },
    Delete {
        tab: usize,
        entry: u8,
        fault: Option<Fault>,
    },
    Undelete {
        tab: usize,
        entry: u8,
    },
    /// The tab looks at what the other wrote.
    LookAgain {
        tab: usize,
    },
    /// The tab locks and opens again.
    Reopen {
        tab: usize,
    },
    /// The tab dies and another takes its place.
    Die {
        tab: usize,
    },
    /// A big change seals everything anew and flips to it in one step (FORMAT 6); it may end before it has staged its
    /// rows, between stage and flip, or after the flip.
    Flip {
        stage: Option<Fault>,
        flip: Option<Fault>,
    },
}

fn fault() -> impl Strategy<Value = Option<Fault>> {
    prop_oneof![
        8 => Just(None),
        1 => Just(Some(Fault::Full)),
        1 => Just(Some(Fault::Failed)),
        1 => Just(Some(Fault::KilledBefore)),
        1 => Just(Some(Fault::KilledAfter)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let tab = 0..2_usize;
    let on = prop_oneof![Just(None), any::<u8>().prop_map(Some)];
    prop_oneof![
        6 => (tab.clone(), on).prop_map(|(tab, on)| Step::Edit { tab, on }),
        8 => (any::<u8>(), 0..12_u8, fault())
            .prop_map(|(editor, text, fault)| Step::Save { editor, text, fault }),
        4 => (any::<u8>(), 0..12_u8, any::<bool>(), fault())
            .prop_map(|(editor, text, seals, fault)| Step::Post { editor, text, seals, fault }),
        2 => (tab.clone(), any::<u8>(), any::<bool>())
            .prop_map(|(tab, draft, saves)| Step::Finish { tab, draft, saves }),
        2 => (tab.clone(), any::<u8>(), fault())
            .prop_map(|(tab, entry, fault)| Step::Delete { tab, entry, fault }),
        2 => (tab.clone(), any::<u8>()).prop_map(|(tab, entry)| Step::Undelete { tab, entry }),
        1 => tab.clone().prop_map(|tab| Step::LookAgain { tab }),
        1 => tab.clone().prop_map(|tab| Step::Reopen { tab }),
        1 => tab.prop_map(|tab| Step::Die { tab }),
        2 => (fault(), fault()).prop_map(|(stage, flip)| Step::Flip { stage, flip }),
    ]
}

/// What stands of an entry: numbers that were never given before, and the words; `None` for a deletion.
type Versions = BTreeMap<u32, Option<String>>;

/// An editor: its tab, what it will write, and which versions it began from.
#[derive(Clone)]
struct Editor {
    tab: usize,
    id: Id,
    draft_id: Id,
    base: Base,
    seen: BTreeSet<u32>,
}

#[derive(Clone)]
struct KnownDraft {
    text: String,
    seen: BTreeSet<u32>,
}

/// The journal as it has to be, and the tabs it is written in.
struct World {
    tabs: Vec<Tab>,
    entries: BTreeMap<Id, Versions>,
    drafts: BTreeMap<Id, KnownDraft>,
    /// Posted in a tab and not sealed yet.
    posted: [BTreeMap<Id, (Draft, BTreeSet<u32>)>; 2],
    /// What each tab deleted since it was opened.
    deleted: [BTreeMap<Id, BTreeSet<String>>; 2],
    editors: Vec<Editor>,
    reserve: bool,
    numbers: u32,
    /// The root before the last flip, until a record is put.
    previous: Option<Vec<u8>>,
    /// Rows of big changes: staged and never flipped to, or flipped away from.
    left: BTreeSet<RowKey>,
}

impl World {
    fn new() -> Self {
        let first = Tab::created();
        let tabs = vec![first.another(), first];
        Self {
            tabs,
            entries: BTreeMap::new(),
            drafts: BTreeMap::new(),
            posted: Default::default(),
            deleted: Default::default(),
            editors: Vec::new(),
            reserve: true,
            numbers: 0,
            previous: None,
            left: BTreeSet::new(),
        }
    }

    fn go(&mut self, step: Step) {
        match step {
            Step::Edit { tab, on } => self.edit(tab, on),
            Step::Save { editor, text, fault } => {
                if let Some(editor) = choose(&self.editors, editor) {
                    let draft = editor.draft(text);
                    self.save(editor.tab, &draft, &editor.seen, fault);
                }
            }
            Step::Post { editor, text, seals, fault } => {
                if let Some(editor) = choose(&self.editors, editor) {
                    self.post(&editor, text, seals, fault);
                }
            }
            Step::Finish { tab, draft, saves } => self.finish(tab, draft, saves),
            Step::Delete { tab, entry, fault } => self.delete(tab, entry, fault),
            Step::Undelete { tab, entry } => self.undelete(tab, entry),
            Step::LookAgain { tab } => self.tabs[tab].refresh(),
            Step::Reopen { tab } => self.reopen(tab),
            Step::Die { tab } => self.replace(tab),
            Step::Flip { stage, flip } => self.flip(stage, flip),
        }
    }

    fn edit(&mut self, tab: usize, on: Option<u8>) {
        let live: Vec<Id> = self.live();
        let editor = match on.and_then(|on| choose(&live, on)) {
            Some(id) => {
                // An entry written in the other tab can be edited once this one has looked.
                self.tabs[tab].refresh();
                let Draft { draft_id, base, .. } = self.tabs[tab].edit(id, "");
                Editor { tab, id, draft_id, base, seen: self.entries[&id].keys().copied().collect() }
            }
            None => {
                let Draft { draft_id, id, base, .. } = self.tabs[tab].begin("");
                Editor { tab, id, draft_id, base, seen: BTreeSet::new() }
            }
        };
        self.editors.push(editor);
    }

    fn save(&mut self, tab: usize, draft: &Draft, seen: &BTreeSet<u32>, fault: Option<Fault>) {
        self.plan(tab, fault);
        let outcome = self.tabs[tab].save(draft);
        let landed = self.landed(outcome.as_ref().map(drop), fault);
        if landed {
            let number = self.number();
            let versions = self.entries.entry(draft.id).or_default();
            let text = text_of(&draft.text).to_owned();
            versions.retain(|number, there| !seen.contains(number) && there.as_ref() != Some(&text));
            versions.insert(number, Some(text));
            self.drafts.remove(&draft.draft_id);
            self.previous = None;
        }
        if let Ok(saved) = outcome {
            self.posted[tab].remove(&draft.draft_id);
            self.agrees(&saved, draft.id);
        } else {
            self.after_fault(tab, fault);
        }
    }

    fn post(&mut self, editor: &Editor, text: u8, seals: bool, fault: Option<Fault>) {
        let (tab, draft) = (editor.tab, editor.draft(text));
        let known =
            self.drafts.contains_key(&draft.draft_id) || self.posted[tab].contains_key(&draft.draft_id);
        let waiting = self.drafts.len() + self.posted[0].len() + self.posted[1].len();
        if !known && waiting >= 15 {
            // The seventeenth has a test of its own.
            return;
        }
        self.tabs[tab].post(&draft);
        self.posted[tab].insert(draft.draft_id, (draft, editor.seen.clone()));
        if !seals {
            return;
        }
        // One draft at a time, so that one fault decides about one draft.
        let one = self.posted[tab].len() == 1;
        let fault = fault.filter(|_| one);
        self.plan(tab, fault);
        let outcome = self.tabs[tab].seal();
        if self.landed(outcome.as_ref().map(|_| ()), fault) {
            self.sealed(tab);
        }
        if outcome.is_err() {
            self.after_fault(tab, fault);
        }
    }

    fn finish(&mut self, tab: usize, draft: u8, saves: bool) {
        self.tabs[tab].refresh();
        let drafts = self.tabs[tab].drafts();
        let Some(draft) = choose(&drafts, draft) else { return };
        if saves {
            let seen = match (self.posted[tab].get(&draft.draft_id), self.drafts.get(&draft.draft_id)) {
                (Some((_, seen)), _) => seen.clone(),
                (None, Some(known)) => known.seen.clone(),
                (None, None) => panic!("a draft of which nothing is known"),
            };
            self.save(tab, &draft, &seen, None);
        } else {
            self.tabs[tab].ask(Request::DropDraft { draft_id: draft.draft_id }).unwrap();
            self.drafts.remove(&draft.draft_id);
            self.posted[tab].remove(&draft.draft_id);
        }
    }

    fn delete(&mut self, tab: usize, entry: u8, fault: Option<Fault>) {
        let Some(id) = choose(&self.live(), entry) else { return };
        // What a tab that has not looked deletes has tests of its own.
        self.tabs[tab].refresh();
        self.plan(tab, fault);
        let outcome = self.tabs[tab].delete(id);
        if self.landed(outcome.as_ref().map(|_| ()), fault) {
            let number = self.number();
            let before = self.entries.insert(id, BTreeMap::from([(number, None)])).unwrap_or_default();
            self.previous = None;
            if outcome.is_ok() {
                self.deleted[tab].insert(id, before.into_values().flatten().collect());
            }
        }
        if outcome.is_err() {
            self.after_fault(tab, fault);
        }
    }

    fn undelete(&mut self, tab: usize, entry: u8) {
        let ids: Vec<Id> = self.deleted[tab].keys().copied().collect();
        let Some(id) = choose(&ids, entry) else { return };
        self.tabs[tab].refresh();
        let saved = self.tabs[tab].undelete(id).unwrap();
        let before = self.deleted[tab].remove(&id).unwrap();
        let number = self.number();
        let versions = self.entries.get_mut(&id).unwrap();
        if versions.values().any(Option::is_none) {
            let standing: BTreeSet<String> = versions.values().flatten().cloned().collect();
            let candidates = if standing.is_empty() { before } else { standing };
            let text = texts(&saved.entry).remove(0);
            assert!(candidates.contains(&text));
            *versions = BTreeMap::from([(number, Some(text))]);
            self.previous = None;
        }
        self.agrees(&saved, id);
    }

    /// Whatever happens to it, one of the two journals is there whole: the old one, or the same words sealed anew.
    fn flip(&mut self, stage: Option<Fault>, flip: Option<Fault>) {
        let (tab, store) = (&self.tabs[0], self.tabs[0].store());
        let old: BTreeSet<RowKey> = tab.resting(Place::Root).row_keys().collect();
        let (root, rows) = tab.resealed();
        let (root_before, previous_before) = (store.raw(Place::Root), store.raw(Place::Previous));
        if let Some(fault) = stage {
            store.fail_next_stage(fault);
        }
        let staged = run(store.stage(&rows));
        assert_eq!(staged.is_ok(), stage.is_none());
        let mut flipped = staged;
        if flipped.is_ok() {
            if let Some(fault) = flip {
                store.fail_next_write(fault);
            }
            flipped = run(store.write(Write {
                expected: root_before.as_deref().map(|root| root_commitment(root).unwrap()),
                header: None,
                root: &root,
                rows: &[],
                remove: &[],
                previous: Previous::Replaced,
                expected_notes: None,
                remove_notes: &[],
                add_notes: &[],
            }));
            assert_eq!(flipped.is_ok(), flip.is_none());
        }
        let lands = stage.is_none() && matches!(flip, None | Some(Fault::KilledAfter));
        let now = (store.raw(Place::Root), store.raw(Place::Previous));
        if lands {
            assert_eq!(now, (Some(root.as_bytes().to_vec()), root_before));
            self.previous = now.1;
            self.left.extend(old);
        } else {
            assert_eq!(now, (root_before, previous_before));
            if let None | Some(Fault::KilledAfter) = stage {
                self.left.extend(rows.iter().map(SealedRow::key));
            }
        }
    }

    fn reopen(&mut self, tab: usize) {
        self.tabs[tab].lock().unwrap();
        self.sealed(tab);
        self.replace(tab);
    }

    /// Another tab takes this one's place: what it did not seal or acknowledge is gone with it.
    fn replace(&mut self, tab: usize) {
        self.tabs[tab] = self.tabs[1 - tab].another();
        self.posted[tab].clear();
        self.deleted[tab].clear();
        self.editors.retain(|editor| editor.tab != tab);
    }

    fn sealed(&mut self, tab: usize) {
        for (id, (draft, seen)) in std::mem::take(&mut self.posted[tab]) {
            self.drafts.insert(id, KnownDraft { text: text_of(&draft.text).to_owned(), seen });
        }
    }

    fn plan(&self, tab: usize, fault: Option<Fault>) {
        if let Some(fault) = fault {
            self.tabs[tab].store().fail_next_write(fault);
        }
    }

    /// Whether a write that was answered so is on the disk.
    fn landed(&mut self, outcome: Result<(), &Failure>, fault: Option<Fault>) -> bool {
        match (outcome, fault) {
            (Ok(()), Some(Fault::Full)) => {
                assert!(std::mem::replace(&mut self.reserve, false));
                true
            }
            // Where the other tab had been first, the fault hit a write that was refused anyway.
            (Ok(()), None | Some(Fault::KilledAfter)) => true,
            (Err(Failure::StorageFull), Some(Fault::Full)) => {
                assert!(!self.reserve);
                false
            }
            (Err(Failure::StorageFailed), Some(Fault::Failed)) => false,
            (Err(Failure::StorageClosed), Some(Fault::KilledBefore)) => false,
            (Err(Failure::StorageClosed), Some(Fault::KilledAfter)) => true,
            (outcome, fault) => panic!("{outcome:?} after {fault:?}"),
        }
    }

    fn after_fault(&mut self, tab: usize, fault: Option<Fault>) {
        if let Some(Fault::KilledBefore | Fault::KilledAfter) = fault {
            self.replace(tab);
        }
    }

    fn live(&self) -> Vec<Id> {
        let live = |versions: &Versions| versions.values().any(Option::is_some);
        self.entries.iter().filter(|(_, versions)| live(versions)).map(|(id, _)| *id).collect()
    }

    fn number(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }

    fn agrees(&self, saved: &Saved, id: Id) {
        let versions = &self.entries[&id];
        assert_eq!(texts(&saved.entry), standing(versions));
        assert_eq!(saved.entry.also_deleted, versions.values().any(Option::is_none));
        assert_eq!(saved.changed_elsewhere, versions.len() > 1);
    }

    /// A tab opened anew sees exactly what the model says, and the disk holds nothing besides.
    fn verify(&mut self) {
        let fresh = self.tabs[0].another();
        let store = fresh.store();
        let rows_now = || BTreeSet::from_iter(run(store.row_keys()).unwrap());
        let rows: BTreeSet<RowKey> = rows_now();
        assert_eq!(fresh.check_says(), []);
        self.reserve = true;
        let mut listed: Vec<Id> = fresh.list("").rows.iter().map(|row| row.id).collect();
        listed.sort_unstable();
        assert_eq!(listed, self.live());
        for id in listed {
            let read = fresh.read(id).unwrap();
            assert_eq!(texts(&read), standing(&self.entries[&id]));
            assert_eq!(read.also_deleted, self.entries[&id].values().any(Option::is_none));
        }
        let drafts: BTreeMap<Id, String> = fresh
            .drafts()
            .into_iter()
            .map(|draft| (draft.draft_id, text_of(&draft.text).to_owned()))
            .collect();
        let known: BTreeMap<Id, String> =
            self.drafts.iter().map(|(id, draft)| (*id, draft.text.clone())).collect();
        assert_eq!(drafts, known);
        let resting = fresh.resting(Place::Root);
        let root = &resting.root;
        resting.records.values().for_each(assert_side_by_side);
        assert_eq!(root.live as usize, self.live().len());
        assert_eq!((root.live + root.deleted) as usize, self.entries.len());
        assert_eq!(fresh.store().raw(Place::Previous), self.previous);
        if self.previous.is_some() {
            // All that it reaches is still there.
            fresh.resting(Place::Previous);
        }
        let drafts = root.drafts.iter().map(|draft| draft.row.row_key());
        let named: BTreeSet<RowKey> = resting.row_keys().chain(drafts).collect();
        assert_eq!(named.len(), 64 + self.entries.len() + self.drafts.len());
        assert!(named.is_subset(&rows));
        assert!(rows.difference(&named).all(|row| self.left.contains(row)), "rows that nothing names");
        if self.previous.is_none() {
            assert_eq!(rows_now(), named, "what was left is swept");
        }
    }
}

impl Editor {
    fn draft(&self, text: u8) -> Draft {
        let (draft_id, id, base) = (self.draft_id, self.id, self.base.clone());
        Draft { draft_id, id, base, text: words(&format!("text {text}")) }
    }
}

fn choose<T: Clone>(among: &[T], number: u8) -> Option<T> {
    if among.is_empty() { None } else { Some(among[usize::from(number) % among.len()].clone()) }
}

/// The wordings that stand, sorted.
fn standing(versions: &Versions) -> Vec<String> {
    let mut standing: Vec<String> = versions.values().flatten().cloned().collect();
    standing.sort();
    standing
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48, 3_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_what_was_acknowledged_is_there_and_nothing_else_by_half(
        steps in proptest::collection::vec(step(), 1..60),
    ) {
        let mut world = World::new();
        for (number, step) in steps.into_iter().enumerate() {
            world.go(step);
            if number % 16 == 15 {
                world.verify();
            }
        }
        world.verify();
    }
}

//! Two keepers on one database: two tabs of one browser.

use keeper::protocol::{Base, Draft, Event, Id, Reply, Request};
use std::{cell::RefCell, collections::BTreeSet, future::Future, pin::Pin};

use crate::{
    proved::proved,
    running::run_mixed,
    tab::{PASSPHRASE, Tab, assert_side_by_side, cases, search_for, texts, words},
};

#[test]
fn saves_by_turns_in_two_tabs_are_all_kept() {
    let first = Tab::created();
    let second = first.another();
    let saves = cases(1_000, 10_000);
    for n in 0..saves {
        let tab = if n % 2 == 0 { &first } else { &second };
        let draft = tab.begin(&format!("entry {n}"));
        assert!(!tab.save(&draft).unwrap().changed_elsewhere);
    }
    let third = first.another();
    assert_eq!(third.list("").total, saves);
    assert_eq!(third.check_says(), []);
    let titles: BTreeSet<String> = third.titles("").into_iter().collect();
    assert_eq!(titles.len(), saves as usize);
    assert_eq!(third.rows(3).len(), saves as usize);
    assert_eq!(third.rows(2).len(), 64);
    proved(16, "saves by turns in two tabs", saves as usize);
}

type Work<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// What two writers have been told, and what each save of their one shared entry replaced.
struct Told {
    /// Entries of one writer alone, with the words they have to have.
    kept: RefCell<BTreeSet<(Id, String)>>,
    /// An entry both write.
    shared: Id,
    saved: RefCell<BTreeSet<String>>,
    replaced: RefCell<BTreeSet<String>>,
}

impl Told {
    fn about(shared: Id) -> Self {
        let saved = RefCell::new(BTreeSet::from(["shared".to_owned()]));
        Self { kept: RefCell::default(), shared, saved, replaced: RefCell::default() }
    }

    /// The wordings of the shared entry that nobody replaced knowingly.
    fn standing(&self) -> Vec<String> {
        self.saved.borrow().difference(&self.replaced.borrow()).cloned().collect()
    }
}

/// Saves, edits and deletes in one tab, one after the other, as a queue does.
async fn writer(tab: &Tab, number: u32, saves: u32, told: &Told) {
    let ask = |request| tab.keeper.answer(1, request);
    for n in 0..saves {
        let Ok(Reply::Begun { id, draft_id }) = ask(Request::BeginEntry).await else { panic!("not begun") };
        let draft = |base, text: &str| Draft { draft_id, id, base, text: words(text) };
        let text = format!("tab {number} entry {n}");
        let Ok(Reply::Saved(saved)) = ask(Request::Save(draft(Base::default(), &text))).await else {
            panic!("not saved")
        };
        let kept_text = match n % 4 {
            0 => Some(text),
            1 | 2 => {
                let text = text + " revised";
                let outcome = ask(Request::Save(draft(saved.entry.base, &text))).await;
                assert!(matches!(outcome, Ok(Reply::Saved(saved)) if !saved.changed_elsewhere));
                Some(text)
            }
            _ => {
                assert!(matches!(ask(Request::Delete { id }).await, Ok(Reply::Deleted { .. })));
                None
            }
        };
        told.kept.borrow_mut().extend(kept_text.map(|text| (id, text)));
        write_shared(tab, draft_id, format!("tab {number} shared {n}"), told).await;
    }
}

async fn write_shared(tab: &Tab, draft_id: Id, text: String, told: &Told) {
    let id = told.shared;
    let Ok(Reply::Entry(read)) = tab.keeper.answer(1, Request::Read { id }).await else { panic!("not read") };
    let draft = Draft { draft_id, id, base: read.base.clone(), text: words(&text) };
    let outcome = tab.keeper.answer(1, Request::Save(draft)).await;
    assert!(matches!(outcome, Ok(Reply::Saved(_))), "{outcome:?}");
    told.replaced.borrow_mut().extend(texts(&read));
    told.saved.borrow_mut().insert(text);
}

/// The sequences a tab told the screen of never go back.
fn assert_never_back(tab: &Tab, seed: u64) {
    let events = tab.machine.take_events();
    let sequences = events.iter().filter_map(|event| match event {
        Event::Changed { sequence } => Some(*sequence),
        _ => None,
    });
    assert!(sequences.is_sorted(), "seed {seed}");
}

/// Reads what the list shows, again and again, while writes run.
async fn reader(tab: &Tab, rounds: u32) {
    for round in 0..rounds {
        let list = Request::List { filter: search_for("entry"), offset: 0, limit: 3 };
        let Ok(Reply::Listed(listed)) = tab.keeper.answer(2, list).await else { panic!("not listed") };
        for row in listed.rows {
            // It may have been deleted since; it is never damaged.
            let read = tab.keeper.answer(3, Request::Read { id: row.id }).await;
            assert!(
                matches!(read, Ok(Reply::Entry(_)) | Err(keeper::protocol::Failure::NotFound)),
                "{read:?}"
            );
        }
        if round % 5 == 0 {
            tab.keeper.refresh().await.unwrap();
        }
    }
}

#[test]
fn writes_and_reads_of_two_tabs_in_any_mixture_lose_nothing() {
    let mixtures = cases(12, 300);
    for seed in 0..u64::from(mixtures) {
        let first = Tab::created();
        let told = Told::about(first.write("shared"));
        let second = first.another();
        for tab in [&first, &second] {
            tab.machine.shelf.disk.slow.set(true);
        }
        let works: Vec<Work<'_>> = vec![
            Box::pin(writer(&first, 1, 12, &told)),
            Box::pin(writer(&second, 2, 12, &told)),
            Box::pin(reader(&first, 25)),
            Box::pin(reader(&second, 25)),
            Box::pin(async { first.keeper.check().await.unwrap() }),
            Box::pin(async { second.keeper.check().await.unwrap() }),
        ];
        run_mixed(seed, works);
        first.machine.shelf.disk.slow.set(false);
        let third = first.another();
        assert_eq!(third.check_says(), [], "seed {seed}");
        assert_eq!(third.wordings(told.shared), told.standing(), "seed {seed}");
        let rows = third.list("").rows;
        let alone = rows.iter().filter(|row| row.id != told.shared);
        let found: BTreeSet<(Id, String)> =
            alone.map(|row| (row.id, third.wordings(row.id).join("|"))).collect();
        assert_eq!(found, *told.kept.borrow(), "seed {seed}");
        third.opened().1.iter().for_each(assert_side_by_side);
        assert_never_back(&first, seed);
        assert_never_back(&second, seed);
        // What the two have in memory is what rests, search and previews included.
        let ids = |tab: &Tab, search| tab.list(search).rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
        for tab in [&first, &second] {
            tab.machine.shelf.disk.slow.set(false);
            tab.refresh();
            for search in ["", "revised", "tab 1", "entry 3"] {
                assert_eq!(ids(tab, search), ids(&third, search), "seed {seed}, {search}");
            }
        }
    }
    proved(16, "mixtures of writes and reads in two tabs", mixtures as usize);
}

#[test]
fn the_same_entry_edited_in_two_tabs_keeps_both_wordings_until_the_next_save() {
    let first = Tab::created();
    let id = first.write("as it was");
    let second = first.another();
    let (here, there) = (first.edit(id, "here"), second.edit(id, "there"));
    assert!(!first.save(&here).unwrap().changed_elsewhere);
    let saved = second.save(&there).unwrap();
    assert!(saved.changed_elsewhere);
    assert_eq!(texts(&saved.entry), ["here", "there"]);
    for tab in [&first, &second, &first.another()] {
        tab.refresh();
        assert_eq!(tab.wordings(id), ["here", "there"]);
        assert_eq!(tab.list("").total, 1);
    }
    let settled = first.revise(id, "here and there");
    assert!(!settled.changed_elsewhere);
    assert_eq!(texts(&settled.entry), ["here and there"]);
    second.refresh();
    assert_eq!(second.wordings(id), ["here and there"]);
}

#[test]
fn the_same_words_typed_in_two_tabs_are_no_conflict() {
    let first = Tab::created();
    let id = first.write("as it was");
    let second = first.another();
    let (here, there) = (first.edit(id, "the same"), second.edit(id, "the same"));
    first.save(&here).unwrap();
    let saved = second.save(&there).unwrap();
    assert!(!saved.changed_elsewhere);
    assert_eq!(texts(&saved.entry), ["the same"]);
}

#[test]
fn a_tab_that_looks_again_sees_what_the_other_wrote() {
    let first = Tab::created();
    let second = first.another();
    let id = first.write("from the first");
    assert_eq!(second.list("").total, 0);
    second.machine.take_events();
    second.refresh();
    let sequence = second.list("").sequence;
    assert_eq!(second.machine.take_events(), [Event::Changed { sequence }]);
    assert_eq!(second.titles("first"), ["from the first"]);
    assert_eq!(second.list("").rows[0].preview, first.list("").rows[0].preview);
    second.refresh();
    assert_eq!(second.machine.take_events(), [], "nothing new");
    first.revise(id, "other words");
    assert_eq!(second.wordings(id), ["other words"], "a read whose row is gone looks again by itself");
    assert_eq!(second.titles("other"), ["other words"]);
}

#[test]
fn drafts_of_two_tabs_are_all_kept() {
    let first = Tab::created();
    let second = first.another();
    let drafts: Vec<Draft> = (0..8).map(|n| first.begin(&format!("draft {n}"))).collect();
    for (n, draft) in drafts.iter().enumerate() {
        let tab = if n % 2 == 0 { &first } else { &second };
        tab.post(draft);
        tab.seal().unwrap();
    }
    let mut expected = drafts.clone();
    expected.sort_by_key(|draft| draft.draft_id);
    assert_eq!(first.another().drafts(), expected);
    // Written on in the other tab: the row known here is gone.
    let newer = Draft { text: words("goes on"), ..drafts[0].clone() };
    second.post(&newer);
    second.seal().unwrap();
    assert!(first.drafts().contains(&newer));
}

#[test]
fn a_tab_unlocked_while_another_saves_sees_no_damage() {
    for seed in 0..40 {
        let first = Tab::created();
        for n in 0..4 {
            first.write(&format!("entry {n}"));
        }
        let told = Told::about(first.write("shared"));
        let second = Tab { name: first.name.clone(), ..Tab::closed(first.shelf()) };
        for tab in [&first, &second] {
            tab.machine.shelf.disk.slow.set(true);
        }
        let unlock = Request::Unlock {
            name: first.name.clone(),
            passphrase: crate::tab::secret(PASSPHRASE),
            witness: None,
        };
        let works: Vec<Work<'_>> = vec![
            Box::pin(writer(&first, 1, 3, &told)),
            Box::pin(async {
                let opened = second.keeper.answer(1, unlock).await;
                let Ok(Reply::Opened(opened)) = opened else { panic!("{opened:?}") };
                assert_eq!(opened.damaged_pages, 0, "seed {seed}");
            }),
        ];
        run_mixed(seed, works);
    }
}

//! Everything sealed anew: a changed passphrase, a replaced sheet. What opens before and after, and what is carried.

use keeper::protocol::{
    Draft, Event, Failure, Id, Reply, Request, SettingsChange, Stage, Suggestion, WayKind, Wish,
};
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Waker},
};
use store::{MemoryShelf, Place, Store};
use vault::{Cost, Header, Witness};

use crate::{
    inbox,
    running::run,
    tab::{PASSPHRASE, Tab, carried, reseal_request, texts, urge},
};

const NEW: &str = "fern gravel harbour island juniper";

/// A journal with some of everything in it.
pub fn full() -> Tab {
    let tab = Tab::created();
    for n in 0..40 {
        tab.write(&format!("entry {n}"));
    }
    let gone = tab.write("gone");
    tab.delete(gone).unwrap();
    tab.save(&Draft { text: urge(7, "an urge"), ..tab.begin("") }).unwrap();
    tab.ask(Request::ChangeSettings(SettingsChange::Wish(Wish::StaySteady))).unwrap();
    tab.post(&tab.begin("a draft"));
    tab.seal().unwrap();
    inbox::seal(&tab, 4, "a note").unwrap();
    tab
}

/// That it is all there, in a tab that has it open.
pub fn assert_full(tab: &Tab) {
    assert_eq!(tab.check_says(), []);
    let mut titles = tab.titles("");
    titles.sort();
    let mut expected: Vec<String> = (0..40).map(|n| format!("entry {n}")).collect();
    expected.push("an urge".to_owned());
    expected.sort();
    assert_eq!(titles, expected);
    for row in tab.list("entry").rows {
        assert_eq!(texts(&tab.read(row.id).unwrap()), [row.title]);
    }
    let drafts: Vec<_> = tab.drafts().into_iter().map(|draft| draft.text).collect();
    assert_eq!(drafts, [crate::tab::words("a draft")]);
    let notes = inbox::notes(tab);
    assert_eq!(notes.iter().map(|note| note.note.clone().unwrap().line).collect::<Vec<_>>(), ["a note"]);
    let settings = carried!(tab.ask(Request::Settings), Settings).unwrap();
    assert_eq!(settings.wish, Some(Wish::StaySteady));
}

/// Rows there have to be: pages, live and deleted records, the draft.
pub const ROWS: usize = 64 + 40 + 1 + 1 + 1 + 1;

#[test]
fn a_changed_passphrase_opens_all_and_the_old_one_nothing() {
    let tab = full();
    let before = tab.opened();
    let old_rows = run(tab.store().row_keys()).unwrap();
    let opened = tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    assert_eq!((opened.live, opened.opened_by, opened.has_sheet), (41, WayKind::Passphrase, false));
    assert_eq!((opened.notes_waiting, opened.sequence), (1, before.0.sequence + 1));
    assert_full(&tab);
    let rows = run(tab.store().row_keys()).unwrap();
    assert_eq!(rows.len(), ROWS);
    assert!(old_rows.iter().all(|row| !rows.contains(row)), "every row is another");
    assert_eq!(tab.unlock(PASSPHRASE, None).err(), Some(Failure::WrongPassphrase));
    tab.lock().unwrap();
    tab.unlock(NEW, tab.machine.witness().as_deref()).unwrap();
    assert_full(&tab);
    let after = tab.opened();
    assert_eq!(after.0.lineage_id, before.0.lineage_id);
    assert_eq!((after.0.live, after.0.deleted), (before.0.live, before.0.deleted));
    let sorted = |mut records: Vec<vault::Record>| {
        records.sort_by_key(|record| format!("{record:?}"));
        records
    };
    assert!(sorted(after.1) == sorted(before.1), "records are the same to the byte");
    let header = Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap();
    assert_eq!((header.generation(), header.sequence()), (2, 1));
    assert_eq!(tab.store().raw(Place::Previous), None);
}

#[test]
fn what_is_open_goes_on_after_a_change() {
    let tab = full();
    let (edited, undone) = (tab.list("entry 7").rows[0].id, tab.list("entry 9").rows[0].id);
    let edit = tab.edit(edited, "edited");
    tab.delete(undone).unwrap();
    let posted = tab.begin("posted and not sealed");
    tab.post(&posted);
    tab.check();
    tab.machine.take_events();
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    let events = tab.machine.take_events();
    let witness = events.iter().find_map(|event| match event {
        Event::Witness(stored) => Witness::parse(&stored.value),
        _ => None,
    });
    assert_eq!(witness.unwrap().header.as_bytes(), tab.store().raw(Place::Header).unwrap());
    assert!(events.iter().any(|event| matches!(event, Event::Changed { .. })));
    let listed = tab.list("urge");
    assert!(listed.complete && listed.rows[0].strength == Some(7), "bodies need not be read again");
    assert!(!tab.save(&edit).unwrap().changed_elsewhere);
    tab.undelete(undone).unwrap();
    assert_eq!(tab.drafts().len(), 2);
    tab.seal().unwrap();
    tab.lock().unwrap();
    tab.unlock(NEW, None).unwrap();
    assert_eq!(tab.wordings(edited), ["edited"]);
    assert_eq!(tab.drafts().len(), 2);
}

#[test]
fn only_the_passphrase_or_an_opening_by_sheet_allows_a_change() {
    let tab = Tab::created();
    let before = tab.dump();
    for current in [Some("wrong"), None] {
        assert_eq!(tab.reseal(current, NEW).err(), Some(Failure::WrongPassphrase));
    }
    assert_eq!(tab.reseal(Some(""), NEW).err(), Some(Failure::PassphraseEmpty));
    assert_eq!(tab.reseal(Some(PASSPHRASE), "").err(), Some(Failure::PassphraseEmpty));
    assert_eq!(tab.dump(), before);
    let sheet = tab.sheet();
    tab.unlock_with_sheet(&sheet, None).unwrap();
    assert_eq!(tab.reseal(Some("wrong"), NEW).err(), Some(Failure::WrongPassphrase));
    tab.reseal(None, NEW).unwrap();
    assert_eq!(
        tab.reseal(None, "once more").err(),
        Some(Failure::WrongPassphrase),
        "opened by passphrase now"
    );
    tab.lock().unwrap();
    tab.unlock(NEW, None).unwrap();
}

#[test]
fn a_drawn_sheet_takes_the_place_of_the_old_one_and_without_one_there_is_none() {
    let tab = full();
    let old = tab.sheet();
    let (new, replaces) = tab.draw_sheet();
    assert!(replaces);
    assert!(tab.reseal(Some(PASSPHRASE), PASSPHRASE).unwrap().has_sheet);
    assert_eq!(tab.keep_sheet(), Err(Failure::NoSheetDrawn));
    assert_eq!(tab.unlock_with_sheet(&old, None).err(), Some(Failure::SheetDoesNotOpen));
    assert_eq!(tab.unlock_with_sheet(&new, None).unwrap().opened_by, WayKind::Sheet);
    assert_full(&tab);
    assert!(!tab.reseal(None, NEW).unwrap().has_sheet);
    assert_eq!(tab.unlock_with_sheet(&new, None).err(), Some(Failure::SheetDoesNotOpen));
    let (third, replaces) = tab.draw_sheet();
    assert!(!replaces);
    tab.keep_sheet().unwrap();
    tab.unlock_with_sheet(&third, None).unwrap();
    assert_full(&tab);
}

#[test]
fn the_cost_never_falls_and_stays_small_where_memory_was_refused() {
    let passes = |tab: &Tab| Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap().kdf().cost;
    let mut tab = Tab::closed(&MemoryShelf::new());
    tab.machine.pass_ms.set(150.0);
    tab.name = tab.create(PASSPHRASE).unwrap().name;
    assert_eq!(passes(&tab).passes(), 6);
    tab.machine.pass_ms.set(1_000.0);
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    assert_eq!(passes(&tab).passes(), 6, "kept");
    tab.machine.pass_ms.set(100.0);
    tab.reseal(Some(NEW), PASSPHRASE).unwrap();
    assert_eq!(passes(&tab).passes(), 9, "raised");
    let mut tab = Tab::closed(&MemoryShelf::new());
    tab.machine.memory_kib.set(40_000);
    tab.name = tab.create(PASSPHRASE).unwrap().name;
    tab.machine.memory_kib.set(u32::MAX);
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    assert_eq!(passes(&tab), Cost::SMALL_MEMORY);
}

#[test]
fn another_tab_locks_and_says_why() {
    let tab = full();
    let other = tab.another();
    let draft = other.begin("too late");
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    other.machine.take_events();
    assert_eq!(other.save(&draft).err(), Some(Failure::PassphraseChangedElsewhere));
    assert_eq!(other.machine.take_events(), [Event::PassphraseChangedElsewhere]);
    assert_eq!(other.ask(Request::Drafts), Err(Failure::Locked));
    assert!(!tab.machine.take_events().contains(&Event::PassphraseChangedElsewhere));
}

#[test]
fn one_big_change_at_a_time_and_only_where_a_copy_fits() {
    let tab = full();
    let before = tab.dump();
    let held = run(keeper::Host::hold_big_change(&tab.machine, &format!("{}-big", tab.name)));
    assert_eq!(tab.reseal(Some(PASSPHRASE), NEW).err(), Some(Failure::BigChangeElsewhere));
    drop(held);
    tab.machine.free_bytes.set(Some(1_000));
    let Err(Failure::NotEnoughRoom { needed, free: 1_000 }) = tab.reseal(Some(PASSPHRASE), NEW) else {
        panic!("no figures")
    };
    let stored: usize =
        run(tab.store().rows_after(None, u32::MAX)).unwrap().iter().map(|row| row.1.len() + 16).sum();
    assert_eq!(needed, stored as u64);
    assert_eq!(tab.dump(), before);
    tab.machine.free_bytes.set(Some(needed));
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
}

#[test]
fn a_device_that_is_full_on_the_way_leaves_the_old_journal_and_nothing_beside_it() {
    let tab = full();
    let store = tab.store();
    store.set_capacity_bytes(store.stored_bytes() + 60_000);
    assert_eq!(tab.reseal(Some(PASSPHRASE), NEW).err(), Some(Failure::StorageFull));
    assert_eq!(run(store.row_keys()).unwrap().len(), ROWS);
    assert_full(&tab);
    tab.unlock(PASSPHRASE, None).unwrap();
}

#[test]
fn a_journal_with_something_unreadable_is_left_as_it_is() {
    let tab = full();
    let row = tab.row_added_by(3, || _ = tab.write("damaged"));
    tab.flip(Place::Row(row));
    let rows = run(tab.store().row_keys()).unwrap();
    assert_eq!(tab.reseal(Some(PASSPHRASE), NEW).err(), Some(Failure::EntryDamaged));
    tab.store().set_raw(Place::Row(row), None);
    assert_eq!(tab.reseal(Some(PASSPHRASE), NEW).err(), Some(Failure::EntryDamaged));
    assert_eq!(run(tab.store().row_keys()).unwrap().len(), rows.len() - 1, "what was staged is swept");
    tab.unlock(PASSPHRASE, None).unwrap();
    let tab = full();
    let page = tab.row_added_by(2, || _ = tab.write("on a damaged page"));
    tab.flip(Place::Row(page));
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.reseal(Some(PASSPHRASE), NEW).err(), Some(Failure::EntryDamaged));
    tab.unlock(PASSPHRASE, None).unwrap();
}

/// A full journal in which one entry is damaged, one missing, and the mark of a deletion damaged: their ids.
fn full_and_damaged() -> (Tab, [Id; 3]) {
    let tab = full();
    let mut ids = [[0; 16]; 3];
    let damaged = tab.row_added_by(3, || ids[0] = tab.write("damaged"));
    let missing = tab.row_added_by(3, || ids[1] = tab.write("missing"));
    ids[2] = tab.write("was deleted");
    let before = tab.rows(3);
    tab.delete(ids[2]).unwrap();
    let mark = tab.rows(3).into_iter().find(|key| !before.contains(key)).unwrap();
    tab.flip(Place::Row(damaged));
    tab.store().set_raw(Place::Row(missing), None);
    tab.flip(Place::Row(mark));
    tab.unlock(PASSPHRASE, None).unwrap();
    (tab, ids)
}

#[test]
fn what_cannot_be_read_is_named_and_left_behind_only_when_every_one_of_it_is_named() {
    // Met on the way, or known before.
    for checked in [false, true] {
        let (tab, ids) = full_and_damaged();
        if checked {
            assert_eq!(tab.check_says().len(), 3);
        }
        let before = tab.dump();
        for without in [&[][..], &ids[..1], &ids[1..]] {
            assert_eq!(tab.reseal_without(NEW, without).err(), Some(Failure::EntryDamaged));
            let mut named: Vec<_> =
                tab.damaged().into_iter().map(|entry| (entry.title, entry.missing)).collect();
            named.sort();
            assert_eq!(named, [(String::new(), false), ("damaged".into(), false), ("missing".into(), true)]);
            assert_eq!(tab.dump(), before, "nothing changed and nothing lies beside it");
        }
        tab.reseal_without(NEW, &ids).unwrap();
        for _ in 0..2 {
            assert_eq!(tab.list("entry").rows.len(), 40, "all that could be read is there");
            assert!(
                tab.list("entry").rows.iter().all(|row| texts(&tab.read(row.id).unwrap()) == [&*row.title])
            );
            let mut left: Vec<_> = tab.check_says();
            left.sort();
            assert_eq!(left, [(String::new(), true), ("damaged".into(), true), ("missing".into(), true)]);
            assert_eq!(tab.read(ids[0]).err(), Some(Failure::EntryDamaged));
            assert_eq!(run(tab.store().row_keys()).unwrap().len(), ROWS, "their rows are gone");
            tab.unlock(NEW, None).unwrap();
        }
        tab.delete_damaged(ids[0]).unwrap();
        assert_eq!(tab.check_says().len(), 2);
    }
}

#[test]
fn an_entry_that_becomes_readable_again_meanwhile_is_not_left_behind() {
    let tab = full();
    let mut id = [0; 16];
    let row = tab.row_added_by(3, || id = tab.write("back again"));
    let sound = tab.store().raw(Place::Row(row));
    tab.store().set_raw(Place::Row(row), None);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    tab.store().set_raw(Place::Row(row), sound);
    tab.reseal_without(NEW, &[id]).unwrap();
    assert_eq!(tab.wordings(id), ["back again"]);
    assert_eq!(tab.check_says(), []);
}

#[test]
fn notes_that_do_not_open_go_on_waiting_as_they_are() {
    let tab = full();
    inbox::seal(&tab, 5, "damaged").unwrap();
    tab.store().flip_bit(Place::Note(2), 500);
    let damaged = tab.store().raw(Place::Note(2));
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    let notes = inbox::notes(&tab);
    assert_eq!(notes.len(), 2);
    assert!(
        notes.iter().any(|note| note.note.is_none() && tab.store().raw(Place::Note(note.key)) == damaged)
    );
    assert!(notes.iter().any(|note| note.note.as_ref().is_some_and(|note| note.line == "a note")));
}

/// Goes on with a request until `stage` is told of for the `n`-th time.
pub fn until(
    tab: &Tab,
    request: &mut Pin<Box<dyn Future<Output = Result<Reply, Failure>> + '_>>,
    stage: Stage,
    n: usize,
) {
    tab.machine.stages.take();
    let seen = || tab.machine.stages.borrow().iter().filter(|(_, seen)| *seen == stage).count();
    while seen() < n {
        assert!(request.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
}

#[test]
fn a_change_that_is_given_up_leaves_the_old_journal_and_the_next_check_sweeps() {
    for stages in [1, 2, 5] {
        let tab = full();
        tab.machine.shelf.disk.slow.set(true);
        tab.unlock(PASSPHRASE, None).unwrap();
        let mut request: Pin<Box<dyn Future<Output = _>>> =
            Box::pin(tab.keeper.answer(1, reseal_request(Some(PASSPHRASE), NEW)));
        until(&tab, &mut request, Stage::Resealing, stages);
        drop(request);
        let saved = tab.write("after giving up");
        tab.delete(saved).unwrap();
        tab.unlock(PASSPHRASE, None).unwrap();
        assert!(run(tab.store().row_keys()).unwrap().len() > ROWS + 1);
        assert_full(&tab);
        assert_eq!(run(tab.store().row_keys()).unwrap().len(), ROWS + 1);
        assert_eq!(tab.unlock(NEW, None).err(), Some(Failure::WrongPassphrase));
    }
}

#[test]
fn what_another_tab_saves_meanwhile_is_not_lost() {
    let tab = full();
    let other = tab.another();
    tab.machine.shelf.disk.slow.set(true);
    tab.unlock(PASSPHRASE, None).unwrap();
    let revised = other.list("entry 3").rows[0].id;
    let gone = other.list("entry 5").rows[0].id;
    let mut request: Pin<Box<dyn Future<Output = _>>> =
        Box::pin(tab.keeper.answer(1, reseal_request(Some(PASSPHRASE), NEW)));
    let mut new = Vec::new();
    until(&tab, &mut request, Stage::Resealing, 4);
    new.push(other.write("while it was copied"));
    other.revise(revised, "revised meanwhile");
    until(&tab, &mut request, Stage::Writing, 1);
    new.push(other.write("at the last moment"));
    other.delete(gone).unwrap();
    other.post(&other.begin("a draft at the last moment"));
    other.seal().unwrap();
    let outcome = run(request);
    assert!(matches!(outcome, Ok(Reply::Opened(_))), "{outcome:?}");
    for tab in [&tab, &Tab { name: tab.name.clone(), ..Tab::closed(tab.shelf()) }] {
        tab.unlock(NEW, None).unwrap();
        assert_eq!(tab.check_says(), []);
        assert_eq!(tab.list("").total, 42);
        assert_eq!(tab.wordings(new[0]), ["while it was copied"]);
        assert_eq!(tab.wordings(new[1]), ["at the last moment"]);
        assert_eq!(tab.wordings(revised), ["revised meanwhile"]);
        assert_eq!(tab.read(gone).err(), Some(Failure::NotFound));
        assert_eq!(tab.drafts().len(), 2);
        assert_eq!(run(tab.store().row_keys()).unwrap().len(), ROWS + 3);
    }
}

#[test]
fn reads_and_posts_go_on_while_everything_is_sealed_anew() {
    let tab = full();
    tab.machine.shelf.disk.slow.set(true);
    tab.unlock(PASSPHRASE, None).unwrap();
    let mut request: Pin<Box<dyn Future<Output = _>>> =
        Box::pin(tab.keeper.answer(1, reseal_request(Some(PASSPHRASE), NEW)));
    until(&tab, &mut request, Stage::Resealing, 3);
    assert_eq!(tab.list("").total, 41);
    let id = tab.list("entry 34").rows[0].id;
    assert_eq!(texts(&tab.read(id).unwrap()), ["entry 34"]);
    let draft = tab.begin("posted meanwhile");
    tab.post(&draft);
    let early = Box::pin(tab.keeper.answer(2, Request::Read { id }));
    let outcome = run(request);
    assert!(matches!(outcome, Ok(Reply::Opened(_))), "{outcome:?}");
    assert!(run(early).is_ok());
    assert_eq!(tab.drafts().len(), 2);
    tab.lock().unwrap();
    tab.unlock(NEW, None).unwrap();
    assert!(tab.drafts().contains(&draft));
}

#[test]
fn putting_suggestions_away_survives_a_change() {
    let tab = full();
    tab.ask(Request::ChangeSettings(SettingsChange::PutAway(Suggestion::RecoverySheet))).unwrap();
    tab.reseal(Some(PASSPHRASE), NEW).unwrap();
    let settings = carried!(tab.ask(Request::Settings), Settings).unwrap();
    assert_eq!(settings.put_away[&Suggestion::RecoverySheet].0, 1);
    let changed = SettingsChange::PutAway(Suggestion::RecoverySheet);
    let settings = carried!(tab.ask(Request::ChangeSettings(changed)), Settings).unwrap();
    assert_eq!(settings.put_away[&Suggestion::RecoverySheet].0, 2);
}

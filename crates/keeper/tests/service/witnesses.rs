//! The witness beside the database: the table of FORMAT 7, and when a new one is given.

use keeper::protocol::{Failure, FoundState, Reply, Request, StoredWitness};
use store::{MemoryShelf, Place, Shelf};
use vault::{Witness, WitnessState};

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab},
};

fn found(tab: &Tab, witness: Option<String>) -> Vec<FoundState> {
    let witnesses =
        witness.map(|value| StoredWitness { name: tab.name.clone(), value }).into_iter().collect();
    match tab.ask(Request::Find { witnesses }) {
        Ok(Reply::Found(found)) => found.into_iter().map(|found| found.state).collect(),
        other => panic!("{other:?}"),
    }
}

/// The tab's witness with another state.
fn removing(tab: &Tab) -> String {
    let witness = Witness::parse(&tab.machine.witness().unwrap()).unwrap();
    Witness { state: WitnessState::Removing, ..witness }.to_text()
}

#[test]
fn nothing_here_and_nothing_remembered_is_a_first_run() {
    let tab = Tab::closed(&MemoryShelf::new());
    assert_eq!(found(&tab, None), []);
}

#[test]
fn a_deleted_or_emptied_database_behind_a_witness_is_gone_and_never_a_first_run() {
    let tab = Tab::created();
    let witness = tab.machine.witness();
    let store = tab.store();
    store.set_raw(Place::Header, None);
    store.set_raw(Place::Root, None);
    assert_eq!(found(&tab, witness.clone()), [FoundState::Gone]);
    assert_eq!(tab.unlock(PASSPHRASE, witness.as_deref()).err(), Some(Failure::JournalGone));
    assert_eq!(found(&tab, None), [], "an empty database nobody remembers is a creation that did not end");
    run(tab.shelf().delete(&tab.name)).unwrap();
    assert_eq!(found(&tab, witness.clone()), [FoundState::Gone]);
    assert_eq!(found(&tab, Some("damaged".into())), [FoundState::Gone]);
    assert_eq!(tab.unlock(PASSPHRASE, witness.as_deref()).err(), Some(Failure::JournalGone));
    assert_eq!(run(tab.shelf().names()), Ok(Vec::new()), "looking makes no database");
}

#[test]
fn a_removal_that_was_begun_is_finished_without_a_word() {
    let tab = Tab::created();
    assert_eq!(found(&tab, Some(removing(&tab))), []);
    assert_eq!(run(tab.shelf().names()), Ok(Vec::new()));
    assert_eq!(found(&tab, Some(removing(&tab))), [], "again, with nothing left");
}

#[test]
fn a_journal_older_than_last_seen_opens_and_says_so_once() {
    let tab = Tab::created();
    tab.write("kept");
    let image = tab.shelf().image();
    tab.write("rolled back");
    tab.machine.wait_ms(60_000);
    tab.write("rolled back too");
    let witness = tab.machine.witness();
    let old = Tab { name: tab.name.clone(), ..Tab::closed(&image) };
    let opened = old.unlock(PASSPHRASE, witness.as_deref()).unwrap();
    assert!(opened.older_than_seen);
    assert_eq!(opened.live, 1);
    let refreshed = old.machine.witness();
    assert!(!old.unlock(PASSPHRASE, refreshed.as_deref()).unwrap().older_than_seen);
}

#[test]
fn a_witness_that_lags_or_belongs_to_another_journal_changes_nothing() {
    let tab = Tab::created();
    let early = tab.machine.witness();
    let stranger = Tab::created();
    for n in 0..5 {
        stranger.write(&format!("{n}"));
    }
    stranger.lock().unwrap();
    stranger.unlock(PASSPHRASE, None).unwrap();
    tab.write("a");
    for witness in [early, stranger.machine.witness(), Some("damaged".into()), None] {
        let opened = tab.unlock(PASSPHRASE, witness.as_deref()).unwrap();
        assert!(!opened.older_than_seen);
        assert_eq!(found(&tab, witness), [FoundState::Sound]);
    }
}

#[test]
fn a_new_witness_comes_with_opening_and_otherwise_at_most_once_a_minute() {
    let tab = Tab::created();
    let sequence = |tab: &Tab| Witness::parse(&tab.machine.witness().unwrap()).unwrap().sequence;
    assert_eq!(sequence(&tab), 1);
    tab.write("a");
    tab.machine.wait_ms(59_999);
    tab.write("b");
    assert_eq!(sequence(&tab), 1);
    tab.machine.wait_ms(1);
    tab.write("c");
    assert_eq!(sequence(&tab), 4);
    tab.write("d");
    assert_eq!(sequence(&tab), 4);
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(sequence(&tab), 5);
}

#[test]
fn a_database_of_a_newer_app_is_found_as_such() {
    let tab = Tab::created();
    tab.shelf().refuse_next_open(store::StoreError::TooNew);
    assert_eq!(found(&tab, None), [FoundState::TooNew]);
    let mut header = tab.store().raw(Place::Header).unwrap();
    header[9] = 2;
    header[11] = 2;
    header.push(0);
    tab.store().set_raw(Place::Header, Some(header));
    assert_eq!(found(&tab, tab.machine.witness()), [FoundState::TooNew]);
    assert_eq!(tab.unlock(PASSPHRASE, tab.machine.witness().as_deref()).err(), Some(Failure::TooNew));
}

#[test]
fn nothing_is_swept_below_a_root_older_than_last_seen() {
    let tab = Tab::created();
    tab.write("first");
    let store = tab.store();
    let all = || [tab.rows(2), tab.rows(3)].concat();
    let root = store.raw(Place::Root);
    let older: Vec<_> = all().into_iter().map(|key| (key, store.raw(Place::Row(key)))).collect();
    tab.machine.wait_ms(120_000);
    tab.write("second");
    let witness = tab.machine.witness();
    store.set_raw(Place::Root, root);
    older.into_iter().for_each(|(key, bytes)| store.set_raw(Place::Row(key), bytes));
    let before = all();
    assert!(tab.unlock(PASSPHRASE, witness.as_deref()).unwrap().older_than_seen);
    tab.check();
    assert_eq!(all(), before, "the newer rows may be all that is left of what was written");
    assert!(!tab.unlock(PASSPHRASE, None).unwrap().older_than_seen);
    tab.check();
    assert!(all().len() < before.len(), "without that memory, rows that nobody names go");
}

//! A full device, and writes that fail: nothing acknowledged is lost, nothing is half applied.

use keeper::protocol::{Event, Failure};
use store::Failure as StoreFailure;

use crate::tab::{PASSPHRASE, Tab, text_of, texts};

#[test]
fn a_full_device_gives_up_its_reserve_for_one_more_save_and_then_says_so() {
    let tab = Tab::created();
    let store = tab.store();
    tab.write("before");
    store.set_capacity_bytes(store.stored_bytes());
    let draft = tab.begin("lands in the reserve");
    tab.machine.take_events();
    tab.save(&draft).unwrap();
    let events = tab.machine.take_events();
    assert_eq!(events.first(), Some(&Event::StorageLow));
    store.set_capacity_bytes(store.stored_bytes());
    let before = tab.dump();
    let draft = tab.begin("finds no room");
    assert_eq!(tab.save(&draft).err(), Some(Failure::StorageFull));
    assert_eq!(tab.machine.take_events(), []);
    assert_eq!(tab.dump(), before);
    assert_eq!(tab.list("").total, 2);
    assert_eq!(tab.check_says(), []);
    store.set_capacity_bytes(usize::MAX);
    assert_eq!(
        texts(&tab.save(&draft).unwrap().entry),
        ["finds no room"],
        "the same save, once there is room"
    );
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 3);
}

#[test]
fn a_save_too_large_even_for_the_reserve_is_refused_without_saying_it_landed() {
    let tab = Tab::created();
    let store = tab.store();
    store.set_capacity_bytes(store.stored_bytes());
    let draft = tab.begin(&"a".repeat(2 * 1024 * 1024));
    tab.machine.take_events();
    assert_eq!(tab.save(&draft).err(), Some(Failure::StorageFull));
    assert_eq!(tab.machine.take_events(), []);
    assert_eq!(tab.list("").total, 0);
}

#[test]
fn the_reserve_comes_back_after_opening_once_there_is_room() {
    let tab = Tab::created();
    let store = tab.store();
    let with_reserve = store.stored_bytes();
    store.set_capacity_bytes(with_reserve);
    tab.write("used the reserve");
    assert!(store.stored_bytes() < with_reserve);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    assert!(store.stored_bytes() < with_reserve, "no room yet");
    store.set_capacity_bytes(usize::MAX);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    assert!(store.stored_bytes() > with_reserve);
}

#[test]
fn a_draft_for_which_there_is_no_room_stays_with_its_words() {
    let tab = Tab::created();
    let store = tab.store();
    store.set_capacity_bytes(store.stored_bytes());
    tab.write("uses the reserve");
    store.set_capacity_bytes(store.stored_bytes());
    let draft = tab.begin("no room for this");
    tab.post(&draft);
    assert_eq!(tab.seal(), Err(Failure::StorageFull));
    assert_eq!(tab.drafts(), std::slice::from_ref(&draft));
    store.set_capacity_bytes(usize::MAX);
    tab.machine.wait_ms(3_000);
    assert_eq!(tab.keeper.drafts_due_in_ms(), Some(0));
    tab.seal().unwrap();
    assert_eq!(tab.another().drafts(), [draft]);
}

#[test]
fn a_deletion_on_a_full_device_succeeds() {
    let tab = Tab::created();
    let id = tab.write(&"long ".repeat(10_000));
    let store = tab.store();
    store.set_capacity_bytes(store.stored_bytes());
    tab.delete(id).unwrap();
    assert_eq!(tab.list("").total, 0);
}

#[test]
fn a_failed_write_changes_nothing_and_can_be_made_again() {
    let tab = Tab::created();
    let id = tab.write("first");
    let draft = tab.edit(id, "second");
    let before = tab.dump();
    tab.store().fail_next_write(StoreFailure::Failed);
    assert_eq!(tab.save(&draft).err(), Some(Failure::StorageFailed));
    assert_eq!(tab.dump(), before);
    assert_eq!((tab.wordings(id), tab.titles("")), (vec!["first".to_owned()], vec!["first".to_owned()]));
    tab.store().fail_next_write(StoreFailure::Failed);
    assert_eq!(tab.delete(id), Err(Failure::StorageFailed));
    assert_eq!(tab.undelete(id).err(), Some(Failure::NotFound), "nothing was deleted");
    assert!(!tab.save(&draft).unwrap().changed_elsewhere);
    assert_eq!(tab.wordings(id), ["second"]);
}

#[test]
fn a_save_that_landed_unheard_is_whole_and_saving_again_makes_nothing_twice() {
    for (fails, landed) in [(StoreFailure::KilledBefore, false), (StoreFailure::KilledAfter, true)] {
        let tab = Tab::created();
        let id = tab.write("first");
        let (new, edit) = (tab.begin("new"), tab.edit(id, "second"));
        for draft in [&new, &edit] {
            tab.store().fail_next_write(fails);
            assert_eq!(tab.save(draft).err(), Some(Failure::StorageClosed));
            tab.unlock(PASSPHRASE, None).unwrap();
            assert_eq!(tab.check_says(), []);
            let there = tab.read(draft.id).is_ok_and(|entry| texts(&entry) == [text_of(&draft.text)]);
            assert_eq!(there, landed);
            let saved = tab.save(draft).unwrap();
            assert!(!saved.changed_elsewhere);
            assert_eq!(texts(&saved.entry), [text_of(&draft.text)]);
        }
        assert_eq!(tab.list("").total, 2);
        assert_eq!(tab.rows(3).len(), 2);
    }
}

#[test]
fn a_creation_that_fails_leaves_nothing_behind() {
    let tab = Tab::created();
    let second = Tab::closed(tab.shelf());
    second.shelf().refuse_next_open(store::StoreError::Denied);
    assert_eq!(second.create("p").err(), Some(Failure::StorageDenied));
    assert_eq!(crate::running::run(store::Shelf::names(tab.shelf())), Ok(vec![tab.name.clone()]));
    let id = tab.write("undisturbed");
    assert_eq!(tab.wordings(id), ["undisturbed"]);
}

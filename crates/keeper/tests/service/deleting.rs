//! Deleting, and taking it back.

use keeper::protocol::{Event, Failure, Request};
use store::Place;

use crate::tab::{PASSPHRASE, Tab, assert_side_by_side, text_of, texts};

#[test]
fn a_deleted_entry_is_gone_from_list_and_store() {
    let tab = Tab::created();
    let id = tab.write("to be deleted");
    let row = tab.rows(3)[0];
    tab.delete(id).unwrap();
    assert_eq!(tab.list("").total, 0);
    assert_eq!(tab.read(id).err(), Some(Failure::NotFound));
    assert_eq!(tab.ask(Request::BeginEdit { id }), Err(Failure::NotFound));
    assert_eq!(tab.delete(id), Err(Failure::NotFound), "twice");
    assert!(!tab.rows(3).contains(&row));
    assert_eq!(tab.rows(3).len(), 1, "a row of the deletion stays for merges");
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 0);
    assert_eq!(tab.check_says(), []);
}

#[test]
fn a_deletion_can_be_taken_back_until_locking() {
    let tab = Tab::created();
    let id = tab.write("back again");
    tab.delete(id).unwrap();
    let saved = tab.undelete(id).unwrap();
    assert_eq!(texts(&saved.entry), ["back again"]);
    assert!(!saved.changed_elsewhere && !saved.entry.also_deleted);
    assert_eq!(tab.titles(""), ["back again"]);
    assert_eq!(tab.undelete(id).err(), Some(Failure::NotFound), "twice");
    tab.delete(id).unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.undelete(id).err(), Some(Failure::NotFound), "after locking");
}

#[test]
fn both_wordings_of_a_deleted_entry_come_back_as_one_with_the_other_before_it() {
    let (tab, other) = {
        let tab = Tab::created();
        let other = tab.another();
        (tab, other)
    };
    let id = tab.write("first");
    other.refresh();
    let beside = other.edit(id, "beside");
    tab.revise(id, "second");
    assert_eq!(texts(&other.save(&beside).unwrap().entry), ["beside", "second"]);
    other.delete(id).unwrap();
    let saved = other.undelete(id).unwrap();
    assert_eq!(saved.entry.wordings.len(), 1);
    assert!(["beside", "second"].contains(&text_of(&saved.entry.wordings[0])));
}

#[test]
fn a_deletion_beside_an_edit_elsewhere_keeps_the_edit_and_says_so() {
    let tab = Tab::created();
    let id = tab.write("first");
    let other = tab.another();
    other.revise(id, "edited elsewhere");
    tab.delete(id).unwrap();
    let read = tab.read(id).unwrap();
    assert_eq!(texts(&read), ["edited elsewhere"]);
    assert!(read.also_deleted);
    assert_side_by_side(&tab.opened().1[0]);
    assert_eq!(tab.list("").total, 1);
    let saved = tab.undelete(id).unwrap();
    assert_eq!(texts(&saved.entry), ["edited elsewhere"], "undoing brings no older wording back");
    assert!(!saved.entry.also_deleted);
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 1);
    assert_eq!(tab.wordings(id), ["edited elsewhere"]);
}

#[test]
fn an_edit_of_an_entry_deleted_elsewhere_keeps_the_edit_and_says_so() {
    let tab = Tab::created();
    let id = tab.write("first");
    let edit = tab.edit(id, "edited here");
    let other = tab.another();
    other.delete(id).unwrap();
    let saved = tab.save(&edit).unwrap();
    assert!(saved.changed_elsewhere && saved.entry.also_deleted);
    assert_eq!(texts(&saved.entry), ["edited here"]);
    let saved = tab.revise(id, "settled");
    assert!(!saved.changed_elsewhere && !saved.entry.also_deleted);
    other.refresh();
    assert_eq!(other.titles(""), ["settled"]);
    let undone = other.undelete(id).unwrap();
    assert_eq!(texts(&undone.entry), ["settled"], "it was brought back already");
}

#[test]
fn an_edit_of_an_entry_deleted_in_the_same_tab_keeps_the_edit() {
    let tab = Tab::created();
    let id = tab.write("first");
    let edit = tab.edit(id, "edited after all");
    tab.delete(id).unwrap();
    let saved = tab.save(&edit).unwrap();
    assert_eq!(texts(&saved.entry), ["edited after all"]);
    assert!(saved.entry.also_deleted);
    assert_side_by_side(&tab.opened().1[0]);
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 1);
}

#[test]
fn an_entry_that_cannot_be_read_is_deleted_only_when_that_is_asked_for_and_not_brought_back() {
    for missing in [false, true] {
        let tab = Tab::created();
        let kept = tab.write("kept");
        let mut id = [0; 16];
        let row = tab.row_added_by(3, || id = tab.write("unreadable"));
        match missing {
            true => tab.store().set_raw(Place::Row(row), None),
            false => tab.flip(Place::Row(row)),
        }
        tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(tab.check_says(), [("unreadable".to_owned(), missing)]);
        let before = tab.dump();
        assert_eq!(tab.delete(id), Err(Failure::EntryDamaged));
        assert_eq!(tab.dump(), before);
        tab.machine.take_events();
        tab.delete_damaged(id).unwrap();
        let checked = Event::Checked { damaged: Vec::new() };
        assert!(tab.machine.take_events().contains(&checked), "it is no longer named");
        assert_eq!(tab.undelete(id).err(), Some(Failure::NotFound));
        assert_eq!(tab.titles(""), ["kept"]);
        assert!(!tab.rows(3).contains(&row), "its damaged row is gone");
        assert_eq!(tab.rows(3).len(), 2, "a row of the deletion stays for merges");
        assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 1);
        assert_eq!(tab.check_says(), []);
        assert_eq!(tab.wordings(kept), ["kept"]);
    }
}

#[test]
fn a_copy_of_an_entry_whose_damage_was_deleted_stands_beside_the_deletion() {
    let tab = Tab::created();
    let id = tab.write("first");
    let row = tab.row_added_by(3, || _ = tab.revise(id, "second"));
    let copy = tab.opened().1.remove(0);
    // In the same opening, by what would be the same device.
    tab.flip(Place::Row(row));
    tab.delete_damaged(id).unwrap();
    let mark = tab.opened().1.remove(0);
    assert!(mark.versions[0].deleted);
    assert_eq!(mark.clone().merged(copy.clone()).versions.len(), 2);
    assert_eq!(copy.clone().merged(mark).versions.len(), 2);
}

#[test]
fn a_readable_entry_is_deleted_as_ever_where_damage_was_expected() {
    let tab = Tab::created();
    let id = tab.write("readable");
    tab.delete_damaged(id).unwrap();
    assert_eq!(texts(&tab.undelete(id).unwrap().entry), ["readable"]);
}

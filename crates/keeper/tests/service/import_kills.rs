//! An import that dies at any moment, or for which the room runs out at any write, leaves the journal as it was or the
//! whole import.

use keeper::protocol::{
    BackupReply, BackupRequest, Failure, Id, ImportReply, ImportRequest, Reply, Request, ToImport,
};
use std::{collections::BTreeMap, rc::Rc};
use store::Store;

use crate::{
    importing::{ask, begin, finish, id_of, import, of, put, undo},
    proved::proved,
    running::run,
    tab::{PASSPHRASE, Tab, cases},
};

const BATCHES: usize = 3;
const EACH: usize = 40;

fn batch(number: usize) -> Vec<ToImport> {
    (0..EACH).map(|n| of(&format!("key {number} {n}"), &format!("Entry {number} {n}"))).collect()
}

/// A journal with entries and a draft of its own, closed.
fn written() -> Tab {
    let tab = Tab::created();
    for number in 0..5 {
        tab.write(&format!("mine {number}"));
    }
    let gone = tab.write("gone");
    tab.delete(gone).unwrap();
    // So that it is the next root that an import is taken back to.
    tab.lock().unwrap();
    tab
}

/// An image of the disk, open in a tab of its own.
fn opened_in(tab: &Tab) -> Tab {
    let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
    image.unlock(PASSPHRASE, None).unwrap();
    image
}

/// Every step of an import, until one fails.
fn whole(tab: &Tab) -> Result<(), Failure> {
    let ImportReply::Begun { import } = ask(tab, ImportRequest::Begin { room: 0 })? else {
        panic!("not begun")
    };
    for number in 0..BATCHES {
        match ask(tab, ImportRequest::Put { import, records: batch(number) })? {
            ImportReply::Taken { .. } => {}
            other => panic!("{other:?}"),
        }
    }
    match ask(tab, ImportRequest::Finish { import })? {
        ImportReply::Imported { changed, .. } => assert_eq!(changed as usize, BATCHES * EACH),
        other => panic!("{other:?}"),
    }
    Ok(())
}

/// All that is shown: entries by id, with their wordings.
fn shown(tab: &Tab) -> BTreeMap<Id, Vec<String>> {
    tab.list("").rows.iter().map(|row| (row.id, tab.wordings(row.id))).collect()
}

#[test]
fn a_death_at_any_moment_of_an_import_leaves_the_old_journal_or_the_whole_import() {
    let tab = written();
    let (old, new, operations) = {
        let image = opened_in(&tab);
        let old = shown(&image);
        let fuse = Rc::clone(&image.machine.shelf.disk.fuse);
        fuse.set(Some((u32::MAX, true)));
        whole(&image).unwrap();
        let operations = fuse.take().map(|(left, _)| u32::MAX - left).unwrap();
        (old, shown(&image), operations)
    };
    assert_eq!((old.len(), new.len()), (5, 5 + BATCHES * EACH));
    let kills = cases(50, 500).max(2 * operations);
    let mut outcomes = [0, 0];
    for n in 0..kills {
        // Each operation, before and after; again and again.
        let at = 1 + (n / 2) % operations;
        let dying = opened_in(&tab);
        dying.machine.shelf.disk.fuse.set(Some((at, n % 2 == 0)));
        let outcome = whole(&dying);
        assert!(matches!(outcome, Ok(()) | Err(Failure::StorageClosed)), "{outcome:?} at {at}");
        let after = Tab { name: tab.name.clone(), ..Tab::closed(dying.shelf()) };
        after.unlock(PASSPHRASE, None).unwrap();
        let left = shown(&after);
        let imported = left == new;
        assert!(imported || left == old, "neither, at {at}");
        assert!(imported || outcome.is_err(), "said to be done, and is not, at {at}");
        outcomes[usize::from(imported)] += 1;
        assert_eq!(after.check_says(), [], "at {at}");
        if imported {
            assert_eq!(undo(&after), Reply::Backup(BackupReply::Done));
            assert_eq!(shown(&after), old, "taken back, at {at}");
        }
        assert_eq!(run(after.store().row_keys()).unwrap().len(), 64 + 6, "what was left is swept, at {at}");
        whole(&after).unwrap();
        assert_eq!(shown(&after), new, "the same import after it, at {at}");
    }
    println!("{operations} operations: {} old, {} imported", outcomes[0], outcomes[1]);
    assert!(outcomes.iter().all(|count| *count > 0), "{outcomes:?}");
    proved(12, "kills during an import", kills as usize);
}

#[test]
fn an_import_for_which_the_room_runs_out_half_way_changes_nothing_and_can_be_made_later() {
    let tab = written();
    let points = cases(50, 500);
    let (used, needed) = {
        let image = opened_in(&tab);
        let used = image.store().stored_bytes();
        whole(&image).unwrap();
        (used, image.store().stored_bytes() - used)
    };
    let mut refused = 0;
    for n in 0..points {
        let room = needed * n as usize / points as usize;
        let full = opened_in(&tab);
        let (store, old) = (full.store(), shown(&full));
        store.set_capacity_bytes(used + room);
        let outcome = whole(&full);
        assert!(matches!(outcome, Ok(()) | Err(Failure::StorageFull)), "{outcome:?} with {room} bytes");
        if outcome.is_ok() {
            continue;
        }
        refused += 1;
        assert_eq!(shown(&full), old, "with {room} bytes");
        assert_eq!(full.check_says(), [], "with {room} bytes");
        store.set_capacity_bytes(usize::MAX);
        let number = begin(&full);
        for records in (0..BATCHES).map(batch) {
            put(&full, number, records);
        }
        assert_eq!(finish(&full, number) as usize, BATCHES * EACH);
        assert_eq!(full.unlock(PASSPHRASE, None).unwrap().live as usize, 5 + BATCHES * EACH);
    }
    assert!(refused > points / 2, "{refused} of {points} were refused");
    proved(12, "imports that find no room", refused as usize);
}

#[test]
fn what_was_staged_for_an_import_that_found_no_room_is_given_back() {
    let tab = written();
    let full = opened_in(&tab);
    let store = full.store();
    let (used, rows) = (store.stored_bytes(), run(store.row_keys()).unwrap().len());
    store.set_capacity_bytes(used + 60_000);
    assert_eq!(whole(&full), Err(Failure::StorageFull));
    assert_eq!(full.ask(Request::Backup(BackupRequest::Drop)).err(), None);
    assert_eq!(run(store.row_keys()).unwrap().len(), rows);
    store.set_capacity_bytes(usize::MAX);
    assert_eq!(import(&full, batch(0)), (EACH as u32, 0, 0));
    id_of(&full, "Entry 0 0");
}

//! Making a journal of a backup where none is open: whole, under keys of its own, or not at all.

use keeper::protocol::{Failure, Kept, Reply, Request, WayKind};
use std::rc::Rc;
use store::{MemoryShelf, Place, Shelf, Store};
use vault::Header;

use crate::{
    backup::{Why, by, sheet_of},
    machine::NOON_MS,
    proved::proved,
    running::run,
    tab::{PASSPHRASE, Tab, carried, cases},
};

fn written() -> (Tab, Vec<u8>) {
    let tab = Tab::created();
    for number in 0..300 {
        tab.write(&format!("Entry {number}"));
    }
    let gone = tab.write("gone");
    tab.delete(gone).unwrap();
    let file = tab.back_up();
    (tab, file)
}

fn restored(file: &[u8]) -> Tab {
    let mut tab = Tab::closed(&MemoryShelf::new());
    tab.machine.wait_ms(86_400_000);
    tab.name = tab.restore(file, by(PASSPHRASE), None).unwrap().name;
    tab
}

#[test]
fn a_browser_that_has_lost_everything_gets_every_word_back() {
    let (before, file) = written();
    let tab = restored(&file);
    assert_eq!(tab.titles(""), before.titles(""));
    tab.check();
    assert_eq!(tab.titles("entry"), before.titles("entry"));
    tab.lock().unwrap();
    let opened = tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!((opened.live, opened.opened_by, opened.has_sheet), (300, WayKind::Passphrase, false));
    tab.write("goes on");
    let resting = tab.resting(Place::Root);
    assert_eq!((resting.root.live, resting.root.deleted), (301, 1));
    assert_eq!(resting.root.proven_backup_ms, NOON_MS, "this very file was read whole");
}

#[test]
fn what_is_restored_is_the_same_journal_under_other_keys() {
    let (before, file) = written();
    let tab = restored(&file);
    let header = |tab: &Tab| Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap();
    let (old, new) = (header(&before), header(&tab));
    assert_ne!(old.vault_id(), new.vault_id());
    assert_ne!(old.kdf().salt, new.kdf().salt);
    let root = |tab: &Tab| tab.resting(Place::Root).root;
    assert_eq!(root(&before).lineage_id, root(&tab).lineage_id);
    assert_ne!(root(&before).device_id, root(&tab).device_id);
}

#[test]
fn after_the_sheet_a_new_passphrase_is_asked_for() {
    let tab = Tab::created();
    tab.write("one");
    let sheet = tab.sheet();
    let file = tab.back_up();
    let mut other = Tab::closed(&MemoryShelf::new());
    let without = other.restore(&file, sheet_of(&sheet), None);
    assert_eq!(without.err(), Some(Why::Failed(Failure::PassphraseEmpty)));
    other.name = other.restore(&file, sheet_of(&sheet), Some("a new one")).unwrap().name;
    assert_eq!(other.resting(Place::Root).root.proven_backup_ms, 0, "these words do not open the file");
    other.lock().unwrap();
    assert_eq!(other.unlock(PASSPHRASE, None).err(), Some(Failure::WrongPassphrase));
    assert_eq!(other.unlock_with_sheet(&sheet, None).err(), Some(Failure::SheetDoesNotOpen));
    assert_eq!(other.unlock("a new one", None).unwrap().live, 1);
}

#[test]
fn a_borrowed_journal_is_opened_into_memory_alone() {
    let (_, file) = written();
    let tab = Tab::closed(&MemoryShelf::new());
    let (backup, _) = tab.look(&file, by(PASSPHRASE)).unwrap();
    let apply = keeper::protocol::BackupRequest::Apply {
        backup,
        across: false,
        kept: Kept::InMemory,
        passphrase: None,
    };
    tab.backup_ask(apply).unwrap();
    tab.push_all(backup, &file).unwrap();
    let Ok(Reply::Opened(opened)) = tab.finish(backup) else { panic!("not opened") };
    assert_eq!((opened.kept, opened.live), (Kept::InMemory, 300));
    assert_eq!(run(tab.shelf().names()), Ok(Vec::new()), "nothing reached the disk");
}

#[test]
fn a_refused_restore_leaves_no_database() {
    let (_, file) = written();
    let tab = Tab::closed(&MemoryShelf::new());
    let (backup, _) = tab.look(&file, by(PASSPHRASE)).unwrap();
    tab.begin_applying(backup, false, None).unwrap();
    tab.push_all(backup, &file[..file.len() - 1]).unwrap();
    assert!(tab.finish(backup).is_err());
    assert_eq!(run(tab.shelf().names()), Ok(Vec::new()));
    let (backup, _) = tab.look(&file, by(PASSPHRASE)).unwrap();
    tab.begin_applying(backup, false, None).unwrap();
    tab.push_all(backup, &file).unwrap();
    tab.lock().unwrap();
    assert_eq!(run(tab.shelf().names()), Ok(Vec::new()));
}

#[test]
fn too_little_room_for_a_restore_is_said_with_figures_before_there_is_a_database() {
    let (before, file) = written();
    let tab = Tab::closed(&MemoryShelf::new());
    let (backup, seen) = tab.look(&file, by(PASSPHRASE)).unwrap();
    tab.machine.free_bytes.set(Some(seen.room - 1));
    let refused = tab.begin_applying(backup, false, None);
    let failure = Failure::NotEnoughRoom { needed: seen.room, free: seen.room - 1 };
    assert_eq!(refused, Err(Why::Failed(failure)));
    assert_eq!(run(tab.shelf().names()), Ok(Vec::new()));
    // Room was made, and the file needs no second look.
    tab.machine.free_bytes.set(Some(seen.room));
    tab.begin_applying(backup, false, None).unwrap();
    tab.push_all(backup, &file).unwrap();
    tab.finish(backup).unwrap();
    assert_eq!(tab.titles(""), before.titles(""));
}

#[test]
fn a_death_at_any_moment_of_a_restore_leaves_nothing_or_the_whole_journal() {
    let (before, file) = written();
    let titles = before.titles("");
    let operations = {
        let tab = Tab::closed(&MemoryShelf::new());
        let fuse = Rc::clone(&tab.machine.shelf.disk.fuse);
        fuse.set(Some((u32::MAX, true)));
        tab.restore(&file, by(PASSPHRASE), None).unwrap();
        fuse.take().map(|(left, _)| u32::MAX - left).unwrap()
    };
    let mut outcomes = [0, 0];
    let mut state: u64 = 0x7eed;
    let kills = cases(50, 500);
    for n in 0..kills {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let range = u64::from(if n % 2 == 0 { operations } else { 6 });
        let at = u64::from(operations) - (state >> 33) % range;
        let shelf = MemoryShelf::new();
        let dying = Tab::closed(&shelf);
        dying.machine.shelf.disk.fuse.set(Some((at as u32, state >> 63 == 0)));
        let outcome = dying.restore(&file, by(PASSPHRASE), None);
        // The dead tab holds nothing.
        drop(dying);
        let mut after = Tab::closed(&shelf);
        let found = carried!(after.ask(Request::Find { witnesses: Vec::new() }), Found).unwrap();
        outcomes[found.len()] += 1;
        assert!(outcome.is_err() || found.len() == 1, "said to be done, and is not, at {at}");
        if let Some(found) = found.first() {
            after.name.clone_from(&found.name);
            after.unlock(PASSPHRASE, None).unwrap();
            assert_eq!(after.titles(""), titles, "at {at}");
            after.check();
            after.write("goes on");
            continue;
        }
        // What was staged goes when somebody looks.
        for name in run(shelf.names()).unwrap() {
            let rows = run(run(shelf.open(&name)).unwrap().row_keys()).unwrap();
            assert_eq!(rows.len(), 0, "{name}, at {at}");
        }
    }
    println!("{operations} operations: {} nothing, {} whole", outcomes[0], outcomes[1]);
    assert!(outcomes.iter().all(|count| *count > 0), "{outcomes:?}");
    proved(12, "kills during a restore", kills as usize);
}

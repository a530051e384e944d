//! Merging a backup into the open journal: what comes, what stays, both wordings of a conflict, Undo, and what is left
//! untouched when it does not come to its end.

use keeper::protocol::{BackupRefused, BackupSecret, Compared, Failure, Id, Request, SettingsChange, Wish};
use store::{Place, Store};

use crate::{
    backup::{Why, by, sheet_of},
    crafted::crafted,
    proved::proved,
    resting::Resting,
    running::run,
    tab::{PASSPHRASE, Tab, carried, cases},
};

/// Everything the list shows: ids and all wordings.
fn shown(tab: &Tab) -> Vec<(Id, Vec<String>)> {
    let mut rows: Vec<_> = tab.list("").rows.iter().map(|row| (row.id, tab.wordings(row.id))).collect();
    rows.sort();
    rows
}

fn counted(resting: &Resting) {
    let live = resting.entries().filter(|entry| entry.state == vault::EntryState::Live).count();
    let all = resting.entries().count();
    assert_eq!((resting.root.live as usize, resting.root.deleted as usize), (live, all - live));
}

/// Two devices with one journal: the second made from a backup of the first.
fn two_devices() -> (Tab, Tab, Vec<Id>) {
    let one = Tab::created();
    let ids = (0..8).map(|number| one.write(&format!("Entry {number}"))).collect();
    let mut other = Tab::closed(&store::MemoryShelf::new());
    other.name = other.restore(&one.back_up(), by(PASSPHRASE), None).unwrap().name;
    (one, other, ids)
}

#[test]
fn two_devices_that_exchange_backups_end_equal() {
    let (one, other, ids) = two_devices();
    assert_eq!(shown(&one), shown(&other));
    one.revise(ids[0], "changed on one");
    other.revise(ids[1], "changed on the other");
    one.revise(ids[2], "both: one");
    other.revise(ids[2], "both: the other");
    one.delete(ids[3]).unwrap();
    other.delete(ids[4]).unwrap();
    one.delete(ids[5]).unwrap();
    other.revise(ids[5], "kept by the other");
    one.write("new on one");
    other.write("new on the other");
    let (from_one, from_other) = (one.back_up(), other.back_up());
    let (_, seen) = one.look(&from_other, by(PASSPHRASE)).unwrap();
    let expected = Compared {
        same_journal: true,
        new: 1,
        same: 2,
        newer: 1,
        older: 1,
        both: 2,
        deleted_there: 1,
        deleted_here: 1,
        only_here: 1,
    };
    assert_eq!(seen.compared, Some(expected));
    assert_eq!(one.merge(&from_other), Ok(5));
    assert_eq!(other.merge(&from_one), Ok(5));
    assert_eq!(shown(&one), shown(&other));
    assert_eq!(one.wordings(ids[2]), ["both: one", "both: the other"]);
    let read = one.read(ids[5]).unwrap();
    assert!(read.also_deleted && read.wordings.len() == 1, "the edit is shown, with a note");
    for gone in [ids[3], ids[4]] {
        assert_eq!(one.read(gone).err(), Some(Failure::NotFound));
    }
    for tab in [&one, &other] {
        counted(&tab.resting(Place::Root));
        // Once more brings nothing, and takes nothing.
        assert_eq!(tab.merge(&from_one), Ok(0));
        assert_eq!(tab.merge(&from_other), Ok(0));
    }
    one.check();
    assert_eq!(shown(&one), shown(&one.another()));
}

#[test]
fn a_merge_can_be_taken_back_until_the_next_save() {
    let (one, other, ids) = two_devices();
    other.revise(ids[0], "changed on the other");
    other.delete(ids[1]).unwrap();
    other.write("new on the other");
    other.write("another new one");
    let file = other.back_up();
    let draft = one.begin("half a sentence");
    one.post(&draft);
    let before = (shown(&one), one.store().stored_bytes());
    assert_eq!(one.undo_merge(), Err(Why::Refused(BackupRefused::NothingToUndo)));
    assert_eq!(one.merge(&file), Ok(4));
    let merged = shown(&one);
    assert_ne!(merged, before.0);
    // A draft is no save.
    one.ask(Request::SealDrafts).unwrap();
    let sequence = one.resting(Place::Root).root.sequence;
    one.undo_merge().unwrap();
    assert_eq!(shown(&one), before.0);
    assert_eq!(shown(&one.another()), before.0);
    let resting = one.resting(Place::Root);
    assert!(resting.root.sequence > sequence);
    counted(&resting);
    assert_eq!(resting.root.drafts.len(), 1);
    assert_eq!(run(one.store().row_keys()).unwrap().len(), 64 + 8 + 1, "what came is swept");
    // Again, and this time it stays: something is saved.
    assert_eq!(one.merge(&file), Ok(4));
    assert_eq!(shown(&one), merged);
    one.write("after the merge");
    assert_eq!(one.undo_merge(), Err(Why::Refused(BackupRefused::NothingToUndo)));
    one.another().check();
    assert_eq!(run(one.store().row_keys()).unwrap().len(), 64 + 11 + 1, "what was replaced is swept");
}

#[test]
fn what_is_saved_between_the_passes_is_merged_too() {
    // So many that the first ones are staged before the file has ended.
    let one = Tab::created();
    let mut ids: Vec<Id> = (0..200).map(|number| one.write(&format!("Entry {number}"))).collect();
    ids.sort_unstable();
    let mut other = Tab::closed(&store::MemoryShelf::new());
    other.name = other.restore(&one.back_up(), by(PASSPHRASE), None).unwrap().name;
    for id in &ids[..4] {
        other.revise(*id, "changed on the other");
    }
    let file = other.back_up();
    let tab = one.another();
    let (backup, _) = one.look(&file, by(PASSPHRASE)).unwrap();
    one.revise(ids[0], "changed between looking and applying");
    one.begin_applying(backup, false, None).unwrap();
    let rows = run(one.store().row_keys()).unwrap().len();
    one.push_all(backup, &file).unwrap();
    assert_eq!(run(one.store().row_keys()).unwrap().len(), rows + 4, "staged");
    one.revise(ids[1], "changed while it is applied");
    tab.revise(ids[2], "changed in another tab");
    tab.write("new in another tab");
    one.finish(backup).unwrap();
    let both = |id, here: &str| {
        let mut expected = [here, "changed on the other"];
        expected.sort_unstable();
        assert_eq!(one.wordings(id), expected);
    };
    both(ids[0], "changed between looking and applying");
    both(ids[1], "changed while it is applied");
    both(ids[2], "changed in another tab");
    assert_eq!(one.wordings(ids[3]), ["changed on the other"]);
    assert_eq!(shown(&one).len(), 201);
    counted(&one.resting(Place::Root));
    tab.refresh();
    assert_eq!(shown(&one), shown(&tab));
}

#[test]
fn a_damaged_record_is_mended_by_a_backup_that_has_it() {
    let tab = Tab::created();
    let ids: Vec<Id> = (0..4).map(|number| tab.write(&format!("Entry {number}"))).collect();
    let file = tab.back_up();
    let row = |id: Id| {
        let resting = tab.resting(Place::Root);
        resting.entries().find(|entry| *entry.record_id.as_bytes() == id).unwrap().commitment.row_key()
    };
    let (damaged, missing) = (row(ids[0]), row(ids[1]));
    tab.store().flip_bit(Place::Row(damaged), 90);
    tab.store().set_raw(Place::Row(missing), None);
    let tab = tab.another();
    assert_eq!(tab.read(ids[0]).err(), Some(Failure::EntryDamaged));
    assert_eq!(tab.merge(&file), Ok(2));
    for (number, id) in ids.iter().enumerate() {
        assert_eq!(tab.wordings(*id), [format!("Entry {number}")]);
    }
    assert_eq!(shown(&tab).len(), 4);
}

#[test]
fn another_journal_is_merged_only_when_that_is_meant() {
    let (tab, stranger) = (Tab::created(), Tab::created());
    let here = tab.write("here");
    let there = stranger.write("there");
    let wish = |tab: &Tab, wish| tab.ask(Request::ChangeSettings(SettingsChange::Wish(wish))).unwrap();
    wish(&tab, Wish::JustWrite);
    wish(&stranger, Wish::NotSure);
    let file = stranger.back_up();
    let (backup, seen) = tab.look(&file, by(PASSPHRASE)).unwrap();
    assert!(!seen.compared.unwrap().same_journal);
    assert_eq!(tab.begin_applying(backup, false, None), Err(Why::Refused(BackupRefused::OtherJournal)));
    // The answer is at hand: no second look is needed.
    tab.begin_applying(backup, true, None).unwrap();
    tab.push_all(backup, &file).unwrap();
    tab.finish(backup).unwrap();
    assert_eq!((tab.wordings(here), tab.wordings(there)), (vec!["here".into()], vec!["there".into()]));
    let settings = carried!(tab.ask(Request::Settings), Settings).unwrap();
    assert_eq!(settings.wish, Some(Wish::JustWrite), "the open journal's own stay");
    assert_eq!(tab.merge_by(&file, by(PASSPHRASE), true), Ok(0));
}

#[test]
fn too_little_room_is_said_with_figures_before_anything_is_staged() {
    let (one, other, _) = two_devices();
    for number in 0..20 {
        other.write(&format!("{number} {}", "many words ".repeat(900)));
    }
    let file = other.back_up();
    let (backup, seen) = one.look(&file, by(PASSPHRASE)).unwrap();
    assert!(seen.room > 20 * 16_384, "{} bytes", seen.room);
    one.machine.free_bytes.set(Some(200_000));
    let rows = run(one.store().row_keys()).unwrap();
    let refused = one.begin_applying(backup, false, None);
    let failure = Failure::NotEnoughRoom { needed: seen.room, free: 200_000 };
    assert_eq!(refused, Err(Why::Failed(failure)));
    assert_eq!(run(one.store().row_keys()).unwrap(), rows);
    // Room was made.
    one.machine.free_bytes.set(Some(seen.room));
    one.begin_applying(backup, false, None).unwrap();
    one.push_all(backup, &file).unwrap();
    one.finish(backup).unwrap();
    assert_eq!(shown(&one), shown(&other));
}

#[test]
fn what_is_said_to_be_needed_is_enough() {
    let (one, other, _) = two_devices();
    for number in 0..40 {
        other.write(&format!("{number} {}", "words ".repeat(number * 40)));
    }
    let file = other.back_up();
    let (_, seen) = one.look(&file, by(PASSPHRASE)).unwrap();
    let before = one.store().stored_bytes();
    one.merge(&file).unwrap();
    let taken = (one.store().stored_bytes() - before) as u64;
    assert!(taken <= seen.room && seen.room < taken * 4, "{taken} taken, {} said", seen.room);
}

#[test]
fn a_disk_that_fills_half_way_leaves_what_was_here() {
    let (one, other, _) = two_devices();
    for number in 0..400 {
        other.write(&format!("Entry {number} of many"));
    }
    let file = other.back_up();
    let before = (shown(&one), one.store().stored_bytes());
    let (backup, _) = one.look(&file, by(PASSPHRASE)).unwrap();
    one.begin_applying(backup, false, None).unwrap();
    one.store().set_capacity_bytes(before.1 + 200_000);
    let pushed = one.push_all(backup, &file).and_then(|()| one.finish(backup).map(|_| ()));
    assert_eq!(pushed, Err(Why::Failed(Failure::StorageFull)));
    assert_eq!((shown(&one), one.store().stored_bytes()), before);
    assert_eq!(one.finish(backup).err(), Some(Why::Refused(BackupRefused::NotInHand)));
    one.store().set_capacity_bytes(usize::MAX);
    assert_eq!(one.merge(&file), Ok(400));
}

#[test]
fn a_file_that_is_another_one_in_the_second_pass_is_refused() {
    let (one, other, ids) = two_devices();
    other.revise(ids[0], "what was seen");
    let seen = other.back_up();
    other.revise(ids[0], "what was not seen");
    let not_seen = other.back_up();
    let before = (shown(&one), one.store().stored_bytes());
    let refused = |file: &[u8]| {
        let (backup, _) = one.look(&seen, by(PASSPHRASE)).unwrap();
        one.begin_applying(backup, false, None).unwrap();
        let refused = one.push_all(backup, file).and_then(|()| one.finish(backup).map(|_| ()));
        assert_eq!((shown(&one), one.store().stored_bytes()), before);
        refused.unwrap_err()
    };
    assert_eq!(refused(&not_seen), Why::Refused(BackupRefused::HeaderDamaged));
    let mut changed = seen.clone();
    changed[700] ^= 1;
    assert!(matches!(
        refused(&changed),
        Why::Refused(BackupRefused::Cut { .. } | BackupRefused::Damaged { .. })
    ));
    assert!(matches!(refused(&seen[..seen.len() - 1]), Why::Refused(BackupRefused::Cut { .. })));
    assert!(matches!(refused(&seen[..512]), Why::Refused(BackupRefused::Cut { .. })));
    assert_eq!(one.merge(&seen), Ok(1));
}

/// Every part of both is authentic, under one header and one key: only the two passes together tell them apart.
#[test]
fn another_file_by_somebody_who_knows_its_keys_is_refused_in_the_second_pass() {
    let tab = Tab::created();
    let sheet = tab.sheet();
    let (seen, other) = (crafted(&sheet, "what was seen"), crafted(&sheet, "what was not"));
    assert!(seen[..568] == other[..568] && seen != other);
    for file in [&seen, &other] {
        assert_eq!(tab.look(file, sheet_of(&sheet)).unwrap().1.compared.unwrap().new, 1, "control");
    }
    let (backup, _) = tab.look(&seen, sheet_of(&sheet)).unwrap();
    tab.begin_applying(backup, true, None).unwrap();
    tab.push_all(backup, &other).unwrap();
    assert_eq!(tab.finish(backup).err(), Some(Why::Refused(BackupRefused::Changed)));
    assert_eq!(shown(&tab), []);
    assert_eq!(run(tab.store().row_keys()).unwrap().len(), 64);
    assert_eq!(tab.merge_by(&seen, sheet_of(&sheet), true), Ok(1));
}

#[test]
fn a_merge_that_is_given_up_leaves_nothing() {
    let (one, other, ids) = two_devices();
    other.revise(ids[0], "changed on the other");
    let file = other.back_up();
    let before = (shown(&one), run(one.store().row_keys()).unwrap());
    let (backup, _) = one.look(&file, by(PASSPHRASE)).unwrap();
    one.begin_applying(backup, false, None).unwrap();
    // One big change at a time, in all tabs.
    let tab = one.another();
    assert_eq!(tab.reseal(Some(PASSPHRASE), "x").err(), Some(Failure::BigChangeElsewhere));
    one.push_all(backup, &file).unwrap();
    one.backup_ask(keeper::protocol::BackupRequest::Drop).unwrap();
    assert_eq!((shown(&one), run(one.store().row_keys()).unwrap()), before);
    assert_eq!(one.finish(backup).err(), Some(Why::Refused(BackupRefused::NotInHand)));
    assert!(one.look(&file, BackupSecret::Own).is_err(), "of another device's keys");
    assert!(tab.reseal(Some(PASSPHRASE), "x").is_ok());
}

/// How many operations of the store applying a file takes, from the first look on.
fn operations(tab: &Tab, apply: impl Fn(&Tab)) -> u32 {
    let fuse = std::rc::Rc::clone(&tab.machine.shelf.disk.fuse);
    fuse.set(Some((u32::MAX, true)));
    apply(tab);
    fuse.take().map(|(left, _)| u32::MAX - left).unwrap()
}

/// An image of the disk, open in a tab of its own.
fn opened_in(tab: &Tab) -> Tab {
    let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
    image.unlock(PASSPHRASE, None).unwrap();
    image
}

#[test]
fn a_death_at_any_moment_of_a_merge_leaves_the_old_journal_or_the_merged_one() {
    let (one, other, ids) = two_devices();
    for id in &ids {
        other.revise(*id, "changed on the other");
    }
    for number in 0..150 {
        other.write(&format!("Entry {number} of many"));
    }
    let file = other.back_up();
    let old = shown(&one);
    let all = operations(&opened_in(&one), |tab| assert_eq!(tab.merge(&file), Ok(158)));
    assert!(all > 60, "{all} operations");
    let mut outcomes = [0, 0];
    let mut state: u64 = 0x6eed;
    let kills = cases(50, 500);
    for n in 0..kills {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The last ones, among which the flip is, as often as all before.
        let range = u64::from(if n % 2 == 0 { all } else { all.min(24) });
        let at = u64::from(all) - (state >> 33) % range;
        let dying = opened_in(&one);
        dying.machine.shelf.disk.fuse.set(Some((at as u32, state >> 63 == 0)));
        let outcome = dying.merge(&file);
        assert!(matches!(outcome, Ok(158) | Err(Why::Failed(Failure::StorageClosed))), "{outcome:?} at {at}");
        let after = Tab { name: one.name.clone(), ..Tab::closed(dying.shelf()) };
        after.unlock(PASSPHRASE, None).unwrap();
        let left = shown(&after);
        let merged = left != old;
        assert!(!merged || left == shown(&other), "neither, at {at}");
        assert!(merged || outcome.is_err(), "said to be done, and is not, at {at}");
        counted(&after.resting(Place::Root));
        outcomes[usize::from(merged)] += 1;
        after.check();
        if merged {
            after.undo_merge().unwrap();
            assert_eq!(shown(&after), old, "undone, at {at}");
        }
        assert_eq!(run(after.store().row_keys()).unwrap().len(), 64 + 8, "what was left is swept, at {at}");
        after.write("goes on");
    }
    println!("{all} operations: {} old, {} merged", outcomes[0], outcomes[1]);
    assert!(outcomes.iter().all(|count| *count > 0), "{outcomes:?}");
    proved(12, "kills during a merge", kills as usize);
}

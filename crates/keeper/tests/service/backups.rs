//! Backups of an open journal: made, looked into, proven. What is refused, and what a file says of itself.

use keeper::protocol::{
    BackupRefused, BackupReply, BackupRequest, BackupSecret, BackupStanding, Compared, Failure, Kept,
    KindCount, Reply, RowKind,
};
use store::Place;

use crate::{
    backup::{Why, by, sheet_of},
    machine::NOON_MS,
    running::run,
    tab::{PASSPHRASE, Tab, urge},
};
use keeper::protocol::Draft;
use store::Store;

/// A journal with entries, an urge, an entry of some chunks, and a deleted one.
fn written() -> Tab {
    let tab = Tab::created();
    for number in 0..40 {
        tab.write(&format!("Entry {number}"));
    }
    tab.write(&"A long walk. ".repeat(8_000));
    let draft = tab.begin("");
    tab.save(&Draft { text: urge(7, "Outside the shop"), ..draft }).unwrap();
    let gone = tab.write("gone");
    tab.delete(gone).unwrap();
    tab
}

#[test]
fn a_backup_tells_what_is_in_it_and_is_the_same_as_what_is_here() {
    let tab = written();
    let file = tab.back_up();
    let (_, seen) = tab.look(&file, BackupSecret::Own).unwrap();
    assert_eq!(seen.made_at_ms, NOON_MS);
    let count = |kind, live, deleted| KindCount { kind, live, deleted };
    assert_eq!(seen.kinds, [count(RowKind::Entry, 41, 1), count(RowKind::Urge, 1, 0)]);
    let noon_s = (NOON_MS / 1_000) as i64;
    assert_eq!((seen.first_s, seen.last_s, seen.newer), (Some(noon_s), Some(noon_s), 0));
    let same = Compared { same_journal: true, same: 43, ..Compared::default() };
    assert_eq!(seen.compared, Some(same));
}

#[test]
fn a_backup_opens_by_the_passphrase_and_the_sheet_of_its_day_also_while_locked() {
    let tab = written();
    let sheet = tab.sheet();
    let file = tab.back_up();
    tab.reseal(Some(PASSPHRASE), "another passphrase altogether").unwrap();
    let closed = Tab::closed(tab.shelf());
    for key in [by(PASSPHRASE), sheet_of(&sheet)] {
        let (_, seen) = closed.look(&file, key).unwrap();
        assert_eq!((seen.compared, seen.kinds.len()), (None, 2));
    }
    for key in [by("another passphrase altogether"), by("x"), sheet_of(&[1; 20]), sheet_of(&[1; 3])] {
        let refused = closed.look(&file, key).err();
        let expected = [Why::Refused(BackupRefused::DoesNotOpen), Why::Failed(Failure::SheetDoesNotOpen)];
        assert!(expected.contains(refused.as_ref().unwrap()), "{refused:?}");
    }
    assert_eq!(tab.look(&file, BackupSecret::Own).err(), Some(Why::Refused(BackupRefused::NotOwn)));
    assert!(matches!(closed.look(&file, BackupSecret::Own), Err(Why::Failed(Failure::Locked))));
}

#[test]
fn another_passphrase_alone_opens_a_backup_made_for_it() {
    let tab = written();
    let passphrase = Some(crate::tab::secret("for the therapist"));
    let reply = tab.backup_ask(BackupRequest::Make { passphrase }).unwrap();
    let keeper::protocol::Reply::Backup(keeper::protocol::BackupReply::Begun { backup, .. }) = reply else {
        panic!("{reply:?}")
    };
    let file = tab.rest_of(backup);
    assert!(tab.look(&file, by("for the therapist")).is_ok());
    assert_eq!(tab.look(&file, by(PASSPHRASE)).err(), Some(Why::Refused(BackupRefused::DoesNotOpen)));
    assert_eq!(tab.look(&file, BackupSecret::Own).err(), Some(Why::Refused(BackupRefused::NotOwn)));
}

#[test]
fn no_word_is_in_a_backup() {
    let tab = Tab::created();
    tab.write("canary of the day");
    let file = tab.back_up();
    let has = |word: &[u8]| file.windows(word.len()).any(|window| window == word);
    assert!(!has(b"canary") && !has(b"happened"));
    assert!(has(b"TRSTLBK1"), "control");
}

#[test]
fn what_is_saved_while_a_backup_is_made_does_no_harm() {
    let tab = written();
    let ids: Vec<_> = tab.list("").rows.iter().map(|row| row.id).collect();
    let other = tab.another();
    let backup = tab.begin_backup().unwrap();
    // Here and in another tab, before a single row was read.
    tab.revise(ids[0], "changed here");
    other.revise(ids[1], "changed there");
    tab.delete(ids[2]).unwrap();
    tab.write("new since");
    let file = tab.rest_of(backup);
    let (_, seen) = tab.look(&file, BackupSecret::Own).unwrap();
    let compared = seen.compared.unwrap();
    assert_eq!((compared.same, compared.only_here, compared.older), (43, 1, 0), "{compared:?}");
}

#[test]
fn a_proven_backup_is_remembered_and_only_a_proven_one() {
    let tab = written();
    let proven = |tab: &Tab| {
        let root = tab.resting(Place::Root).root;
        (root.proven_backup_ms, root.proven_backup_sequence)
    };
    let sequence = tab.resting(Place::Root).root.sequence;
    let file = tab.back_up();
    assert_eq!(proven(&tab), (0, 0));
    let (backup, _) = tab.look(&file, BackupSecret::Own).unwrap();
    assert_eq!(proven(&tab), (0, 0), "only when it is said");
    tab.machine.wait_ms(5_000);
    let prove = |tab: &Tab, backup| tab.backup_ask(BackupRequest::Proven { backup }).map(|_| ());
    prove(&tab, backup).unwrap();
    assert_eq!(proven(&tab), (NOON_MS, sequence));
    // A file of another day's salt does not count, nor one of another journal.
    tab.reseal(Some(PASSPHRASE), PASSPHRASE).unwrap();
    let (old, _) = tab.look(&file, by(PASSPHRASE)).unwrap();
    assert_eq!(prove(&tab, old).err(), Some(Why::Refused(BackupRefused::NotOwn)));
    let stranger = Tab::created();
    let foreign = stranger.back_up();
    let (foreign, _) = tab.look(&foreign, by(PASSPHRASE)).unwrap();
    assert_eq!(prove(&tab, foreign).err(), Some(Why::Refused(BackupRefused::NotOwn)));
    assert_eq!(prove(&tab, 99).err(), Some(Why::Refused(BackupRefused::NotInHand)));
    assert_eq!(proven(&tab), (NOON_MS, sequence));
}

#[test]
fn a_backup_that_opens_with_earlier_words_alone_counts_no_longer() {
    let tab = written();
    let standing = |tab: &Tab| match tab.backup_ask(BackupRequest::Standing).unwrap() {
        Reply::Backup(BackupReply::Standing(standing)) => standing.proven_at_ms,
        other => panic!("{other:?}"),
    };
    let prove = |tab: &Tab, file: &[u8]| {
        let (backup, _) = tab.look(file, BackupSecret::Own).unwrap();
        tab.backup_ask(BackupRequest::Proven { backup }).unwrap();
    };
    let old = tab.back_up();
    prove(&tab, &old);
    tab.reseal(Some(PASSPHRASE), PASSPHRASE).unwrap();
    assert_eq!(standing(&tab), NOON_MS, "the words are what they were: they still open it");
    tab.reseal(Some(PASSPHRASE), "other words").unwrap();
    assert_eq!(standing(&tab), 0, "who forgets the earlier words cannot open it");
    tab.look(&old, by(PASSPHRASE)).expect("the words of its day open it");
    let refused = tab.look(&old, by("other words")).err();
    assert_eq!(refused, Some(Why::Refused(BackupRefused::DoesNotOpen)));
    tab.machine.wait_ms(5);
    let new = tab.back_up();
    prove(&tab, &new);
    assert_eq!(standing(&tab), NOON_MS + 5);
    // Opened by its sheet: whether the words are the earlier ones nobody knows.
    let sheet = tab.sheet();
    tab.unlock_with_sheet(&sheet, None).unwrap();
    tab.reseal(None, PASSPHRASE).unwrap();
    assert_eq!(standing(&tab), 0);
}

#[test]
fn changes_count_from_the_beginning_of_the_proven_backup_and_drafts_are_none() {
    let tab = written();
    let standing = |tab: &Tab| match tab.backup_ask(BackupRequest::Standing).unwrap() {
        Reply::Backup(BackupReply::Standing(standing)) => standing,
        other => panic!("{other:?}"),
    };
    let stands = |proven_at_ms, changes| BackupStanding { proven_at_ms, changes };
    assert_eq!(standing(&tab), stands(0, None), "not before all was looked at");
    tab.check();
    assert_eq!(standing(&tab), stands(0, Some(43)));
    let file = tab.back_up();
    tab.machine.wait_ms(1);
    let written_meanwhile = tab.write("Written while it was made");
    let (backup, _) = tab.look(&file, BackupSecret::Own).unwrap();
    tab.backup_ask(BackupRequest::Proven { backup }).unwrap();
    assert_eq!(standing(&tab), stands(NOON_MS, Some(1)));
    tab.revise(written_meanwhile, "Once more");
    assert_eq!(standing(&tab), stands(NOON_MS, Some(1)), "one record, however often");
    tab.post(&tab.begin("A draft"));
    tab.seal().unwrap();
    assert_eq!(standing(&tab), stands(NOON_MS, Some(1)));
    tab.delete(written_meanwhile).unwrap();
    tab.write("Another");
    assert_eq!(standing(&tab), stands(NOON_MS, Some(2)));
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    assert_eq!(standing(&tab), stands(NOON_MS, Some(2)), "also when it is read anew");
}

#[test]
fn files_that_are_not_whole_or_not_ours_are_refused_by_name() {
    let tab = written();
    let file = tab.back_up();
    let refused = |bytes: &[u8]| match tab.look(bytes, BackupSecret::Own) {
        Err(Why::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(b""), BackupRefused::NotABackup);
    assert_eq!(refused(b"PK\x03\x04 a zip of another program"), BackupRefused::NotABackup);
    assert_eq!(refused(&file[..300]), BackupRefused::Cut { at: 0 });
    assert_eq!(refused(&file[..file.len() - 1]), BackupRefused::Cut { at: chunk_of(file.len() - 1) });
    assert_eq!(refused(&file[..568 + 16_400]), BackupRefused::Cut { at: 568 + 16_400 });
    let changed = |at: usize, byte: u8| {
        let mut file = file.clone();
        file[at] ^= byte;
        file
    };
    assert_eq!(refused(&changed(9, 3)), BackupRefused::TooNew);
    let cost = BackupRefused::CostOutOfRange { memory_kib: 65_536 | 1 << 24, passes: 3 };
    assert_eq!(refused(&changed(16, 1)), cost);
    assert_eq!(refused(&changed(511, 1)), BackupRefused::HeaderDamaged);
    assert_eq!(refused(&changed(520, 1)), BackupRefused::HeaderDamaged);
    assert_eq!(refused(&changed(20_000, 1)), BackupRefused::Damaged { at: 568 + 16_400 });
    assert!(tab.look(&file, BackupSecret::Own).is_ok(), "control");
    let image = tab.store().dump();
    assert!(image == tab.store().dump());
}

fn chunk_of(at: usize) -> u64 {
    (568 + (at - 568) / 16_400 * 16_400) as u64
}

#[test]
fn one_backup_is_in_hand_at_a_time_and_none_after_locking() {
    let tab = written();
    let first = tab.begin_backup().unwrap();
    let second = tab.begin_backup().unwrap();
    let gone = Some(Why::Refused(BackupRefused::NotInHand));
    assert_eq!(tab.next_part(first).err(), gone);
    assert!(tab.next_part(second).is_ok());
    let third = tab.begin_backup().unwrap();
    tab.reseal(Some(PASSPHRASE), PASSPHRASE).unwrap();
    assert_eq!(tab.next_part(third).err(), gone, "keys have changed");
    let fourth = tab.begin_backup().unwrap();
    tab.lock().unwrap();
    assert_eq!(tab.next_part(fourth).err(), gone);
    assert!(matches!(tab.begin_backup(), Err(Why::Failed(Failure::Locked))));
}

#[test]
fn what_cannot_be_read_is_said_and_left_out_of_the_next_one() {
    let tab = written();
    let row = tab.resting(Place::Root).entries().next().unwrap().commitment.row_key();
    tab.store().flip_bit(Place::Row(row), 100);
    let fresh = tab.another();
    let backup = fresh.begin_backup().unwrap();
    assert_eq!(fresh.next_part(backup).err(), Some(Why::Failed(Failure::EntryDamaged)));
    let reply = fresh.backup_ask(BackupRequest::Make { passphrase: None }).unwrap();
    let keeper::protocol::Reply::Backup(keeper::protocol::BackupReply::Begun {
        backup,
        records,
        left_out,
        ..
    }) = reply
    else {
        panic!("{reply:?}")
    };
    assert_eq!((records, left_out), (42, 1));
    let file = fresh.rest_of(backup);
    let (_, seen) = fresh.look(&file, BackupSecret::Own).unwrap();
    assert_eq!(seen.compared.unwrap().same, 42);
}

#[test]
fn a_journal_in_memory_is_backed_up_like_any_other_and_made_up_pages_are_not() {
    let tab = Tab::created();
    tab.create_kept(PASSPHRASE, Kept::InMemory).unwrap();
    tab.write("on a borrowed device");
    let file = tab.back_up();
    assert!(Tab::closed(tab.shelf()).look(&file, by(PASSPHRASE)).is_ok());
    tab.ask(keeper::protocol::Request::LookAround { content: vec![([9; 16], crate::tab::words("made up"))] })
        .unwrap();
    assert_eq!(tab.begin_backup().err(), Some(Why::Refused(BackupRefused::NoWayIn)));
}

#[test]
fn making_and_looking_write_nothing() {
    let tab = written();
    let before = run(tab.store().row_keys()).unwrap();
    let root = tab.store().raw(Place::Root);
    let file = tab.back_up();
    tab.look(&file, BackupSecret::Own).unwrap();
    assert_eq!(run(tab.store().row_keys()).unwrap(), before);
    assert_eq!(tab.store().raw(Place::Root), root);
}

//! Damaged bytes: said as damage, named where they can be named, and everything else stays readable.

use keeper::protocol::{Event, Failure, FoundState, Reply, Request};
use store::{Place, Shelf, Store, StoreError};
use vault::{
    BackupKey, Commitment, DeviceId, Header, KdfParams, LineageId, NewWay, Root, SealedRoot, VaultId,
    WaySecret, make_header,
};

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab},
};

fn state(tab: &Tab, witness: Option<&str>) -> FoundState {
    let stored =
        |value: &str| keeper::protocol::StoredWitness { name: tab.name.clone(), value: value.into() };
    let witnesses = witness.map(stored).into_iter().collect();
    let Ok(Reply::Found(found)) = tab.ask(Request::Find { witnesses }) else { panic!("not found") };
    assert_eq!(found.len(), 1);
    found[0].state
}

/// A root of another generation of the same journal.
fn root_of_generation(tab: &Tab, generation: u32) -> SealedRoot {
    let mut random = Counting(0);
    let kdf = KdfParams { cost: vault::Cost::READ_MINIMUM, salt: [3; 16] };
    let secret = WaySecret::passphrase([1; 32], kdf);
    let backup_key: BackupKey = secret.backup_key();
    let header = Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap();
    let vault_id: VaultId = header.vault_id();
    let ways = [NewWay { index: 0, secret: &secret }];
    let (_, keys) = make_header(vault_id, generation, 1, kdf, &ways, &mut random).unwrap();
    let root = Root {
        sequence: 1_000,
        lineage_id: LineageId::from_bytes([1; 16]),
        device_id: DeviceId::from_bytes([2; 8]),
        live: 0,
        deleted: 0,
        pages: [Commitment::from_bytes([0; 32]); 64],
        ways: Default::default(),
        passphrase_backup_key: Some(backup_key),
        recovery_backup_key: None,
        drafts: Vec::new(),
        last_save_ms: 0,
        proven_backup_ms: 0,
        proven_backup_sequence: 0,
        marks: 0,
    };
    keys.seal_root(&root, &mut random).unwrap()
}

struct Counting(u8);

impl vault::Random for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), vault::RandomnessUnavailable> {
        self.0 += 1;
        bytes.fill(self.0);
        Ok(())
    }
}

#[test]
fn a_damaged_header_without_a_witness_is_said_before_any_derivation_and_nothing_is_written() {
    let tab = Tab::created();
    tab.write("a");
    tab.flip(Place::Header);
    let before = tab.dump();
    tab.machine.derivations.take();
    for witness in [None, Some("no witness at all"), Some("")] {
        assert_eq!(tab.unlock(PASSPHRASE, witness).err(), Some(Failure::HeaderDamaged));
    }
    assert_eq!(state(&tab, None), FoundState::Damaged);
    assert_eq!(tab.machine.derivations.take(), []);
    assert_eq!(tab.dump(), before);
}

#[test]
fn a_damaged_header_opens_with_the_witnesss_which_takes_its_place_once_the_root_is_open() {
    for damage in [None, Some(vec![]), Some(vec![0; 1_184])] {
        let tab = Tab::created();
        let id = tab.write("still here");
        let witness = tab.machine.witness().unwrap();
        let sound = tab.store().raw(Place::Header);
        tab.store().set_raw(Place::Header, damage.clone());
        assert_eq!(state(&tab, Some(&witness)), FoundState::HeaderFromWitness);
        assert_eq!(tab.unlock("wrong", Some(&witness)).err(), Some(Failure::WrongPassphrase));
        assert_eq!(tab.store().raw(Place::Header), damage, "nothing is written under a wrong passphrase");
        tab.unlock(PASSPHRASE, Some(&witness)).unwrap();
        assert_eq!(tab.wordings(id), ["still here"]);
        assert_eq!(tab.store().raw(Place::Header), sound);
        tab.unlock(PASSPHRASE, None).unwrap();
        tab.revise(id, "and goes on");
    }
}

#[test]
fn a_header_that_cannot_be_written_back_keeps_nobody_out() {
    let tab = Tab::created();
    let id = tab.write("readable");
    let witness = tab.machine.witness().unwrap();
    tab.flip(Place::Header);
    let damaged = tab.store().raw(Place::Header);
    tab.store().fail_next_write(store::Failure::Full);
    tab.unlock(PASSPHRASE, Some(&witness)).unwrap();
    assert_eq!(tab.wordings(id), ["readable"]);
    assert_eq!(tab.store().raw(Place::Header), damaged);
    tab.revise(id, "goes on");
    tab.unlock(PASSPHRASE, Some(&witness)).unwrap();
    assert!(Header::parse(&tab.store().raw(Place::Header).unwrap()).is_ok());
    assert_eq!(tab.wordings(id), ["goes on"]);
}

#[test]
fn the_witness_of_another_journal_opens_nothing_and_writes_nothing() {
    let tab = Tab::created();
    let stranger = Tab::created().machine.witness().unwrap();
    tab.flip(Place::Header);
    let before = tab.dump();
    assert!(tab.unlock(PASSPHRASE, Some(&stranger)).is_err());
    assert_eq!(tab.dump(), before);
}

#[test]
fn a_root_of_a_newer_generation_than_the_witnesss_header_does_not_open() {
    let tab = Tab::created();
    let witness = tab.machine.witness().unwrap();
    tab.flip(Place::Header);
    tab.store().set_raw(
        Place::Root,
        Some(root_of_generation(&tab_with_sound_header(&tab, &witness), 2).as_bytes().to_vec()),
    );
    let before = tab.dump();
    assert_eq!(tab.unlock(PASSPHRASE, Some(&witness)).err(), Some(Failure::HeaderDamaged));
    assert_eq!(tab.dump(), before, "the damaged header is not written over");
}

/// An image of the shelf in which the header is the witness's.
fn tab_with_sound_header(tab: &Tab, witness: &str) -> Tab {
    let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
    let header = vault::Witness::parse(witness).unwrap().header;
    image.store().set_raw(Place::Header, Some(header.as_bytes().to_vec()));
    image
}

#[test]
fn a_damaged_root_is_said_and_nothing_is_written() {
    let tab = Tab::created();
    tab.write("a");
    let witness = tab.machine.witness();
    let sound = tab.store().raw(Place::Root).unwrap();
    let damages = [None, Some(vec![]), Some(sound[..100].to_vec()), Some(vec![0; sound.len()])];
    let flips = [0, 3, 8, 40, 64, 5_000, sound.len() - 1].map(|at| {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        Some(bytes)
    });
    for damage in damages.into_iter().chain(flips) {
        tab.store().set_raw(Place::Root, damage);
        let before = tab.dump();
        assert_eq!(tab.unlock(PASSPHRASE, witness.as_deref()).err(), Some(Failure::RootDamaged));
        tab.store().set_raw(Place::Header, Some(vec![1]));
        assert_eq!(tab.unlock(PASSPHRASE, witness.as_deref()).err(), Some(Failure::RootDamaged));
        tab.store().set_raw(Place::Header, Some(before[0].clone()));
        assert_eq!(tab.dump(), before);
    }
}

#[test]
fn a_damaged_or_missing_page_leaves_the_others_readable_and_is_not_written_over() {
    for missing in [false, true] {
        let tab = Tab::created();
        let mut lost = None;
        let page = tab.row_added_by(2, || lost = Some(tab.write("on the damaged page")));
        let lost = lost.unwrap();
        let kept: Vec<_> = (0..)
            .map(|n| tab.write(&format!("kept {n}")))
            .filter(|id| id[0] >> 2 != lost[0] >> 2)
            .take(10)
            .collect();
        // A later entry may have fallen on the same page: damage the one that stands.
        let page = if tab.rows(2).contains(&page) { page } else { page_of(&tab, lost) };
        match missing {
            true => tab.store().set_raw(Place::Row(page), None),
            false => tab.flip(Place::Row(page)),
        }
        let stands = tab.store().raw(Place::Row(page));
        let opened = tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(opened.damaged_pages, 1);
        assert!(opened.live >= 10);
        assert_eq!(tab.read(lost).err(), Some(Failure::EntryDamaged));
        assert_eq!(tab.delete(lost), Err(Failure::EntryDamaged));
        assert!(kept.iter().all(|id| tab.read(*id).is_ok()));
        let written: Vec<_> = (0..200).map(|n| tab.write(&format!("new {n}"))).collect();
        assert!(written.iter().all(|id| id[0] >> 2 != lost[0] >> 2), "new entries avoid that page");
        assert_eq!(tab.store().raw(Place::Row(page)), stands);
        tab.check();
        assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().damaged_pages, 1);
        assert!(written.iter().chain(&kept).all(|id| tab.read(*id).is_ok()));
    }
}

/// The row of the page that lists `id`, found by saving the entry in an image and seeing which goes.
fn page_of(tab: &Tab, id: [u8; 16]) -> vault::RowKey {
    let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
    image.unlock(PASSPHRASE, None).unwrap();
    let before = image.rows(2);
    image.revise(id, "again");
    let after = image.rows(2);
    before.into_iter().find(|key| !after.contains(key)).unwrap()
}

#[test]
fn all_pages_damaged_still_opens_and_says_so() {
    let tab = Tab::created();
    let id = tab.write("a");
    tab.rows(2).into_iter().for_each(|key| tab.flip(Place::Row(key)));
    let before = tab.dump();
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().damaged_pages, 64);
    assert_eq!(tab.ask(Request::BeginEntry), Err(Failure::RootDamaged));
    assert_eq!(tab.read(id).err(), Some(Failure::EntryDamaged));
    tab.check();
    assert_eq!(tab.dump(), before);
}

#[test]
fn damaged_and_missing_rows_are_named_by_title_and_shown_as_damaged() {
    let tab = Tab::created();
    let sound = tab.write("sound");
    let mut ids = [[0; 16]; 2];
    let damaged = tab.row_added_by(3, || ids[0] = tab.write("damaged"));
    let missing = tab.row_added_by(3, || ids[1] = tab.write("missing"));
    assert_eq!(tab.check_says(), []);
    tab.flip(Place::Row(damaged));
    tab.store().set_raw(Place::Row(missing), None);
    tab.unlock(PASSPHRASE, None).unwrap();
    let mut said = tab.check_says();
    said.sort();
    assert_eq!(said, [("damaged".to_owned(), false), ("missing".to_owned(), true)]);
    for id in ids {
        assert_eq!(tab.read(id).err(), Some(Failure::EntryDamaged));
    }
    assert_eq!(tab.wordings(sound), ["sound"]);
    let rows = tab.list("").rows;
    assert_eq!(rows.iter().filter(|row| row.damaged).count(), 2);
    assert_eq!(rows.len(), 3);
}

#[test]
fn a_damaged_row_says_its_day() {
    let tab = Tab::created();
    let row = tab.row_added_by(3, || _ = tab.write("damaged"));
    tab.flip(Place::Row(row));
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    let events = tab.machine.take_events();
    let Some(Event::Checked { damaged }) = events.last() else { panic!("{events:?}") };
    assert_eq!(damaged[0].day, tab.list("").rows[0].day);
}

#[test]
fn rows_put_in_each_others_place_are_noticed() {
    let tab = Tab::created();
    let (mut a, mut b) = ([0; 16], [0; 16]);
    let row_a = tab.row_added_by(3, || a = tab.write("a"));
    let row_b = tab.row_added_by(3, || b = tab.write("b"));
    let (bytes_a, bytes_b) = (tab.store().raw(Place::Row(row_a)), tab.store().raw(Place::Row(row_b)));
    tab.store().set_raw(Place::Row(row_a), bytes_b);
    tab.store().set_raw(Place::Row(row_b), bytes_a);
    assert_eq!(tab.read(a).err(), Some(Failure::EntryDamaged));
    assert_eq!(tab.read(b).err(), Some(Failure::EntryDamaged));
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.check_says().len(), 2);
}

#[test]
fn a_page_damaged_by_the_time_another_tab_looks_takes_nothing_else_with_it() {
    let tab = Tab::created();
    let kept = tab.write("kept");
    let other = tab.another();
    let mut lost = kept;
    let mut page = None;
    while lost[0] >> 2 == kept[0] >> 2 {
        page = Some(tab.row_added_by(2, || lost = tab.write("lost")));
    }
    tab.flip(Place::Row(page.unwrap()));
    other.refresh();
    assert_eq!(other.wordings(kept), ["kept"]);
    assert_eq!(other.read(lost).err(), Some(Failure::EntryDamaged));
    let id = other.write("goes on");
    assert_eq!(other.wordings(id), ["goes on"]);
}

#[test]
fn a_passphrase_changed_elsewhere_closes_the_journal_here() {
    let tab = Tab::created();
    let id = tab.write("a");
    let draft = tab.edit(id, "b");
    tab.store().set_raw(Place::Root, Some(root_of_generation(&tab, 2).as_bytes().to_vec()));
    let before = tab.dump();
    tab.machine.take_events();
    assert_eq!(tab.save(&draft).err(), Some(Failure::PassphraseChangedElsewhere));
    assert_eq!(tab.machine.take_events(), [Event::PassphraseChangedElsewhere]);
    assert_eq!(tab.save(&draft).err(), Some(Failure::Locked), "its keys are forgotten");
    assert_eq!(tab.dump(), before);
}

#[test]
fn a_database_that_is_gone_or_emptied_while_open_is_said() {
    let tab = Tab::created();
    tab.write("a");
    let draft = tab.begin("b");
    tab.store().set_raw(Place::Root, None);
    assert_eq!(tab.save(&draft).err(), Some(Failure::JournalGone));
    let tab = Tab::created();
    let draft = tab.begin("b");
    run(tab.shelf().delete(&tab.name)).unwrap();
    assert_eq!(tab.save(&draft).err(), Some(Failure::StorageClosed));
    assert_eq!(tab.unlock(PASSPHRASE, None).err(), Some(Failure::JournalGone));
}

#[test]
fn what_storage_refuses_is_said_in_its_own_words() {
    let tab = Tab::created();
    for (error, failure) in [
        (StoreError::Denied, Failure::StorageDenied),
        (StoreError::Blocked, Failure::StorageBlocked),
        (StoreError::TooNew, Failure::StorageTooNew),
    ] {
        tab.shelf().refuse_next_open(error);
        assert_eq!(tab.unlock(PASSPHRASE, None).err(), Some(failure.clone()));
        tab.shelf().refuse_next_open(error);
        assert_eq!(tab.create(PASSPHRASE).err(), Some(failure));
    }
    tab.store().close_from_outside();
    assert_eq!(tab.save(&tab.begin("a")).err(), Some(Failure::StorageClosed));
    tab.unlock(PASSPHRASE, None).unwrap();
    assert!(run(tab.store().head()).is_ok());
}

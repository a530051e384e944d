//! A passkey as a way in: what it gave is crafted here, as a browser's PRF extension would give it.

use keeper::protocol::{Failure, Found, Reply, Request, WayKind};
use sha2::{Digest, Sha256};
use store::{Failure as Fault, Place};
use vault::{Header, Witness};

use crate::tab::{PASSPHRASE, Tab, carried};

/// What the n-th passkey of these tests gives.
pub fn given(n: u8) -> [u8; 32] {
    core::array::from_fn(|at| n ^ at as u8)
}

/// The kinds of the ways in, the passphrase first.
pub fn kinds(tab: &Tab) -> Vec<WayKind> {
    let mut kinds: Vec<_> = tab.ways().iter().map(|way| way.kind).collect();
    kinds.sort_by_key(|kind| *kind as u8);
    kinds
}

fn found(tab: &Tab, witness: Option<String>) -> Found {
    let witnesses = witness.map(|value| keeper::protocol::StoredWitness { name: tab.name.clone(), value });
    let request = Request::Find { witnesses: witnesses.into_iter().collect() };
    carried!(tab.ask(request), Found).unwrap().pop().unwrap()
}

#[test]
fn an_added_passkey_opens_without_a_derivation_and_the_passphrase_still_opens() {
    let tab = Tab::created();
    let id = tab.write("still here");
    let before = tab.opened().0;
    assert_eq!(tab.unlock_with_passkey(&given(1), None).err(), Some(Failure::PasskeyDoesNotOpen));
    tab.machine.wait_ms(86_400_000);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.add_passkey(&given(1)).unwrap();
    assert_eq!(kinds(&tab), [WayKind::Passphrase, WayKind::Passkey]);
    let dates: Vec<_> = tab.ways().iter().map(|way| (way.kind, way.created_at_ms)).collect();
    assert!(dates.contains(&(WayKind::Passkey, tab.machine.now_ms.get())), "{dates:?}");
    tab.machine.derivations.take();
    let opened = tab.unlock_with_passkey(&given(1), tab.machine.witness().as_deref()).unwrap();
    assert_eq!((opened.opened_by, opened.derivation_ms), (WayKind::Passkey, 0));
    assert!(!opened.header_was_altered && !opened.cost_may_rise && !opened.has_sheet);
    assert_eq!(tab.machine.derivations.take(), []);
    tab.revise(id, "and goes on");
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.wordings(id), ["and goes on"]);
    let header = Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap();
    assert_eq!((header.generation(), header.sequence()), (1, 2), "the same keys");
    assert_eq!(tab.opened().0.lineage_id, before.lineage_id);
}

#[test]
fn the_salt_is_told_before_and_after_opening_and_follows_from_the_local_copy() {
    let tab = Tab::created();
    let header = tab.store().raw(Place::Header).unwrap();
    let copy = Header::parse(&header).unwrap().vault_id();
    let expected: [u8; 32] = Sha256::digest([b"trestle/v1/prf", &copy.as_bytes()[..]].concat()).into();
    let opened = tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(opened.passkey_salt, expected);
    assert_eq!(found(&tab, None).passkey_salt, Some(expected));
    let witness = tab.machine.witness();
    tab.flip(Place::Header);
    assert_eq!(found(&tab, None).passkey_salt, None, "nothing here says");
    assert_eq!(found(&tab, witness).passkey_salt, Some(expected));
    assert_ne!(Tab::created().unlock(PASSPHRASE, None).unwrap().passkey_salt, expected);
}

#[test]
fn what_no_passkey_gives_is_refused_and_changes_nothing() {
    let tab = Tab::created();
    tab.add_passkey(&given(1)).unwrap();
    let before = tab.dump();
    for bad in [&[][..], &[7; 31], &[7; 33], &[0; 32], &[7; 20]] {
        assert_eq!(tab.add_passkey(bad), Err(Failure::PasskeyUnusable));
        assert_eq!(tab.touch(bad, None), Err(Failure::PasskeyUnusable));
    }
    assert_eq!(tab.touch(&given(2), None), Err(Failure::PasskeyDoesNotOpen));
    for bad in [&[][..], &[7; 31], &[0; 32]] {
        assert_eq!(tab.unlock_with_passkey(bad, None).err(), Some(Failure::PasskeyUnusable));
    }
    let mut slip = given(1);
    slip[31] ^= 1;
    for wrong in [slip, given(2)] {
        assert_eq!(tab.unlock_with_passkey(&wrong, None).err(), Some(Failure::PasskeyDoesNotOpen));
    }
    assert_eq!(tab.dump(), before);
    tab.lock().unwrap();
    for request in [
        Request::AddPasskey { secret: crate::tab::secret("p") },
        Request::TouchPasskey { secret: crate::tab::secret("p"), going: None },
        Request::DropTouched,
        Request::DeriveDearer,
        Request::RaiseCost,
    ] {
        assert_eq!(tab.ask(request), Err(Failure::Locked));
    }
}

#[test]
fn the_bytes_of_a_sheet_are_no_passkey_and_a_passkey_of_one_journal_opens_no_other() {
    let (tab, stranger) = (Tab::created(), Tab::created());
    tab.add_passkey(&given(1)).unwrap();
    stranger.add_passkey(&given(2)).unwrap();
    assert_eq!(tab.unlock_with_passkey(&given(2), None).err(), Some(Failure::PasskeyDoesNotOpen));
    assert_eq!(tab.unlock_with_sheet(&given(1)[..20], None).err(), Some(Failure::SheetDoesNotOpen));
    tab.unlock_with_passkey(&given(1), None).unwrap();
}

#[test]
fn the_same_passkey_is_one_way_and_there_is_always_room_for_passphrase_and_sheet() {
    let tab = Tab::created();
    tab.add_passkey(&given(1)).unwrap();
    let once = tab.dump();
    tab.add_passkey(&given(1)).unwrap();
    assert_eq!(tab.dump(), once, "it is one already");
    for n in 2..=6 {
        tab.add_passkey(&given(n)).unwrap();
    }
    assert_eq!(tab.add_passkey(&given(7)), Err(Failure::WaysFull));
    let sheet = tab.sheet();
    assert_eq!(tab.add_passkey(&given(7)), Err(Failure::WaysFull));
    let mut slots: Vec<_> = tab.ways().iter().map(|way| way.slot).collect();
    slots.sort_unstable();
    assert_eq!(slots, [0, 1, 2, 3, 4, 5, 6, 7]);
    for n in 1..=6 {
        tab.unlock_with_passkey(&given(n), None).unwrap();
    }
    tab.unlock_with_sheet(&sheet, None).unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
}

#[test]
fn a_passkey_added_in_one_tab_is_known_in_the_other() {
    let tab = Tab::created();
    let other = tab.another();
    tab.add_passkey(&given(1)).unwrap();
    other.add_passkey(&given(2)).unwrap();
    other.write("goes on");
    assert_eq!(kinds(&other), [WayKind::Passphrase, WayKind::Passkey, WayKind::Passkey]);
    let header = tab.store().raw(Place::Header).unwrap();
    assert_eq!(Witness::parse(&other.machine.witness().unwrap()).unwrap().header.as_bytes(), header);
    for n in [1, 2] {
        tab.unlock_with_passkey(&given(n), None).unwrap();
    }
}

#[test]
fn a_death_while_a_passkey_is_added_leaves_it_added_or_not() {
    for (fault, added) in [
        (Fault::KilledBefore, false),
        (Fault::KilledAfter, true),
        (Fault::Failed, false),
        (Fault::Full, true), // the reserve is given up
    ] {
        let tab = Tab::created();
        let id = tab.write("still here");
        tab.store().fail_next_write(fault);
        let _ = tab.add_passkey(&given(1));
        assert_eq!(tab.unlock_with_passkey(&given(1), None).is_ok(), added, "{fault:?}");
        tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(kinds(&tab).len(), 1 + usize::from(added), "{fault:?}");
        assert_eq!(tab.wordings(id), ["still here"]);
    }
}

/// Changes a byte of a slot, with a checksum that fits: as somebody does who has the disk and no key.
fn tamper(tab: &Tab, slot: u8, at: usize) {
    let mut header = tab.store().raw(Place::Header).unwrap();
    header[64 + 128 * usize::from(slot) + at] ^= 1;
    let sum = Sha256::digest(&header[..1_152]);
    header[1_152..1_160].copy_from_slice(&sum[..8]);
    tab.store().set_raw(Place::Header, Some(header));
}

#[test]
fn slots_that_were_tampered_with_are_said_and_nothing_is_written() {
    // Salt, commitment, ciphertext and tag of the passkey's own slot.
    for at in [0, 24, 55, 56, 100, 127] {
        let tab = Tab::created();
        tab.add_passkey(&given(1)).unwrap();
        let witness = tab.machine.witness();
        let slot = tab.ways().iter().find(|way| way.kind == WayKind::Passkey).unwrap().slot;
        tamper(&tab, slot, at);
        let before = tab.dump();
        let refused = if at < 56 { Failure::PasskeyDoesNotOpen } else { Failure::HeaderTampered };
        assert_eq!(tab.unlock_with_passkey(&given(1), None).err(), Some(refused), "byte {at}");
        assert_eq!(tab.unlock(PASSPHRASE, None).err(), Some(Failure::HeaderTampered), "byte {at}");
        assert_eq!(tab.dump(), before);
        // The witness sets it right.
        assert!(tab.unlock(PASSPHRASE, witness.as_deref()).unwrap().header_was_altered, "byte {at}");
        tab.unlock_with_passkey(&given(1), None).unwrap();
    }
    // The slot of another way.
    let tab = Tab::created();
    tab.add_passkey(&given(1)).unwrap();
    let slot = tab.ways().iter().find(|way| way.kind == WayKind::Passphrase).unwrap().slot;
    tamper(&tab, slot, 100);
    assert_eq!(tab.unlock_with_passkey(&given(1), None).err(), Some(Failure::HeaderTampered));
    // A slot that was put into another place.
    let tab = Tab::created();
    tab.add_passkey(&given(1)).unwrap();
    let from = usize::from(tab.ways().iter().find(|way| way.kind == WayKind::Passkey).unwrap().slot);
    let mut header = tab.store().raw(Place::Header).unwrap();
    let (from, to) = (64 + 128 * from, 64 + 128 * ((from + 1) % 8));
    header.copy_within(from..from + 128, to);
    header[from] ^= 1;
    let sum = Sha256::digest(&header[..1_152]);
    header[1_152..1_160].copy_from_slice(&sum[..8]);
    tab.store().set_raw(Place::Header, Some(header));
    assert_eq!(tab.unlock_with_passkey(&given(1), None).err(), Some(Failure::PasskeyDoesNotOpen));
}

#[test]
fn an_altered_header_opens_by_passkey_with_the_witnesss() {
    let tab = Tab::created();
    tab.add_passkey(&given(1)).unwrap();
    let witness = tab.machine.witness();
    crate::sheet::swap_inbox_key(&tab);
    assert_eq!(tab.unlock_with_passkey(&given(1), None).err(), Some(Failure::HeaderTampered));
    assert!(tab.unlock_with_passkey(&given(1), witness.as_deref()).unwrap().header_was_altered);
}

#[test]
fn a_passkey_is_in_no_backup_and_allows_no_change_without_the_passphrase() {
    let tab = Tab::created();
    tab.add_passkey(&given(1)).unwrap();
    tab.unlock_with_passkey(&given(1), None).unwrap();
    assert_eq!(tab.reseal(None, "another").err(), Some(Failure::WrongPassphrase));
    let removal = Request::BeginRemoval { passphrase: None };
    assert_eq!(tab.ask(removal), Err(Failure::WrongPassphrase));
    let root = tab.opened().0;
    assert!(root.passphrase_backup_key.is_some() && root.recovery_backup_key.is_none());
    assert!(matches!(tab.ask(Request::Ways), Ok(Reply::Ways(_))));
}

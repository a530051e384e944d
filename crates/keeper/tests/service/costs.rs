//! What opening costs: measured, bounded, and refused before it is paid.

use keeper::protocol::{Failure, FoundState, Reply, Request};
use sha2::{Digest, Sha256};
use store::{MemoryShelf, Place};
use vault::{Cost, Header, Root};

use crate::tab::{PASSPHRASE, Tab};

fn header(tab: &Tab) -> Header {
    Header::parse(&tab.store().raw(Place::Header).unwrap()).unwrap()
}

fn create(set: impl Fn(&Tab)) -> Result<Tab, Failure> {
    let tab = Tab::closed(&MemoryShelf::new());
    set(&tab);
    let name = tab.create(PASSPHRASE)?.name;
    Ok(Tab { name, ..tab })
}

#[test]
fn the_passes_are_the_most_that_one_measured_run_puts_under_a_second() {
    for (pass_ms, passes, runs) in
        [(50.0, 10, 2), (99.0, 10, 2), (120.0, 8, 2), (249.0, 4, 2), (250.0, 3, 1), (5_000.0, 3, 1)]
    {
        let tab = create(|tab| tab.machine.pass_ms.set(pass_ms)).unwrap();
        assert_eq!(tab.machine.derivations.take().len(), runs, "{pass_ms} ms a pass");
        let cost = header(&tab).kdf().cost;
        assert_eq!((cost.memory_kib(), cost.passes()), (65_536, passes), "{pass_ms} ms a pass");
        tab.lock().unwrap();
        let opened = tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(opened.derivation_ms, (pass_ms * f64::from(passes)) as u32);
        assert_eq!(tab.machine.derivations.take(), [header(&tab).kdf()]);
    }
}

#[test]
fn refused_memory_leads_to_half_of_it_with_twice_the_passes() {
    let tab = create(|tab| tab.machine.memory_kib.set(40_000)).unwrap();
    assert_eq!(header(&tab).kdf().cost, Cost::SMALL_MEMORY);
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().live, 0);
    assert_eq!(tab.opened().0.marks, Root::MARK_SMALL_MEMORY, "marked, so that it is not raised here again");
    let tab = create(|_| ()).unwrap();
    assert_eq!(tab.opened().0.marks, 0);
}

#[test]
fn memory_refused_twice_is_said_and_nothing_is_left_behind() {
    let failed = create(|tab| tab.machine.memory_kib.set(20_000)).err();
    assert_eq!(failed, Some(Failure::NotEnoughMemory { memory_kib: 32_768 }));
    let shelf = MemoryShelf::new();
    let tab = Tab::closed(&shelf);
    tab.machine.memory_kib.set(0);
    tab.create(PASSPHRASE).unwrap_err();
    assert_eq!(tab.ask(Request::Find { witnesses: Vec::new() }), Ok(Reply::Found(Vec::new())));
}

#[test]
fn memory_refused_while_unlocking_is_said() {
    let tab = create(|_| ()).unwrap();
    tab.machine.memory_kib.set(40_000);
    assert_eq!(tab.unlock(PASSPHRASE, None).err(), Some(Failure::NotEnoughMemory { memory_kib: 65_536 }));
}

#[test]
fn absurd_costs_are_refused_before_any_derivation() {
    for (memory_kib, passes, lanes) in [
        (4_194_304, 3, 1),
        (u32::MAX, u32::MAX, 1),
        (65_536, 1_000_000, 1),
        (524_288, 16, 1),
        (8, 1, 1),
        (19_455, 2, 1),
        (65_536, 3, 4),
    ] {
        let tab = create(|_| ()).unwrap();
        let witness = tab.machine.witness();
        let mut bytes = tab.store().raw(Place::Header).unwrap();
        bytes[14] = lanes;
        bytes[16..20].copy_from_slice(&u32::to_be_bytes(memory_kib));
        bytes[20..24].copy_from_slice(&u32::to_be_bytes(passes));
        let checksum = Sha256::digest(&bytes[..1_152]);
        bytes[1_152..1_160].copy_from_slice(&checksum[..8]);
        tab.store().set_raw(Place::Header, Some(bytes));
        tab.machine.derivations.take();
        let refused = Some(Failure::CostOutOfRange { memory_kib, passes });
        assert_eq!(tab.unlock(PASSPHRASE, None).err(), refused);
        assert_eq!(tab.unlock(PASSPHRASE, witness.as_deref()).err(), refused);
        assert_eq!(tab.machine.derivations.take(), []);
        let Ok(Reply::Found(found)) = tab.ask(Request::Find { witnesses: Vec::new() }) else { panic!() };
        assert_eq!(found[0].state, FoundState::CostOutOfRange);
    }
}

/// As the screen does it after an unlock that said so.
fn raise(tab: &Tab) -> Result<Reply, Failure> {
    tab.ask(Request::DeriveDearer)?;
    tab.ask(Request::RaiseCost)
}

#[test]
fn the_cost_is_raised_after_an_unlock_by_passphrase_where_the_device_can_do_more() {
    let tab = create(|_| ()).unwrap();
    let sheet = tab.sheet();
    tab.add_passkey(&crate::passkeys::given(1)).unwrap();
    let id = tab.write("still here");
    let (before, old_root) = (header(&tab), tab.opened().0);
    assert_eq!(before.kdf().cost.passes(), 3);
    tab.machine.pass_ms.set(100.0);
    assert!(!tab.unlock_with_sheet(&sheet, None).unwrap().cost_may_rise);
    assert!(!tab.unlock_with_passkey(&crate::passkeys::given(1), None).unwrap().cost_may_rise);
    assert!(tab.unlock("wrong", None).is_err());
    assert!(tab.unlock(PASSPHRASE, None).unwrap().cost_may_rise);
    assert_eq!(raise(&tab), Ok(Reply::Done));
    let after = header(&tab);
    assert_eq!((after.kdf().cost.memory_kib(), after.kdf().cost.passes()), (65_536, 9));
    assert_ne!(after.kdf().salt, before.kdf().salt, "a fresh salt");
    assert_eq!((after.generation(), after.sequence()), (before.generation(), before.sequence() + 1));
    let witness = vault::Witness::parse(&tab.machine.witness().unwrap()).unwrap();
    assert_eq!(witness.header, after);
    assert_eq!(raise(&tab), Ok(Reply::Done));
    assert_eq!(header(&tab), after, "once for an unlock");
    assert!(!tab.unlock(PASSPHRASE, None).unwrap().cost_may_rise, "it is as high as it goes");
    let root = tab.opened().0;
    // EXPOSE: the test compares keys with each other.
    let bytes = |key: Option<vault::BackupKey>| *key.unwrap().expose_bytes();
    assert_ne!(bytes(root.passphrase_backup_key), bytes(old_root.passphrase_backup_key), "W made anew");
    assert_eq!(bytes(root.recovery_backup_key), bytes(old_root.recovery_backup_key));
    tab.unlock_with_sheet(&sheet, None).unwrap();
    tab.unlock_with_passkey(&crate::passkeys::given(1), None).unwrap();
    assert_eq!(tab.wordings(id), ["still here"]);
}

#[test]
fn the_cost_stays_where_memory_was_refused_once_in_memory_and_where_nothing_is_to_gain() {
    let tab = create(|tab| tab.machine.memory_kib.set(40_000)).unwrap();
    tab.machine.memory_kib.set(u32::MAX);
    tab.machine.pass_ms.set(10.0);
    assert!(!tab.unlock(PASSPHRASE, None).unwrap().cost_may_rise, "marked");
    let tab = create(|_| ()).unwrap();
    assert!(!tab.unlock(PASSPHRASE, None).unwrap().cost_may_rise, "as slow as before");
    assert_eq!(raise(&tab), Ok(Reply::Done));
    assert_eq!(header(&tab).kdf().cost, Cost::STANDARD);
}

#[test]
fn memory_refused_while_the_cost_is_raised_is_marked_and_not_tried_again() {
    let tab = create(|_| ()).unwrap();
    let before = header(&tab);
    tab.machine.pass_ms.set(100.0);
    assert!(tab.unlock(PASSPHRASE, None).unwrap().cost_may_rise);
    tab.machine.memory_kib.set(40_000);
    assert_eq!(raise(&tab), Ok(Reply::Done));
    tab.machine.memory_kib.set(u32::MAX);
    assert_eq!(header(&tab), before);
    assert_eq!(tab.opened().0.marks, Root::MARK_SMALL_MEMORY);
    assert!(!tab.unlock(PASSPHRASE, None).unwrap().cost_may_rise);
}

#[test]
fn a_death_while_the_cost_is_raised_leaves_the_one_or_the_other_and_the_passphrase_opens_both() {
    for (fault, raised) in [
        (store::Failure::KilledBefore, false),
        (store::Failure::KilledAfter, true),
        (store::Failure::Failed, false),
    ] {
        let tab = create(|_| ()).unwrap();
        tab.machine.pass_ms.set(100.0);
        tab.unlock(PASSPHRASE, None).unwrap();
        tab.store().fail_next_write(fault);
        let _ = raise(&tab);
        assert_eq!(header(&tab).kdf().cost.passes(), if raised { 9 } else { 3 }, "{fault:?}");
        tab.unlock(PASSPHRASE, None).unwrap();
    }
}

#[test]
fn two_tabs_raise_the_cost_once_and_a_changed_passphrase_stands() {
    let tab = create(|_| ()).unwrap();
    tab.machine.pass_ms.set(100.0);
    tab.unlock(PASSPHRASE, None).unwrap();
    let other = tab.another();
    other.machine.pass_ms.set(100.0);
    other.unlock(PASSPHRASE, None).unwrap();
    tab.ask(Request::DeriveDearer).unwrap();
    other.ask(Request::DeriveDearer).unwrap();
    tab.ask(Request::RaiseCost).unwrap();
    let first = header(&tab);
    assert_eq!(other.ask(Request::RaiseCost), Ok(Reply::Done));
    assert_eq!(header(&tab), first, "raised already");
    let tab = create(|_| ()).unwrap();
    tab.machine.pass_ms.set(100.0);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.ask(Request::DeriveDearer).unwrap();
    tab.reseal(Some(PASSPHRASE), "fern gravel").unwrap();
    let changed = header(&tab);
    assert_eq!(tab.ask(Request::RaiseCost), Ok(Reply::Done));
    assert_eq!(header(&tab), changed);
    tab.unlock("fern gravel", None).unwrap();
}

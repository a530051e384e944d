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

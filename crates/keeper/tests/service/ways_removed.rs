//! A way in that goes: everything is sealed anew, the ways that stay are touched, and what went opens nothing, not even
//! beside an old copy of the header. A death at any moment leaves the old ways or the new ones.

use keeper::protocol::{Failure, Stage, WayKind};
use std::{pin::Pin, rc::Rc};
use store::{MemoryShelf, Place};

use crate::{
    passkeys::{given, kinds},
    reseal::{ROWS, assert_full, full, until},
    running::run,
    tab::{PASSPHRASE, Tab, cases, reseal_request},
};
use store::Store;

/// A full journal with a sheet and the passkeys 1 and 2.
fn with_passkeys() -> (Tab, Vec<u8>) {
    let tab = full();
    let sheet = tab.sheet();
    for n in [1, 2] {
        tab.add_passkey(&given(n)).unwrap();
    }
    (tab, sheet)
}

/// Takes passkey 1 out: passkey 2 is touched, and a new sheet drawn.
fn remove_first(tab: &Tab) -> Result<Vec<u8>, Failure> {
    let going = tab.touch(&given(1), None)?;
    tab.touch(&given(2), Some(going))?;
    assert_eq!(tab.touch(&given(1), Some(going)), Ok(going), "told, and not kept");
    let (sheet, _) = tab.draw_sheet();
    tab.reseal(Some(PASSPHRASE), PASSPHRASE)?;
    Ok(sheet)
}

#[test]
fn a_removed_passkey_opens_nothing_and_the_others_stay_with_their_dates() {
    let (tab, old_sheet) = with_passkeys();
    let date = |tab: &Tab| -> Vec<u64> {
        tab.ways().iter().filter(|way| way.kind == WayKind::Passkey).map(|way| way.created_at_ms).collect()
    };
    let before = date(&tab);
    tab.machine.wait_ms(5_000);
    let old_rows = run(tab.store().row_keys()).unwrap();
    let sheet = remove_first(&tab).unwrap();
    assert_eq!(kinds(&tab), [WayKind::Passphrase, WayKind::Sheet, WayKind::Passkey]);
    assert_eq!(date(&tab), before[..1], "made when it was made");
    let rows = run(tab.store().row_keys()).unwrap();
    assert_eq!(rows.len(), ROWS);
    assert!(old_rows.iter().all(|row| !rows.contains(row)), "every row is another");
    assert_eq!(tab.unlock_with_passkey(&given(1), None).err(), Some(Failure::PasskeyDoesNotOpen));
    assert_eq!(tab.unlock_with_sheet(&old_sheet, None).err(), Some(Failure::SheetDoesNotOpen));
    tab.unlock_with_sheet(&sheet, None).unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.unlock_with_passkey(&given(2), None).unwrap();
    assert_full(&tab);
}

#[test]
fn an_old_copy_of_the_header_does_not_open_the_new_root() {
    let (tab, old_sheet) = with_passkeys();
    let (old_header, old_witness) = (tab.store().raw(Place::Header), tab.machine.witness());
    let sheet = remove_first(&tab).unwrap();
    let new_header = tab.store().raw(Place::Header);
    let new_witness = tab.machine.witness();
    tab.store().set_raw(Place::Header, old_header.clone());
    let before = tab.dump();
    for witness in [None, old_witness.as_deref()] {
        assert_eq!(tab.unlock_with_passkey(&given(1), witness).err(), Some(Failure::RootDamaged));
        assert_eq!(tab.unlock_with_sheet(&old_sheet, witness).err(), Some(Failure::RootDamaged));
        assert_eq!(tab.unlock(PASSPHRASE, witness).err(), Some(Failure::RootDamaged));
    }
    let refused = tab.unlock_with_passkey(&given(1), new_witness.as_deref()).err();
    assert_eq!(refused, Some(Failure::PasskeyDoesNotOpen), "the witness's header does not know it");
    assert_eq!(tab.dump(), before, "nothing was written");
    // What stayed opens with the witness's header, which takes its place again.
    assert!(tab.unlock_with_passkey(&given(2), new_witness.as_deref()).unwrap().header_was_altered);
    assert_eq!(tab.store().raw(Place::Header), new_header);
    tab.unlock_with_sheet(&sheet, None).unwrap();
    tab.store().set_raw(Place::Header, old_header);
    assert!(tab.unlock(PASSPHRASE, new_witness.as_deref()).unwrap().header_was_altered);
    assert_full(&tab);
}

#[test]
fn a_whole_image_from_before_opens_with_the_ways_of_that_day_though_the_witness_is_newer() {
    let (tab, _) = with_passkeys();
    let image = tab.shelf().image();
    remove_first(&tab).unwrap();
    let witness = tab.machine.witness();
    let rolled_back = Tab { name: tab.name.clone(), ..Tab::closed(&image) };
    let opened = rolled_back.unlock_with_passkey(&given(1), witness.as_deref()).unwrap();
    assert!(opened.older_than_seen && !opened.header_was_altered);
}

#[test]
fn what_is_not_touched_goes_and_what_is_forgotten_again_too() {
    let (tab, _) = with_passkeys();
    tab.touch(&given(1), None).unwrap();
    tab.ask(keeper::protocol::Request::DropTouched).unwrap();
    tab.touch(&given(2), None).unwrap();
    tab.touch(&given(2), None).unwrap();
    tab.reseal(Some(PASSPHRASE), "fern gravel").unwrap();
    assert_eq!(
        kinds(&tab),
        [WayKind::Passphrase, WayKind::Passkey],
        "no sheet was drawn, one passkey touched"
    );
    tab.reseal(Some("fern gravel"), PASSPHRASE).unwrap();
    assert_eq!(kinds(&tab), [WayKind::Passphrase], "touched for one change, not for the next");
    for n in [1, 2] {
        assert_eq!(tab.unlock_with_passkey(&given(n), None).err(), Some(Failure::PasskeyDoesNotOpen));
    }
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().opened_by, WayKind::Passphrase, "never fewer");
}

#[test]
fn a_change_that_is_refused_keeps_what_was_touched_for_the_next_try() {
    let (tab, _) = with_passkeys();
    tab.touch(&given(1), None).unwrap();
    assert_eq!(tab.reseal(Some("wrong"), PASSPHRASE).err(), Some(Failure::WrongPassphrase));
    tab.reseal(Some(PASSPHRASE), PASSPHRASE).unwrap();
    tab.unlock_with_passkey(&given(1), None).unwrap();
}

#[test]
fn a_way_that_another_tab_adds_meanwhile_does_not_go_without_a_word() {
    let (tab, _) = with_passkeys();
    let other = tab.another();
    tab.machine.shelf.disk.slow.set(true);
    tab.unlock(PASSPHRASE, None).unwrap();
    let reseal = reseal_request(Some(PASSPHRASE), PASSPHRASE);
    let mut request: Pin<Box<dyn Future<Output = _>>> = Box::pin(tab.keeper.answer(1, reseal));
    until(&tab, &mut request, Stage::Resealing, 4);
    other.add_passkey(&given(3)).unwrap();
    assert_eq!(run(request), Err(Failure::TooBusy));
    tab.unlock_with_passkey(&given(3), None).unwrap();
    assert_full(&tab);
    assert_eq!(run(tab.store().row_keys()).unwrap().len(), ROWS, "what was staged is swept");
}

/// An image of the disk, open in a tab of its own.
fn opened_in(tab: &Tab) -> Tab {
    let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
    image.unlock(PASSPHRASE, None).unwrap();
    image
}

#[test]
fn a_death_at_any_moment_leaves_the_old_ways_or_the_new_ones() {
    let (tab, old_sheet) = with_passkeys();
    let image = opened_in(&tab);
    let fuse = Rc::clone(&image.machine.shelf.disk.fuse);
    fuse.set(Some((u32::MAX, true)));
    remove_first(&image).unwrap();
    let all = fuse.take().map(|(left, _)| u32::MAX - left).unwrap();
    assert!(all > 12, "{all} operations");
    let mut outcomes = [0, 0];
    for n in 0..cases(2 * all, 300) {
        let (at, happens) = (1 + (n / 2) % all, n % 2 == 0);
        let dying = opened_in(&tab);
        dying.machine.shelf.disk.fuse.set(Some((at, happens)));
        let outcome = remove_first(&dying);
        let after = Tab { name: tab.name.clone(), ..Tab::closed(dying.shelf()) };
        let new = after.unlock_with_passkey(&given(1), None).is_err();
        outcomes[usize::from(new)] += 1;
        assert!(new || outcome.is_err(), "said to be done, and is not, at {at}");
        after.unlock_with_passkey(&given(2), None).unwrap();
        let old_opens = after.unlock_with_sheet(&old_sheet, None).is_ok();
        assert_eq!(old_opens, !new, "at {at}");
        after.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(kinds(&after).len(), if new { 3 } else { 4 }, "at {at}");
        assert_full(&after);
        assert_eq!(run(after.store().row_keys()).unwrap().len(), ROWS, "what was left is swept, at {at}");
    }
    println!("among {all} operations: {} old, {} new", outcomes[0], outcomes[1]);
    assert!(outcomes.iter().all(|count| *count > 0), "{outcomes:?}");
}

#[test]
fn the_last_way_in_is_always_a_passphrase() {
    let tab = Tab::closed(&MemoryShelf::new());
    let name = tab.create(PASSPHRASE).unwrap().name;
    let tab = Tab { name, ..tab };
    tab.add_passkey(&given(1)).unwrap();
    assert_eq!(tab.reseal(Some(PASSPHRASE), "").err(), Some(Failure::PassphraseEmpty));
    assert_eq!(kinds(&tab), [WayKind::Passphrase, WayKind::Passkey]);
}

//! A death at any moment of a change of passphrase leaves exactly the old journal or exactly the new one.

use keeper::protocol::Failure;
use std::rc::Rc;

use crate::{
    proved::proved,
    reseal::{ROWS, assert_full, full},
    running::run,
    tab::{PASSPHRASE, Tab, cases},
};
use store::Store;

const NEW: &str = "fern gravel harbour island juniper";

/// How many operations of the store a whole change takes.
fn operations(tab: &Tab) -> u32 {
    let image = opened_in(tab);
    let fuse = Rc::clone(&image.machine.shelf.disk.fuse);
    fuse.set(Some((u32::MAX, true)));
    image.reseal(Some(PASSPHRASE), NEW).unwrap();
    fuse.take().map(|(left, _)| u32::MAX - left).unwrap()
}

/// An image of the disk, open in a tab of its own.
fn opened_in(tab: &Tab) -> Tab {
    let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
    image.unlock(PASSPHRASE, None).unwrap();
    image
}

#[test]
fn a_death_at_any_moment_leaves_the_old_journal_or_the_new_one() {
    let tab = full();
    let old_sheet = tab.sheet();
    let all = operations(&tab);
    assert!(all > 12, "{all} operations");
    let mut outcomes = [0, 0];
    let mut state: u64 = 0x5eed;
    let kills = cases(2 * all, 500);
    for n in 0..kills {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Each operation, before and after; then any.
        let (at, happens) = match n < 2 * all {
            true => (1 + u64::from(n / 2), n % 2 == 0),
            false => (1 + (state >> 33) % u64::from(all), state >> 63 == 0),
        };
        let new = killed_at(&tab, at as u32, happens, &old_sheet);
        outcomes[usize::from(new)] += 1;
    }
    println!("{kills} kills among {all} operations: {} old, {} new", outcomes[0], outcomes[1]);
    assert!(outcomes.iter().all(|count| *count > 0), "{outcomes:?}");
    proved(12, "kills during a change of passphrase", kills as usize);
}

/// Kills a change at an operation. Says whether the new passphrase opens what is left.
fn killed_at(tab: &Tab, at: u32, happens: bool, old_sheet: &[u8]) -> bool {
    let dying = opened_in(tab);
    let (new_sheet, _) = dying.draw_sheet();
    dying.machine.shelf.disk.fuse.set(Some((at, happens)));
    let outcome = dying.reseal(Some(PASSPHRASE), NEW);
    // After the flip, a death ends the sweep alone.
    assert!(matches!(outcome, Ok(_) | Err(Failure::StorageClosed)), "{outcome:?} at {at}");
    let after = Tab { name: tab.name.clone(), ..Tab::closed(dying.shelf()) };
    let (old, new) = (after.unlock(PASSPHRASE, None).is_ok(), after.unlock(NEW, None).is_ok());
    assert!(old != new, "old {old}, new {new} at {at}");
    assert!(new || outcome.is_err(), "said to be done, and is not, at {at}");
    let (right, wrong, opening) =
        if new { (NEW, PASSPHRASE, &new_sheet[..]) } else { (PASSPHRASE, NEW, old_sheet) };
    let closed = if new { old_sheet } else { &new_sheet };
    assert_eq!(after.unlock(wrong, None).err(), Some(Failure::WrongPassphrase));
    assert_eq!(after.unlock_with_sheet(closed, None).err(), Some(Failure::SheetDoesNotOpen));
    after.unlock_with_sheet(opening, None).unwrap();
    after.unlock(right, None).unwrap();
    assert_full(&after);
    assert_eq!(run(after.store().row_keys()).unwrap().len(), ROWS, "what was left is swept, at {at}");
    after.write("goes on");
    new
}

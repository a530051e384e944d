//! A random source that fails or repeats itself: nothing is sealed, and it is said.

use keeper::{
    Keeper,
    protocol::{Draft, Failure, Request},
};
use store::MemoryShelf;

use crate::tab::{PASSPHRASE, Tab, carried};

#[test]
fn creating_fails_with_any_draw_and_leaves_nothing_behind() {
    for n in 1.. {
        let tab = Tab::closed(&MemoryShelf::new());
        tab.machine.pass_ms.set(100.0);
        tab.machine.fail_draw(n);
        match tab.create(PASSPHRASE) {
            Err(failure) => assert_eq!(failure, Failure::RandomnessUnavailable, "draw {n}"),
            Ok(_) => return assert!(n > 64, "{n} draws made a whole journal"),
        }
        assert_eq!(crate::running::run(store::Shelf::names(tab.shelf())), Ok(Vec::new()), "draw {n}");
        assert_eq!(tab.keeper.open_name(), None);
    }
}

/// Does `work` in an image of `tab`'s shelf once for each draw that may fail, until it succeeds.
fn fails_with_any_draw(tab: &Tab, work: impl Fn(&Tab) -> Result<(), Failure>) -> u32 {
    for n in 1.. {
        let image = Tab { name: tab.name.clone(), ..Tab::closed(&tab.shelf().image()) };
        image.unlock(PASSPHRASE, None).unwrap();
        let before = image.dump();
        image.machine.fail_draw(n);
        let outcome = work(&image);
        image.machine.fail_draw(u32::MAX);
        match outcome {
            Ok(()) => return n - 1,
            Err(failure) => assert_eq!(failure, Failure::RandomnessUnavailable, "draw {n}"),
        }
        assert_eq!(image.dump(), before, "draw {n}");
        let listed = image.list("").total;
        image.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(image.list("").total, listed, "memory says no more than the disk, draw {n}");
    }
    0
}

#[test]
fn everything_that_seals_fails_with_any_draw_and_writes_nothing() {
    let tab = Tab::created();
    let id = tab.write("there");
    let (new, edit) = (tab.begin("new"), tab.edit(id, "edited"));
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.save(&new).map(drop)), 4, "device, record, page, root");
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.save(&edit).map(drop)), 4);
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.delete(id)), 4);
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.ask(Request::BeginEntry).map(drop)), 2);
    let post = |tab: &Tab, draft: &Draft| tab.post(draft);
    let sealed = fails_with_any_draw(&tab, |tab| {
        post(tab, &new);
        tab.seal()
    });
    assert_eq!(sealed, 3, "draft, device, root");
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.unlock(PASSPHRASE, None).map(drop)), 2);
}

#[test]
fn ways_notes_and_sealing_anew_fail_with_any_draw_and_write_nothing() {
    let tab = Tab::created();
    tab.write("there");
    tab.lock().unwrap();
    crate::inbox::seal(&tab, 5, "waiting").unwrap();
    let kept = fails_with_any_draw(&tab, |tab| {
        carried!(tab.ask(Request::DrawSheet), Sheet)?;
        tab.keep_sheet()
    });
    assert_eq!(kept, 5, "sheet, place of the slot, slot, device, root");
    let keep = || Request::KeepNote { key: 1, offset_min: 0, zone: String::new() };
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.ask(keep()).map(drop)), 4, "device, record, page, root");
    let discard = || Request::DiscardNote { key: 1 };
    assert_eq!(fails_with_any_draw(&tab, |tab| tab.ask(discard()).map(drop)), 2, "device, root");
    let sealed = fails_with_any_draw(&tab, |tab| crate::inbox::seal(tab, 5, "another").map(drop));
    assert_eq!(sealed, 3, "two to see that they differ, one for the note");
    let resealed = fails_with_any_draw(&tab, |tab| tab.reseal(Some(PASSPHRASE), "another").map(drop));
    assert!(resealed > 64, "{resealed} draws sealed a whole journal");
}

#[test]
fn looking_around_fails_with_any_draw_and_leaves_nothing_behind() {
    for n in 1.. {
        let tab = Tab::closed(&MemoryShelf::new());
        tab.machine.fail_draw(n);
        match tab.ask(Request::LookAround { content: vec![([3; 16], crate::tab::words("made up"))] }) {
            Err(failure) => assert_eq!(failure, Failure::RandomnessUnavailable, "draw {n}"),
            Ok(_) => return assert!(n > 64, "{n} draws made a whole journal"),
        }
        assert!(!crate::running::run(tab.keeper.holds_in_memory()), "draw {n}");
    }
}

#[test]
fn a_save_that_failed_for_want_of_randomness_can_be_made_again() {
    let tab = Tab::created();
    let draft = tab.begin("kept");
    tab.machine.fail_draw(3);
    assert_eq!(tab.save(&draft).err(), Some(Failure::RandomnessUnavailable));
    tab.machine.fail_draw(u32::MAX);
    assert!(!tab.save(&draft).unwrap().changed_elsewhere);
    assert_eq!(tab.titles(""), ["kept"]);
}

#[test]
fn two_equal_first_draws_are_noticed_before_anything_is_derived_or_sealed() {
    let tab = Tab::created();
    let stuck = Tab { keeper: Keeper::new(tab.machine.clone()), ..tab };
    stuck.machine.stuck.set(true);
    stuck.machine.derivations.take();
    let before = stuck.dump();
    assert_eq!(stuck.create(PASSPHRASE).err(), Some(Failure::RandomnessUnavailable));
    assert_eq!(stuck.unlock(PASSPHRASE, None).err(), Some(Failure::RandomnessUnavailable));
    assert_eq!(stuck.machine.derivations.take(), []);
    assert_eq!(stuck.dump(), before);
}

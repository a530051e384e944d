//! Journals that rest in the memory of one tab, and made-up ones to look around in.

use keeper::protocol::{Event, Failure, Found, FoundState, Kept, Reply, Request, WayKind};
use store::{MemoryShelf, Shelf, StoreError};

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab, carried, text_of, urge, words},
};

fn found(tab: &Tab) -> Vec<Found> {
    carried!(tab.ask(Request::Find { witnesses: Vec::new() }), Found).unwrap()
}

fn borrowed() -> Tab {
    let mut tab = Tab::closed(&MemoryShelf::new());
    let opened = tab.create_kept(PASSPHRASE, Kept::InMemory).unwrap();
    assert_eq!((opened.kept, opened.opened_by), (Kept::InMemory, WayKind::Passphrase));
    tab.name = opened.name;
    tab
}

fn look_around(tab: &Tab) -> Result<keeper::protocol::Opened, Failure> {
    let content = vec![([5; 16], words("made up")), ([6; 16], urge(6, "by the bus stop"))];
    carried!(tab.ask(Request::LookAround { content }), Opened)
}

#[test]
fn nothing_of_a_journal_in_memory_reaches_the_disk_or_the_screens_keeping() {
    let tab = borrowed();
    let id = tab.write("nowhere else");
    tab.sheet();
    tab.machine.wait_ms(120_000);
    tab.revise(id, "still nowhere else");
    tab.check();
    tab.reseal(Some(PASSPHRASE), "another").unwrap();
    assert!(tab.shelf().is_empty());
    let events = tab.machine.take_events();
    assert!(!events.iter().any(|event| matches!(event, Event::Witness(_))), "{events:?}");
    assert!(events.iter().any(|event| matches!(event, Event::Checked { .. })));
}

#[test]
fn a_journal_in_memory_is_locked_found_and_opened_again() {
    let tab = borrowed();
    let id = tab.write("kept");
    let sheet = tab.sheet();
    tab.lock().unwrap();
    assert!(run(tab.keeper.holds_in_memory()), "the keeper must not be ended");
    let name = tab.name.clone();
    let found = found(&tab);
    let passkey_salt = found[0].passkey_salt;
    assert_eq!(found, [Found { name, state: FoundState::Sound, kept: Kept::InMemory, passkey_salt }]);
    assert_eq!(tab.unlock("wrong", None).err(), Some(Failure::WrongPassphrase));
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().kept, Kept::InMemory);
    assert_eq!(tab.wordings(id), ["kept"]);
    tab.unlock_with_sheet(&sheet, None).unwrap();
    assert_eq!(tab.wordings(id), ["kept"]);
}

#[test]
fn journals_in_memory_stay_beside_each_other_and_beside_those_on_the_disk() {
    let tab = borrowed();
    let first = tab.name.clone();
    tab.create_kept("second", Kept::InMemory).unwrap();
    let on_disk = tab.create("third").unwrap();
    assert_eq!(on_disk.kept, Kept::OnDevice);
    let kept: Vec<_> = found(&tab).into_iter().map(|found| found.kept).collect();
    assert_eq!(kept, [Kept::InMemory, Kept::InMemory, Kept::OnDevice]);
    assert_eq!(run(tab.shelf().names()), Ok(vec![on_disk.name]));
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().name, first);
}

#[test]
fn a_storage_that_refuses_is_nothing_to_a_journal_in_memory() {
    let tab = Tab::closed(&MemoryShelf::new());
    tab.machine.shelf.disk.denied.set(true);
    assert_eq!(tab.create(PASSPHRASE).err(), Some(Failure::StorageDenied));
    let request = Request::Find { witnesses: Vec::new() };
    assert_eq!(tab.ask(request).err(), Some(Failure::StorageDenied));
    let opened = tab.create_kept(PASSPHRASE, Kept::InMemory).unwrap();
    let tab = Tab { name: opened.name, ..tab };
    tab.write("kept");
    tab.lock().unwrap();
    assert_eq!(found(&tab).len(), 1);
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.titles(""), ["kept"]);
    assert_eq!(run(tab.machine.shelf.disk.names()), Err(StoreError::Denied));
}

#[test]
fn made_up_pages_are_there_at_once_without_a_derivation_and_go_when_they_are_left() {
    let tab = Tab::closed(&MemoryShelf::new());
    let opened = look_around(&tab).unwrap();
    assert_eq!((opened.kept, opened.live, opened.last_save_ms), (Kept::InMemory, 2, 0));
    assert_eq!(tab.machine.derivations.take(), []);
    let listed = tab.list("");
    assert_eq!(listed.total, 2);
    assert!(listed.rows.iter().any(|row| row.strength == Some(6)), "bodies are read");
    tab.check();
    let id = tab.write("written while looking around");
    assert_eq!(text_of(&tab.read(id).unwrap().wordings[0]), "written while looking around");
    tab.lock().unwrap();
    assert_eq!(found(&tab), []);
    assert!(!run(tab.keeper.holds_in_memory()));
    assert!(tab.shelf().is_empty());
}

#[test]
fn made_up_pages_go_when_another_journal_is_opened() {
    let tab = Tab::created();
    look_around(&tab).unwrap();
    assert_eq!(tab.unlock("wrong", None).err(), Some(Failure::WrongPassphrase));
    assert_eq!(tab.list("").total, 2, "what is open stays open");
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(found(&tab).len(), 1);
    look_around(&tab).unwrap();
    look_around(&tab).unwrap();
    assert_eq!(found(&tab).len(), 2, "one of them at a time");
    assert_eq!(tab.ask(Request::Lock), Ok(Reply::Done));
}

#[test]
fn made_up_content_outside_its_range_makes_nothing() {
    let tab = Tab::closed(&MemoryShelf::new());
    let request = Request::LookAround { content: vec![([3; 16], words("fine")), ([4; 16], urge(11, ""))] };
    assert_eq!(tab.ask(request).err(), Some(Failure::StrengthOutOfRange));
    assert_eq!(found(&tab), []);
}

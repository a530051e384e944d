//! Removing a journal: only with a way in, the witness first, whatever dies in between.

use keeper::protocol::{Event, Failure, Kept, Reply, Request, StoredWitness};
use store::{MemoryShelf, Shelf};
use vault::{Witness, WitnessState};

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab, secret},
};

fn begin(tab: &Tab, passphrase: Option<&str>) -> Result<Reply, Failure> {
    tab.ask(Request::BeginRemoval { passphrase: passphrase.map(secret) })
}

fn names(tab: &Tab) -> Vec<String> {
    run(tab.shelf().names()).unwrap()
}

fn state_of_witness(tab: &Tab) -> WitnessState {
    Witness::parse(&tab.machine.witness().unwrap()).unwrap().state
}

fn forgotten(tab: &Tab) -> bool {
    tab.machine.take_events().contains(&Event::Forgotten { name: tab.name.clone() })
}

#[test]
fn a_journal_goes_with_its_passphrase_and_nothing_of_it_stays() {
    let tab = Tab::created();
    tab.write("kept for a while");
    assert_eq!(begin(&tab, Some(PASSPHRASE)), Ok(Reply::Done));
    assert_eq!(state_of_witness(&tab), WitnessState::Removing);
    tab.machine.take_events();
    assert_eq!(tab.ask(Request::Remove), Ok(Reply::Done));
    assert!(names(&tab).is_empty());
    assert!(forgotten(&tab));
    assert_eq!(tab.ask(Request::Tags), Err(Failure::Locked));
}

#[test]
fn without_a_way_in_nothing_is_removed() {
    let tab = Tab::created();
    for passphrase in [Some("another"), None] {
        assert_eq!(begin(&tab, passphrase), Err(Failure::WrongPassphrase));
        assert_eq!(state_of_witness(&tab), WitnessState::Live);
        assert_eq!(tab.ask(Request::Remove), Err(Failure::NotFound));
    }
    assert_eq!(names(&tab), [tab.name.as_str()]);
    let sheet = tab.sheet();
    tab.lock().unwrap();
    tab.unlock_with_sheet(&sheet, None).unwrap();
    assert_eq!(begin(&tab, None), Ok(Reply::Done), "the sheet is a way in");
}

#[test]
fn a_death_between_the_two_steps_is_made_good_at_the_next_look() {
    let tab = Tab::created();
    begin(&tab, Some(PASSPHRASE)).unwrap();
    tab.write("a save by another hand");
    tab.machine.wait_ms(120_000);
    tab.write("and one much later");
    assert_eq!(state_of_witness(&tab), WitnessState::Removing, "no live witness is given any more");
    let witness = StoredWitness { name: tab.name.clone(), value: tab.machine.witness().unwrap() };
    let next = Tab { name: tab.name.clone(), ..Tab::closed(tab.shelf()) };
    assert_eq!(next.ask(Request::Find { witnesses: vec![witness] }), Ok(Reply::Found(vec![])));
    assert!(names(&next).is_empty());
    assert!(forgotten(&next), "so that its witness goes, too");
}

#[test]
fn another_journal_stays_as_it_is() {
    let tab = Tab::created();
    let other = {
        let mut other = Tab::closed(tab.shelf());
        other.name = other.create("another one").unwrap().name;
        other.write("of the other");
        other
    };
    begin(&tab, Some(PASSPHRASE)).unwrap();
    tab.ask(Request::Remove).unwrap();
    assert_eq!(names(&other), [other.name.as_str()]);
    other.lock().unwrap();
    assert_eq!(other.unlock("another one", None).unwrap().live, 1);
}

#[test]
fn a_journal_in_memory_is_not_removed_this_way() {
    let mut tab = Tab::closed(&MemoryShelf::new());
    tab.name = tab.create_kept(PASSPHRASE, Kept::InMemory).unwrap().name;
    assert_eq!(begin(&tab, Some(PASSPHRASE)), Err(Failure::NotFound));
}

#[test]
fn a_passphrase_is_checked_and_nothing_changes() {
    let tab = Tab::created();
    let before = tab.dump();
    let check = |words| tab.ask(Request::CheckPassphrase { passphrase: secret(words) });
    assert_eq!(check(PASSPHRASE), Ok(Reply::Done));
    assert_eq!(check("another"), Err(Failure::WrongPassphrase));
    assert_eq!(tab.dump(), before);
}

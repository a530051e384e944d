//! The recovery sheet as a way in.

use keeper::protocol::{Event, Failure, Request, WayKind};
use store::{Failure as Fault, Place};
use vault::{Header, Witness};

use crate::tab::{PASSPHRASE, Tab, carried};

fn ways(tab: &Tab) -> Vec<WayKind> {
    let ways = carried!(tab.ask(Request::Ways), Ways).unwrap();
    let mut kinds: Vec<_> = ways.iter().map(|way| way.kind).collect();
    kinds.sort_by_key(|kind| *kind as u8);
    kinds
}

#[test]
fn a_kept_sheet_opens_without_a_derivation_and_the_passphrase_still_opens() {
    let tab = Tab::created();
    let id = tab.write("still here");
    assert_eq!(ways(&tab), [WayKind::Passphrase]);
    let (sheet, replaces) = tab.draw_sheet();
    assert_eq!((sheet.len(), replaces), (20, false));
    assert_eq!(tab.unlock_with_sheet(&sheet, None).err(), Some(Failure::SheetDoesNotOpen), "drawn, not kept");
    tab.keep_sheet().unwrap();
    assert_eq!(ways(&tab), [WayKind::Passphrase, WayKind::Sheet]);
    tab.machine.derivations.take();
    let opened = tab.unlock_with_sheet(&sheet, None).unwrap();
    assert_eq!((opened.opened_by, opened.has_sheet, opened.derivation_ms), (WayKind::Sheet, true, 0));
    assert_eq!(tab.machine.derivations.take(), []);
    assert_eq!(tab.wordings(id), ["still here"]);
    let opened = tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!((opened.opened_by, opened.has_sheet), (WayKind::Passphrase, true));
    tab.revise(id, "and goes on");
}

#[test]
fn what_is_no_sheet_of_this_journal_opens_nothing() {
    let (tab, stranger) = (Tab::created(), Tab::created());
    let sheet = tab.sheet();
    let other = stranger.sheet();
    let mut slip = sheet.clone();
    slip[19] ^= 1;
    let before = tab.dump();
    for secret in [&other[..], &slip, &sheet[..19], &[], &[0; 20]] {
        assert_eq!(tab.unlock_with_sheet(secret, None).err(), Some(Failure::SheetDoesNotOpen));
    }
    assert_eq!(tab.dump(), before);
}

#[test]
fn only_a_drawn_sheet_can_be_kept_and_only_one() {
    let tab = Tab::created();
    assert_eq!(tab.keep_sheet(), Err(Failure::NoSheetDrawn));
    tab.draw_sheet();
    tab.ask(Request::DropSheet).unwrap();
    assert_eq!(tab.keep_sheet(), Err(Failure::NoSheetDrawn));
    let (first, _) = tab.draw_sheet();
    let (second, _) = tab.draw_sheet();
    tab.keep_sheet().unwrap();
    assert_eq!(tab.keep_sheet(), Err(Failure::NoSheetDrawn), "kept already");
    let (_, replaces) = tab.draw_sheet();
    assert!(replaces);
    assert_eq!(tab.keep_sheet(), Err(Failure::SheetExists));
    assert_eq!(tab.unlock_with_sheet(&first, None).err(), Some(Failure::SheetDoesNotOpen));
    tab.unlock_with_sheet(&second, None).unwrap();
    assert_eq!(tab.keep_sheet(), Err(Failure::NoSheetDrawn), "forgotten with what was open");
}

#[test]
fn a_new_witness_holds_the_new_header() {
    let tab = Tab::created();
    let sheet = tab.sheet();
    let witness = tab.machine.witness().unwrap();
    let header = tab.store().raw(Place::Header).unwrap();
    assert_eq!(Witness::parse(&witness).unwrap().header.as_bytes(), header);
    tab.flip(Place::Header);
    tab.unlock_with_sheet(&sheet, Some(&witness)).unwrap();
    assert_eq!(
        tab.store().raw(Place::Header),
        Some(header),
        "opened with the witness's, which is written back"
    );
}

#[test]
fn a_sheet_made_in_one_tab_is_known_in_the_other() {
    let tab = Tab::created();
    let other = tab.another();
    let sheet = tab.sheet();
    // It has not looked yet: it drew its own, and is refused once its write finds the other.
    other.draw_sheet();
    assert_eq!(other.keep_sheet(), Err(Failure::SheetExists));
    let header = tab.store().raw(Place::Header).unwrap();
    let told = Witness::parse(&other.machine.witness().unwrap()).unwrap();
    assert_eq!(told.header.as_bytes(), header, "the other tab hands on the header that stands");
    other.write("goes on");
    other.unlock_with_sheet(&sheet, None).unwrap();
    assert_eq!(other.titles(""), ["goes on"]);
}

#[test]
fn a_death_while_a_sheet_is_kept_leaves_it_kept_or_not() {
    for (fault, kept) in [
        (Fault::KilledBefore, false),
        (Fault::KilledAfter, true),
        (Fault::Failed, false),
        (Fault::Full, true), // the reserve is given up
    ] {
        let tab = Tab::created();
        let (sheet, _) = tab.draw_sheet();
        tab.store().fail_next_write(fault);
        let _ = tab.keep_sheet();
        assert_eq!(tab.unlock_with_sheet(&sheet, None).is_ok(), kept, "{fault:?}");
        let opened = tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(opened.has_sheet, kept, "{fault:?}");
    }
}

/// Changes the header as someone without its key can: another inbox key, and a checksum that fits.
pub fn swap_inbox_key(tab: &Tab) -> Vec<u8> {
    let mut header = tab.store().raw(Place::Header).unwrap();
    header[1_088] ^= 1;
    let sum = <sha2::Sha256 as sha2::Digest>::digest(&header[..1_152]);
    header[1_152..1_160].copy_from_slice(&sum[..8]);
    assert!(Header::parse(&header).is_ok());
    tab.store().set_raw(Place::Header, Some(header.clone()));
    header
}

#[test]
fn an_altered_header_opens_with_the_witnesss_which_takes_its_place_and_that_is_said() {
    for by_sheet in [false, true] {
        let tab = Tab::created();
        let sheet = tab.sheet();
        let id = tab.write("still here");
        let witness = tab.machine.witness();
        let sound = tab.store().raw(Place::Header);
        let altered = swap_inbox_key(&tab);
        let open = |witness: Option<&str>| match by_sheet {
            true => tab.unlock_with_sheet(&sheet, witness),
            false => tab.unlock(PASSPHRASE, witness),
        };
        assert_eq!(open(None).err(), Some(Failure::HeaderTampered));
        let stranger = Tab::created().machine.witness();
        assert_eq!(open(stranger.as_deref()).err(), Some(Failure::HeaderTampered));
        assert_eq!(tab.unlock("wrong", witness.as_deref()).err(), Some(Failure::WrongPassphrase));
        assert_eq!(
            tab.store().raw(Place::Header),
            Some(altered),
            "nothing is written before the root opened"
        );
        assert!(open(witness.as_deref()).unwrap().header_was_altered);
        assert_eq!(tab.store().raw(Place::Header), sound);
        assert_eq!(tab.wordings(id), ["still here"]);
        assert!(!open(None).unwrap().header_was_altered, "said once");
        assert!(tab.machine.take_events().iter().any(|event| matches!(event, Event::Witness(_))));
    }
}

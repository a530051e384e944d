//! Photos and voice notes: sealed in parts, read again whole, and damage that is said.

use journal::Attachment;
use keeper::protocol::{
    Attached, Draft, EntryText, Failure, Id, MediaType, ReasonWords, Request, ToAttach, Written,
};
use store::{Place, Store};

use crate::{
    backup::by,
    running::run,
    tab::{PASSPHRASE, Tab, carried, entry},
};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

fn attach(tab: &Tab, media_type: MediaType, bytes: &[u8]) -> Result<Id, Failure> {
    match tab.ask(Request::Attach(ToAttach { media_type, bytes: bytes.to_vec() })) {
        Ok(keeper::protocol::Reply::AttachmentSealed { id }) => Ok(id),
        Ok(other) => panic!("another reply: {other:?}"),
        Err(failure) => Err(failure),
    }
}

fn read(tab: &Tab, id: Id) -> Result<Attached, Failure> {
    carried!(tab.ask(Request::Attachment { id }), Attached)
}

fn noise(bytes: usize) -> Vec<u8> {
    (0..bytes).map(|n| (n * 31 % 251) as u8).collect()
}

#[test]
fn what_was_attached_is_read_again_whole_after_unlocking_and_is_no_line_of_the_list() {
    let tab = Tab::created();
    for bytes in [1, Attachment::PART_BYTES, Attachment::PART_BYTES + 1, 3 * Attachment::PART_BYTES + 7] {
        let bytes = noise(bytes);
        let id = attach(&tab, MediaType::Jpeg, &bytes).unwrap();
        tab.lock().unwrap();
        tab.unlock(PASSPHRASE, None).unwrap();
        assert_eq!(read(&tab, id), Ok(Attached { id, media_type: MediaType::Jpeg, bytes }));
    }
    assert_eq!(tab.list("").total, 0);
}

#[test]
fn nothing_and_too_much_are_refused() {
    let tab = Tab::created();
    assert_eq!(attach(&tab, MediaType::OggAudio, &[]), Err(Failure::NothingSaid));
    let limit = Attachment::MOST_BYTES as u32;
    let too_large = Failure::AttachmentTooLarge { bytes: limit + 1, limit };
    assert_eq!(attach(&tab, MediaType::OggAudio, &noise(limit as usize + 1)), Err(too_large));
    assert_eq!(read(&tab, [9; 16]), Err(Failure::NotFound));
    let entry = tab.write("an entry is no attachment");
    assert_eq!(read(&tab, entry), Err(Failure::NotFound));
}

#[test]
fn an_attachment_with_a_damaged_or_missing_part_is_said_to_be_damaged() {
    for missing in [false, true] {
        let tab = Tab::created();
        let before = tab.rows(3);
        let id = attach(&tab, MediaType::WebmAudio, &noise(2 * Attachment::PART_BYTES)).unwrap();
        let parts = tab.rows(3).into_iter().filter(|key| !before.contains(key));
        let rows = run(tab.store().rows(&parts.clone().collect::<Vec<_>>())).unwrap();
        let part = parts.zip(rows).find(|(_, row)| row.as_ref().unwrap().len() > Attachment::PART_BYTES);
        let (key, _) = part.unwrap();
        match missing {
            true => run(tab.store().sweep(&[key])).unwrap(),
            false => tab.flip(Place::Row(key)),
        }
        assert_eq!(read(&tab, id), Err(Failure::EntryDamaged));
    }
}

/// A photo of two parts.
fn photo(tab: &Tab, number: usize) -> Id {
    attach(tab, MediaType::Jpeg, &noise(Attachment::PART_BYTES + number)).unwrap()
}

fn carrying(id: Id) -> Written {
    Written::Entry(EntryText { attachments: vec![id], ..entry("beside a photo") })
}

fn write(tab: &Tab, written: Written) -> Id {
    let draft = Draft { text: written, ..tab.begin("") };
    tab.save(&draft).unwrap().entry.id
}

/// Unlocked anew so much later, and everything read.
fn later(tab: &Tab, ms: u64) {
    tab.lock().unwrap();
    tab.machine.now_ms.set(tab.machine.now_ms.get() + ms);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
}

#[test]
fn what_nothing_names_goes_a_day_later_and_what_something_names_stays() {
    let tab = Tab::created();
    let [in_entry, of_reason, of_draft, alone, of_deleted, taken_off] =
        [1, 2, 3, 4, 5, 6].map(|number| photo(&tab, number));
    write(&tab, carrying(in_entry));
    write(&tab, Written::Reason(ReasonWords { picture: Some(of_reason), ..ReasonWords::default() }));
    tab.post(&Draft { text: carrying(of_draft), ..tab.begin("") });
    tab.seal().unwrap();
    let gone = write(&tab, carrying(of_deleted));
    let revised = write(&tab, carrying(taken_off));
    tab.revise(revised, "without a photo");
    tab.delete(gone).unwrap();
    let all = [in_entry, of_reason, of_draft, alone, of_deleted, taken_off];
    let there = |ids: &[Id]| ids.iter().map(|id| read(&tab, *id).is_ok()).collect::<Vec<_>>();
    later(&tab, DAY_MS / 2);
    assert_eq!(there(&all), [true; 6], "they are young");
    let rows = tab.rows(3).len();
    later(&tab, DAY_MS);
    assert_eq!(there(&all), [true, true, true, false, false, false]);
    let resting = tab.resting(Place::Root);
    let live = resting.entries().filter(|entry| entry.state == vault::EntryState::Live).count();
    assert_eq!(live, 3 + 3 * 3, "three records, three photos of two parts with what describes each");
    assert_eq!(resting.root.live as usize, live, "and the root counts them so");
    assert_eq!(tab.rows(3).len(), rows, "a mark stands for each");
    let young = photo(&tab, 7);
    later(&tab, 0);
    assert_eq!(there(&[in_entry, young]), [true, true]);
}

#[test]
fn nothing_goes_while_a_record_is_damaged_or_a_merge_can_be_taken_back() {
    let tab = Tab::created();
    let alone = photo(&tab, 1);
    let row = tab.row_added_by(3, || {
        tab.write("some words");
    });
    let sound = run(tab.store().rows(&[row])).unwrap();
    tab.flip(Place::Row(row));
    later(&tab, 2 * DAY_MS);
    assert!(read(&tab, alone).is_ok(), "what is damaged may name it");
    tab.flip(Place::Row(row));
    assert_eq!(run(tab.store().rows(&[row])).unwrap(), sound);

    let mut other = Tab::closed(&store::MemoryShelf::new());
    other.name = other.restore(&tab.back_up(), by(PASSPHRASE), None).unwrap().name;
    other.write("from the other");
    tab.merge(&other.back_up()).unwrap();
    later(&tab, 0);
    assert!(read(&tab, alone).is_ok());
    tab.undo_merge().unwrap();
    tab.write("a save");
    later(&tab, 0);
    assert_eq!(read(&tab, alone), Err(Failure::NotFound));
}

/// An entry that was deleted here and changed elsewhere stays; so must what it carries.
#[test]
fn a_photo_that_another_device_kept_comes_back_with_its_entry() {
    let one = Tab::created();
    let kept = photo(&one, 1);
    let id = write(&one, carrying(kept));
    let mut other = Tab::closed(&store::MemoryShelf::new());
    other.name = other.restore(&one.back_up(), by(PASSPHRASE), None).unwrap().name;
    one.delete(id).unwrap();
    later(&one, 2 * DAY_MS);
    assert_eq!(read(&one, kept), Err(Failure::NotFound));
    let draft = Draft { text: carrying(kept), ..other.edit(id, "") };
    other.save(&draft).unwrap();
    one.merge(&other.back_up()).unwrap();
    assert!(one.read(id).unwrap().also_deleted);
    assert!(read(&one, kept).is_ok());
    one.write("a save");
    later(&one, 2 * DAY_MS);
    assert!(read(&one, kept).is_ok());
}

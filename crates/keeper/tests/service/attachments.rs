//! Photos and voice notes: sealed in parts, read again whole, and damage that is said.

use journal::Attachment;
use keeper::protocol::{Attached, Failure, Id, MediaType, Request, ToAttach};
use store::{Place, Store};

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab, carried},
};

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

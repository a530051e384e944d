//! Proves that no changed, cut or lengthened byte is accepted, and that none makes the vault panic.

use crate::world::*;
use sha2::{Digest, Sha256};
use vault::*;

/// Calls `accepts` with every single bit flipped; names the first flip that is accepted.
fn flip_every_bit(bytes: &[u8], accepts: impl Fn(&[u8]) -> bool) {
    assert!(accepts(bytes), "the bytes themselves are accepted");
    let mut flipped = bytes.to_vec();
    for bit in 0..bytes.len() * 8 {
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(!accepts(&flipped), "bit {} of byte {} flipped is accepted", bit % 8, bit / 8);
        flipped[bit / 8] ^= 1 << (bit % 8);
    }
}

/// Calls `accepts` with every beginning, and with zeros or a repetition behind the end.
fn cut_and_lengthen(bytes: &[u8], accepts: impl Fn(&[u8]) -> bool) {
    for end in 0..bytes.len() {
        assert!(!accepts(&bytes[..end]), "cut to {end} of {} bytes is accepted", bytes.len());
    }
    for more in [1, 2, 15, 16, 17, 1024, 16_384, 16_400] {
        let zeros = [bytes, &vec![0; more]].concat();
        assert!(!accepts(&zeros), "{more} zeros behind the end are accepted");
        let again: Vec<u8> = bytes.iter().copied().cycle().take(bytes.len() + more).collect();
        assert!(!accepts(&again), "{more} repeated bytes behind the end are accepted");
    }
}

pub fn both(bytes: &[u8], accepts: impl Fn(&[u8]) -> bool) {
    flip_every_bit(bytes, &accepts);
    cut_and_lengthen(bytes, &accepts);
}

/// The commitment the bytes themselves name, as someone who changed the page as well would have it.
fn named(stored: &[u8]) -> Commitment {
    let bytes = stored.get(32..64).and_then(|bytes| bytes.try_into().ok());
    Commitment::from_bytes(bytes.unwrap_or([0; 32]))
}

#[test]
fn no_changed_header_unlocks() {
    let mut random = Fixed::new(20);
    let (header, _) = journal(&mut random);
    let secret = recovery();
    both(header.as_bytes(), |bytes| Header::parse(bytes).is_ok_and(|header| header.unlock(&secret).is_ok()));
    // The checksum alone already notices: nobody is asked for a passphrase in vain.
    flip_every_bit(header.as_bytes(), |bytes| Header::parse(bytes).is_ok());
}

/// As someone would change it who knows the format but no key.
#[test]
fn no_changed_header_with_a_mended_checksum_unlocks() {
    let mut random = Fixed::new(21);
    let (header, _) = journal(&mut random);
    for secret in [recovery(), derived(9)] {
        flip_every_bit(&header.as_bytes()[..1152], |bytes| {
            let mended = mended(bytes);
            Header::parse(&mended).is_ok_and(|header| header.unlock(&secret).is_ok())
        });
    }
}

pub fn mended(covered: &[u8]) -> Vec<u8> {
    let sum = Sha256::digest(&covered[..1152]);
    [&covered[..1152], &sum[..8], &[0; 24]].concat()
}

#[test]
fn a_header_changed_outside_the_slot_that_opens_is_tampered() {
    let mut random = Fixed::new(22);
    let (header, _) = journal(&mut random);
    // The sequence; an empty slot; the slot of the other way; the inbox key; the MAC.
    for at in [60, 64, 64 + 5 * 128 + 40, 1088, 1120] {
        let mut bytes = header.as_bytes().to_vec();
        bytes[at] ^= 1;
        let header = Header::parse(&mended(&bytes)).unwrap();
        assert_eq!(header.unlock(&recovery()).err(), Some(UnlockError::Tampered), "byte {at}");
    }
    for (at, error) in [(64 + 2 * 128, UnlockError::NoMatch), (64 + 2 * 128 + 60, UnlockError::Slot)] {
        let mut bytes = header.as_bytes().to_vec();
        bytes[at] ^= 1;
        let header = Header::parse(&mended(&bytes)).unwrap();
        assert_eq!(header.unlock(&recovery()).err(), Some(error), "byte {at}");
    }
}

#[test]
fn no_changed_record_opens() {
    let mut random = Fixed::new(23);
    let (_, keys) = journal(&mut random);
    let id = RecordId::make(&mut random).unwrap();
    let row = keys.seal_record(id, &record(&mut random, b"{\"text\":\"a day\"}"), &mut random).unwrap();
    both(row.as_bytes(), |bytes| keys.open_record(id, row.commitment(), bytes).is_ok());
    both(row.as_bytes(), |bytes| keys.open_record(id, named(bytes), bytes).is_ok());
}

#[test]
fn no_cut_record_of_several_chunks_opens() {
    let mut random = Fixed::new(24);
    let (_, keys) = journal(&mut random);
    let id = RecordId::make(&mut random).unwrap();
    let row = keys.seal_record(id, &record(&mut random, &[7; 30_000]), &mut random).unwrap();
    let step = rounds(97, 1);
    for end in (0..row.as_bytes().len()).step_by(step) {
        let cut = &row.as_bytes()[..end];
        assert!(keys.open_record(id, row.commitment(), cut).is_err(), "cut to {end} bytes is accepted");
    }
}

#[test]
fn no_changed_page_opens() {
    let mut random = Fixed::new(25);
    let (_, keys) = journal(&mut random);
    let number = PageNumber::new(17).unwrap();
    let row = keys.seal_page(number, &page(number, 3, &mut random), &mut random).unwrap();
    both(row.as_bytes(), |bytes| keys.open_page(number, row.commitment(), bytes).is_ok());
    both(row.as_bytes(), |bytes| keys.open_page(number, named(bytes), bytes).is_ok());
}

#[test]
fn no_changed_root_opens() {
    let mut random = Fixed::new(26);
    let (_, keys) = journal(&mut random);
    let sealed = keys.seal_root(&root(&mut random), &mut random).unwrap();
    both(sealed.as_bytes(), |bytes| keys.open_root(bytes).is_ok());
}

#[test]
fn no_changed_draft_opens() {
    let mut random = Fixed::new(27);
    let (_, keys) = journal(&mut random);
    let id = DraftId::make(&mut random).unwrap();
    let row = keys.seal_draft(id, b"half a sent", &mut random).unwrap();
    both(row.as_bytes(), |bytes| keys.open_draft(id, row.commitment(), bytes).is_ok());
    both(row.as_bytes(), |bytes| keys.open_draft(id, named(bytes), bytes).is_ok());
}

#[test]
fn no_changed_note_opens() {
    let mut random = Fixed::new(28);
    let (header, keys) = journal(&mut random);
    let sealed = seal_note(header.header(), &note(), &mut random).unwrap();
    both(sealed.as_bytes(), |bytes| keys.open_note(bytes).is_ok());
}

#[test]
fn no_changed_witness_gives_another_header() {
    let mut random = Fixed::new(29);
    let (header, _) = journal(&mut random);
    let header = header.header().clone();
    let witness = Witness { state: WitnessState::Live, vault_id: header.vault_id(), sequence: 5, header };
    let text = witness.to_text();
    for at in 0..text.len() {
        for letter in ["A", "/", "=", "é", ""] {
            let changed = [&text[..at], letter, &text[at + 1..]].concat();
            if let Some(parsed) = Witness::parse(&changed) {
                assert_eq!((parsed.vault_id, &parsed.header), (witness.vault_id, &witness.header));
            }
        }
        assert_eq!(Witness::parse(&text[..at]), None, "cut to {at} characters");
    }
}

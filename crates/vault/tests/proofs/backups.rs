//! Proves of backups: what is written comes back, whatever the pieces; no changed, cut or reordered byte is accepted, and
//! none makes the vault panic.

use std::rc::Rc;

use crate::bits::both;
use crate::world::*;
use vault::*;

/// Several chunks: small records, one of 40,000 bytes, one of none.
fn large(random: &mut Fixed) -> (Records, Vec<u8>) {
    let held = records(&[100, 40_000, 0, 5_000, 16_000], random);
    let bytes = backup(&held, random);
    (held, bytes)
}

#[test]
fn what_is_written_comes_back_in_pieces_of_every_size() {
    let mut random = Fixed::new(70);
    let (held, bytes) = large(&mut random);
    for pieces in [1, 7, 55, 56, 57, 1_000, 16_399, 16_400, 16_401, 1 << 20] {
        let (about, read) = read_backup_in(pieces, &bytes, &recovery()).unwrap();
        assert!(read == held, "in pieces of {pieces}");
        assert_eq!((about.sequence, about.records), (7, 5));
    }
}

#[test]
fn the_longest_body_comes_back_and_a_longer_one_is_not_written() {
    let mut random = Fixed::new(71);
    let held = records(&[Record::MAX_BODY, 1], &mut random);
    let bytes = backup(&held, &mut random);
    assert!(read_backup(&bytes).unwrap().1 == held);
    let longer = records(&[Record::MAX_BODY + 1], &mut random).remove(0);
    let about = BackupAbout { records: 1, ..*about(&bytes) };
    let (sheet, mut out) = (recovery().backup_key(), Vec::new());
    let ways = [sheet.of_way(Way::Recovery)];
    let mut writer = BackupWriter::begin(kdf(), &ways, &about, &mut random, &mut out).unwrap();
    let refused = writer.push(longer.0, &longer.1, &mut out);
    let bytes = Record::MAX_BODY + 1;
    assert_eq!(refused, Err(BackupWriteError::Record(SealError::BodyTooLong { bytes })));
    let many = BackupAbout { records: (1 << 20) + 1, ..about };
    let refused = BackupWriter::begin(kdf(), &ways, &many, &mut random, &mut out).err();
    assert_eq!(refused, Some(BackupWriteError::TooMany { records: (1 << 20) + 1 }));
}

fn about(bytes: &[u8]) -> Box<BackupAbout> {
    Box::new(read_backup(bytes).unwrap().0)
}

#[test]
fn a_backup_opens_by_each_of_its_ways_and_by_nothing_else() {
    let mut random = Fixed::new(72);
    let held = records(&[10], &mut random);
    let (sheet, passphrase) = (recovery().backup_key(), derived(9).backup_key());
    let ways = [passphrase.of_way(Way::Passphrase), sheet.of_way(Way::Recovery)];
    let bytes = backup_by(&ways, &held, &mut random);
    for secret in [recovery(), derived(9)] {
        assert!(read_backup_with(&bytes, &secret).is_ok());
    }
    let salted = WaySecret::passphrase([9; 32], KdfParams { salt: [1; 16], ..kdf() });
    let dearer = WaySecret::passphrase([9; 32], KdfParams { cost: Cost::STANDARD, ..kdf() });
    for secret in [derived(8), salted, dearer, WaySecret::recovery([1; 20])] {
        assert_eq!(read_backup_with(&bytes, &secret).err(), Some(BackupError::NoMatch));
    }
    // W at hand under the name of another way.
    let header = BackupHeader::parse(&bytes).unwrap();
    assert!(header.unlock_by(sheet.of_way(Way::Recovery)).is_ok());
    let misnamed = header.unlock_by(sheet.of_way(Way::Passphrase)).err();
    assert_eq!(misnamed, Some(BackupError::HeaderDamaged));
}

#[test]
fn no_changed_or_cut_backup_is_accepted() {
    let mut random = Fixed::new(73);
    let bytes = backup(&records(&[30, 0], &mut random), &mut random);
    both(&bytes, |bytes| read_backup(bytes).is_ok());
}

#[test]
fn no_changed_or_cut_backup_of_several_chunks_is_accepted() {
    let mut random = Fixed::new(74);
    let (_, bytes) = large(&mut random);
    let step = rounds(211, 1);
    let edges = (512..bytes.len()).filter(|at| (at - 512) % 16_400 < 60);
    for at in edges.step_by(rounds(7, 1)).chain((512..bytes.len()).step_by(step)) {
        let mut other = bytes.clone();
        other[at] ^= 1 << (at % 8);
        assert!(read_backup(&other).is_err(), "byte {at} changed");
        assert!(read_backup(&bytes[..at]).is_err(), "cut to {at}");
    }
}

#[test]
fn cut_swapped_dropped_and_repeated_chunks_are_named() {
    let mut random = Fixed::new(75);
    let (_, bytes) = large(&mut random);
    let (head, body) = bytes.split_at(568);
    let chunks: Vec<&[u8]> = body.chunks(16_400).collect();
    let last = chunks.len() - 1;
    let at = |number: usize| 568 + number as u64 * 16_400;
    let ordered: Vec<usize> = (0..=last).collect();
    let read = |order: &[usize]| {
        let body: Vec<u8> = order.iter().flat_map(|number| chunks[*number]).copied().collect();
        read_backup(&[head, &body].concat()).map(|_| ())
    };
    assert_eq!(read(&ordered), Ok(()), "control");
    for end in 0..=last {
        assert_eq!(read(&ordered[..end]), Err(BackupError::Cut { at: at(end) }));
    }
    for number in 1..last {
        let (mut swapped, mut dropped, mut twice) = (ordered.clone(), ordered.clone(), ordered.clone());
        swapped.swap(number - 1, number);
        assert_eq!(read(&swapped), Err(BackupError::Damaged { at: at(number - 1) }));
        dropped.remove(number - 1);
        assert_eq!(read(&dropped), Err(BackupError::Damaged { at: at(number - 1) }));
        twice.insert(number, number);
        assert_eq!(read(&twice), Err(BackupError::Damaged { at: at(number + 1) }));
    }
}

#[test]
fn a_header_of_another_backup_is_noticed_though_the_secret_opens_it() {
    let mut random = Fixed::new(76);
    let held = records(&[30], &mut random);
    let (one, other) = (backup(&held, &mut random), backup(&held, &mut random));
    let mixed = [&one[..512], &other[512..]].concat();
    assert_eq!(read_backup(&mixed).err(), Some(BackupError::HeaderDamaged));
}

#[test]
fn a_size_tells_the_padme_size_of_the_content_and_no_more() {
    let mut random = Fixed::new(77);
    let mut seen = std::collections::BTreeSet::new();
    for len in 1_000..1_300 {
        seen.insert(backup(&records(&[len], &mut random), &mut random).len());
    }
    assert!(seen.len() <= 6, "{seen:?}");
}

/// As much memory as a piece and a record, however long the file is: what is given is taken out.
#[test]
fn records_are_given_as_soon_as_they_are_whole() {
    let mut random = Fixed::new(78);
    let (held, bytes) = large(&mut random);
    let keyed = Rc::new(BackupHeader::parse(&bytes).unwrap().unlock(&recovery()).unwrap());
    let mut reader = BackupReader::new(keyed);
    // Up to the end of the second chunk: the first record is there, the long one is not.
    reader.push(&bytes[512..568 + 16_400 * 2]).unwrap();
    let mut given = 0;
    while reader.next_record().unwrap().is_some() {
        given += 1;
    }
    assert!(given < held.len() && reader.about().is_some(), "{given} records");
    assert_eq!(reader.given(), given as u32);
}

#[test]
fn the_same_backup_twice_gives_different_bytes() {
    let mut random = Fixed::new(79);
    let held = records(&[30], &mut random);
    let (one, other) = (backup(&held, &mut random), backup(&held, &mut random));
    assert_eq!(one.len(), other.len());
    assert!(one[40..].chunks(16).zip(other[40..].chunks(16)).filter(|(a, b)| a == b).count() <= 13);
}

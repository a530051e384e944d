//! Proves that no reader of bytes panics, takes memory by what a length says, or accepts what was not written: seeded
//! changes of the frozen files, and of what is inside of them, sealed anew by the second writer.

use std::collections::{BTreeMap, BTreeSet};

use crate::frozen::{Fixture, frozen, keys, second::Second};
use crate::proved::proved;
use crate::world::*;
use vault::*;

/// Values at which lengths and counts turn over.
const EDGES: [u8; 6] = [0, 1, 0x7f, 0x80, 0xfe, 0xff];

fn edge(random: &mut Fixed) -> u8 {
    EDGES[random.below(EDGES.len())]
}

fn piece(of: &[u8], random: &mut Fixed) -> Vec<u8> {
    let start = random.below(of.len() + 1);
    of[start..(start + random.below(64)).min(of.len())].to_vec()
}

/// One change of any kind, with pieces of another file among them.
fn change(bytes: &mut Vec<u8>, other: &[u8], random: &mut Fixed) {
    let at = random.below(bytes.len() + 1);
    let end = (at + random.below(64)).min(bytes.len());
    match random.below(8) {
        0 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.below(8)),
        1 => bytes[at..end.min(at + 8)].fill_with(|| edge(random)),
        2 => bytes[at..end].fill_with(|| random.array::<1>()[0]),
        3 => drop(bytes.splice(at..end, piece(other, random))),
        4 => drop(bytes.splice(at..at, piece(&bytes.clone(), random))),
        5 => drop(bytes.drain(at..end)),
        6 => bytes.truncate(at),
        _ => bytes.resize(bytes.len() + random.below(2_000), edge(random)),
    }
}

fn changed(bytes: &[u8], other: &[u8], random: &mut Fixed) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(4) {
        change(&mut bytes, other, random);
    }
    bytes
}

/// As [`changed`], of the same length: what a padded content keeps.
fn changed_inside(bytes: &[u8], other: &[u8], random: &mut Fixed) -> Vec<u8> {
    let mut inside = changed(bytes, other, random);
    if random.below(4) > 0 {
        inside.resize(bytes.len(), 0);
    }
    inside
}

#[test]
fn changed_files_are_accepted_only_where_they_are_as_written() {
    let frozen = frozen();
    let keys = keys(&frozen);
    let mut structures = BTreeMap::<&str, Vec<&Fixture>>::new();
    for fixture in frozen.values().filter(|fixture| fixture.structure != "witness") {
        structures.entry(&fixture.structure).or_default().push(fixture);
    }
    let (mut random, mut tried) = (Fixed::new(90), 0);
    for (structure, files) in structures {
        let known: BTreeSet<&[u8]> = files.iter().map(|file| file.bytes.as_slice()).collect();
        for _ in 0..rounds(2_000, 100_000) {
            let (file, other) = (files[random.below(files.len())], files[random.below(files.len())]);
            let bytes = changed(&file.bytes, &other.bytes, &mut random);
            let same = known.contains(bytes.as_slice());
            let outcome = Fixture { bytes, ..file.clone() }.outcome(&keys);
            assert!(same || outcome.starts_with("refused"), "{structure} {}: {outcome}", file.name);
            tried += 1;
        }
    }
    proved(10, "changed files of every structure", tried);
}

#[test]
fn a_changed_witness_gives_no_other_header() {
    let frozen = frozen();
    let text = |name: &str| frozen[name].bytes.clone();
    let (one, other) = (text("witness_opens"), text("witness_opens_removing"));
    let header = |text: &[u8]| Some(Witness::parse(std::str::from_utf8(text).ok()?)?.header);
    let known = [header(&one), header(&other), None];
    let mut random = Fixed::new(91);
    let tries = rounds(2_000, 100_000);
    for _ in 0..tries {
        let text = changed(&one, &other, &mut random);
        assert!(known.contains(&header(&text)), "{}", String::from_utf8_lossy(&text));
    }
    proved(10, "changed witnesses", tries);
}

/// What the vault seals of what it reads in bytes of an identity; `None` where it refuses them.
type Again = fn(&VaultKeys, &[u8], &[u8]) -> Option<Vec<u8>>;

/// One kind of sealed value: where it is frozen, and how it is written and read.
struct Sealed {
    frozen: &'static [&'static str],
    key: &'static str,
    label: &'static str,
    kind: u8,
    again: Again,
}

fn commitment(stored: &[u8]) -> Commitment {
    Commitment::from_bytes(stored[32..64].try_into().unwrap())
}

const SEALED: &[Sealed] = &[
    Sealed {
        frozen: &["record_opens", "record_opens_second", "record_opens_conflict", "record_opens_deleted"],
        key: "rec",
        label: "rec",
        kind: 3,
        again: |keys, identity, stored| {
            let id = RecordId::from_bytes(identity.try_into().unwrap());
            let record = keys.open_record(id, commitment(stored), stored).ok()?;
            Some(keys.seal_record(id, &record, &mut Fixed::new(1)).unwrap().as_bytes().to_vec())
        },
    },
    Sealed {
        frozen: &["page_opens", "page_opens_second", "page_opens_empty"],
        key: "idx",
        label: "page",
        kind: 2,
        again: |keys, identity, stored| {
            let number = PageNumber::new(identity[0]).unwrap();
            let page = keys.open_page(number, commitment(stored), stored).ok()?;
            Some(keys.seal_page(number, &page, &mut Fixed::new(1)).unwrap().as_bytes().to_vec())
        },
    },
    Sealed {
        frozen: &["root_opens", "root_opens_second"],
        key: "root",
        label: "root",
        kind: 1,
        again: |keys, _, stored| {
            let root = keys.open_root(stored).ok()?;
            Some(keys.seal_root(&root, &mut Fixed::new(1)).unwrap().as_bytes().to_vec())
        },
    },
    Sealed {
        frozen: &["draft_opens", "draft_opens_second", "draft_opens_empty"],
        key: "draft",
        label: "draft",
        kind: 4,
        again: |keys, identity, stored| {
            let id = DraftId::from_bytes(identity.try_into().unwrap());
            let text = keys.open_draft(id, commitment(stored), stored).ok()?;
            Some(keys.seal_draft(id, &text, &mut Fixed::new(1)).unwrap().as_bytes().to_vec())
        },
    },
];

#[test]
fn what_opens_is_what_the_vault_itself_would_have_written() {
    let frozen = frozen();
    let keys = keys(&frozen);
    let mut second = Second::unlock(&frozen["header_opens"].bytes, RECOVERY, 2, Fixed::new(92));
    let (mut random, mut tried) = (Fixed::new(93), 0);
    for Sealed { frozen: names, key, label, kind, again } in SEALED {
        let files: Vec<&Fixture> = names.iter().map(|name| &frozen[*name]).collect();
        let inside = |file: &Fixture| second.inside(key, label, &file.identity, &file.bytes);
        let contents: Vec<Vec<u8>> = files.iter().map(|file| inside(file)).collect();
        let mut opened = 0;
        for n in 0..rounds(2_000, 100_000) {
            let (at, other) = (n % files.len(), random.below(files.len()));
            let identity = &files[at].identity;
            // Now and then as it is, so that it is known to open.
            let content = match random.below(10) {
                0 => contents[at].clone(),
                _ => changed_inside(&contents[at], &contents[other], &mut random),
            };
            let stored = second.sealed(key, label, *kind, identity, &content);
            if let Some(again) = again(&keys, identity, &stored) {
                assert!(second.inside(key, label, identity, &again) == content, "{label}: {content:?}");
                opened += 1;
            }
            tried += 1;
        }
        assert!(opened > 0, "{label}");
    }
    proved(10, "changed contents, sealed by the second writer", tried);
}

#[test]
fn changed_streams_of_backups_and_notes_are_read_or_refused() {
    let frozen = frozen();
    let keys = keys(&frozen);
    let header = &frozen["header_opens"].bytes;
    let mut second = Second::unlock(header, RECOVERY, 2, Fixed::new(94));
    let mut random = Fixed::new(95);
    let held = records(&[100, 0, 40, 2_000], &mut random);
    let stream = second.stream(RECOVERY, &backup(&held, &mut random));
    let mut rest = [0; 24];
    rest[0] = 2;
    let tries = rounds(2_000, 100_000);
    let mut read = 0;
    for n in 0..tries {
        let content = if n == 0 { stream.clone() } else { changed_inside(&stream, &stream, &mut random) };
        if let Ok((about, records)) = read_backup(&second.backup(RECOVERY, &rest, &content)) {
            assert_eq!(about.records as usize, records.len());
            assert!(records.is_sorted_by(|(one, _), (other, _)| one < other));
            read += 1;
        }
        let note = changed_inside(&[0; 1_024], &stream, &mut random);
        let note = second.note(&header[1_088..1_120], &note);
        if let Ok(note) = keys.open_note(&note) {
            assert!(note.text.chars().count() <= 280);
        }
    }
    assert!(read > 0, "the stream itself is read");
    proved(10, "changed streams of backups and notes", 2 * tries);
}

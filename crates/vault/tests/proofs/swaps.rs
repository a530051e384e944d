//! Proves that a sealed value opens only where it belongs: swaps, replays, resurrections and transplants are refused.
//! Storage is modelled as an adversary who holds every byte ever written, but no key.

use crate::bits::mended;
use crate::world::*;
use vault::*;

const SMALL: usize = 1_000;
const FULL: usize = 10_000;

/// A journal's keys beside those of another journal, and of the next generation, all under the same secrets.
struct Stage {
    random: Fixed,
    here: VaultKeys,
    elsewhere: VaultKeys,
    later: VaultKeys,
}

impl Stage {
    fn new(seed: u64) -> Self {
        let mut random = Fixed::new(seed);
        let (_, here) = journal(&mut random);
        let (_, elsewhere) = journal(&mut random);
        let (_, later) = generation(here.vault_id(), 2, &mut random);
        Self { random, here, elsewhere, later }
    }
}

/// The bytes with another generation in their head.
fn relabelled(stored: &[u8], generation: u32) -> Vec<u8> {
    [&stored[..4], &generation.to_be_bytes(), &stored[8..]].concat()
}

/// The bytes with another type in their head.
fn retyped(stored: &[u8], kind: u8) -> Vec<u8> {
    [&stored[..2], &[kind], &stored[3..]].concat()
}

#[test]
fn swapped_replayed_and_resurrected_records_are_refused() {
    let mut stage = Stage::new(40);
    let random = &mut stage.random;
    for _ in 0..rounds(SMALL, FULL) {
        let (a, b) = (RecordId::make(random).unwrap(), RecordId::make(random).unwrap());
        let (old, new) = (record(random, b"old"), record(random, b"new"));
        let old_a = stage.here.seal_record(a, &old, random).unwrap();
        let new_a = stage.here.seal_record(a, &new, random).unwrap();
        let new_b = stage.here.seal_record(b, &new, random).unwrap();
        let open = |id, row: &SealedRow, bytes: &[u8]| stage.here.open_record(id, row.commitment(), bytes);
        assert_eq!(open(a, &new_a, new_b.as_bytes()), Err(SealedError::Commitment), "swapped");
        assert_eq!(open(a, &new_b, new_b.as_bytes()), Err(SealedError::Damaged), "swapped with its entry");
        assert_eq!(open(a, &new_a, old_a.as_bytes()), Err(SealedError::Commitment), "replayed");
        assert_eq!(open(a, &old_a, old_a.as_bytes()), Ok(old), "control");
        let deleted = Version { deleted: true, ..version(random, b"") };
        let gone = Record { kind: 1, versions: vec![deleted] };
        let gone = stage.here.seal_record(a, &gone, random).unwrap();
        assert_eq!(open(a, &gone, new_a.as_bytes()), Err(SealedError::Commitment), "resurrected");
    }
}

#[test]
fn swapped_and_replayed_pages_are_refused() {
    let mut stage = Stage::new(41);
    let random = &mut stage.random;
    for _ in 0..rounds(SMALL, FULL) {
        let number = PageNumber::new(random.below(64) as u8).unwrap();
        let other = PageNumber::new((number.index() as u8 + 1 + random.below(63) as u8) % 64).unwrap();
        let first = stage.here.seal_page(number, &page(number, 1, random), random).unwrap();
        let second = stage.here.seal_page(number, &Page::default(), random).unwrap();
        let open =
            |number, row: &SealedRow, bytes: &[u8]| stage.here.open_page(number, row.commitment(), bytes);
        assert_eq!(open(number, &second, first.as_bytes()), Err(SealedError::Commitment), "replayed");
        // Even an empty page says which one it is.
        assert_eq!(open(other, &second, second.as_bytes()), Err(SealedError::Damaged), "swapped");
        assert!(open(number, &second, second.as_bytes()).is_ok(), "control");
    }
}

#[test]
fn swapped_and_replayed_drafts_are_refused() {
    let mut stage = Stage::new(42);
    let random = &mut stage.random;
    for _ in 0..rounds(SMALL, FULL) {
        let (a, b) = (DraftId::make(random).unwrap(), DraftId::make(random).unwrap());
        let old = stage.here.seal_draft(a, b"old", random).unwrap();
        let new = stage.here.seal_draft(a, b"new", random).unwrap();
        let open = |id, row: &SealedRow, bytes: &[u8]| stage.here.open_draft(id, row.commitment(), bytes);
        assert_eq!(open(a, &new, old.as_bytes()), Err(SealedError::Commitment), "replayed");
        assert_eq!(open(b, &new, new.as_bytes()), Err(SealedError::Damaged), "swapped");
        assert!(open(a, &new, new.as_bytes()).is_ok(), "control");
    }
}

#[test]
fn transplants_between_journals_and_generations_are_refused() {
    let mut stage = Stage::new(43);
    let random = &mut stage.random;
    let number = PageNumber::new(0).unwrap();
    for _ in 0..rounds(SMALL, FULL) {
        let id = RecordId::make(random).unwrap();
        let draft = DraftId::make(random).unwrap();
        let record = stage.here.seal_record(id, &record(random, b"{}"), random).unwrap();
        let page = stage.here.seal_page(number, &Page::default(), random).unwrap();
        let text = stage.here.seal_draft(draft, b"text", random).unwrap();
        let root = stage.here.seal_root(&root(random), random).unwrap();
        for (keys, wrong) in [
            (&stage.elsewhere, SealedError::Damaged),
            (&stage.later, SealedError::Generation { expected: 2, found: 1 }),
        ] {
            let (r, p) = (record.as_bytes(), page.as_bytes());
            assert_eq!(keys.open_record(id, record.commitment(), r).err(), Some(wrong));
            assert_eq!(keys.open_page(number, page.commitment(), p).err(), Some(wrong));
            assert_eq!(keys.open_draft(draft, text.commitment(), text.as_bytes()).err(), Some(wrong));
            assert_eq!(keys.open_root(root.as_bytes()).err(), Some(wrong));
        }
        let keys = &stage.later;
        let relabelled = |bytes| relabelled(bytes, 2);
        let damaged = Some(SealedError::Damaged);
        let open = keys.open_record(id, record.commitment(), &relabelled(record.as_bytes()));
        assert_eq!(open.err(), damaged);
        let open = keys.open_page(number, page.commitment(), &relabelled(page.as_bytes()));
        assert_eq!(open.err(), damaged);
        let open = keys.open_draft(draft, text.commitment(), &relabelled(text.as_bytes()));
        assert_eq!(open.err(), damaged);
        assert_eq!(keys.open_root(&relabelled(root.as_bytes())).err(), damaged);
    }
}

#[test]
fn values_of_one_type_do_not_open_as_another() {
    let mut stage = Stage::new(44);
    let random = &mut stage.random;
    let keys = &stage.here;
    for _ in 0..rounds(SMALL, FULL) {
        // One identity for both, so that only the type tells them apart.
        let bytes: [u8; 16] = random.array();
        let (id, draft) = (RecordId::from_bytes(bytes), DraftId::from_bytes(bytes));
        let record = keys.seal_record(id, &record(random, b"{}"), random).unwrap();
        let text = keys.seal_draft(draft, b"text", random).unwrap();
        let unknown = Some(SealedError::UnknownType);
        assert_eq!(keys.open_draft(draft, record.commitment(), record.as_bytes()).err(), unknown);
        assert_eq!(keys.open_record(id, text.commitment(), text.as_bytes()).err(), unknown);
        assert_eq!(keys.open_root(text.as_bytes()).err(), unknown);
        assert_eq!(keys.open_note(text.as_bytes()).err(), unknown);
        let damaged = Some(SealedError::Damaged);
        let as_draft = retyped(record.as_bytes(), 4);
        assert_eq!(keys.open_draft(draft, record.commitment(), &as_draft).err(), damaged);
        let as_record = retyped(text.as_bytes(), 3);
        assert_eq!(keys.open_record(id, text.commitment(), &as_record).err(), damaged);
        assert_eq!(keys.open_root(&retyped(text.as_bytes(), 1)).err(), damaged);
    }
}

#[test]
fn notes_open_only_in_their_journal_and_generation() {
    let mut random = Fixed::new(45);
    let (header, here) = journal(&mut random);
    let (_, elsewhere) = journal(&mut random);
    let (_, later) = generation(here.vault_id(), 2, &mut random);
    for _ in 0..rounds(SMALL, FULL) {
        let sealed = seal_note(header.header(), &note(), &mut random).unwrap();
        assert_eq!(elsewhere.open_note(sealed.as_bytes()), Err(SealedError::Damaged));
        let generation = SealedError::Generation { expected: 2, found: 1 };
        assert_eq!(later.open_note(sealed.as_bytes()), Err(generation));
        assert_eq!(later.open_note(&relabelled(sealed.as_bytes(), 2)), Err(SealedError::Damaged));
        assert!(here.open_note(sealed.as_bytes()).is_ok(), "control");
    }
}

/// A slot is bound to journal, generation and place; a header is bound to all of its bytes.
#[test]
fn transplanted_slots_do_not_open() {
    let mut random = Fixed::new(46);
    let slot = |bytes: &[u8], index: usize| bytes[64 + index * 128..][..128].to_vec();
    for _ in 0..rounds(SMALL, FULL) {
        let (here, keys) = journal(&mut random);
        let (elsewhere, _) = journal(&mut random);
        let (later, _) = generation(keys.vault_id(), 2, &mut random);
        let (again, _) = generation(keys.vault_id(), 1, &mut random);
        let to = random.below(8);
        let put = |header: &SealedHeader, bytes: Vec<u8>| {
            let mut changed = header.as_bytes().to_vec();
            changed[64 + to * 128..][..128].copy_from_slice(&bytes);
            // The way that stood there before is out of the question.
            changed[64 + 2 * 128..][..128].copy_from_slice(&if to == 2 { bytes } else { vec![7; 128] });
            Header::parse(&mended(&changed)).unwrap().unlock(&recovery()).err()
        };
        let own = slot(here.as_bytes(), 2);
        let moved = if to == 2 { UnlockError::Tampered } else { UnlockError::NoMatch };
        assert_eq!(put(&elsewhere, own.clone()), Some(UnlockError::NoMatch), "another journal");
        assert_eq!(put(&later, own.clone()), Some(UnlockError::NoMatch), "another generation");
        assert_eq!(put(&again, own.clone()), Some(moved), "another root key of one generation");
        if to != 2 {
            assert_eq!(put(&here, own), Some(UnlockError::NoMatch), "another place");
        }
    }
}

//! Proves that a ciphertext tells nothing by repeating itself and no more than its bucket by its size.

use std::collections::BTreeSet;

use crate::world::*;
use vault::*;

/// Head, salt and commitment, and a tag for each chunk.
fn sealed_len(cleartext: usize) -> usize {
    8 + 56 + cleartext + (cleartext / 16_384 + 1) * 16
}

fn allowed() -> BTreeSet<usize> {
    let kib = [1, 2, 4, 8, 16, 32].into_iter().chain((1..=130).map(|n| n * 64));
    kib.map(|kib| sealed_len(kib * 1024)).collect()
}

#[test]
fn sizes_are_only_those_of_the_buckets() {
    let mut random = Fixed::new(60);
    let (header, keys) = journal(&mut random);
    let (allowed, mut seen) = (allowed(), BTreeSet::new());
    let (id, draft) = (RecordId::make(&mut random).unwrap(), DraftId::make(&mut random).unwrap());
    let edges = [0, 1, 1020, 1021, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, Record::MAX_BODY];
    let others: Vec<usize> = (0..rounds(300, 3_000)).map(|_| random.below(140_000)).collect();
    for len in edges.into_iter().chain(others) {
        let body = vec![b'x'; len];
        seen.insert(keys.seal_record(id, &record(&mut random, &body), &mut random).unwrap().as_bytes().len());
        seen.insert(keys.seal_draft(draft, &body, &mut random).unwrap().as_bytes().len());
    }
    let number = PageNumber::new(1).unwrap();
    for entries in [0, 1, 10, 11, 12, 100, 1000, 1600] {
        let page = page(number, entries, &mut random);
        seen.insert(keys.seal_page(number, &page, &mut random).unwrap().as_bytes().len());
    }
    let strange: Vec<_> = seen.difference(&allowed).collect();
    assert!(strange.is_empty(), "sizes outside the buckets: {strange:?}");
    assert!(seen.len() > 8, "only {} sizes were seen", seen.len());

    for drafts in [0, 1, 16] {
        let mut root = root(&mut random);
        root.drafts = (0..drafts).map(|_| draft_ref(&mut random)).collect();
        assert_eq!(keys.seal_root(&root, &mut random).unwrap().as_bytes().len(), sealed_len(8192));
    }
    for text in ["", "x", &"x".repeat(280)] {
        let note = Note { text: text.into(), ..note() };
        assert_eq!(seal_note(header.header(), &note, &mut random).unwrap().as_bytes().len(), 1080);
    }
}

#[test]
fn the_same_text_twice_gives_different_bytes() {
    let mut random = Fixed::new(61);
    let (header, keys) = journal(&mut random);
    let (id, draft) = (RecordId::make(&mut random).unwrap(), DraftId::make(&mut random).unwrap());
    let (number, record, root) = (PageNumber::new(0).unwrap(), record(&mut random, b"{}"), root(&mut random));
    let mut blocks = BTreeSet::new();
    let mut all_new = |sealed: &[u8]| {
        // Any block of 16 bytes of ciphertext that came before would be a repeated key and nonce.
        sealed[8..].chunks_exact(16).all(|block| blocks.insert(block.to_vec()))
    };
    for _ in 0..50 {
        assert!(all_new(keys.seal_record(id, &record, &mut random).unwrap().as_bytes()));
        assert!(all_new(keys.seal_page(number, &Page::default(), &mut random).unwrap().as_bytes()));
        assert!(all_new(keys.seal_draft(draft, b"text", &mut random).unwrap().as_bytes()));
        assert!(all_new(keys.seal_root(&root, &mut random).unwrap().as_bytes()));
        assert!(all_new(seal_note(header.header(), &note(), &mut random).unwrap().as_bytes()));
    }
}

/// A header shows no difference between a slot that is taken and one that is not: all are bytes without a pattern.
#[test]
fn two_headers_share_no_slot_bytes() {
    let mut random = Fixed::new(62);
    let vault_id = VaultId::make(&mut random).unwrap();
    let mut blocks = BTreeSet::new();
    for _ in 0..50 {
        let (header, _) = generation(vault_id, 1, &mut random);
        assert!(header.as_bytes()[64..1088].chunks_exact(16).all(|block| blocks.insert(block.to_vec())));
    }
}

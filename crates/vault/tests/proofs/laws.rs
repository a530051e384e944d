//! Proves laws for arbitrary input: what is written comes back, parsing never panics, clocks and merges keep their order.

use crate::world::*;
use proptest::collection::vec;
use proptest::prelude::*;
use vault::*;

fn clock() -> impl Strategy<Value = VersionClock> {
    // Few devices and small counts, so that clocks meet, dominate and conflict.
    vec((0_u8..4, 1_usize..4), 0..4).prop_map(|raises| {
        let mut clock = VersionClock::default();
        for (device, count) in raises {
            for _ in 0..count {
                clock = clock.bumped(DeviceId::from_bytes([device; 8]));
            }
        }
        clock
    })
}

fn version() -> impl Strategy<Value = Version> {
    (clock(), any::<bool>(), any::<bool>(), 0_u16..3, 0_u64..3, vec(0_u8..2, 0..3)).prop_map(
        |(clock, raw, deleted, schema, changed_at_ms, body)| {
            let codec = if raw { Codec::Raw } else { Codec::Json };
            Version { codec, schema, deleted, changed_at_ms, clock, body }
        },
    )
}

fn record() -> impl Strategy<Value = Record> {
    (0_u8..3, vec(version(), 1..5)).prop_map(|(kind, versions)| Record { kind, versions })
}

/// A record as merging leaves it.
fn settled() -> impl Strategy<Value = Record> {
    record().prop_map(|record| record.clone().merged(record))
}

fn page_on(number: PageNumber) -> impl Strategy<Value = Page> {
    let entry = (any::<[u8; 16]>(), any::<[u8; 32]>(), any::<bool>(), any::<(u8, i64, i16)>(), "\\PC{0,40}");
    vec(entry, 0..30).prop_map(move |entries| {
        let entry = |(mut id, commitment, live, (kind, happened_at_s, offset_min), title): (
            [u8; 16],
            _,
            _,
            (u8, i64, i16),
            String,
        )| {
            id[0] = (number.index() as u8) << 2 | id[0] & 3;
            let title = if live { PageEntry::fitted_title(&title).to_string() } else { String::new() };
            let state = if live { EntryState::Live } else { EntryState::Deleted };
            let (record_id, commitment) = (RecordId::from_bytes(id), Commitment::from_bytes(commitment));
            PageEntry { record_id, commitment, state, kind, happened_at_s, offset_min, title }
        };
        Page::from_entries(entries.into_iter().map(entry).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(400, 10_000) as u32))]

    #[test]
    fn a_settled_record_comes_back(record in settled()) {
        let bytes = record.to_padded_bytes().unwrap();
        prop_assert_eq!(Record::parse(&bytes), Ok(record));
    }

    #[test]
    fn what_parses_as_a_record_writes_the_same_bytes(record in settled(), at in 0_usize..200, bit in 0_u8..8) {
        let mut bytes = record.to_padded_bytes().unwrap();
        bytes[at] ^= 1 << bit;
        if let Ok(other) = Record::parse(&bytes) {
            prop_assert_eq!(other.to_padded_bytes().unwrap(), bytes);
        }
    }

    #[test]
    fn a_page_comes_back(page in page_on(PageNumber::new(21).unwrap()), seed in any::<u64>()) {
        let mut random = Fixed::new(seed);
        let (_, keys) = journal(&mut random);
        let number = PageNumber::new(21).unwrap();
        let row = keys.seal_page(number, &page, &mut random).unwrap();
        prop_assert_eq!(keys.open_page(number, row.commitment(), row.as_bytes()), Ok(page));
    }

    #[test]
    fn merging_is_commutative(a in record(), b in record()) {
        prop_assert_eq!(a.clone().merged(b.clone()), b.merged(a));
    }

    #[test]
    fn merging_is_associative(a in record(), b in record(), c in record()) {
        let left = a.clone().merged(b.clone()).merged(c.clone());
        prop_assert_eq!(left, a.merged(b.merged(c)));
    }

    #[test]
    fn merging_is_idempotent(a in record(), b in record()) {
        let merged = a.clone().merged(b.clone());
        prop_assert_eq!(merged.clone().merged(a), merged.clone());
        prop_assert_eq!(merged.clone().merged(merged.clone()), merged);
    }

    #[test]
    fn merging_loses_only_what_another_has_seen(a in record(), b in record()) {
        let merged = a.clone().merged(b.clone());
        for version in a.versions.iter().chain(&b.versions) {
            let kept = merged.versions.contains(version);
            let seen = merged.versions.iter().any(|other| other.clock.strictly_dominates(&version.clock));
            prop_assert!(kept != seen);
        }
        for version in &merged.versions {
            prop_assert!(a.versions.contains(version) || b.versions.contains(version));
        }
    }

    #[test]
    fn a_save_replaces_exactly_what_its_writer_saw(record in settled(), next in version(), device in 0_u8..4) {
        let seen = VersionClock::merged(record.versions.iter().map(|version| &version.clock));
        let next = Version { clock: seen.bumped(DeviceId::from_bytes([device; 8])), ..next };
        let saved = record.clone().with_version(next.clone());
        prop_assert_eq!(&saved.versions, &vec![next.clone()]);
        // Whoever merges the two later gets the save.
        prop_assert_eq!(record.merged(saved.clone()), saved);
    }

    #[test]
    fn a_save_beside_an_unseen_version_keeps_both(a in version(), b in version()) {
        let one = Version { clock: VersionClock::default().bumped(DeviceId::from_bytes([8; 8])), ..a };
        let other = Version { clock: VersionClock::default().bumped(DeviceId::from_bytes([9; 8])), ..b };
        let both = Record { kind: 1, versions: vec![one] }.with_version(other);
        prop_assert_eq!(both.versions.len(), 2);
    }

    #[test]
    fn clocks_are_ordered_partially(a in clock(), b in clock(), c in clock()) {
        prop_assert!(!a.strictly_dominates(&a));
        prop_assert!(!(a.strictly_dominates(&b) && b.strictly_dominates(&a)));
        if a.strictly_dominates(&b) && b.strictly_dominates(&c) {
            prop_assert!(a.strictly_dominates(&c));
        }
    }

    #[test]
    fn a_merged_clock_is_the_least_that_has_seen_both(a in clock(), b in clock(), c in clock()) {
        let merged = VersionClock::merged([&a, &b]);
        for one in [&a, &b] {
            prop_assert!(merged == *one || merged.strictly_dominates(one));
        }
        let above = |clock: &VersionClock| c == *clock || c.strictly_dominates(clock);
        if above(&a) && above(&b) {
            prop_assert!(above(&merged));
        }
        prop_assert_eq!(&merged, &VersionClock::merged([&b, &a]));
        prop_assert_eq!(VersionClock::merged([&merged, &c]), VersionClock::merged([&a, &b, &c]));
    }

    #[test]
    fn a_bumped_clock_dominates(a in clock(), device in 0_u8..6) {
        let device = DeviceId::from_bytes([device; 8]);
        let bumped = a.clone().bumped(device);
        prop_assert!(bumped.strictly_dominates(&a));
        prop_assert_eq!(bumped.clone().bumped(device).entries().len(), bumped.entries().len());
    }

    #[test]
    fn a_clock_comes_back_and_is_sorted(a in clock()) {
        prop_assert_eq!(VersionClock::parse(&a.to_bytes()), Ok(a.clone()));
        prop_assert!(a.entries().is_sorted_by(|x, y| x.0 < y.0));
        prop_assert!(a.entries().iter().all(|(_, count)| *count > 0));
    }

    #[test]
    fn nothing_read_makes_the_vault_panic(bytes in vec(any::<u8>(), 0..1400), kind in 1_u8..6) {
        let mut random = Fixed::new(0);
        let (header, keys) = journal(&mut random);
        let expected = Commitment::from_bytes([0; 32]);
        let mut headed = [&[1, 1, kind, 0, 0, 0, 0, 1], bytes.as_slice()].concat();
        if let Some(place) = headed.get_mut(32..64) {
            place.fill(0);
        }
        for stored in [bytes.as_slice(), &headed] {
            prop_assert!(Header::parse(stored).is_err());
            prop_assert!(keys.open_record(RecordId::from_bytes([0; 16]), expected, stored).is_err());
            prop_assert!(keys.open_page(PageNumber::new(0).unwrap(), expected, stored).is_err());
            prop_assert!(keys.open_draft(DraftId::from_bytes([0; 16]), expected, stored).is_err());
            prop_assert!(keys.open_root(stored).is_err());
            prop_assert!(keys.open_note(stored).is_err());
            let _ = (root_commitment(stored), sealed_generation(stored));
            let _ = (Record::parse(stored), VersionClock::parse(stored));
        }
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        prop_assert_eq!(Witness::parse(&text), None);
        let mut mixed = header.as_bytes().to_vec();
        mixed.iter_mut().skip(8).zip(&bytes).for_each(|(place, byte)| *place = *byte);
        let _ = Header::parse(&crate::bits::mended(&mixed)).map(|header| header.unlock(&recovery()).is_ok());
    }
}

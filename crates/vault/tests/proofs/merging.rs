//! Proves that two devices which write apart and exchange backups end with the same records.

use std::collections::BTreeMap;

use crate::world::*;
use proptest::collection::vec;
use proptest::prelude::*;
use vault::*;

type Device = BTreeMap<RecordId, Record>;

/// One change on a device: to which record, what, or a deletion.
type Edit = (u8, u8, bool);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    vec((0_u8..5, any::<u8>(), any::<bool>()), 0..8)
}

fn apply(device: &mut Device, id: DeviceId, edits: &[Edit]) {
    for (record, body, deleted) in edits {
        let at = RecordId::from_bytes([*record; 16]);
        let record = device.remove(&at).unwrap_or(Record { kind: 1, versions: Vec::new() });
        let seen = VersionClock::merged(record.versions.iter().map(|version| &version.clock));
        let (codec, schema, changed_at_ms) = (Codec::Json, 1, u64::from(*body));
        let (clock, body) = (seen.bumped(id), if *deleted { Vec::new() } else { vec![*body] });
        let next = Version { codec, schema, deleted: *deleted, changed_at_ms, clock, body };
        device.insert(at, record.with_version(next));
    }
}

fn file(device: &Device, random: &mut Fixed) -> Vec<u8> {
    backup(&device.clone().into_iter().collect(), random)
}

fn take_in(device: &mut Device, file: &[u8]) {
    for (id, theirs) in read_backup(file).unwrap().1 {
        let merged = match device.remove(&id) {
            Some(ours) => ours.merged(theirs),
            None => theirs,
        };
        device.insert(id, merged);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(rounds(60, 2_000) as u32))]

    #[test]
    fn two_devices_that_exchange_files_end_equal(
        common in edits(), here in edits(), there in edits(), later in edits(), seed in any::<u64>(),
    ) {
        let mut random = Fixed::new(seed);
        let ids: [DeviceId; 4] = std::array::from_fn(|i| DeviceId::from_bytes([i as u8 + 1; 8]));
        let mut ours = Device::new();
        apply(&mut ours, ids[0], &common);
        let mut theirs = ours.clone();
        apply(&mut ours, ids[1], &here);
        apply(&mut theirs, ids[2], &there);
        let (from_us, from_them) = (file(&ours, &mut random), file(&theirs, &mut random));
        take_in(&mut ours, &from_them);
        take_in(&mut theirs, &from_us);
        prop_assert_eq!(&ours, &theirs);
        // Once more changes nothing, and an old file brings nothing back.
        let settled = ours.clone();
        take_in(&mut ours, &from_us);
        take_in(&mut ours, &from_them);
        prop_assert_eq!(&ours, &settled);
        // One goes on with what it has seen: the other gets exactly that.
        apply(&mut ours, ids[3], &later);
        let newer = file(&ours, &mut random);
        take_in(&mut theirs, &newer);
        prop_assert_eq!(&ours, &theirs);
        // A clone of a device that wrote under the same id: both wordings are kept on both sides.
        take_in(&mut theirs, &from_us);
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn arbitrary_records_come_back(bodies in vec(0_usize..3_000, 0..12), pieces in 1_usize..40_000, seed in any::<u64>()) {
        let mut random = Fixed::new(seed);
        let held = records(&bodies, &mut random);
        let bytes = backup(&held, &mut random);
        prop_assert_eq!(read_backup_in(pieces, &bytes, &recovery()).map(|(_, read)| read), Ok(held));
    }

    #[test]
    fn nothing_read_as_a_backup_makes_the_vault_panic(bytes in vec(any::<u8>(), 0..1_200), at in 0_usize..600) {
        let mut random = Fixed::new(0);
        let mut file = backup(&records(&[3], &mut random), &mut random);
        prop_assert!(read_backup(&bytes).is_err());
        file.splice(at.., bytes);
        prop_assert!(read_backup(&file).is_err());
    }
}

#[test]
fn equal_clocks_with_different_words_are_both_kept() {
    let clock = VersionClock::default().bumped(DeviceId::from_bytes([1; 8]));
    let mut random = Fixed::new(80);
    let of = |random: &mut Fixed, body: &[u8]| Version { clock: clock.clone(), ..version(random, body) };
    let (one, other) = (of(&mut random, b"one"), of(&mut random, b"other"));
    let of = |version: &Version| Record { kind: 1, versions: vec![version.clone()] };
    assert_eq!(of(&one).merged(of(&other)).versions.len(), 2);
    assert_eq!(of(&one).merged(of(&one)).versions.len(), 1);
}

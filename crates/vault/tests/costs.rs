//! Proves that absurd costs are refused before anything is allocated, and that refused memory is an error. Alone in its
//! program: what is counted is all that the program allocates.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::alloc::System;
use std::time::{Duration, Instant};

use cap::Cap;
use sha2::{Digest, Sha256};
use vault::*;

#[global_allocator]
static ALLOCATED: Cap<System> = Cap::new(System, usize::MAX);

struct Counter(u8);

impl Random for Counter {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(1);
            *byte = self.0;
        }
        Ok(())
    }
}

fn header() -> Vec<u8> {
    let params = KdfParams { cost: Cost::READ_MINIMUM, salt: [1; 16] };
    let secret = WaySecret::recovery([3; 20]);
    let ways = [NewWay { index: 0, secret: &secret }];
    let (header, _) =
        make_header(VaultId::from_bytes([2; 16]), 1, 1, params, &ways, &mut Counter(0)).unwrap();
    header.as_bytes().to_vec()
}

/// The header with another cost and a checksum that fits.
fn asking(memory_kib: u32, passes: u32, lanes: u8) -> Vec<u8> {
    let mut bytes = header();
    bytes[14] = lanes;
    bytes[16..20].copy_from_slice(&memory_kib.to_be_bytes());
    bytes[20..24].copy_from_slice(&passes.to_be_bytes());
    let sum = Sha256::digest(&bytes[..1152]);
    bytes[1152..1160].copy_from_slice(&sum[..8]);
    bytes
}

/// The header of a backup with another cost.
fn backup_asking(memory_kib: u32, passes: u32) -> Vec<u8> {
    let params = KdfParams { cost: Cost::READ_MINIMUM, salt: [1; 16] };
    let about =
        BackupAbout { lineage_id: LineageId::from_bytes([1; 16]), sequence: 0, made_at_ms: 0, records: 0 };
    let (sheet, mut bytes) = (WaySecret::recovery([3; 20]).backup_key(), Vec::new());
    BackupWriter::begin(params, &[sheet.of_way(Way::Recovery)], &about, &mut Counter(0), &mut bytes).unwrap();
    bytes[16..20].copy_from_slice(&memory_kib.to_be_bytes());
    bytes[20..24].copy_from_slice(&passes.to_be_bytes());
    bytes
}

/// One test, so that nothing else allocates beside it.
#[test]
fn absurd_costs_are_refused_before_anything_is_allocated() {
    assert!(Header::parse(&asking(19_456, 2, 1)).is_ok(), "control");
    assert!(BackupHeader::parse(&backup_asking(19_456, 2)).is_ok(), "control");
    let params = |memory_kib: u32, passes: u32| {
        let mut bytes = KdfParams { cost: Cost::STANDARD, salt: [0; 16] }.to_bytes();
        bytes[4..8].copy_from_slice(&memory_kib.to_be_bytes());
        bytes[8..12].copy_from_slice(&passes.to_be_bytes());
        bytes
    };
    for (memory_kib, passes) in [
        (4 * 1024 * 1024, 3),
        (u32::MAX, 3),
        (65_536, u32::MAX),
        (u32::MAX, u32::MAX),
        (524_288, 5),
        (524_289, 2),
        (19_455, 2),
        (65_536, 17),
        (0, 0),
    ] {
        let (bytes, params) = (asking(memory_kib, passes, 1), params(memory_kib, passes));
        let backup = backup_asking(memory_kib, passes);
        let out_of_range = CostOutOfRange { memory_kib, passes };
        let (before, start) = (ALLOCATED.total_allocated(), Instant::now());
        let header = Header::parse(&bytes);
        let backup = BackupHeader::parse(&backup);
        let read = KdfParams::from_bytes(&params);
        let made = Cost::new(memory_kib, passes);
        let (took, allocated) = (start.elapsed(), ALLOCATED.total_allocated() - before);
        assert_eq!(header.err(), Some(HeaderError::CostOutOfRange(out_of_range)));
        assert_eq!(backup.err(), Some(BackupError::CostOutOfRange(out_of_range)));
        assert_eq!(read.err(), Some(out_of_range));
        assert_eq!(made.err(), Some(out_of_range));
        assert!(allocated < 1024, "{allocated} bytes were allocated for {memory_kib} KiB, {passes} passes");
        assert!(took < Duration::from_millis(5), "{took:?} for {memory_kib} KiB, {passes} passes");
    }
    for lanes in [0, 2, 255] {
        let refused = Header::parse(&asking(65_536, 3, lanes)).err();
        let out_of_range = CostOutOfRange { memory_kib: 65_536, passes: 3 };
        assert_eq!(refused, Some(HeaderError::CostOutOfRange(out_of_range)), "{lanes} lanes");
    }

    // Memory that is refused is an error, not an abort.
    let passphrase = Passphrase::from_nfc_bytes(b"correct horse".to_vec()).unwrap();
    let params = KdfParams { cost: Cost::READ_MINIMUM, salt: [0x5a; 16] };
    ALLOCATED.set_limit(ALLOCATED.allocated() + 8 * 1024 * 1024).unwrap();
    let refused = derive(&passphrase, &params);
    ALLOCATED.set_limit(usize::MAX).unwrap();
    assert_eq!(refused, Err(DeriveError::OutOfMemory { memory_kib: 19_456 }));
    let before = ALLOCATED.total_allocated();
    assert!(derive(&passphrase, &params).is_ok());
    let allocated = ALLOCATED.total_allocated() - before;
    assert!(
        (19_456 * 1024..19_600 * 1024).contains(&allocated),
        "one derivation allocated {allocated} bytes"
    );
}

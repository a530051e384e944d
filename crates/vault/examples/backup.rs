//! Writes a large backup, to measure readers with: `backup FILE RECORDS BYTES`. It opens by the passphrase
//! "correct horse"; every record is an entry with a text of that many bytes.
#![allow(clippy::unwrap_used, dead_code, reason = "a tool beside the tests, of whose world it uses a part")]

#[path = "../tests/proofs/world.rs"]
mod world;

use std::fs::File;
use std::io::Write;

use vault::*;
use world::{Fixed, version};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (records, bytes): (u32, usize) = (arguments[2].parse().unwrap(), arguments[3].parse().unwrap());
    let mut file = File::create(&arguments[1]).unwrap();
    let random = &mut Fixed::new(1);
    let kdf = KdfParams { cost: Cost::STANDARD, salt: [0x5a; 16] };
    let passphrase = Passphrase::from_nfc_bytes(b"correct horse".to_vec()).unwrap();
    let key = WaySecret::passphrase(derive(&passphrase, &kdf).unwrap(), kdf).backup_key();
    let lineage_id = LineageId::make(random).unwrap();
    let about = BackupAbout { lineage_id, sequence: 1, made_at_ms: 1_790_000_000_000, records };
    let mut out = Vec::new();
    let mut writer =
        BackupWriter::begin(kdf, &[key.of_way(Way::Passphrase)], &about, random, &mut out).unwrap();
    let text = "many words ".repeat(bytes / 11);
    for number in 0..records {
        let mut id: [u8; 16] = random.array();
        id[..4].copy_from_slice(&number.to_be_bytes());
        let body = format!(
            "{{\"title\":\"Day {number}\",\"text\":\"{text}\",\"tags\":[],\"happened_at_s\":{},\"offset_min\":0,\
             \"zone\":\"\",\"earlier\":[]}}",
            u64::from(number) * 3_600
        );
        let record = Record { kind: 1, versions: vec![version(random, body.as_bytes())] };
        writer.push(RecordId::from_bytes(id), &record, &mut out).unwrap();
        file.write_all(&out).unwrap();
        out.clear();
    }
    while !writer.finish(1 << 20, &mut out) {
        file.write_all(&out).unwrap();
        out.clear();
    }
    file.write_all(&out).unwrap();
}

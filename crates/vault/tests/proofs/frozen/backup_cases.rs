//! Owns what is frozen of backups.

use vault::*;

use super::cases::{Bench, DERIVED, changed};
use crate::world::*;

/// `number` records of one small body each, the first of them under the id 1 1 1 …, as the stream has them.
fn stream(count: u32, records: &[Vec<u8>]) -> Vec<u8> {
    let head = [&[0x11; 16][..], &7_u64.to_be_bytes(), &1_790_000_000_999_u64.to_be_bytes()].concat();
    [head, count.to_be_bytes().to_vec(), records.concat()].concat()
}

fn numbered(id: u8, record: &[u8]) -> Vec<u8> {
    [&[id; 16][..], &(record.len() as u32).to_be_bytes(), record].concat()
}

/// A record of one version with that body.
fn plain(body: &[u8]) -> Vec<u8> {
    let clock = [&[0, 1][..], &[9; 8], &[0, 0, 0, 1]].concat();
    let head = [&[1, 1, 1, 0, 1, 0][..], &[0; 8], &clock].concat();
    [head, (body.len() as u32).to_be_bytes().to_vec(), body.to_vec()].concat()
}

/// Zeros up to `len`.
fn to(mut stream: Vec<u8>, len: usize) -> Vec<u8> {
    assert!(stream.len() <= len, "{} bytes", stream.len());
    stream.resize(len, 0);
    stream
}

impl Bench {
    pub fn backups(&mut self) {
        let random = &mut self.random;
        let sheet = recovery().backup_key();
        let passphrase = WaySecret::passphrase(DERIVED, kdf()).backup_key();
        let ways = [passphrase.of_way(Way::Passphrase), sheet.of_way(Way::Recovery)];
        let mut held = records(&[23, 0, 900], random);
        held[1].1.versions[0].deleted = true;
        held[2].1 = held[2].1.clone().merged(record(random, b"{\"text\":\"Another wording.\"}"));
        let whole = backup_by(&ways, &held, random);
        let one = backup_by(&ways[..1], &held, random);
        let empty = backup(&Vec::new(), random);
        let chunks = backup(&records(&[17_000, 17_000], random), random);
        let mut freeze = |name: &str, why: &str, bytes: &[u8]| self.freeze(name, why, &[], &[], bytes);
        freeze(
            "backup_opens",
            "three records: plain, deleted, with two versions; 'correct horse' or the sheet",
            &whole,
        );
        freeze("backup_opens_empty", "no record; the sheet in the first slot, the second unused", &empty);
        freeze("backup_opens_chunks", "three chunks", &chunks);
        freeze("backup_nomatch", "opens by the passphrase alone", &one);
        freeze(
            "backup_nomatch_salt",
            "one bit of the salt of the slot",
            &changed(&whole, &[(184, whole[184] ^ 1)]),
        );
        freeze("backup_nomatch_id", "one bit of the backup_id", &changed(&whole, &[(40, whole[40] ^ 1)]));
        freeze("backup_notabackup", "the last byte of the mark is 2", &changed(&whole, &[(7, b'2')]));
        freeze("backup_notabackup_empty", "nothing", &[]);
        freeze("backup_notabackup_journal", "the header of a journal", b"TRESTLE\x01\0\x01\0\x01");
        freeze("backup_toonew", "format 2, lowest reader 2", &changed(&whole, &[(9, 2), (11, 2)]));
        freeze("backup_unknownsuite", "suite 2", &changed(&whole, &[(13, 2)]));
        freeze("backup_unknownsuite_kdf", "derivation 2", &changed(&whole, &[(12, 2)]));
        freeze("backup_costoutofrange", "4 GiB", &changed(&whole, &[(16, 0), (17, 0x40), (18, 0), (19, 0)]));
        freeze(
            "backup_costoutofrange_passes",
            "2³² − 1 passes",
            &changed(&whole, &[(20, 255), (21, 255), (22, 255), (23, 255)]),
        );
        freeze("backup_costoutofrange_lanes", "two lanes", &changed(&whole, &[(14, 2)]));
        freeze("backup_headerdamaged_format", "format 0", &changed(&whole, &[(9, 0)]));
        freeze("backup_headerdamaged_slots", "three slots", &changed(&whole, &[(15, 3)]));
        freeze(
            "backup_headerdamaged_reserved",
            "the last byte of the header is 1",
            &changed(&whole, &[(511, 1)]),
        );
        freeze(
            "backup_headerdamaged_slot",
            "one bit of the cleartext of the slot",
            &changed(&whole, &[(250, whole[250] ^ 1)]),
        );
        freeze(
            "backup_headerdamaged_other",
            "one bit of the other slot",
            &changed(&whole, &[(60, whole[60] ^ 1)]),
        );
        freeze(
            "backup_headerdamaged_salt",
            "one bit of the salt of the payload",
            &changed(&whole, &[(512, whole[512] ^ 1)]),
        );
        freeze(
            "backup_headerdamaged_transplant",
            "the payload of another",
            &[&whole[..512], &empty[512..]].concat(),
        );
        freeze("backup_cut_header", "ends inside the header", &whole[..511]);
        freeze("backup_cut_payload", "the header alone", &whole[..512]);
        freeze("backup_cut_commitment", "ends inside the commitment of the payload", &whole[..560]);
        freeze("backup_cut", "the last byte is missing", &whole[..whole.len() - 1]);
        freeze("backup_cut_edge", "ends between two chunks", &chunks[..568 + 16_400]);
        freeze("backup_cut_last", "one bit of the last chunk", &changed(&whole, &[(600, whole[600] ^ 1)]));
        freeze("backup_cut_longer", "a byte too many", &[&whole[..], &[0]].concat());
        freeze(
            "backup_damaged",
            "one bit of the second chunk of three",
            &changed(&chunks, &[(17_000, chunks[17_000] ^ 1)]),
        );
        let (first, rest) = chunks[568..].split_at(16_400);
        let (second, last) = rest.split_at(16_400);
        freeze(
            "backup_damaged_swapped",
            "the first two chunks in each other's place",
            &[&chunks[..568], second, first, last].concat(),
        );
        freeze(
            "backup_damaged_twice",
            "the first chunk twice",
            &[&chunks[..568], first, first, second, last].concat(),
        );
        freeze("backup_damaged_dropped", "without the first chunk", &[&chunks[..568], second, last].concat());
    }

    /// Authentic, and not of the form: sealed by a second writer.
    pub fn backup_contents(&mut self) {
        let (one, two) = (numbered(1, &plain(b"{}")), numbered(2, &plain(b"{ }")));
        let long = numbered(1, &[&plain(&[])[..28], &0x0040_0001_u32.to_be_bytes()].concat());
        let beyond = [&[1; 16][..], &u32::MAX.to_be_bytes()].concat();
        let mut way = [0; 24];
        way[0] = 2;
        for (name, why, stream) in [
            (
                "backup_opens_second",
                "sealed by a second writer",
                to(stream(2, &[one.clone(), two.clone()]), 160),
            ),
            (
                "backup_record_order",
                "the second id below the first",
                to(stream(2, &[two.clone(), one.clone()]), 160),
            ),
            ("backup_record_twice", "one id twice", to(stream(2, &[one.clone(), one.clone()]), 144)),
            ("backup_record_form", "no version", to(stream(1, &[numbered(1, &[1, 0])]), 60)),
            (
                "backup_record_padded",
                "a record with padding",
                to(stream(1, &[numbered(1, &[&plain(b"{}")[..], &[0]].concat())]), 96),
            ),
            ("backup_record_body", "says a body of 4 MiB and 1 byte", to(stream(1, &[long]), 88)),
            ("backup_stream_record", "a record that is longer than the rest", to(stream(1, &[beyond]), 56)),
            ("backup_stream_short", "ends inside the head", vec![0x11; 35]),
            ("backup_stream_nothing", "nothing inside", Vec::new()),
            (
                "backup_stream_fewer",
                "says two records, has one",
                to(stream(2, std::slice::from_ref(&one)), 96),
            ),
            (
                "backup_stream_more",
                "says one record, has two",
                to(stream(1, &[one.clone(), two.clone()]), 160),
            ),
            (
                "backup_stream_padding",
                "a padding that is not zero",
                changed(&to(stream(2, &[one.clone(), two.clone()]), 160), &[(159, 1)]),
            ),
            ("backup_stream_size", "padded to another size", to(stream(2, &[one.clone(), two.clone()]), 176)),
            ("backup_stream_unpadded", "not padded", stream(2, &[one.clone(), two])),
            ("backup_toomany", "says 2²⁰ + 1 records", to(stream((1 << 20) + 1, &[]), 36)),
        ] {
            let bytes = self.second.backup(RECOVERY, &way, &stream);
            self.freeze(name, why, &[], &[], &bytes);
        }
        let stream = stream(0, &[]);
        let other = self.second.backup(RECOVERY, &[1; 24], &stream);
        self.freeze(
            "backup_headerdamaged_way",
            "the slot names another way, its reserved bytes are not zero",
            &[],
            &[],
            &other,
        );
        way[23] = 1;
        let reserved = self.second.backup(RECOVERY, &way, &stream);
        self.freeze(
            "backup_headerdamaged_inside",
            "the last reserved byte of the slot is 1",
            &[],
            &[],
            &reserved,
        );
    }
}

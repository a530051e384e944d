//! Owns the list of what is frozen: one journal, and of each structure valid cases and invalid ones in named classes.

use sha2::{Digest, Sha256};
use vault::*;

use super::Fixture;
use super::second::Second;
use crate::world::*;

/// What the C implementation of Argon2id gives for "correct horse" and the parameters of the frozen journal.
pub const DERIVED: [u8; 32] = [
    0x07, 0x3c, 0x47, 0xb8, 0x2e, 0x76, 0xd1, 0xd2, 0x9a, 0xcd, 0xa6, 0x43, 0xd6, 0x48, 0xf9, 0x66, 0x34,
    0xdb, 0x0e, 0x28, 0x33, 0xd2, 0xfb, 0x0f, 0xac, 0x06, 0x6f, 0x6b, 0x1b, 0x13, 0x21, 0x90,
];

pub struct Bench {
    pub random: Fixed,
    header: Vec<u8>,
    pub keys: VaultKeys,
    pub second: Second,
    pub frozen: Vec<Fixture>,
}

/// All of them, always the same.
pub fn all() -> Vec<Fixture> {
    let mut random = Fixed::new(0x7265_7374);
    let (recovery, passphrase) = (recovery(), WaySecret::passphrase(DERIVED, kdf()));
    let ways = [NewWay { index: 2, secret: &recovery }, NewWay { index: 5, secret: &passphrase }];
    let vault_id = VaultId::make(&mut random).unwrap();
    let (header, keys) = make_header(vault_id, 1, 1, kdf(), &ways, &mut random).unwrap();
    let header = header.as_bytes().to_vec();
    let second = Second::unlock(&header, RECOVERY, 2, Fixed::new(2));
    let mut bench = Bench { random, header, keys, second, frozen: Vec::new() };
    bench.headers();
    bench.records();
    bench.record_contents();
    bench.pages();
    bench.roots();
    bench.drafts();
    bench.notes();
    bench.witnesses();
    bench.misplaced_records();
    bench.backups();
    bench.backup_contents();
    bench.frozen
}

fn mended(bytes: &[u8]) -> Vec<u8> {
    let sum = Sha256::digest(&bytes[..1152]);
    [&bytes[..1152], &sum[..8], &bytes[1160..]].concat()
}

pub fn changed(bytes: &[u8], changes: &[(usize, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    changes.iter().for_each(|(at, byte)| bytes[*at] = *byte);
    bytes
}

pub fn padded(content: &[u8], len: usize) -> Vec<u8> {
    let mut content = content.to_vec();
    content.resize(len, 0);
    content
}

impl Bench {
    pub fn freeze(&mut self, name: &str, why: &str, identity: &[u8], commitment: &[u8], bytes: &[u8]) {
        let mut fixture = Fixture {
            name: name.into(),
            structure: name.split('_').next().unwrap().into(),
            expect: String::new(),
            why: why.into(),
            identity: identity.to_vec(),
            commitment: commitment.to_vec(),
            bytes: bytes.to_vec(),
        };
        fixture.expect = fixture.outcome(&self.keys);
        // What a case is meant to be stands in its name; a case that turned out otherwise is never frozen.
        let class = name.split('_').nth(1).unwrap();
        let expect = fixture.expect.to_lowercase().replace("::", " ");
        assert!(expect.contains(class), "{name} is {}", fixture.expect);
        self.frozen.push(fixture);
    }

    fn headers(&mut self) {
        let header = self.header.clone();
        let mut freeze = |name: &str, why: &str, bytes: &[u8]| self.freeze(name, why, &[], &[], bytes);
        freeze("header_opens", "recovery in slot 2, the passphrase 'correct horse' in slot 5", &header);
        freeze("header_length", "the last byte is missing", &header[..1183]);
        freeze("header_length_longer", "a byte too many", &[&header[..], &[0]].concat());
        freeze("header_magic", "the last byte of the mark is 2", &changed(&header, &[(7, 2)]));
        freeze(
            "header_damaged",
            "one bit of an empty slot changed",
            &changed(&header, &[(64, header[64] ^ 1)]),
        );
        let newer = changed(&header, &[(9, 2), (11, 2)]);
        freeze("header_toonew", "format 2, lowest reader 2", &mended(&newer));
        freeze("header_toonew_longer", "format 2 of 2,048 bytes", &padded(&newer, 2048));
        let mut mend =
            |name, why, changes: &[(usize, u8)]| freeze(name, why, &mended(&changed(&header, changes)));
        mend("header_unknownsuite_kdf", "derivation 2", &[(12, 2)]);
        mend("header_unknownsuite", "suite 2", &[(13, 2)]);
        mend("header_reserved_format", "format 0", &[(9, 0)]);
        mend("header_reserved_slots", "seven slots", &[(15, 7)]);
        mend("header_reserved_end", "the last byte is 1", &[(1183, 1)]);
        mend("header_costoutofrange_lanes", "two lanes", &[(14, 2)]);
        mend(
            "header_costoutofrange_memory",
            "4 GiB less 1 KiB",
            &[(16, 0), (17, 0x3f), (18, 0xff), (19, 0xff)],
        );
        mend(
            "header_costoutofrange_passes",
            "2^32 - 1 passes",
            &[(20, 255), (21, 255), (22, 255), (23, 255)],
        );
        mend("header_costoutofrange_product", "512 MiB and 16 passes", &[(17, 8), (18, 0), (23, 16)]);
        mend("header_tampered_sequence", "the sequence changed", &[(63, 9)]);
        mend("header_tampered_cost", "a cheaper derivation than sealed", &[(23, 3)]);
        mend("header_tampered_inbox", "another inbox key", &[(1088, header[1088] ^ 1)]);
        mend("header_nomatch_vault", "another vault id", &[(40, header[40] ^ 1)]);
        mend("header_nomatch_salt", "the salt of the slot's box changed", &[(64 + 256, header[320] ^ 1)]);
        mend("header_slot_tag", "the tag of the slot changed", &[(64 + 383, header[447] ^ 1)]);
        for (name, why, rest) in [
            ("header_slot_way", "the slot says it is a passkey's", [3, 2]),
            ("header_slot_index", "the slot says it is the third", [2, 3]),
        ] {
            let mut content = [0; 24];
            content[..2].copy_from_slice(&rest);
            let slot = self.second.slot(RECOVERY, 2, &content);
            let bytes = [&header[..320], &slot, &header[448..]].concat();
            self.freeze(name, why, &[], &[], &mended(&bytes));
        }
        let slot =
            self.second.slot(RECOVERY, 2, &changed(&[0; 24], &[(0, 2), (1, 2), (23, 1)]).try_into().unwrap());
        let bytes = [&header[..320], &slot, &header[448..]].concat();
        self.freeze("header_slot_reserved", "the slot's last byte is 1", &[], &[], &mended(&bytes));
    }

    fn notes(&mut self) {
        let header = Header::parse(&self.header).unwrap();
        let bytes = seal_note(&header, &note(), &mut self.random).unwrap().as_bytes().to_vec();
        let mut freeze = |name: &str, why: &str, bytes: &[u8]| self.freeze(name, why, &[], &[], bytes);
        freeze("note_opens", "a note written while locked", &bytes);
        freeze("note_tooshort", "the last byte is missing", &bytes[..1079]);
        freeze("note_damaged_longer", "a byte too many", &[&bytes[..], &[0]].concat());
        freeze("note_damaged", "one bit of the text", &changed(&bytes, &[(50, bytes[50] ^ 1)]));
        freeze(
            "note_damaged_key",
            "the bit of the key that X25519 ignores",
            &changed(&bytes, &[(39, bytes[39] ^ 128)]),
        );
        freeze("note_damaged_zero", "a key of zeros", &[&bytes[..8], &[0; 32], &bytes[40..]].concat());
        freeze("note_generation", "generation 2", &changed(&bytes, &[(7, 2)]));
        freeze("note_unknowntype", "a draft's type", &changed(&bytes, &[(2, 4)]));
        let text = |len: [u8; 2], text: &[u8]| padded(&[&[0; 9][..], &len, text].concat(), 1024);
        for (name, why, content) in [
            ("note_opens_second", "sealed by a second writer", text([0, 2], b"ok")),
            ("note_content_length", "a text of 281 bytes", text([1, 25], &[b'x'; 281])),
            ("note_content_utf8", "a text that is not UTF-8", text([0, 1], &[0xff])),
            ("note_content_padding", "a byte behind the end", text([0, 2], b"ok!")),
        ] {
            let bytes = self.second.note(&header.inbox_public_key(), &content);
            self.freeze(name, why, &[], &[], &bytes);
        }
    }

    fn witnesses(&mut self) {
        let header = Header::parse(&self.header).unwrap();
        let vault_id = header.vault_id();
        let witness =
            |state, vault_id| Witness { state, vault_id, sequence: 41, header: header.clone() }.to_text();
        let live = witness(WitnessState::Live, vault_id);
        let removing = witness(WitnessState::Removing, vault_id);
        let other = witness(WitnessState::Live, VaultId::from_bytes([7; 16]));
        for (name, why, text) in [
            ("witness_opens", "live", live.clone()),
            ("witness_opens_removing", "its removal began", removing),
            ("witness_refused_id", "the header is of another journal", other),
            ("witness_refused_state", "state 3", live.replacen('A', "D", 1)),
            ("witness_refused_cut", "a group is missing", live[..live.len() - 4].into()),
            (
                "witness_refused_header",
                "a letter of the header changed",
                format!("{}AAAA{}", &live[..800], &live[804..]),
            ),
            ("witness_refused_space", "a line's end behind it", format!("{live}\n")),
            ("witness_refused_empty", "no text", String::new()),
        ] {
            self.freeze(name, why, &[], &[], text.as_bytes());
        }
    }
}

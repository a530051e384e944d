//! Owns the list of what is frozen: one journal, and of each structure valid cases and invalid ones in named classes.

use sha2::{Digest, Sha256};
use vault::*;

use super::Fixture;
use super::second::Second;
use crate::world::*;

/// What the C implementation of Argon2id gives for "correct horse" and the parameters of the frozen journal.
const DERIVED: [u8; 32] = [
    0x07, 0x3c, 0x47, 0xb8, 0x2e, 0x76, 0xd1, 0xd2, 0x9a, 0xcd, 0xa6, 0x43, 0xd6, 0x48, 0xf9, 0x66, 0x34,
    0xdb, 0x0e, 0x28, 0x33, 0xd2, 0xfb, 0x0f, 0xac, 0x06, 0x6f, 0x6b, 0x1b, 0x13, 0x21, 0x90,
];

struct Bench {
    random: Fixed,
    header: Vec<u8>,
    keys: VaultKeys,
    second: Second,
    frozen: Vec<Fixture>,
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
    bench.frozen
}

fn mended(bytes: &[u8]) -> Vec<u8> {
    let sum = Sha256::digest(&bytes[..1152]);
    [&bytes[..1152], &sum[..8], &bytes[1160..]].concat()
}

fn changed(bytes: &[u8], changes: &[(usize, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    changes.iter().for_each(|(at, byte)| bytes[*at] = *byte);
    bytes
}

fn padded(content: &[u8], len: usize) -> Vec<u8> {
    let mut content = content.to_vec();
    content.resize(len, 0);
    content
}

impl Bench {
    fn freeze(&mut self, name: &str, why: &str, identity: &[u8], commitment: &[u8], bytes: &[u8]) {
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

    fn records(&mut self) {
        let id = RecordId::make(&mut self.random).unwrap();
        let clock = |devices: &[u8]| {
            let ids = devices.iter().map(|device| DeviceId::from_bytes([*device; 8]));
            ids.fold(VersionClock::default(), VersionClock::bumped)
        };
        let body = br#"{"text":"It was quiet."}"#.to_vec();
        let (codec, changed_at_ms) = (Codec::Json, 1_790_000_000_123);
        let one = Version { codec, schema: 1, deleted: false, changed_at_ms, clock: clock(&[1]), body };
        let deleted = Version { deleted: true, clock: clock(&[1, 2]), body: Vec::new(), ..one.clone() };
        let raw = Version { codec: Codec::Raw, schema: 999, body: vec![0, 255, 1], ..one.clone() };
        let empty = Version { clock: VersionClock::default(), ..deleted.clone() };
        let long = Version { body: vec![b'a'; 17_000], ..one.clone() };
        let other = Version { clock: clock(&[3, 2, 2]), ..one.clone() };
        for (name, why, kind, versions) in [
            ("record_opens", "one version", 1, vec![one.clone()]),
            ("record_opens_deleted", "the mark of a deletion", 1, vec![deleted]),
            ("record_opens_unknown", "a kind and schema of the future, raw", 200, vec![raw]),
            ("record_opens_unseen", "an empty clock", 1, vec![empty]),
            ("record_opens_conflict", "two versions that have not seen each other", 1, vec![one, other]),
            ("record_opens_chunks", "three chunks, 32 KiB", 1, vec![long]),
        ] {
            let row = self.keys.seal_record(id, &Record { kind, versions }, &mut self.random).unwrap();
            self.freeze(name, why, id.as_bytes(), row.commitment().as_bytes(), row.as_bytes());
        }
        let row = self.frozen.iter().find(|fixture| fixture.name == "record_opens").unwrap().clone();
        let (bytes, commitment) = (row.bytes, row.commitment);
        let mut freeze = |name: &str, why: &str, bytes: &[u8]| {
            self.freeze(name, why, id.as_bytes(), &commitment, bytes);
        };
        freeze("record_tooshort", "nothing", &[]);
        freeze("record_tooshort_box", "ends inside the commitment", &bytes[..60]);
        freeze("record_unknownversion", "version 2", &changed(&bytes, &[(0, 2)]));
        freeze("record_unknownsuite", "suite 2", &changed(&bytes, &[(1, 2)]));
        freeze("record_unknowntype", "type 6", &changed(&bytes, &[(2, 6)]));
        freeze("record_unknowntype_page", "a page's type", &changed(&bytes, &[(2, 2)]));
        freeze("record_reserved", "the reserved byte is 1", &changed(&bytes, &[(3, 1)]));
        freeze("record_generation", "generation 2", &changed(&bytes, &[(7, 2)]));
        freeze("record_commitment", "another commitment", &changed(&bytes, &[(40, bytes[40] ^ 1)]));
        freeze("record_damaged_salt", "one bit of the salt", &changed(&bytes, &[(8, bytes[8] ^ 1)]));
        freeze("record_damaged", "one bit of the text", &changed(&bytes, &[(100, bytes[100] ^ 1)]));
        freeze("record_damaged_cut", "the last byte is missing", &bytes[..bytes.len() - 1]);
        freeze("record_damaged_longer", "a byte too many", &[&bytes[..], &[0]].concat());
        let other = RecordId::from_bytes([0xee; 16]);
        self.freeze("record_damaged_id", "of another record", other.as_bytes(), &commitment, &bytes);
    }

    fn record_contents(&mut self) {
        let device = |byte: u8, count: u8| [vec![byte; 8], vec![0, 0, 0, count]].concat();
        let version = |codec: u8, flags: u8, clock: &[Vec<u8>], body: &[u8]| {
            let head = [&[codec, 0, 1, flags][..], &[0; 8], &[0, clock.len() as u8]].concat();
            [head, clock.concat(), vec![0, 0, 0, body.len() as u8], body.to_vec()].concat()
        };
        let good = version(1, 0, &[device(1, 1)], b"{}");
        let more = version(1, 0, &[device(2, 1)], b"{}");
        let (first, last) =
            if Sha256::digest(&good) < Sha256::digest(&more) { (&good, &more) } else { (&more, &good) };
        let record = |count: u8, versions: &[&Vec<u8>]| {
            versions.iter().fold(vec![1, count], |bytes, version| [&bytes[..], version].concat())
        };
        let kib = |bytes: Vec<u8>| padded(&bytes, 1024);
        let long_body = changed(&good, &[(26, 0), (27, 255), (28, 0), (29, 0)]);
        for (name, why, content) in [
            ("record_opens_second", "sealed by a second writer", kib(record(2, &[first, last]))),
            ("record_content_order", "versions in the wrong order", kib(record(2, &[last, first]))),
            ("record_content_twice", "one version twice", kib(record(2, &[first, first]))),
            ("record_content_none", "no version", kib(record(0, &[]))),
            ("record_content_fewer", "says two versions, has one", kib(record(2, &[&good]))),
            ("record_content_codec", "codec 3", kib(record(1, &[&version(3, 0, &[], b"")]))),
            ("record_content_flag", "an unknown flag", kib(record(1, &[&version(1, 2, &[], b"")]))),
            (
                "record_content_clock",
                "devices out of order",
                kib(record(1, &[&version(1, 0, &[device(2, 1), device(1, 1)], b"")])),
            ),
            (
                "record_content_device",
                "a device twice",
                kib(record(1, &[&version(1, 0, &[device(2, 1), device(2, 2)], b"")])),
            ),
            (
                "record_content_count",
                "a count of zero",
                kib(record(1, &[&version(1, 0, &[device(2, 0)], b"")])),
            ),
            ("record_content_body", "a body longer than the bytes", kib(record(1, &[&long_body]))),
            (
                "record_content_padding",
                "a byte behind the end",
                changed(&kib(record(1, &[&good])), &[(1023, 1)]),
            ),
            ("record_content_bucket", "a larger bucket than needed", padded(&record(1, &[&good]), 2048)),
            ("record_content_size", "a size that is no bucket", padded(&record(1, &[&good]), 1025)),
            ("record_content_empty", "no bytes at all", Vec::new()),
        ] {
            let id = [0x11; 16];
            let bytes = self.second.sealed("rec", "rec", 3, &id, &content);
            self.freeze(name, why, &id, &bytes[32..64], &bytes);
        }
    }

    /// Sealed under the very key, but said to belong elsewhere: what only the context can tell.
    fn misplaced_records(&mut self) {
        let (here, id, content) = (self.second.vault_id(), [0x11; 16], padded(b"\x01\x01", 1024));
        let head = |kind, generation| [1, 1, kind, 0, 0, 0, 0, generation];
        for (name, why, label, vault_id, head) in [
            (
                "record_content_belongs",
                "all as it should be: only the content is none",
                "rec",
                here,
                head(3, 1),
            ),
            ("record_damaged_vault", "sealed for another vault id", "rec", [7; 16], head(3, 1)),
            ("record_damaged_generation", "sealed for another generation", "rec", here, head(3, 2)),
            ("record_damaged_type", "sealed as a draft", "rec", here, head(4, 1)),
            ("record_damaged_label", "sealed under a draft's label", "draft", here, head(3, 1)),
        ] {
            let bytes = self.second.misplaced("rec", label, vault_id, head, 3, &id, &content);
            self.freeze(name, why, &id, &bytes[32..64], &bytes);
        }
        let bytes = self.second.misplaced("idx", "rec", here, head(3, 1), 3, &id, &content);
        self.freeze("record_damaged_key", "sealed under the key of pages", &id, &bytes[32..64], &bytes);
    }

    fn pages(&mut self) {
        let number = PageNumber::new(37).unwrap();
        let identity = [37];
        let mut full = page(number, 2, &mut self.random);
        let gone = entry(id_on(number, &mut self.random), "", &mut self.random);
        full.put(PageEntry { state: EntryState::Deleted, ..gone });
        for (name, why, page) in [
            ("page_opens", "two entries and a deleted one", full),
            ("page_opens_empty", "no entries", Page::default()),
        ] {
            let row = self.keys.seal_page(number, &page, &mut self.random).unwrap();
            self.freeze(name, why, &identity, row.commitment().as_bytes(), row.as_bytes());
        }
        let row = self.frozen.last().unwrap().clone();
        self.freeze("page_damaged_number", "of another page", &[38], &row.commitment, &row.bytes);
        let damaged = changed(&row.bytes, &[(90, row.bytes[90] ^ 1)]);
        self.freeze("page_damaged", "one bit of the text", &identity, &row.commitment, &damaged);
        self.freeze("page_commitment", "the root names another", &identity, &[1; 32], &row.bytes);

        let entry = |last: u8, state: u8, title: &[u8]| {
            let id = [&[37 << 2][..], &[0; 14], &[last]].concat();
            let facts = [&[state, 1][..], &[0; 8], &[0, 60], &[title.len() as u8]].concat();
            [id, vec![5; 32], facts, title.to_vec()].concat()
        };
        let page = |count: u8, entries: &[Vec<u8>]| {
            padded(&[&[0, 0, 0, count][..], &entries.concat()].concat(), 1024)
        };
        let elsewhere = changed(&entry(1, 1, b""), &[(0, 38 << 2)]);
        for (name, why, content) in [
            (
                "page_opens_second",
                "sealed by a second writer",
                page(2, &[entry(1, 1, b"one"), entry(2, 2, b"")]),
            ),
            ("page_content_order", "entries out of order", page(2, &[entry(2, 1, b""), entry(1, 1, b"")])),
            ("page_content_twice", "a record twice", page(2, &[entry(1, 1, b""), entry(1, 1, b"")])),
            ("page_content_elsewhere", "an entry of page 38", page(1, &[elsewhere])),
            ("page_content_state", "state 3", page(1, &[entry(1, 3, b"")])),
            ("page_content_deleted", "a deleted entry with a title", page(1, &[entry(1, 2, b"x")])),
            ("page_content_title", "a title of 65 bytes", page(1, &[entry(1, 1, &[b'x'; 65])])),
            ("page_content_utf8", "a title cut inside a character", page(1, &[entry(1, 1, b"caf\xc3")])),
            ("page_content_fewer", "says one more than there are", page(2, &[entry(1, 1, b"")])),
            ("page_content_count", "says 2^32 - 1", padded(&[255; 4], 1024)),
            ("page_content_padding", "a byte behind the end", changed(&page(0, &[]), &[(1023, 1)])),
            ("page_content_bucket", "a larger bucket than needed", padded(&page(0, &[]), 2048)),
        ] {
            let bytes = self.second.sealed("idx", "page", 2, &identity, &content);
            self.freeze(name, why, &identity, &bytes[32..64], &bytes);
        }
    }

    fn roots(&mut self) {
        let root = root(&mut self.random);
        let sealed = self.keys.seal_root(&root, &mut self.random).unwrap();
        let bytes = sealed.as_bytes().to_vec();
        let mut freeze = |name: &str, why: &str, bytes: &[u8]| self.freeze(name, why, &[], &[], bytes);
        freeze("root_opens", "two ways, two drafts, one backup key", &bytes);
        freeze("root_damaged", "one bit of the text", &changed(&bytes, &[(500, bytes[500] ^ 1)]));
        freeze("root_tooshort", "head, salt and commitment alone", &bytes[..64]);
        freeze("root_damaged_cut", "the last byte is missing", &bytes[..bytes.len() - 1]);
        freeze("root_unknowntype", "a page's type", &changed(&bytes, &[(2, 2)]));
        freeze("root_generation", "generation 0", &changed(&bytes, &[(7, 0)]));
        let plain = vec![0; 8192];
        let drafts_at = 2418;
        for (name, why, content) in [
            ("root_opens_second", "sealed by a second writer, all zero", plain.clone()),
            ("root_content_way", "way 4", changed(&plain, &[(2088, 4)])),
            ("root_content_free", "a free slot with a label", changed(&plain, &[(2097, b'x')])),
            (
                "root_content_label",
                "a label with a zero inside",
                changed(&plain, &[(2088, 1), (2097, b'x'), (2099, b'y')]),
            ),
            ("root_content_utf8", "a label that is not UTF-8", changed(&plain, &[(2088, 1), (2097, 0xff)])),
            ("root_content_presence", "presence 2", changed(&plain, &[(2352, 2)])),
            ("root_content_key", "an absent key with bytes", changed(&plain, &[(2353, 1)])),
            ("root_content_drafts", "17 drafts", changed(&plain, &[(drafts_at, 17)])),
            ("root_content_draft", "a draft beyond the count", changed(&plain, &[(drafts_at + 1, 1)])),
            ("root_content_mark", "an unknown mark", changed(&plain, &[(3726, 2)])),
            ("root_content_padding", "a byte behind the end", changed(&plain, &[(8191, 1)])),
            ("root_content_size", "16 KiB", padded(&plain, 16_384)),
            ("root_content_short", "cut inside the page commitments", vec![0; 1024]),
        ] {
            let bytes = self.second.sealed("root", "root", 1, &[], &content);
            self.freeze(name, why, &[], &[], &bytes);
        }
    }

    fn drafts(&mut self) {
        let id = DraftId::make(&mut self.random).unwrap();
        for (name, why, text) in
            [("draft_opens_empty", "no text", ""), ("draft_opens", "half a sentence", "It was quiet, and th")]
        {
            let row = self.keys.seal_draft(id, text.as_bytes(), &mut self.random).unwrap();
            self.freeze(name, why, id.as_bytes(), row.commitment().as_bytes(), row.as_bytes());
        }
        let row = self.frozen.last().unwrap().clone();
        self.freeze("draft_damaged_id", "of another draft", &[9; 16], &row.commitment, &row.bytes);
        self.freeze("draft_commitment", "the root names another", id.as_bytes(), &[1; 32], &row.bytes);
        let record = changed(&row.bytes, &[(2, 3)]);
        self.freeze("draft_unknowntype", "a record's type", id.as_bytes(), &row.commitment, &record);
        for (name, why, content) in [
            ("draft_opens_second", "sealed by a second writer", padded(b"\0\0\0\x02ok", 1024)),
            ("draft_content_length", "a text longer than the bytes", padded(&[0, 0, 4, 0], 1024)),
            ("draft_content_limit", "a text over 8 MiB", padded(&[0, 128, 0, 1], 1024)),
            ("draft_content_padding", "a byte behind the end", padded(b"\0\0\0\x02ok!", 1024)),
            ("draft_content_bucket", "a larger bucket than needed", padded(b"\0\0\0\x02ok", 2048)),
        ] {
            let bytes = self.second.sealed("draft", "draft", 4, id.as_bytes(), &content);
            self.freeze(name, why, id.as_bytes(), &bytes[32..64], &bytes);
        }
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

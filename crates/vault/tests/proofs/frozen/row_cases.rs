//! Owns what is frozen of records, pages, roots and drafts.

use sha2::{Digest, Sha256};
use vault::*;

use super::cases::{Bench, changed, padded};
use crate::world::*;

impl Bench {
    pub fn records(&mut self) {
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

    pub fn record_contents(&mut self) {
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
    pub fn misplaced_records(&mut self) {
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

    pub fn pages(&mut self) {
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

    pub fn roots(&mut self) {
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

    pub fn drafts(&mut self) {
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
}

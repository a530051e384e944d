//! A made-up journal of any size, sealed as the keeper seals, but all at once: for measuring only.

use journal::{Entry, Kind, Mood, Noted, Said, Tags, Trigger, TriggerRoot, UrgeWords, Words};
use vault::{
    Codec, Cost, DeviceId, KdfParams, LineageId, NewWay, Page, PageEntry, PageNumber, Passphrase, Random,
    RandomnessUnavailable, Record, RecordId, Root, RowKey, SealedRow, VaultId, VaultKeys, Version,
    VersionClock, Way, WayRecord, WaySecret,
};

/// What opens every made-up journal.
pub const PASSPHRASE: &str = "amber bridge cedar delta ember";
/// The name of its database.
pub const NAME: &str = "trestle-00000000000be9c4";
/// About how much one entry says.
const BYTES: usize = 1_000;
/// One record in so many is an urge; the others are entries.
const URGES_IN: u32 = 8;
/// 2026-03-01 12:00 UTC: when the newest entry happened; each older one three hours earlier.
const NEWEST_S: i64 = 1_772_366_400;

/// A journal as it rests.
pub struct Made {
    pub header: Vec<u8>,
    pub root: Vec<u8>,
    pub rows: Vec<(RowKey, Vec<u8>)>,
}

/// Makes a journal of that many entries. The same every time.
pub fn make(entries: u32, cost: Cost) -> Made {
    let random = &mut SplitMix(u64::from(entries));
    let passphrase = Passphrase::from_nfc_bytes(PASSPHRASE.into()).expect("30 bytes of ASCII");
    let kdf = KdfParams::make(cost, random).expect("never fails");
    let secret = WaySecret::passphrase(vault::derive(&passphrase, &kdf).expect("memory enough"), kdf);
    let vault_id = VaultId::make(random).expect("never fails");
    let way = NewWay { index: 0, secret: &secret };
    let (header, keys) = vault::make_header(vault_id, 1, 1, kdf, &[way], random).expect("never fails");
    let device = DeviceId::make(random).expect("never fails");
    let mut rows = Vec::with_capacity(entries as usize + 64);
    let mut pages = vec![Vec::new(); PageNumber::COUNT];
    for number in 0..entries {
        let (row, entry) = record(&keys, device, number, random);
        pages[entry.record_id.page().index()].push(entry);
        rows.push(row);
    }
    let pages: Vec<SealedRow> = PageNumber::all()
        .zip(pages)
        .map(|(number, entries)| keys.seal_page(number, &Page::from_entries(entries), random).expect("seals"))
        .collect();
    let root = root(&secret, device, entries, &pages, random);
    let root = keys.seal_root(&root, random).expect("seals");
    rows.extend(pages);
    Made {
        header: header.as_bytes().to_vec(),
        root: root.as_bytes().to_vec(),
        rows: rows.into_iter().map(|row| (row.key(), row.as_bytes().to_vec())).collect(),
    }
}

/// A record before it is sealed.
struct Told {
    kind: Kind,
    schema: u16,
    title: String,
    body: Vec<u8>,
}

fn record(keys: &VaultKeys, device: DeviceId, number: u32, random: &mut SplitMix) -> (SealedRow, PageEntry) {
    let happened_at_s = NEWEST_S - i64::from(number) * 10_800;
    let told = match number % URGES_IN {
        1 => urge(happened_at_s, random),
        _ => entry(number, happened_at_s, random),
    };
    let version = Version {
        codec: Codec::Json,
        schema: told.schema,
        deleted: false,
        changed_at_ms: happened_at_s as u64 * 1_000,
        clock: VersionClock::default().bumped(device),
        body: told.body,
    };
    let record_id = RecordId::make(random).expect("never fails");
    let kind = told.kind.number();
    let row = keys.seal_record(record_id, &Record { kind, versions: vec![version] }, random).expect("seals");
    let state = vault::EntryState::Live;
    let entry = PageEntry {
        record_id,
        commitment: row.commitment(),
        state,
        kind,
        happened_at_s,
        offset_min: 0,
        title: told.title,
    };
    (row, entry)
}

fn entry(number: u32, happened_at_s: i64, random: &mut SplitMix) -> Told {
    let words = Words {
        title: format!("Entry {number}: {}", text(40, random)),
        text: text(BYTES, random),
        mood: Some(Mood::new(random.below(11) as u8).expect("0 to 10")),
        tags: Tags::new([WORDS[random.below(WORDS.len())]]).expect("one tag"),
        happened_at_s,
        zone: "Europe/London".into(),
        ..Words::default()
    };
    let title = words.list_title();
    let body = Entry::new(words).expect("1 KB is not too long").to_body();
    Told { kind: Kind::ENTRY, schema: Entry::SCHEMA, title, body }
}

fn urge(happened_at_s: i64, random: &mut SplitMix) -> Told {
    let root = TriggerRoot::ALL[random.below(TriggerRoot::ALL.len())];
    let words = UrgeWords {
        strength: Some(random.below(11) as u8),
        after: Some(random.below(11) as u8),
        minutes: Some(5 + random.below(60) as u16),
        triggers: vec![Trigger { root, leaf: None, name: String::new() }],
        thought: text(BYTES / 2, random),
        happened_at_s,
        zone: "Europe/London".into(),
        ..UrgeWords::default()
    };
    let title = words.list_title();
    let body = Noted::new(words, happened_at_s as u64 * 1_000).expect("a sound urge").to_body();
    Told { kind: UrgeWords::KIND, schema: UrgeWords::SCHEMA, title, body }
}

fn root(secret: &WaySecret, device: DeviceId, live: u32, pages: &[SealedRow], random: &mut SplitMix) -> Root {
    let mut ways: [Option<WayRecord>; 8] = Default::default();
    ways[0] = Some(WayRecord { way: Way::Passphrase, created_at_ms: 0, label: String::new() });
    Root {
        sequence: 1,
        lineage_id: LineageId::make(random).expect("never fails"),
        device_id: device,
        live,
        deleted: 0,
        pages: core::array::from_fn(|number| pages[number].commitment()),
        ways,
        passphrase_backup_key: Some(secret.backup_key()),
        recovery_backup_key: None,
        drafts: Vec::new(),
        last_save_ms: NEWEST_S as u64 * 1_000,
        proven_backup_ms: 0,
        proven_backup_sequence: 0,
        marks: 0,
    }
}

fn text(bytes: usize, random: &mut SplitMix) -> String {
    let mut text = String::with_capacity(bytes + 16);
    while text.len() < bytes {
        text.push_str(WORDS[random.below(WORDS.len())]);
        text.push(if random.below(12) == 0 { '\n' } else { ' ' });
    }
    text
}

/// SplitMix64: quick and the same every time. Not for anything that is to be kept secret.
pub struct SplitMix(pub u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

impl Random for SplitMix {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_be_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

const WORDS: [&str; 48] = [
    "walk",
    "river",
    "tea",
    "morning",
    "quiet",
    "called",
    "Sam",
    "meeting",
    "slept",
    "badly",
    "well",
    "garden",
    "rain",
    "after",
    "before",
    "again",
    "and",
    "then",
    "the",
    "a",
    "with",
    "without",
    "craving",
    "passed",
    "evening",
    "kitchen",
    "music",
    "bus",
    "work",
    "café",
    "hard",
    "easier",
    "yesterday",
    "today",
    "breathing",
    "counted",
    "ten",
    "minutes",
    "door",
    "letter",
    "sister",
    "harbour",
    "light",
    "window",
    "tired",
    "hopeful",
    "über",
    "😀",
];

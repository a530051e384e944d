//! Owns a small journal with one of everything, made with a fixed generator.

use sha2::{Digest, Sha256};
use std::rc::Rc;
use vault::*;

/// SHA-256 of a seed and a counter: the same bytes in every run and on every machine.
pub struct Fixed {
    seed: u64,
    block: u64,
    rest: Vec<u8>,
}

impl Fixed {
    pub fn new(seed: u64) -> Self {
        Self { seed, block: 0, rest: Vec::new() }
    }

    pub fn array<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes).unwrap();
        bytes
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (u64::from_be_bytes(self.array()) % end as u64) as usize
    }
}

impl Random for Fixed {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        for byte in bytes {
            if self.rest.is_empty() {
                self.block += 1;
                let digest = Sha256::new().chain_update(self.seed.to_be_bytes());
                self.rest = digest.chain_update(self.block.to_be_bytes()).finalize().to_vec();
            }
            *byte = self.rest.pop().unwrap();
        }
        Ok(())
    }
}

/// Numbers of rounds: small with every test, large with `TRESTLE_PROOFS=full`.
pub fn rounds(small: usize, full: usize) -> usize {
    match std::env::var("TRESTLE_PROOFS").as_deref() {
        Ok("full") => full,
        _ => small,
    }
}

pub const RECOVERY: [u8; 20] = *b"twenty bytes, a key.";

pub fn kdf() -> KdfParams {
    KdfParams { cost: Cost::READ_MINIMUM, salt: [0x5a; 16] }
}

pub fn recovery() -> WaySecret {
    WaySecret::recovery(RECOVERY)
}

/// A secret as a passphrase would give it, without Argon2.
pub fn derived(byte: u8) -> WaySecret {
    WaySecret::passphrase([byte; 32], kdf())
}

/// A journal that opens by recovery secret (slot 2) and by passphrase (slot 5).
pub fn journal(random: &mut Fixed) -> (SealedHeader, VaultKeys) {
    let vault_id = VaultId::make(random).unwrap();
    generation(vault_id, 1, random)
}

pub fn generation(vault_id: VaultId, generation: u32, random: &mut Fixed) -> (SealedHeader, VaultKeys) {
    let (recovery, passphrase) = (recovery(), derived(9));
    let ways = [NewWay { index: 2, secret: &recovery }, NewWay { index: 5, secret: &passphrase }];
    make_header(vault_id, generation, 1, kdf(), &ways, random).unwrap()
}

pub fn version(random: &mut Fixed, body: &[u8]) -> Version {
    Version {
        codec: Codec::Json,
        schema: 1,
        deleted: false,
        changed_at_ms: 1_790_000_000_123,
        clock: VersionClock::default().bumped(DeviceId::make(random).unwrap()),
        body: body.to_vec(),
    }
}

pub fn record(random: &mut Fixed, body: &[u8]) -> Record {
    Record { kind: 1, versions: vec![version(random, body)] }
}

/// An id on page `number`.
pub fn id_on(number: PageNumber, random: &mut Fixed) -> RecordId {
    let mut bytes: [u8; 16] = random.array();
    bytes[0] = (number.index() as u8) << 2 | bytes[0] & 3;
    RecordId::from_bytes(bytes)
}

pub fn entry(record_id: RecordId, title: &str, random: &mut Fixed) -> PageEntry {
    PageEntry {
        record_id,
        commitment: Commitment::make(random).unwrap(),
        state: EntryState::Live,
        kind: 1,
        happened_at_s: -86_400,
        offset_min: -330,
        title: title.into(),
    }
}

pub fn page(number: PageNumber, entries: usize, random: &mut Fixed) -> Page {
    let entry = |i| {
        let id = id_on(number, random);
        entry(id, &format!("A day like others, number {i}"), random)
    };
    Page::from_entries((0..entries).map(entry).collect())
}

pub fn root(random: &mut Fixed) -> Root {
    let mut ways = [const { None }; 8];
    ways[2] = Some(WayRecord { way: Way::Recovery, created_at_ms: 1, label: String::new() });
    ways[5] = Some(WayRecord { way: Way::Passphrase, created_at_ms: u64::MAX, label: "é".repeat(12) });
    Root {
        sequence: 7,
        lineage_id: LineageId::make(random).unwrap(),
        device_id: DeviceId::make(random).unwrap(),
        live: 3,
        deleted: 1,
        pages: core::array::from_fn(|_| Commitment::make(random).unwrap()),
        ways,
        passphrase_backup_key: Some(derived(9).backup_key()),
        recovery_backup_key: None,
        drafts: (0..2).map(|_| draft_ref(random)).collect(),
        last_save_ms: 1_790_000_000_456,
        proven_backup_ms: 0,
        proven_backup_sequence: 0,
        marks: Root::MARK_SMALL_MEMORY,
    }
}

pub fn draft_ref(random: &mut Fixed) -> DraftRef {
    DraftRef {
        draft_id: DraftId::make(random).unwrap(),
        record_id: RecordId::make(random).unwrap(),
        base: RowKey::from_bytes([0; 16]),
        row: Commitment::make(random).unwrap(),
    }
}

pub fn note() -> Note {
    Note { written_at_ms: 1_790_000_000_789, strength: 8, text: "Walked past. Still here.".into() }
}

/// All of a root that can be compared.
pub fn told(root: &Root) -> impl PartialEq + std::fmt::Debug {
    (
        (root.sequence, root.lineage_id, root.device_id, root.live, root.deleted, root.pages),
        (root.ways.clone(), root.drafts.clone()),
        // EXPOSE: the tests compare the root that went in with the one that came out.
        root.passphrase_backup_key.as_ref().map(|key| *key.expose_bytes()),
        // EXPOSE: as above.
        root.recovery_backup_key.as_ref().map(|key| *key.expose_bytes()),
        (root.last_save_ms, root.proven_backup_ms, root.proven_backup_sequence, root.marks),
    )
}

pub type Records = Vec<(RecordId, Record)>;

/// A backup of some records that opens by the keys W of `ways`.
pub fn backup_by(ways: &[BackupWay<'_>], records: &Records, random: &mut Fixed) -> Vec<u8> {
    let about = BackupAbout {
        lineage_id: LineageId::make(random).unwrap(),
        sequence: 7,
        made_at_ms: 1_790_000_000_999,
        records: records.len() as u32,
    };
    let mut out = Vec::new();
    let mut writer = BackupWriter::begin(kdf(), ways, &about, random, &mut out).unwrap();
    for (id, record) in records {
        writer.push(*id, record, &mut out).unwrap();
    }
    while !writer.finish(100_000, &mut out) {}
    out
}

/// A backup that opens by the recovery secret.
pub fn backup(records: &Records, random: &mut Fixed) -> Vec<u8> {
    backup_by(&[recovery().backup_key().of_way(Way::Recovery)], records, random)
}

/// Records with bodies of these lengths, ids ascending.
pub fn records(bodies: &[usize], random: &mut Fixed) -> Records {
    let mut ids: Vec<RecordId> = bodies.iter().map(|_| RecordId::make(random).unwrap()).collect();
    ids.sort_unstable();
    ids.into_iter().zip(bodies).map(|(id, len)| (id, record(random, &vec![b'x'; *len]))).collect()
}

/// All that is in a backup, read with the recovery secret.
pub fn read_backup(bytes: &[u8]) -> Result<(BackupAbout, Records), BackupError> {
    read_backup_with(bytes, &recovery())
}

pub fn read_backup_with(bytes: &[u8], secret: &WaySecret) -> Result<(BackupAbout, Records), BackupError> {
    read_backup_in(65_536, bytes, secret)
}

/// In pieces of some length.
pub fn read_backup_in(
    pieces: usize,
    bytes: &[u8],
    secret: &WaySecret,
) -> Result<(BackupAbout, Records), BackupError> {
    let keyed = Rc::new(BackupHeader::parse(bytes)?.unlock(secret)?);
    let mut reader = BackupReader::new(keyed);
    let mut records = Vec::new();
    for piece in bytes[BackupHeader::LEN..].chunks(pieces) {
        reader.push(piece)?;
        while let Some(record) = reader.next_record()? {
            records.push(record);
        }
    }
    reader.finish()?;
    while let Some(record) = reader.next_record()? {
        records.push(record);
    }
    Ok((*reader.about().unwrap(), records))
}

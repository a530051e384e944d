//! Sealed values for the facts: the store takes nothing else, and only the vault makes them.

use vault::{
    Commitment, Cost, DeviceId, DraftId, Header, KdfParams, LineageId, NewWay, Note, Random,
    RandomnessUnavailable, Root, SealedHeader, SealedNote, SealedRoot, SealedRow, VaultId, VaultKeys,
    WaySecret, make_header, seal_note,
};

/// Makes sealed values of one made-up journal.
///
/// # Security
/// Its random numbers are a fixed sequence and its secrets are in this file: for tests only.
pub struct Sealing {
    random: FixedSequence,
    header: SealedHeader,
    keys: VaultKeys,
    made: u64,
}

impl Sealing {
    /// A journal without entries. Two made with the same seed are equal.
    pub fn new(seed: u64) -> Self {
        let mut random = FixedSequence(seed);
        let kdf = KdfParams::make(Cost::READ_MINIMUM, &mut random).expect(UNFAILING);
        let secret = WaySecret::recovery([7; 20]);
        let ways = [NewWay { index: 0, secret: &secret }];
        let vault_id = VaultId::make(&mut random).expect(UNFAILING);
        let (header, keys) = make_header(vault_id, 1, 1, kdf, &ways, &mut random).expect(UNFAILING);
        Self { random, header, keys, made: 0 }
    }

    /// The journal's header.
    pub fn header(&self) -> &SealedHeader {
        &self.header
    }

    /// A root that no other equals.
    pub fn root(&mut self) -> SealedRoot {
        self.made += 1;
        let root = Root {
            sequence: self.made,
            lineage_id: LineageId::from_bytes([1; 16]),
            device_id: DeviceId::from_bytes([2; 8]),
            live: 0,
            deleted: 0,
            pages: [Commitment::from_bytes([3; 32]); 64],
            ways: [const { None }; 8],
            passphrase_backup_key: None,
            recovery_backup_key: None,
            drafts: Vec::new(),
            last_save_ms: 0,
            proven_backup_ms: 0,
            proven_backup_sequence: 0,
            marks: 0,
        };
        self.keys.seal_root(&root, &mut self.random).expect("a root of the right form can be sealed")
    }

    /// A row of at least that many bytes, that no other equals.
    pub fn row(&mut self, bytes: usize) -> SealedRow {
        let sealed = self.keys.seal_draft(DraftId::from_bytes([4; 16]), &vec![5; bytes], &mut self.random);
        sealed.expect("a draft under its limit can be sealed")
    }

    /// So many small rows.
    pub fn small_rows(&mut self, count: usize) -> Vec<SealedRow> {
        (0..count).map(|_| self.row(100)).collect()
    }

    /// A note that no other equals.
    pub fn note(&mut self) -> SealedNote {
        self.made += 1;
        let header = Header::parse(self.header.as_bytes()).expect("the header was just made");
        let note = Note { written_at_ms: self.made, strength: 3, text: "held on".into() };
        seal_note(&header, &note, &mut self.random).expect("a note under its limit can be sealed")
    }
}

const UNFAILING: &str = "a fixed sequence does not fail";

/// SplitMix64.
struct FixedSequence(u64);

impl Random for FixedSequence {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        for chunk in bytes.chunks_mut(8) {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(mixed ^ (mixed >> 31)).to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

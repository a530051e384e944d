#![allow(missing_docs, unused_variables, dead_code)]
// THE AGREED SURFACE. Bodies are to be filled in and the file to be split into rooms; names and signatures are what keeper and store build on.
use alloc::{string::String, vec::Vec};

// ---- identities (identity.rs): Copy + Eq + Ord + Hash, hex Debug, `from_bytes`, `as_bytes`
macro_rules! id { ($($n:ident $l:literal),*) => { $(
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub struct $n([u8; $l]);
    impl $n { pub const fn from_bytes(b: [u8; $l]) -> Self { Self(b) } pub const fn as_bytes(&self) -> &[u8; $l] { &self.0 }
              pub fn make(random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> { todo!() } }
)* } }
id!(VaultId 16, LineageId 16, RecordId 16, DraftId 16, DeviceId 8, RowKey 16, Commitment 32);
impl RecordId { pub fn page(&self) -> PageNumber { todo!() } /// id of a singleton (FORMAT 4)
    pub fn singleton(lineage: LineageId, name: &str) -> Self { todo!() } }
impl Commitment { pub fn row_key(&self) -> RowKey { todo!() } }
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub struct PageNumber(u8); // 0..64
impl PageNumber { pub const COUNT: usize = 64; pub fn new(n: u8) -> Option<Self> { todo!() } pub fn index(self) -> usize { todo!() } pub fn all() -> impl Iterator<Item = PageNumber> { (0..64).map(PageNumber) } }

// ---- randomness (random.rs)
/// Source of random bytes, handed in from outside.
pub trait Random { fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable>; }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub struct RandomnessUnavailable; // impl Error everywhere
/// Draws twice 32 bytes and refuses a generator whose first two draws are equal or all zero.
pub fn check_random(random: &mut dyn Random) -> Result<(), RandomnessUnavailable> { todo!() }

// ---- passphrase, cost, derivation
pub struct Passphrase(()); // zeroizing Vec<u8>; redacted Debug; no Clone
impl Passphrase { pub const MAX_BYTES: usize = 1024; /// bytes must be NFC UTF-8 already
    pub fn from_nfc_bytes(bytes: Vec<u8>) -> Result<Self, PassphraseError> { todo!() }
    pub fn expose_bytes(&self) -> &[u8] { todo!() } }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] #[non_exhaustive] pub enum PassphraseError { Empty, TooLong { bytes: usize }, NotUtf8 }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub struct Cost { memory_kib: u32, passes: u32 }
impl Cost {
    /// Checked against the read limits before any allocation.
    pub fn new(memory_kib: u32, passes: u32) -> Result<Self, CostOutOfRange> { todo!() }
    pub const STANDARD: Cost = Cost { memory_kib: 65_536, passes: 3 };
    pub const SMALL_MEMORY: Cost = Cost { memory_kib: 32_768, passes: 6 };
    pub const READ_MINIMUM: Cost = Cost { memory_kib: 19_456, passes: 2 }; // for tests
    pub fn memory_kib(self) -> u32 { self.memory_kib } pub fn passes(self) -> u32 { self.passes }
    /// The largest passes 3..=10 that keeps one derivation under a second, given that a STANDARD run took `millis`.
    pub fn fitted(millis_at_standard: f64) -> Cost { todo!() }
}
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub struct CostOutOfRange { pub memory_kib: u32, pub passes: u32 }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub struct KdfParams { pub cost: Cost, pub salt: [u8; 16] }
impl KdfParams { pub fn make(cost: Cost, random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> { todo!() } /// B of FORMAT 2
    pub fn to_bytes(&self) -> [u8; 28] { todo!() } pub fn from_bytes(bytes: &[u8; 28]) -> Result<Self, CostOutOfRange> { todo!() } }
/// S of FORMAT 2 for one way. Zeroizing, redacted, no Clone.
pub struct WaySecret(());
impl WaySecret {
    pub fn passphrase(derived: [u8; 32], params: KdfParams) -> Self { todo!() }
    pub fn recovery(secret: [u8; 20]) -> Self { todo!() }
    pub fn passkey(prf_output: &[u8]) -> Result<Self, ShortPrfOutput> { todo!() }
    pub fn way(&self) -> Way { todo!() }
    /// W of FORMAT 2, wraps backups
    pub fn backup_key(&self) -> BackupKey { todo!() }
}
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub struct ShortPrfOutput;
/// Argon2id v1.3 with p = 1. One call allocates `cost.memory_kib` KiB.
/// A refused allocation must come back as an error, not abort: try_reserve the blocks and use hash_password_into_with_memory.
pub fn derive(passphrase: &Passphrase, params: &KdfParams) -> Result<[u8; 32], DeriveError> { todo!() }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] #[non_exhaustive] pub enum DeriveError { OutOfMemory { memory_kib: u32 } }
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)] pub enum Way { Passphrase = 1, Recovery = 2, Passkey = 3 }
/// 32 bytes that wrap backups, kept in the root. Zeroizing, redacted.
pub struct BackupKey(());
impl BackupKey { pub fn expose_bytes(&self) -> &[u8; 32] { todo!() } }

// ---- keys and the header (keys.rs, header.rs, slot.rs)
/// RK: zeroizing, redacted, no Clone.
pub struct RootKey(());
impl RootKey { pub fn make(random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> { todo!() } }
/// The drawn key tree of one generation of one journal; seals and opens everything that rests.
pub struct VaultKeys(());
/// A parsed header: intact by its own checksum, costs inside the read limits; not yet authenticated.
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Header(()); // holds the 1,184 bytes
/// A header this program made or authenticated: what a store may write.
#[derive(Clone, Debug, PartialEq, Eq)] pub struct SealedHeader(());
impl SealedHeader { pub fn as_bytes(&self) -> &[u8] { todo!() } }
/// One way in to be put into slot `index`.
pub struct NewWay<'a> { pub index: u8, pub secret: &'a WaySecret }
impl Header {
    pub const LEN: usize = 1184;
    pub fn parse(bytes: &[u8]) -> Result<Self, HeaderError> { todo!() }
    pub fn as_bytes(&self) -> &[u8] { todo!() }
    pub fn vault_id(&self) -> VaultId { todo!() } pub fn generation(&self) -> u32 { todo!() } pub fn sequence(&self) -> u32 { todo!() }
    pub fn kdf(&self) -> KdfParams { todo!() } pub fn inbox_public_key(&self) -> [u8; 32] { todo!() }
    /// Compares all eight commitments always, opens the match, verifies the MAC before RK is used.
    pub fn unlock(&self, secret: &WaySecret) -> Result<Unlocked, UnlockError> { todo!() }
}
pub struct Unlocked { pub keys: VaultKeys, pub slot: u8, pub way: Way, pub header: SealedHeader }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] #[non_exhaustive]
pub enum HeaderError { Length { len: usize }, Magic, Damaged /*checksum*/, TooNew { lowest_reader: u16 }, UnknownSuite, Reserved, CostOutOfRange(CostOutOfRange) }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] #[non_exhaustive]
pub enum UnlockError { /** no slot opens */ NoMatch, /** a slot opened but the MAC differs */ Tampered, Slot }
/// Makes the header of a new journal or of a new generation: returns it with its keys.
pub fn make_header(vault_id: VaultId, generation: u32, sequence: u32, kdf: KdfParams, ways: &[NewWay<'_>], random: &mut dyn Random)
    -> Result<(SealedHeader, VaultKeys), RandomnessUnavailable> { todo!() }
/// Adds or replaces ways under the same RK (sequence + 1), other slots copied; new kdf params only with a new passphrase slot.
pub fn rewrap_header(keys: &VaultKeys, header: &Header, kdf: KdfParams, ways: &[NewWay<'_>], random: &mut dyn Random) -> Result<SealedHeader, RandomnessUnavailable> { todo!() }

// ---- what rests (sealed.rs): making one is only possible by sealing
#[derive(Clone, Debug, PartialEq, Eq)] pub struct SealedRow(()); // private fields: key, bytes
impl SealedRow { pub fn key(&self) -> RowKey { todo!() } pub fn commitment(&self) -> Commitment { todo!() } pub fn as_bytes(&self) -> &[u8] { todo!() } }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct SealedRoot(());
impl SealedRoot { pub fn commitment(&self) -> Commitment { todo!() } pub fn as_bytes(&self) -> &[u8] { todo!() } }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct SealedNote(());
impl SealedNote { pub fn as_bytes(&self) -> &[u8] { todo!() } }
/// Reads the commitment of a stored root without a key (FORMAT 5: bytes the store can see).
pub fn root_commitment(stored: &[u8]) -> Result<Commitment, SealedError> { todo!() }
/// Reads the generation of any sealed value without a key.
pub fn sealed_generation(stored: &[u8]) -> Result<u32, SealedError> { todo!() }

#[derive(Clone, Copy, PartialEq, Eq, Debug)] #[non_exhaustive]
pub enum SealedError { TooShort, UnknownVersion, UnknownSuite, UnknownType, Reserved, Generation { expected: u32, found: u32 }, /** commitment is not the one expected */ Commitment, /** box does not open */ Damaged, /** opened, but what is inside is not of the form */ Content }
#[derive(Clone, Copy, PartialEq, Eq, Debug)] #[non_exhaustive]
pub enum SealError { RandomnessUnavailable, BodyTooLong { bytes: usize }, Form }

impl VaultKeys {
    pub fn vault_id(&self) -> VaultId { todo!() } pub fn generation(&self) -> u32 { todo!() }
    pub fn seal_record(&self, id: RecordId, record: &Record, random: &mut dyn Random) -> Result<SealedRow, SealError> { todo!() }
    pub fn open_record(&self, id: RecordId, expected: Commitment, stored: &[u8]) -> Result<Record, SealedError> { todo!() }
    pub fn seal_page(&self, number: PageNumber, page: &Page, random: &mut dyn Random) -> Result<SealedRow, SealError> { todo!() }
    pub fn open_page(&self, number: PageNumber, expected: Commitment, stored: &[u8]) -> Result<Page, SealedError> { todo!() }
    pub fn seal_root(&self, root: &Root, random: &mut dyn Random) -> Result<SealedRoot, SealError> { todo!() }
    pub fn open_root(&self, stored: &[u8]) -> Result<Root, SealedError> { todo!() }
    pub fn seal_draft(&self, id: DraftId, cleartext: &[u8], random: &mut dyn Random) -> Result<SealedRow, SealError> { todo!() }
    pub fn open_draft(&self, id: DraftId, expected: Commitment, stored: &[u8]) -> Result<Vec<u8>, SealedError> { todo!() }
    pub fn open_note(&self, stored: &[u8]) -> Result<Note, SealedError> { todo!() }
}
/// Seals a note to a header's inbox public key, without unlocking (FORMAT 9).
pub fn seal_note(header: &Header, note: &Note, random: &mut dyn Random) -> Result<SealedNote, SealError> { todo!() }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Note { pub written_at_ms: u64, pub strength: u8, pub text: String /* at most 280 bytes */ }

// ---- record (record.rs)
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub enum Codec { Json = 1, Raw = 2 }
#[derive(Clone, Debug, PartialEq, Eq, Default)] pub struct VersionClock(Vec<(DeviceId, u32)>); // sorted by device, counts ≥ 1
impl VersionClock {
    pub fn entries(&self) -> &[(DeviceId, u32)] { todo!() }
    /// entry-wise maximum
    pub fn merged<'a>(clocks: impl IntoIterator<Item = &'a VersionClock>) -> VersionClock { todo!() }
    /// with `device`'s own count + 1
    pub fn bumped(self, device: DeviceId) -> VersionClock { todo!() }
    /// true when every count is ≥ the other's and they differ
    pub fn strictly_dominates(&self, other: &VersionClock) -> bool { todo!() }
    pub fn to_bytes(&self) -> Vec<u8> { todo!() } pub fn parse(bytes: &[u8]) -> Result<Self, SealedError> { todo!() }
}
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Version { pub codec: Codec, pub schema: u16, pub deleted: bool, pub changed_at_ms: u64, pub clock: VersionClock, pub body: Vec<u8> }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Record { pub kind: u8, pub versions: Vec<Version> }
impl Record { pub const MAX_BODY: usize = 4 * 1024 * 1024;
    /// The union of the versions of both, less each whose clock another strictly dominates; equal ones once; ordered by SHA-256 of the version.
    pub fn merged(self, other: Record) -> Record { todo!() }
    /// Versions replaced by `next` where its clock dominates; the others kept.
    pub fn with_version(self, next: Version) -> Record { todo!() }
    pub fn parse(bytes: &[u8]) -> Result<Self, SealedError> { todo!() } pub fn to_padded_bytes(&self) -> Result<Vec<u8>, SealError> { todo!() } }

// ---- page (page.rs)
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub enum EntryState { Live, Deleted }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct PageEntry { pub record_id: RecordId, pub commitment: Commitment, pub state: EntryState, pub kind: u8, pub happened_at_s: i64, pub offset_min: i16, pub title: String /* ≤ 64 bytes */ }
impl PageEntry { pub const MAX_TITLE: usize = 64; /// cut at a character boundary
    pub fn fitted_title(title: &str) -> &str { todo!() } }
#[derive(Clone, Debug, PartialEq, Eq, Default)] pub struct Page { entries: Vec<PageEntry> } // sorted by record_id
impl Page { pub fn entries(&self) -> &[PageEntry] { todo!() } pub fn get(&self, id: &RecordId) -> Option<&PageEntry> { todo!() } /// inserts or replaces
    pub fn put(&mut self, entry: PageEntry) { todo!() }
    pub fn from_entries(entries: Vec<PageEntry>) -> Page { todo!() } }

// ---- root (root.rs)
#[derive(Clone, Debug, PartialEq, Eq)] pub struct WayRecord { pub way: Way, pub created_at_ms: u64, pub label: String /* ≤ 24 bytes */ }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct DraftRef { pub draft_id: DraftId, pub record_id: RecordId, /** row key of the record the draft began from, zero for a new one */ pub base: RowKey, pub row: Commitment }
pub struct Root { // redacted Debug for the backup keys
    pub sequence: u64, pub lineage_id: LineageId, pub device_id: DeviceId, pub live: u32, pub deleted: u32,
    pub pages: [Commitment; 64], pub ways: [Option<WayRecord>; 8], pub passphrase_backup_key: Option<BackupKey>, pub recovery_backup_key: Option<BackupKey>,
    pub drafts: Vec<DraftRef>, // ≤ MAX_DRAFTS
    pub last_save_ms: u64, pub proven_backup_ms: u64, pub proven_backup_sequence: u64, pub marks: u32,
}
impl Root { /// An explicit copy (the backup keys in it make Clone unfit).
    pub fn duplicate(&self) -> Root { todo!() }
    pub const MAX_DRAFTS: usize = 16; pub const MARK_SMALL_MEMORY: u32 = 1; }

// ---- witness (witness.rs), FORMAT 7; base64 text
#[derive(Clone, Copy, PartialEq, Eq, Debug)] pub enum WitnessState { Live, Removing }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Witness { pub state: WitnessState, pub vault_id: VaultId, pub sequence: u64, pub header: Header }
impl Witness { pub fn to_text(&self) -> String { todo!() } /// a damaged witness is None
    pub fn parse(text: &str) -> Option<Self> { todo!() } }

// ---- recovery sheet arithmetic lives in keeper::protocol (screen needs it); the vault takes the 20 bytes.

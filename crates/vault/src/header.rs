//! Owns the header: 1,184 bytes that say what a derivation costs and hold eight slots. Must not know where it rests.
//!
//! Intact (its checksum holds) is decided without a key and before any costly work; authentic (its MAC holds) only
//! with the root key that a slot gave.

use alloc::boxed::Box;
use core::fmt;

use sha2::{Digest, Sha256};
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use crate::cost::{Cost, CostOutOfRange};
use crate::derivation::KdfParams;
use crate::header_error::{HeaderError, UnlockError};
use crate::identity::VaultId;
use crate::inbox;
use crate::keys::{RootKey, VaultKeys};
use crate::random::{Random, RandomnessUnavailable};
use crate::reader::Reader;
use crate::slot::{self, NewWay, Place};
use crate::way::{Way, WaySecret};

const MAGIC: &[u8; 8] = b"TRESTLE\x01";
/// The only format this version writes and reads; also the lowest reader it names.
pub(crate) const FORMAT: u16 = 1;
const SLOTS_AT: usize = 64;
const INBOX_AT: usize = SLOTS_AT + slot::COUNT * slot::LEN;
const MAC_AT: usize = INBOX_AT + 32;
const CHECKSUM_AT: usize = MAC_AT + 32;
const RESERVED_AT: usize = CHECKSUM_AT + 8;

/// A parsed header: intact by its own checksum, costs inside the read limits; not yet authenticated.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    bytes: Box<[u8; Header::LEN]>,
    vault_id: VaultId,
    generation: u32,
    sequence: u32,
    kdf: KdfParams,
    inbox_public_key: [u8; 32],
}

/// A header this program made or authenticated: what a store may write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedHeader(Header);

impl SealedHeader {
    /// The 1,184 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The same as a parsed header.
    pub const fn header(&self) -> &Header {
        &self.0
    }
}

impl From<SealedHeader> for Header {
    fn from(sealed: SealedHeader) -> Self {
        sealed.0
    }
}

/// What an unlock gives.
#[derive(Debug)]
pub struct Unlocked {
    /// The keys of the journal.
    pub keys: VaultKeys,
    /// The slot that opened, 0 to 7.
    pub slot: u8,
    /// The kind of way that opened it.
    pub way: Way,
    /// The header, now authenticated.
    pub header: SealedHeader,
}

impl Header {
    /// Bytes of a header.
    pub const LEN: usize = 1184;

    /// Reads a header and checks all that can be checked without a key.
    ///
    /// # Errors
    /// [`HeaderError`], in this order: magic, a newer format of another length, length, checksum, format, suite,
    /// fixed and reserved bytes, cost. Nothing costly was done and nothing large allocated.
    pub fn parse(bytes: &[u8]) -> Result<Self, HeaderError> {
        let len = HeaderError::Length { len: bytes.len() };
        let mut reader = Reader::new(bytes);
        let magic: [u8; 8] = reader.array().ok_or(len)?;
        if magic != *MAGIC {
            return Err(HeaderError::Magic);
        }
        let (format, lowest_reader) = (reader.u16().ok_or(len)?, reader.u16().ok_or(len)?);
        let Ok(bytes) = <&[u8; Self::LEN]>::try_from(bytes) else {
            let newer = lowest_reader > FORMAT && bytes.len() > Self::LEN;
            return Err(if newer { HeaderError::TooNew { lowest_reader } } else { len });
        };
        if checksum(bytes) != bytes[CHECKSUM_AT..RESERVED_AT] {
            return Err(HeaderError::Damaged);
        }
        if format > FORMAT || lowest_reader > FORMAT {
            return Err(HeaderError::TooNew { lowest_reader });
        }
        Self::parse_intact(bytes, format == FORMAT && lowest_reader == FORMAT).ok_or(HeaderError::Reserved)?
    }

    /// The part behind magic, format and checksum. `None` stands for a fixed or reserved byte that is not.
    fn parse_intact(bytes: &[u8; Self::LEN], fixed: bool) -> Option<Result<Self, HeaderError>> {
        let mut reader = Reader::new(&bytes[12..]);
        let [kdf, suite, lanes, slots] = reader.array()?;
        let (memory_kib, passes) = (reader.u32()?, reader.u32()?);
        let salt = reader.array()?;
        let vault_id = VaultId::from_bytes(reader.array()?);
        let (generation, sequence) = (reader.u32()?, reader.u32()?);
        reader.take(slot::COUNT * slot::LEN)?;
        let inbox_public_key = reader.array()?;
        reader.take(32 + 8)?;
        if kdf != 1 || suite != 1 {
            return Some(Err(HeaderError::UnknownSuite));
        }
        if !fixed || usize::from(slots) != slot::COUNT || !reader.rest_is_zero() {
            return None;
        }
        let cost = if lanes == 1 {
            Cost::new(memory_kib, passes)
        } else {
            Err(CostOutOfRange { memory_kib, passes })
        };
        Some(cost.map_err(HeaderError::CostOutOfRange).map(|cost| Self {
            bytes: Box::new(*bytes),
            vault_id,
            generation,
            sequence,
            kdf: KdfParams { cost, salt },
            inbox_public_key,
        }))
    }

    /// The 1,184 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    /// The local copy this header opens.
    pub const fn vault_id(&self) -> VaultId {
        self.vault_id
    }

    /// The generation of its root key.
    pub const fn generation(&self) -> u32 {
        self.generation
    }

    /// Counts the headers of one generation.
    pub const fn sequence(&self) -> u32 {
        self.sequence
    }

    /// What the passphrase's derivation takes.
    pub const fn kdf(&self) -> KdfParams {
        self.kdf
    }

    /// To which notes are sealed while locked (X25519). Authentic only once the header is unlocked.
    pub const fn inbox_public_key(&self) -> [u8; 32] {
        self.inbox_public_key
    }

    /// Compares all eight commitments always, opens the slot that matches, and verifies the MAC before the root key is
    /// used for anything else.
    ///
    /// # Errors
    /// [`UnlockError::NoMatch`] for a secret that opens nothing here (another passphrase, another journal);
    /// [`UnlockError::Slot`] for a slot that matches but does not open; [`UnlockError::Tampered`] for a MAC that differs.
    pub fn unlock(&self, secret: &WaySecret) -> Result<Unlocked, UnlockError> {
        let key = secret.slot_key(self.vault_id);
        let mut found = Choice::from(0);
        let mut index = 0;
        for place in (0..).take(slot::COUNT).map(|index| self.place(index)) {
            let matches = key.commits(&[&place.context()], self.slot(place.index));
            index.conditional_assign(&place.index, matches & !found);
            found |= matches;
        }
        if !bool::from(found) {
            return Err(UnlockError::NoMatch);
        }
        let root_key =
            slot::open(self.place(index), &key, secret.way(), self.slot(index)).ok_or(UnlockError::Slot)?;
        let keys = VaultKeys::derive(self.vault_id, self.generation, root_key);
        let header = self.authenticate(&keys).ok_or(UnlockError::Tampered)?;
        Ok(Unlocked { keys, slot: index, way: secret.way(), header })
    }

    /// Verifies the MAC with keys that are open already: for a header that another tab wrote meanwhile. `None` for a
    /// header of another journal or generation, or one that was changed without the key.
    pub fn authenticate(&self, keys: &VaultKeys) -> Option<SealedHeader> {
        let same = keys.vault_id() == self.vault_id && keys.generation() == self.generation;
        let authentic =
            bool::from(keys.mac.mac(&self.bytes[..MAC_AT]).ct_eq(&self.bytes[MAC_AT..CHECKSUM_AT]));
        (same && authentic).then(|| SealedHeader(self.clone()))
    }

    fn slot(&self, index: u8) -> &[u8] {
        let at = SLOTS_AT + usize::from(index) * slot::LEN;
        &self.bytes[at..at + slot::LEN]
    }

    const fn place(&self, index: u8) -> Place {
        Place { vault_id: self.vault_id, generation: self.generation, index }
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Header")
            .field("vault_id", &self.vault_id)
            .field("generation", &self.generation)
            .field("sequence", &self.sequence)
            .field("cost", &self.kdf.cost)
            .finish_non_exhaustive()
    }
}

/// Makes the header of a new journal or of a new generation, with a fresh root key; gives it with its keys.
///
/// # Errors
/// [`RandomnessUnavailable`] when the generator fails.
///
/// # Panics
/// When the caller breaks what it can see by itself: no way at all, an index above 7 or given twice, a passphrase
/// derived with other parameters than `kdf`. Each would make a journal that does not open.
pub fn make_header(
    vault_id: VaultId,
    generation: u32,
    sequence: u32,
    kdf: KdfParams,
    ways: &[NewWay<'_>],
    random: &mut dyn Random,
) -> Result<(SealedHeader, VaultKeys), RandomnessUnavailable> {
    assert!(!ways.is_empty(), "a journal has a way in");
    let keys = VaultKeys::derive(vault_id, generation, RootKey::make(random)?);
    let mut slots = [0; slot::COUNT * slot::LEN];
    random.fill(&mut slots)?;
    let header = write(&keys, sequence, kdf, slots, ways, random)?;
    Ok((header, keys))
}

/// Adds or replaces ways under the same root key: sequence + 1, the other slots copied. Other parameters than the
/// header's come only with a new passphrase slot.
///
/// # Errors
/// [`RandomnessUnavailable`] when the generator fails.
///
/// # Panics
/// As [`make_header`]; also for keys of another journal or generation, and for new parameters without a passphrase.
pub fn rewrap_header(
    keys: &VaultKeys,
    header: &Header,
    kdf: KdfParams,
    ways: &[NewWay<'_>],
    random: &mut dyn Random,
) -> Result<SealedHeader, RandomnessUnavailable> {
    assert!(
        keys.vault_id() == header.vault_id && keys.generation() == header.generation,
        "keys and header belong together"
    );
    assert!(
        kdf == header.kdf || ways.iter().any(|way| way.secret.way() == Way::Passphrase),
        "new parameters come with a passphrase"
    );
    let mut slots = [0; slot::COUNT * slot::LEN];
    slots.copy_from_slice(&header.bytes[SLOTS_AT..INBOX_AT]);
    write(keys, header.sequence.saturating_add(1), kdf, slots, ways, random)
}

fn write(
    keys: &VaultKeys,
    sequence: u32,
    kdf: KdfParams,
    mut slots: [u8; slot::COUNT * slot::LEN],
    ways: &[NewWay<'_>],
    random: &mut dyn Random,
) -> Result<SealedHeader, RandomnessUnavailable> {
    for (i, way) in ways.iter().enumerate() {
        assert!(usize::from(way.index) < slot::COUNT, "slots are 0 to 7");
        assert!(ways[..i].iter().all(|other| other.index != way.index), "a slot takes one way");
        assert!(way.secret.params().is_none_or(|params| params == kdf), "one derivation for a header");
        let place = Place { vault_id: keys.vault_id(), generation: keys.generation(), index: way.index };
        let at = usize::from(way.index) * slot::LEN;
        let sealed = slot::seal(place, way.secret, &keys.root_key, random)?;
        slots[at..at + slot::LEN].copy_from_slice(&sealed);
    }
    let inbox_public_key = inbox::public_key(keys);
    let mut bytes = [0; Header::LEN];
    bytes[..8].copy_from_slice(MAGIC);
    bytes[8..10].copy_from_slice(&FORMAT.to_be_bytes());
    bytes[10..12].copy_from_slice(&FORMAT.to_be_bytes());
    bytes[12..16].copy_from_slice(&[1, 1, 1, slot::COUNT as u8]);
    bytes[16..40].copy_from_slice(&kdf.to_bytes()[4..]);
    bytes[40..56].copy_from_slice(keys.vault_id().as_bytes());
    bytes[56..60].copy_from_slice(&keys.generation().to_be_bytes());
    bytes[60..64].copy_from_slice(&sequence.to_be_bytes());
    bytes[SLOTS_AT..INBOX_AT].copy_from_slice(&slots);
    bytes[INBOX_AT..MAC_AT].copy_from_slice(&inbox_public_key);
    let mac = keys.mac.mac(&bytes[..MAC_AT]);
    bytes[MAC_AT..CHECKSUM_AT].copy_from_slice(&mac);
    let sum = checksum(&bytes);
    bytes[CHECKSUM_AT..RESERVED_AT].copy_from_slice(&sum);
    Ok(SealedHeader(Header {
        bytes: Box::new(bytes),
        vault_id: keys.vault_id(),
        generation: keys.generation(),
        sequence,
        kdf,
        inbox_public_key,
    }))
}

/// Tells bit rot from a wrong passphrase before one is asked.
fn checksum(bytes: &[u8; Header::LEN]) -> [u8; 8] {
    let digest = Sha256::digest(&bytes[..CHECKSUM_AT]);
    core::array::from_fn(|i| digest[i])
}

//! Owns the header of a backup: 512 bytes that say what a derivation costs and hold two slots. Must not know the payload.

use alloc::boxed::Box;
use core::fmt;

use sha2::{Digest, Sha512};
use subtle::{Choice, ConditionallySelectable};

use super::error::BackupError;
use super::slot::{self, BackupKeyed, BackupWay, FileKey};
use crate::cost::{Cost, CostOutOfRange};
use crate::derivation::KdfParams;
use crate::header::FORMAT;
use crate::random::{Random, RandomnessUnavailable};
use crate::reader::Reader;
use crate::way::{BackupKey, Way, WaySecret};

const MAGIC: &[u8; 8] = b"TRSTLBK1";
const ID_AT: usize = 40;
const SLOTS_AT: usize = 56;
const RESERVED_AT: usize = SLOTS_AT + slot::COUNT * slot::LEN;

/// A parsed header of a backup: costs inside the read limits; authentic only once the payload opens.
#[derive(Clone, PartialEq, Eq)]
pub struct BackupHeader {
    bytes: Box<[u8; BackupHeader::LEN]>,
    backup_id: [u8; 16],
    kdf: KdfParams,
}

impl BackupHeader {
    /// Bytes of a header.
    pub const LEN: usize = 512;

    /// Reads the header at the beginning of a file and checks all that can be checked without a key. What follows it
    /// is not looked at.
    ///
    /// # Errors
    /// [`BackupError`], in this order: magic, a newer format, length, suite, fixed and reserved bytes, cost. Nothing
    /// costly was done and nothing large allocated.
    pub fn parse(beginning: &[u8]) -> Result<Self, BackupError> {
        let mut reader = Reader::new(beginning);
        if reader.array() != Some(*MAGIC) {
            return Err(BackupError::NotABackup);
        }
        let cut = BackupError::Cut { at: 0 };
        let (format, lowest_reader) = (reader.u16().ok_or(cut)?, reader.u16().ok_or(cut)?);
        if format > FORMAT || lowest_reader > FORMAT {
            return Err(BackupError::TooNew { lowest_reader });
        }
        let bytes = beginning.first_chunk::<{ Self::LEN }>().ok_or(cut)?;
        let fixed = format == FORMAT && lowest_reader == FORMAT;
        Self::parse_whole(bytes, fixed).ok_or(BackupError::HeaderDamaged)?
    }

    /// The part behind magic and format. `None` stands for a fixed or reserved byte that is not.
    fn parse_whole(bytes: &[u8; Self::LEN], fixed: bool) -> Option<Result<Self, BackupError>> {
        let mut reader = Reader::new(&bytes[12..]);
        let [kdf, suite, lanes, slots] = reader.array()?;
        let (memory_kib, passes) = (reader.u32()?, reader.u32()?);
        let salt = reader.array()?;
        let backup_id = reader.array()?;
        reader.take(slot::COUNT * slot::LEN)?;
        if kdf != 1 || suite != 1 {
            return Some(Err(BackupError::UnknownSuite));
        }
        if !fixed || usize::from(slots) != slot::COUNT || !reader.rest_is_zero() {
            return None;
        }
        let cost = if lanes == 1 {
            Cost::new(memory_kib, passes)
        } else {
            Err(CostOutOfRange { memory_kib, passes })
        };
        Some(cost.map_err(BackupError::CostOutOfRange).map(|cost| Self {
            bytes: Box::new(*bytes),
            backup_id,
            kdf: KdfParams { cost, salt },
        }))
    }

    /// The 512 bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    /// What the passphrase's derivation takes.
    pub const fn kdf(&self) -> KdfParams {
        self.kdf
    }

    /// Opens a slot with the secret behind a way in.
    ///
    /// # Errors
    /// [`BackupError::NoMatch`] for a secret that opens nothing here; [`BackupError::HeaderDamaged`] for a slot that
    /// matches but does not open.
    pub fn unlock(&self, secret: &WaySecret) -> Result<BackupKeyed, BackupError> {
        self.unlock_by(BackupWay { way: secret.way(), key: &secret.backup_key() })
    }

    /// As [`BackupHeader::unlock`], with a key W that is at hand already: asks nothing.
    ///
    /// # Errors
    /// As [`BackupHeader::unlock`].
    pub fn unlock_by(&self, way: BackupWay<'_>) -> Result<BackupKeyed, BackupError> {
        let key = slot::box_key(way.key);
        let (mut found, mut index) = (Choice::from(0), 0);
        for number in (0..).take(slot::COUNT) {
            let matches = key.commits(&[&slot::context(&self.backup_id, number)], self.slot(number));
            index.conditional_assign(&number, matches & !found);
            found |= matches;
        }
        if !bool::from(found) {
            return Err(BackupError::NoMatch);
        }
        let context = slot::context(&self.backup_id, index);
        let file_key =
            slot::open(&context, &key, way.way, self.slot(index)).ok_or(BackupError::HeaderDamaged)?;
        Ok(file_key.keyed(self))
    }

    /// Makes the header of a new backup, with a fresh file key.
    pub(super) fn make(
        kdf: KdfParams,
        ways: &[BackupWay<'_>],
        random: &mut dyn Random,
    ) -> Result<(Self, BackupKeyed), RandomnessUnavailable> {
        assert!((1..=slot::COUNT).contains(&ways.len()), "a backup has one way in or two");
        let mut backup_id = [0; 16];
        random.fill(&mut backup_id)?;
        let file_key = FileKey::make(random)?;
        let mut bytes = Box::new([0; Self::LEN]);
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..10].copy_from_slice(&FORMAT.to_be_bytes());
        bytes[10..12].copy_from_slice(&FORMAT.to_be_bytes());
        bytes[12..16].copy_from_slice(&[1, 1, 1, slot::COUNT as u8]);
        bytes[16..ID_AT].copy_from_slice(&kdf.to_bytes()[4..]);
        bytes[ID_AT..SLOTS_AT].copy_from_slice(&backup_id);
        random.fill(&mut bytes[SLOTS_AT..RESERVED_AT])?;
        for (index, way) in (0..).zip(ways) {
            let sealed = slot::seal(&slot::context(&backup_id, index), *way, &file_key, random)?;
            let at = SLOTS_AT + usize::from(index) * slot::LEN;
            bytes[at..at + slot::LEN].copy_from_slice(&sealed);
        }
        let header = Self { bytes, backup_id, kdf };
        let keyed = file_key.keyed(&header);
        Ok((header, keyed))
    }

    pub(super) fn digest(&self) -> [u8; 64] {
        Sha512::digest(self.bytes.as_slice()).into()
    }

    fn slot(&self, index: u8) -> &[u8] {
        let at = SLOTS_AT + usize::from(index) * slot::LEN;
        &self.bytes[at..at + slot::LEN]
    }
}

impl BackupKey {
    /// This key as a way into a backup.
    pub const fn of_way(&self, way: Way) -> BackupWay<'_> {
        BackupWay { way, key: self }
    }
}

impl fmt::Debug for BackupHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BackupHeader").field("cost", &self.kdf.cost).finish_non_exhaustive()
    }
}

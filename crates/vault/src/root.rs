//! Owns the form of the root: what binds all pages, ways and drafts of one moment together. Must not know where it
//! rests, nor which root is the latest.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use crate::identity::{Commitment, DeviceId, DraftId, LineageId, PageNumber, RecordId, RowKey};
use crate::reader::{Reader, is_zero};
use crate::slot;
use crate::way::{BackupKey, Way};

/// The root's one size.
const LEN: usize = 8192;
const LABEL: usize = 24;
const DRAFT: usize = 80;

/// What the owner sees of one way in; the only list of ways the app trusts.
#[derive(Clone, PartialEq, Eq)]
pub struct WayRecord {
    /// What kind of way.
    pub way: Way,
    /// When it was made, milliseconds since 1970 UTC.
    pub created_at_ms: u64,
    /// At most 24 bytes of UTF-8 without U+0000.
    pub label: String,
}

impl fmt::Debug for WayRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WayRecord({:?}, {} ms, ..)", self.way, self.created_at_ms)
    }
}

/// Where a draft rests and what it began from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRef {
    /// Which draft.
    pub draft_id: DraftId,
    /// The record it is of, or will be.
    pub record_id: RecordId,
    /// Row key of the record the draft began from; zero for a new one.
    pub base: RowKey,
    /// The draft's own row.
    pub row: Commitment,
}

/// Binds all that belongs together at one moment.
///
/// # Security
/// Holds backup keys: redacted in `Debug`, not `Clone`; see [`Root::duplicate`].
pub struct Root {
    /// Counts the roots of one journal.
    pub sequence: u64,
    /// The journal through all its copies.
    pub lineage_id: LineageId,
    /// The keeper that wrote this root.
    pub device_id: DeviceId,
    /// How many records are there.
    pub live: u32,
    /// How many are deleted.
    pub deleted: u32,
    /// The current sealing of each page.
    pub pages: [Commitment; PageNumber::COUNT],
    /// Which slots are taken, and by what.
    pub ways: [Option<WayRecord>; 8],
    /// W of the passphrase.
    pub passphrase_backup_key: Option<BackupKey>,
    /// W of the recovery sheet.
    pub recovery_backup_key: Option<BackupKey>,
    /// At most [`Root::MAX_DRAFTS`].
    pub drafts: Vec<DraftRef>,
    /// Milliseconds since 1970 UTC of the last save; zero for never.
    pub last_save_ms: u64,
    /// Milliseconds since 1970 UTC of the last backup that was proven to open; zero for never.
    pub proven_backup_ms: u64,
    /// The root sequence that backup held.
    pub proven_backup_sequence: u64,
    /// Bits: [`Root::MARK_SMALL_MEMORY`].
    pub marks: u32,
}

impl Root {
    /// Most drafts at once.
    pub const MAX_DRAFTS: usize = 16;
    /// The mark that memory was refused here once: the cost is not raised again.
    pub const MARK_SMALL_MEMORY: u32 = 1;

    /// An explicit copy (the backup keys in it make `Clone` unfit).
    pub fn duplicate(&self) -> Root {
        Root {
            ways: self.ways.clone(),
            passphrase_backup_key: self.passphrase_backup_key.as_ref().map(BackupKey::duplicate),
            recovery_backup_key: self.recovery_backup_key.as_ref().map(BackupKey::duplicate),
            drafts: self.drafts.clone(),
            ..*self
        }
    }

    /// `None` for too many drafts, or a label that is too long or holds U+0000.
    pub(crate) fn to_padded_bytes(&self) -> Option<Zeroizing<Vec<u8>>> {
        let count = u8::try_from(self.drafts.len()).ok()?;
        if self.drafts.len() > Self::MAX_DRAFTS {
            return None;
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(LEN));
        bytes.extend_from_slice(&self.sequence.to_be_bytes());
        bytes.extend_from_slice(self.lineage_id.as_bytes());
        bytes.extend_from_slice(self.device_id.as_bytes());
        bytes.extend_from_slice(&self.live.to_be_bytes());
        bytes.extend_from_slice(&self.deleted.to_be_bytes());
        self.pages.iter().for_each(|page| bytes.extend_from_slice(page.as_bytes()));
        for way in &self.ways {
            bytes.extend_from_slice(&way_bytes(way.as_ref())?);
        }
        for key in [&self.passphrase_backup_key, &self.recovery_backup_key] {
            bytes.push(key.is_some().into());
            // EXPOSE: the root is where backup keys rest, sealed.
            bytes.extend_from_slice(key.as_ref().map_or(&[0; 32], |key| key.expose_bytes()));
        }
        bytes.push(count);
        for draft in &self.drafts {
            bytes.extend_from_slice(draft.draft_id.as_bytes());
            bytes.extend_from_slice(draft.record_id.as_bytes());
            bytes.extend_from_slice(draft.base.as_bytes());
            bytes.extend_from_slice(draft.row.as_bytes());
        }
        let free = Self::MAX_DRAFTS - self.drafts.len();
        let drafts_end = bytes.len() + free * DRAFT;
        bytes.resize(drafts_end, 0);
        bytes.extend_from_slice(&self.last_save_ms.to_be_bytes());
        bytes.extend_from_slice(&self.proven_backup_ms.to_be_bytes());
        bytes.extend_from_slice(&self.proven_backup_sequence.to_be_bytes());
        bytes.extend_from_slice(&self.marks.to_be_bytes());
        bytes.resize(LEN, 0);
        Some(bytes)
    }

    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let root = Self {
            sequence: reader.u64()?,
            lineage_id: LineageId::from_bytes(reader.array()?),
            device_id: DeviceId::from_bytes(reader.array()?),
            live: reader.u32()?,
            deleted: reader.u32()?,
            pages: read_pages(&mut reader)?,
            ways: read_ways(&mut reader)?,
            passphrase_backup_key: read_backup_key(&mut reader)?,
            recovery_backup_key: read_backup_key(&mut reader)?,
            drafts: read_drafts(&mut reader)?,
            last_save_ms: reader.u64()?,
            proven_backup_ms: reader.u64()?,
            proven_backup_sequence: reader.u64()?,
            marks: reader.u32()?,
        };
        let known = root.marks & !Self::MARK_SMALL_MEMORY == 0;
        (bytes.len() == LEN && reader.rest_is_zero() && known).then_some(root)
    }
}

impl fmt::Debug for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Root")
            .field("sequence", &self.sequence)
            .field("lineage_id", &self.lineage_id)
            .field("device_id", &self.device_id)
            .field("live", &self.live)
            .field("deleted", &self.deleted)
            .field("drafts", &self.drafts.len())
            .finish_non_exhaustive()
    }
}

/// way 1 ‖ created 8 ‖ label 24; all zero for a free slot.
fn way_bytes(way: Option<&WayRecord>) -> Option<[u8; 9 + LABEL]> {
    let mut bytes = [0; 9 + LABEL];
    if let Some(WayRecord { way, created_at_ms, label }) = way {
        if label.contains('\0') {
            return None;
        }
        bytes[0] = way.byte();
        bytes[1..9].copy_from_slice(&created_at_ms.to_be_bytes());
        bytes.get_mut(9..9 + label.len())?.copy_from_slice(label.as_bytes());
    }
    Some(bytes)
}

fn read_ways(reader: &mut Reader<'_>) -> Option<[Option<WayRecord>; slot::COUNT]> {
    let mut ways = [const { None }; slot::COUNT];
    for place in &mut ways {
        let bytes = reader.take(9 + LABEL)?;
        if !is_zero(bytes) {
            *place = Some(read_way(bytes)?);
        }
    }
    Some(ways)
}

fn read_way(bytes: &[u8]) -> Option<WayRecord> {
    let mut reader = Reader::new(bytes);
    let way = Way::from_byte(reader.u8()?)?;
    let created_at_ms = reader.u64()?;
    let label = core::str::from_utf8(reader.rest()).ok()?.trim_end_matches('\0');
    (!label.contains('\0')).then(|| WayRecord { way, created_at_ms, label: label.into() })
}

fn read_pages(reader: &mut Reader<'_>) -> Option<[Commitment; PageNumber::COUNT]> {
    let mut pages = [Commitment::from_bytes([0; 32]); PageNumber::COUNT];
    for page in &mut pages {
        *page = Commitment::from_bytes(reader.array()?);
    }
    Some(pages)
}

/// A presence byte and 32 bytes. The outer `None` is a form not kept.
fn read_backup_key(reader: &mut Reader<'_>) -> Option<Option<BackupKey>> {
    let present = reader.u8()?;
    let bytes = Zeroizing::new(reader.array::<32>()?);
    match present {
        0 => is_zero(bytes.as_slice()).then_some(None),
        1 => Some(Some(BackupKey::from_bytes(bytes))),
        _ => None,
    }
}

fn read_drafts(reader: &mut Reader<'_>) -> Option<Vec<DraftRef>> {
    let count = usize::from(reader.u8()?);
    let mut places = Reader::new(reader.take(Root::MAX_DRAFTS * DRAFT)?);
    let mut drafts = Vec::with_capacity(count.min(Root::MAX_DRAFTS));
    for _ in 0..count {
        drafts.push(DraftRef {
            draft_id: DraftId::from_bytes(places.array()?),
            record_id: RecordId::from_bytes(places.array()?),
            base: RowKey::from_bytes(places.array()?),
            row: Commitment::from_bytes(places.array()?),
        });
    }
    places.rest_is_zero().then_some(drafts)
}

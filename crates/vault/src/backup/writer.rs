//! Owns writing a backup as a stream: header, head, records in their order, padding; memory for one record. Must not know
//! where the bytes go.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::header::BackupHeader;
use super::slot::BackupWay;
use super::{BackupAbout, BackupWriteError, HEAD, MAX_RECORDS, MAX_STREAM, RECORD_HEAD, padme};
use crate::cobblestone::{BoxSealer, SALT_LEN};
use crate::derivation::KdfParams;
use crate::identity::RecordId;
use crate::random::{Random, draw};
use crate::record::Record;

/// Zeros appended at once.
const ZEROS: [u8; 16_384] = [0; 16_384];

/// Writes one backup. Each step appends to `out` what it makes; the caller takes it away when it likes.
pub struct BackupWriter {
    /// Taken by the end.
    sealer: Option<BoxSealer>,
    records_left: u32,
    last: Option<RecordId>,
    /// Bytes of the stream so far.
    written: u64,
}

impl BackupWriter {
    /// Begins a backup of `about.records` records that opens by `ways`, one or two; a passphrase among them was derived
    /// with `kdf`.
    ///
    /// # Errors
    /// [`BackupWriteError`] when randomness fails, or for more records than allowed.
    ///
    /// # Panics
    /// For no way, or more than two.
    pub fn begin(
        kdf: KdfParams,
        ways: &[BackupWay<'_>],
        about: &BackupAbout,
        random: &mut dyn Random,
        out: &mut Vec<u8>,
    ) -> Result<Self, BackupWriteError> {
        if about.records > MAX_RECORDS {
            return Err(BackupWriteError::TooMany { records: about.records });
        }
        let (header, keyed) = BackupHeader::make(kdf, ways, random)?;
        let salt = draw::<SALT_LEN>(random)?;
        out.extend_from_slice(header.as_bytes());
        let sealer = keyed.payload.sealer(*salt, &[&keyed.context], out);
        let mut writer = Self { sealer: Some(sealer), records_left: about.records, last: None, written: 0 };
        let mut head = [0; HEAD];
        head[..16].copy_from_slice(about.lineage_id.as_bytes());
        head[16..24].copy_from_slice(&about.sequence.to_be_bytes());
        head[24..32].copy_from_slice(&about.made_at_ms.to_be_bytes());
        head[32..].copy_from_slice(&about.records.to_be_bytes());
        writer.write(&head, out);
        Ok(writer)
    }

    /// Writes the next record. Ids ascend.
    ///
    /// # Errors
    /// [`BackupWriteError`] for a record outside the range of its form, or a backup that grows too large.
    ///
    /// # Panics
    /// For an id that is not above the last, and for more records than were said.
    pub fn push(&mut self, id: RecordId, record: &Record, out: &mut Vec<u8>) -> Result<(), BackupWriteError> {
        assert!(self.last.is_none_or(|last| last < id), "ids ascend");
        self.records_left = self.records_left.checked_sub(1).expect("as many records as were said");
        let bytes = Zeroizing::new(record.to_bytes_in(|len| len)?);
        if padme::padded(self.written + (RECORD_HEAD + bytes.len()) as u64) > MAX_STREAM {
            return Err(BackupWriteError::TooLarge);
        }
        let mut head = [0; RECORD_HEAD];
        head[..16].copy_from_slice(id.as_bytes());
        head[16..].copy_from_slice(&(bytes.len() as u32).to_be_bytes());
        self.write(&head, out);
        self.write(&bytes, out);
        self.last = Some(id);
        Ok(())
    }

    /// How many records are still to come.
    pub const fn records_left(&self) -> u32 {
        self.records_left
    }

    /// Ends the backup, in steps: appends padding, at most about `most` bytes of it, and says whether that was all.
    ///
    /// # Panics
    /// Before all records that were said are written.
    pub fn finish(&mut self, most: usize, out: &mut Vec<u8>) -> bool {
        assert_eq!(self.records_left, 0, "as many records as were said");
        let enough = out.len().saturating_add(most);
        // Only zeros are added, so the size that is aimed at stays the same.
        let size = padme::padded(self.written);
        while self.written < size {
            if out.len() >= enough {
                return false;
            }
            let now = (size - self.written).min(ZEROS.len() as u64) as usize;
            self.write(&ZEROS[..now], out);
        }
        if let Some(sealer) = self.sealer.take() {
            sealer.finish(out);
        }
        true
    }

    fn write(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        let sealer = self.sealer.as_mut().expect("nothing follows the end");
        sealer.push(bytes, out);
        self.written += bytes.len() as u64;
    }
}

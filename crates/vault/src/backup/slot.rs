//! Owns one of a backup's two slots: the file key wrapped for one way in; and the payload key it leads to. Must not know
//! which slots are taken.

use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use super::header::BackupHeader;
use crate::cobblestone::{BoxKey, SALT_LEN};
use crate::expand::ExpandKey;
use crate::random::{Random, RandomnessUnavailable, draw};
use crate::reader::Reader;
use crate::way::{BackupKey, Way};

/// Slots in a backup.
pub(super) const COUNT: usize = 2;
/// Bytes of a slot: salt 24, commitment 32, cleartext 56, tag 16.
pub(super) const LEN: usize = 128;
const CLEARTEXT: usize = 56;

/// A way that is to open a backup.
#[derive(Clone, Copy)]
pub struct BackupWay<'a> {
    /// What kind.
    pub way: Way,
    /// Its key W.
    pub key: &'a BackupKey,
}

/// A backup that a secret has opened: the key of its payload, bound to its header. Reads it as often as is needed.
///
/// # Security
/// Wiped on drop with its state, redacted in `Debug`, not `Clone`.
pub struct BackupKeyed {
    pub(super) payload: BoxKey,
    /// SHA-512 of the header: the payload's context.
    pub(super) context: [u8; 64],
}

impl fmt::Debug for BackupKeyed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupKeyed(..)")
    }
}

/// FK: 32 random bytes, one for each backup. Wiped on drop.
pub(super) struct FileKey(Zeroizing<[u8; 32]>);

impl FileKey {
    pub(super) fn make(random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> {
        draw(random).map(Self)
    }

    pub(super) fn keyed(&self, header: &BackupHeader) -> BackupKeyed {
        let payload = ExpandKey::new(self.0.as_slice()).derive_key(b"trestle/v1/backup/payload");
        BackupKeyed { payload: BoxKey::new(&payload), context: header.digest() }
    }
}

/// "trestle/v1/backup-slot" ‖ 0x00 ‖ backup_id ‖ index 1.
pub(super) fn context(backup_id: &[u8; 16], index: u8) -> [u8; 40] {
    let mut context = *b"trestle/v1/backup-slot\0................i";
    context[23..39].copy_from_slice(backup_id);
    context[39] = index;
    context
}

/// The key that seals slots for a way.
pub(super) fn box_key(key: &BackupKey) -> BoxKey {
    // EXPOSE: W is there to wrap the keys of backups.
    BoxKey::new(key.expose_bytes())
}

/// Wraps the file key for a way.
pub(super) fn seal(
    context: &[u8],
    way: BackupWay<'_>,
    file_key: &FileKey,
    random: &mut dyn Random,
) -> Result<Vec<u8>, RandomnessUnavailable> {
    let salt = draw::<SALT_LEN>(random)?;
    let mut cleartext = Zeroizing::new([0; CLEARTEXT]);
    cleartext[..32].copy_from_slice(file_key.0.as_slice());
    cleartext[32] = way.way.byte();
    Ok(box_key(way.key).seal(*salt, &[context], &[], cleartext.as_slice()))
}

/// Opens a slot whose commitment matched. `None` where its box or its content is not of the form.
pub(super) fn open(context: &[u8], key: &BoxKey, way: Way, slot: &[u8]) -> Option<FileKey> {
    let cleartext = key.open(&[context], slot).ok()?;
    let mut reader = Reader::new(&cleartext);
    let file_key = FileKey(Zeroizing::new(reader.array()?));
    let named = Way::from_byte(reader.u8()?)? == way;
    (named && cleartext.len() == CLEARTEXT && reader.rest_is_zero()).then_some(file_key)
}

//! Owns one of the header's eight slots: the root key wrapped for one way in. Must not know which slots are taken.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::cobblestone::{BoxKey, SALT_LEN};
use crate::identity::VaultId;
use crate::keys::RootKey;
use crate::random::{Random, RandomnessUnavailable, draw};
use crate::reader::Reader;
use crate::way::{Way, WaySecret};

/// Slots in a header.
pub(crate) const COUNT: usize = 8;
/// Bytes of a slot: salt 24, commitment 32, cleartext 56, tag 16.
pub(crate) const LEN: usize = 128;
const CLEARTEXT: usize = 56;

/// One way in, to be put into slot `index`.
pub struct NewWay<'a> {
    /// Which slot, 0 to 7.
    pub index: u8,
    /// The secret that is to open it.
    pub secret: &'a WaySecret,
}

/// Where a slot stands: bound into its context, so that it opens nowhere else.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) vault_id: VaultId,
    pub(crate) generation: u32,
    pub(crate) index: u8,
}

impl Place {
    /// "trestle/v1/slot" ‖ 0x00 ‖ vault_id ‖ generation 4 ‖ index 1.
    pub(crate) fn context(&self) -> [u8; 37] {
        let mut context = *b"trestle/v1/slot\0................gggg.";
        context[16..32].copy_from_slice(self.vault_id.as_bytes());
        context[32..36].copy_from_slice(&self.generation.to_be_bytes());
        context[36] = self.index;
        context
    }
}

/// Wraps the root key for a way.
pub(crate) fn seal(
    place: Place,
    secret: &WaySecret,
    root_key: &RootKey,
    random: &mut dyn Random,
) -> Result<Vec<u8>, RandomnessUnavailable> {
    let salt = draw::<SALT_LEN>(random)?;
    let mut cleartext = Zeroizing::new([0; CLEARTEXT]);
    // EXPOSE: a slot is the root key, wrapped.
    cleartext[..32].copy_from_slice(root_key.expose_bytes());
    cleartext[32] = secret.way().byte();
    cleartext[33] = place.index;
    Ok(secret.slot_key(place.vault_id).seal(*salt, &[&place.context()], &[], cleartext.as_slice()))
}

/// Opens a slot whose commitment matched. `None` where its box or its content is not of the form.
pub(crate) fn open(place: Place, key: &BoxKey, way: Way, slot: &[u8]) -> Option<RootKey> {
    let cleartext = key.open(&[&place.context()], slot).ok()?;
    let mut reader = Reader::new(&cleartext);
    let root_key = RootKey::from_bytes(Zeroizing::new(reader.array()?));
    let named = Way::from_byte(reader.u8()?)? == way && reader.u8()? == place.index;
    (named && cleartext.len() == CLEARTEXT && reader.rest_is_zero()).then_some(root_key)
}

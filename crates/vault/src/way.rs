//! Owns the secret behind one way in, and the two keys it leads to: one for the header's slots, one for backups. Must
//! not know how the secret was come by.

use alloc::vec::Vec;
use core::fmt;

use hkdf::Hkdf;
use sha2::{Digest, Sha256, Sha512};
use zeroize::{Zeroize, Zeroizing};

use crate::cobblestone::BoxKey;
use crate::derivation::KdfParams;
use crate::identity::VaultId;
use crate::reader::is_zero;

/// A kind of way in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Way {
    /// A passphrase, through Argon2id.
    Passphrase = 1,
    /// The recovery sheet: 160 random bits.
    Recovery = 2,
    /// A passkey's PRF output. Never the only way in.
    Passkey = 3,
}

impl Way {
    pub(crate) const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Passphrase),
            2 => Some(Self::Recovery),
            3 => Some(Self::Passkey),
            _ => None,
        }
    }

    pub(crate) const fn byte(self) -> u8 {
        self as u8
    }

    const fn name(self) -> &'static [u8] {
        match self {
            Self::Passphrase => b"passphrase",
            Self::Recovery => b"recovery",
            Self::Passkey => b"passkey",
        }
    }
}

/// The secret S behind one way in (`docs/format.md`, Keys).
///
/// # Security
/// Wiped on drop, redacted in `Debug`, not `Clone`.
pub struct WaySecret {
    way: Way,
    secret: Zeroizing<Vec<u8>>,
    params: Option<KdfParams>,
}

impl WaySecret {
    /// What [`crate::derive`] gave for `params`.
    pub fn passphrase(mut derived: [u8; 32], params: KdfParams) -> Self {
        let secret = Self { way: Way::Passphrase, secret: copied(&derived), params: Some(params) };
        derived.zeroize();
        secret
    }

    /// The 20 random bytes of a recovery sheet.
    pub fn recovery(mut secret: [u8; 20]) -> Self {
        let taken = Self { way: Way::Recovery, secret: copied(&secret), params: None };
        secret.zeroize();
        taken
    }

    /// The 32 bytes a passkey's PRF extension gave (WebAuthn Level 3, section 10.1.4).
    ///
    /// # Errors
    /// [`ShortPrfOutput`] when it is not 32 bytes long or all zero.
    pub fn passkey(prf_output: &[u8]) -> Result<Self, ShortPrfOutput> {
        if prf_output.len() != 32 || is_zero(prf_output) {
            return Err(ShortPrfOutput);
        }
        Ok(Self { way: Way::Passkey, secret: copied(prf_output), params: None })
    }

    /// The kind of this way.
    pub const fn way(&self) -> Way {
        self.way
    }

    /// The key W that wraps backups: bound to the way and the derivation, not to a local copy.
    pub fn backup_key(&self) -> BackupKey {
        BackupKey(self.expand(b"trestle/v1/backup-kek/", &[]))
    }

    /// The parameters a passphrase was derived with; `None` for other ways.
    pub(crate) const fn params(&self) -> Option<KdfParams> {
        self.params
    }

    /// The key KEK that seals a slot: bound to the way, the derivation and this local copy.
    pub(crate) fn slot_key(&self, vault_id: VaultId) -> BoxKey {
        BoxKey::new(&self.expand(b"trestle/v1/kek/", vault_id.as_bytes()))
    }

    /// HKDF-SHA-512 (RFC 5869) with an empty salt.
    fn expand(&self, label: &[u8], vault_id: &[u8]) -> Zeroizing<[u8; 32]> {
        let bound = self.params.map(|params| params.to_bytes());
        let bound: &[u8] = bound.as_ref().map_or(&[], |bytes| bytes);
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha512>::new(None, &self.secret)
            .expand_multi_info(&[label, self.way.name(), &[0], vault_id, bound], key.as_mut_slice())
            .expect("32 bytes are fewer than 255 blocks");
        key
    }
}

fn copied(secret: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(secret.to_vec())
}

impl fmt::Debug for WaySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WaySecret({:?}, ..)", self.way)
    }
}

/// What a passkey's PRF extension is asked to work on for one local copy: SHA-256("trestle/v1/prf" ‖ vault_id). Known to
/// whoever sees the header.
pub fn prf_salt(vault_id: VaultId) -> [u8; 32] {
    Sha256::new().chain_update(b"trestle/v1/prf").chain_update(vault_id.as_bytes()).finalize().into()
}

/// A passkey gave something other than 32 bytes that are not all zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShortPrfOutput;

impl fmt::Display for ShortPrfOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("output of the passkey is not 32 bytes or all zero")
    }
}

impl core::error::Error for ShortPrfOutput {}

/// The 32 bytes W that wrap backups; kept in the root so that a backup asks for nothing.
///
/// # Security
/// Wiped on drop, redacted in `Debug`, not `Clone`.
pub struct BackupKey(Zeroizing<[u8; 32]>);

impl BackupKey {
    /// The bytes, for wrapping a backup's file key and for the root that keeps them.
    pub fn expose_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) const fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    pub(crate) fn duplicate(&self) -> Self {
        Self(self.0.clone())
    }
}

impl fmt::Debug for BackupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BackupKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::Cost;

    #[test]
    fn every_input_of_a_key_changes_it() {
        let params = KdfParams { cost: Cost::READ_MINIMUM, salt: [1; 16] };
        let dearer = KdfParams { cost: Cost::STANDARD, ..params };
        let salted = KdfParams { salt: [2; 16], ..params };
        let keys: Vec<[u8; 32]> = [
            WaySecret::passphrase([5; 32], params),
            WaySecret::passphrase([6; 32], params),
            WaySecret::passphrase([5; 32], dearer),
            WaySecret::passphrase([5; 32], salted),
            WaySecret::passkey(&[5; 32]).expect("32 bytes, not zero"),
            WaySecret::recovery([5; 20]),
        ]
        .iter()
        .flat_map(|secret| {
            [
                *secret.expand(b"trestle/v1/kek/", &[1; 16]),
                *secret.expand(b"trestle/v1/kek/", &[2; 16]),
                // EXPOSE: the test compares keys with each other.
                *secret.backup_key().expose_bytes(),
            ]
        })
        .collect();
        for (i, key) in keys.iter().enumerate() {
            assert!(!keys[..i].contains(key), "key {i} is one of those before it");
        }
    }

    #[test]
    fn short_and_zero_prf_outputs_are_refused() {
        for output in [&[][..], &[1; 31], &[1; 33], &[0; 32]] {
            assert_eq!(WaySecret::passkey(output).err(), Some(ShortPrfOutput));
        }
    }

    #[test]
    fn a_passkey_is_asked_for_another_output_in_each_local_copy() {
        let [first, second] = [[0; 16], [1; 16]].map(|id| prf_salt(VaultId::from_bytes(id)));
        // echo -n 'trestle/v1/prf' with sixteen zero bytes behind it, by sha256sum.
        let expected = "af8e6ca49a18a41efe8bb4c69d4d14d386c42934ee539e76594dac9a6ddc5614";
        let hex: String = first.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, expected);
        assert_ne!(first, second);
    }

    #[test]
    fn secrets_do_not_show_themselves() {
        let secret = WaySecret::recovery([0x41; 20]);
        assert_eq!(format!("{secret:?} {:?}", secret.backup_key()), "WaySecret(Recovery, ..) BackupKey(..)");
    }
}

//! Owns HKDF-Expand over HMAC-SHA-512 from a 32-byte key, with the keyed state kept. Must not know what is derived.
//!
//! RFC 5869, section 2.3. The `hkdf` crate refuses a pseudorandom key shorter than the hash; Cobblestone and the key
//! tree use 32 bytes, so Expand is written here and pinned with public vectors.

use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroizing;

/// A key from which others are expanded. Keeps the keyed HMAC state, which is what costs per key.
///
/// # Security
/// The state is wiped on drop (feature `zeroize` of `hmac` and `sha2`); redacted `Debug`, not `Clone`.
pub(crate) struct ExpandKey(Hmac<Sha512>);

impl ExpandKey {
    pub(crate) fn new(key: &[u8]) -> Self {
        Self(<Hmac<Sha512> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of every length"))
    }

    /// Fills `out` with the output for `info`, given in parts. At most 255 · 64 bytes.
    pub(crate) fn derive_into(&self, info: &[&[u8]], out: &mut [u8]) {
        assert!(out.len() <= 255 * 64, "RFC 5869: at most 255 blocks");
        let mut previous = Zeroizing::new([0; 64]);
        for (block, number) in out.chunks_mut(64).zip(1_u8..=255) {
            let mut mac = self.0.clone();
            if number > 1 {
                mac.update(&*previous);
            }
            for part in info {
                mac.update(part);
            }
            mac.update(&[number]);
            previous.copy_from_slice(&mac.finalize().into_bytes());
            block.copy_from_slice(&previous[..block.len()]);
        }
    }

    /// A key of 32 bytes for a label.
    pub(crate) fn derive_key(&self, label: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        self.derive_into(&[label], key.as_mut_slice());
        key
    }

    /// HMAC-SHA-512 itself under this key, its first 32 bytes.
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; 32] {
        let tag = self.0.clone().chain_update(message).finalize().into_bytes();
        core::array::from_fn(|i| tag[i])
    }
}

impl fmt::Debug for ExpandKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ExpandKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use aes_gcm::Aes256Gcm;
    use zeroize::ZeroizeOnDrop;

    use super::*;

    /// A feature that is lost on the way to these crates would not compile here. HMAC has no mark of its own: it holds two
    /// states of its hash, and a buffer like the hash's.
    #[test]
    fn keyed_states_are_wiped_on_drop() {
        const fn wiped<T: ZeroizeOnDrop>() {}
        wiped::<Sha512>();
        wiped::<Aes256Gcm>();
        wiped::<Zeroizing<[u8; 32]>>();
    }

    #[test]
    fn the_last_block_is_the_255th() {
        let key = ExpandKey::new(&[1; 32]);
        let mut most = vec![0; 255 * 64];
        key.derive_into(&[], &mut most);
        assert!(most[254 * 64..].iter().any(|byte| *byte != 0));
    }
}

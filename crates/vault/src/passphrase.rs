//! Owns a passphrase as bytes between the screen and the derivation. Must not know where it was typed or how it was
//! normalised.

use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

/// What a person types to open a journal: 1 to 1,024 bytes of UTF-8, already in Unicode normal form C, never trimmed.
///
/// # Security
/// Wiped on drop, redacted in `Debug`, not `Clone`.
pub struct Passphrase(Zeroizing<Vec<u8>>);

impl Passphrase {
    /// Longest passphrase, in bytes after normalisation.
    pub const MAX_BYTES: usize = 1024;

    /// Takes over bytes that are normal form C already; refused bytes are wiped.
    ///
    /// # Errors
    /// [`PassphraseError`] when there are no bytes, more than [`Passphrase::MAX_BYTES`], or they are not UTF-8.
    pub fn from_nfc_bytes(bytes: Vec<u8>) -> Result<Self, PassphraseError> {
        let bytes = Zeroizing::new(bytes);
        match bytes.len() {
            0 => Err(PassphraseError::Empty),
            len if len > Self::MAX_BYTES => Err(PassphraseError::TooLong { bytes: len }),
            _ if core::str::from_utf8(&bytes).is_err() => Err(PassphraseError::NotUtf8),
            _ => Ok(Self(bytes)),
        }
    }

    /// The bytes, for the one derivation.
    pub fn expose_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// Why bytes are no passphrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum PassphraseError {
    /// No bytes.
    Empty,
    /// Longer than [`Passphrase::MAX_BYTES`].
    TooLong {
        /// How many bytes were given. Not in the message.
        bytes: usize,
    },
    /// Not UTF-8.
    NotUtf8,
}

impl fmt::Display for PassphraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "passphrase is empty, allowed are 1 to 1024 bytes",
            Self::TooLong { .. } => "passphrase is too long, allowed are 1 to 1024 bytes",
            Self::NotUtf8 => "passphrase is not UTF-8",
        })
    }
}

impl core::error::Error for PassphraseError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_has_1_to_1024_bytes_of_utf8() {
        // EXPOSE: the test compares what went in with what is kept.
        let taken = |bytes: Vec<u8>| Passphrase::from_nfc_bytes(bytes).map(|p| p.expose_bytes().to_vec());
        assert_eq!(taken(vec![]), Err(PassphraseError::Empty));
        assert_eq!(taken(vec![b'a']), Ok(vec![b'a']));
        assert_eq!(taken(vec![b' '; 1024]), Ok(vec![b' '; 1024]));
        assert_eq!(taken(vec![b'a'; 1025]), Err(PassphraseError::TooLong { bytes: 1025 }));
        assert_eq!(taken(vec![0xff]), Err(PassphraseError::NotUtf8));
        assert_eq!(taken("🌉 bridge".into()), Ok("🌉 bridge".into()));
    }

    #[test]
    fn a_passphrase_does_not_show_itself() {
        let shown = Passphrase::from_nfc_bytes(b"canary".to_vec()).map(|p| format!("{p:?}"));
        assert_eq!(shown.as_deref(), Ok("Passphrase(..)"));
    }
}

//! Bytes of a secret on their one way from the screen to the keeper. Wiped when dropped, never printed.

use core::fmt;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::{Zeroize, Zeroizing};

/// A passphrase as UTF-8 in NFC, in the one message that must carry it.
///
/// # Security
/// Serde is implemented because crossing to the worker is this type's only purpose; nothing else is.
pub struct SecretBytes(Zeroizing<Vec<u8>>);

impl SecretBytes {
    /// Takes over the bytes.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Hands the bytes over, to be wiped by whoever takes them.
    #[must_use]
    pub fn expose_into(mut self) -> Vec<u8> {
        core::mem::take(&mut *self.0)
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretBytes(…)")
    }
}

impl Serialize for SecretBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_slice().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SecretBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut bytes = Vec::<u8>::deserialize(deserializer)?;
        let secret = Self::new(bytes.clone());
        bytes.zeroize();
        Ok(secret)
    }
}

//! Messages as bytes.

use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

/// A message as postcard bytes, wiped when dropped: it may be the one that carries a passphrase.
///
/// # Panics
/// Never for the plain data types of the protocols.
#[must_use]
pub fn encode<T: Serialize>(message: &T) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(postcard::to_allocvec(message).expect("plain data always encodes"))
}

/// The message in these bytes; `None` when they are not one (a sender of another version).
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match postcard::take_from_bytes(bytes) {
        Ok((message, [])) => Some(message),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_and_a_longer_or_shorter_one_is_refused() {
        let bytes = encode(&(7_u32, "words".to_owned()));
        assert_eq!(decode(&bytes), Some((7_u32, "words".to_owned())));
        assert_eq!(decode::<(u32, String)>(&bytes[..3]), None);
        let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
        assert_eq!(decode::<(u32, String)>(&longer), None);
    }
}

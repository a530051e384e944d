//! Owns base64 with the standard alphabet and padding (RFC 4648, section 4), one form for each content. Must not know
//! what is written in it.

use alloc::string::String;
use alloc::vec::Vec;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits =
            group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit = ALPHABET[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

/// `None` for anything [`encode`] does not write.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let mut groups = text.as_bytes().chunks_exact(4);
    for group in groups.by_ref() {
        let digits = group.iter().take_while(|digit| **digit != b'=').count();
        if digits < 2 {
            return None;
        }
        let mut bits = 0;
        for digit in group.iter().take(digits) {
            let value = ALPHABET.iter().position(|letter| letter == digit)?;
            bits = bits << 6 | value as u32;
        }
        bits <<= 6 * (4 - digits);
        bytes.extend_from_slice(bits.to_be_bytes().get(1..digits)?);
    }
    // Padding in the middle, bits behind the end and a cut group all write themselves otherwise.
    (groups.remainder().is_empty() && encode(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_rfc_4648_hold() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn only_one_form_is_read() {
        for text in [
            "Z", "Zg", "Zg=", "Zh==", "Zg==Zg==", "Zm9=", "Zm8=Zm8=", "=Zg=", "====", "Zm9v\n", "Zm9-",
            "é===",
        ] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}

//! Owns the one box for every ciphertext: Cobblestone-256 (c2sp.org/chunked-encryption with AEAD_AES_256_GCM and
//! HKDF-Expand over SHA-512). Must not know what is inside, nor what a context says.
//!
//! A box is `salt 24 ‖ commitment 32 ‖ chunks`; each chunk is 16,384 bytes of message and a tag of 16, the last one
//! always shorter. The commitment is compared in constant time before any chunk is opened. No associated data:
//! identity is in the context.

mod stream;

use alloc::vec::Vec;
use core::fmt;

use aes_gcm::aead::inout::InOutBuf;
use aes_gcm::aead::{AeadInOut, KeyInit, Nonce, Tag};
use aes_gcm::{Aes256Gcm, Key};
use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroizing;

use crate::expand::ExpandKey;
use crate::reader::Reader;

pub(crate) use stream::{BoxOpener, BoxSealer};

pub(crate) const SALT_LEN: usize = 24;
pub(crate) const COMMITMENT_LEN: usize = 32;
/// Salt and commitment.
pub(crate) const PREFIX_LEN: usize = SALT_LEN + COMMITMENT_LEN;
const CHUNK: usize = 16_384;
const TAG: usize = 16;
/// The specification's limit, 2^38 chunks.
const MAX_CHUNKS: u64 = 1 << 38;

/// A key under which boxes are sealed and opened. Wiped on drop with its state; redacted `Debug`, not `Clone`.
pub(crate) struct BoxKey(ExpandKey);

/// The box does not open: another key or context, or changed, cut or reordered bytes. One error on purpose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct BoxError;

/// What one salt and context derive: a single-use cipher, its base nonce, the commitment to the key.
struct Schedule {
    cipher: Aes256Gcm,
    base_nonce: [u8; 12],
    commitment: [u8; COMMITMENT_LEN],
}

impl BoxKey {
    pub(crate) fn new(key: &[u8; 32]) -> Self {
        Self(ExpandKey::new(key))
    }

    /// Seals `message` under a salt that was drawn for it alone, into `prefix ‖ box`, without copying the message.
    pub(crate) fn seal(
        &self,
        salt: [u8; SALT_LEN],
        context: &[&[u8]],
        prefix: &[u8],
        message: &[u8],
    ) -> Vec<u8> {
        let schedule = self.schedule(&salt, context);
        let start = prefix.len() + PREFIX_LEN;
        let mut out = Vec::with_capacity(start + sealed_len(message.len()));
        out.extend_from_slice(prefix);
        out.extend_from_slice(&salt);
        out.extend_from_slice(&schedule.commitment);
        out.resize(start + sealed_len(message.len()), 0);
        let places = out[start..].chunks_mut(CHUNK + TAG);
        // One step more than there are whole chunks: the last is shorter, and may be empty.
        for (number, place) in (0..).zip(places) {
            let len = place.len() - TAG;
            let at = number as usize * CHUNK;
            let (sealed, tag_place) = place.split_at_mut(len);
            let tag = schedule.seal_chunk(number, &message[at..at + len], sealed);
            tag_place.copy_from_slice(&tag);
        }
        out
    }

    /// Opens a box; nothing of the message is handed out unless all of it is authentic.
    pub(crate) fn open(&self, context: &[&[u8]], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, BoxError> {
        let (salt, commitment, body) = split(sealed).ok_or(BoxError)?;
        let len = message_len(body.len()).ok_or(BoxError)?;
        let schedule = self.schedule(&salt, context);
        if !bool::from(schedule.commitment.ct_eq(&commitment)) {
            return Err(BoxError);
        }
        let mut message = Zeroizing::new(alloc::vec![0; len]);
        for (number, chunk) in (0..).zip(body.chunks(CHUNK + TAG)) {
            let at = number as usize * CHUNK;
            let (sealed, tag) = chunk.split_at_checked(chunk.len().wrapping_sub(TAG)).ok_or(BoxError)?;
            let place = message.get_mut(at..at + sealed.len()).ok_or(BoxError)?;
            schedule.open_chunk(number, sealed, tag, place)?;
        }
        Ok(message)
    }

    /// Does the box commit to this key and context? Constant time; false for bytes too short to say.
    pub(crate) fn commits(&self, context: &[&[u8]], sealed: &[u8]) -> Choice {
        match split(sealed) {
            Some((salt, commitment, _)) => self.schedule(&salt, context).commitment.ct_eq(&commitment),
            None => Choice::from(0),
        }
    }

    fn schedule(&self, salt: &[u8; SALT_LEN], context: &[&[u8]]) -> Schedule {
        // The parts of info; no context of ours has more than five.
        let mut info: [&[u8]; 8] = [&[]; 8];
        info[0] = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0";
        info[1] = salt;
        info[2..2 + context.len()].copy_from_slice(context);
        let mut okm = Zeroizing::new([0; 76]);
        self.0.derive_into(&info, okm.as_mut_slice());
        let mut okm = Reader::new(okm.as_slice());
        let key = Zeroizing::new(okm.array::<32>().expect("76 bytes hold a key"));
        Schedule {
            cipher: Aes256Gcm::new(<&Key<Aes256Gcm>>::from(&*key)),
            base_nonce: okm.array().expect("76 bytes hold a nonce"),
            commitment: okm.array().expect("76 bytes hold a commitment"),
        }
    }
}

impl fmt::Debug for BoxKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BoxKey(..)")
    }
}

impl Schedule {
    fn nonce(&self, number: u64) -> Nonce<Aes256Gcm> {
        let mut nonce = self.base_nonce;
        for (byte, counter) in nonce[4..].iter_mut().zip(number.to_be_bytes()) {
            *byte ^= counter;
        }
        nonce.into()
    }

    fn seal_chunk(&self, number: u64, message: &[u8], place: &mut [u8]) -> Tag<Aes256Gcm> {
        assert!(number < MAX_CHUNKS, "a message has fewer than 2^38 chunks");
        let buffer = InOutBuf::new(message, place).expect("a chunk and its place have one length");
        self.cipher
            .encrypt_inout_detached(&self.nonce(number), &[], buffer)
            .expect("a chunk is far shorter than the limit of GCM")
    }

    fn open_chunk(&self, number: u64, sealed: &[u8], tag: &[u8], place: &mut [u8]) -> Result<(), BoxError> {
        let tag = Tag::<Aes256Gcm>::try_from(tag).map_err(|_| BoxError)?;
        let buffer = InOutBuf::new(sealed, place).map_err(|_| BoxError)?;
        if number >= MAX_CHUNKS {
            return Err(BoxError);
        }
        self.cipher.decrypt_inout_detached(&self.nonce(number), &[], buffer, &tag).map_err(|_| BoxError)
    }
}

fn split(sealed: &[u8]) -> Option<([u8; SALT_LEN], [u8; COMMITMENT_LEN], &[u8])> {
    let mut reader = Reader::new(sealed);
    Some((reader.array()?, reader.array()?, reader.rest()))
}

/// Bytes of all chunks for a message of `len` bytes, without salt and commitment.
pub(crate) const fn sealed_len(len: usize) -> usize {
    len + (len / CHUNK + 1) * TAG
}

/// Bytes of the message in chunks of `sealed` bytes together; `None` where no message has that length.
fn message_len(sealed: usize) -> Option<usize> {
    let whole = sealed / (CHUNK + TAG);
    let last = (sealed % (CHUNK + TAG)).checked_sub(TAG)?;
    Some(whole * CHUNK + last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_around_the_chunks_comes_back() {
        let key = BoxKey::new(&[7; 32]);
        for len in
            [0, 1, 15, 16, 17, 1024, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 5 * CHUNK + 3]
        {
            let message: Vec<u8> = (0..len).map(|i| i as u8).collect();
            let sealed = key.seal([9; 24], &[b"con", b"text"], b"before", &message);
            assert_eq!(sealed.len(), 6 + 56 + sealed_len(len));
            assert_eq!(&sealed[..6], b"before");
            assert_eq!(key.open(&[b"context"], &sealed[6..]).as_deref(), Ok(&message));
            assert_eq!(key.open(&[b"contexT"], &sealed[6..]), Err(BoxError));
            assert!(bool::from(key.commits(&[b"context"], &sealed[6..])));
            assert!(!bool::from(key.commits(&[b"contexT"], &sealed[6..])));
        }
    }

    #[test]
    fn cut_dropped_swapped_and_repeated_chunks_are_refused() {
        let key = BoxKey::new(&[7; 32]);
        let message = alloc::vec![3; 3 * CHUNK + 5];
        let sealed = key.seal([1; 24], &[], &[], &message);
        let (head, body) = sealed.split_at(PREFIX_LEN);
        let chunks: Vec<&[u8]> = body.chunks(CHUNK + TAG).collect();
        let orders: [&[usize]; 8] =
            [&[], &[0], &[0, 1, 2], &[3], &[1, 0, 2, 3], &[0, 2, 1, 3], &[0, 0, 1, 2, 3], &[0, 1, 2, 3, 3]];
        for order in orders {
            let parts: Vec<u8> = order.iter().flat_map(|i| chunks[*i]).copied().collect();
            assert_eq!(key.open(&[], &[head, &parts].concat()), Err(BoxError), "{order:?}");
        }
        assert!(key.open(&[], &sealed).is_ok());
    }
}

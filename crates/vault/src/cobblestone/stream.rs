//! Owns sealing and opening a box piece by piece, with memory for one chunk beside the piece. Must not know what is inside.
//!
//! What an opener hands out is authentic as far as it goes; that the message ends where it ends is known only from
//! [`BoxOpener::finish`].

use alloc::vec::Vec;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{BoxError, BoxKey, CHUNK, PREFIX_LEN, SALT_LEN, Schedule, TAG, split};

/// Seals a message that comes in pieces.
pub(crate) struct BoxSealer {
    schedule: Schedule,
    number: u64,
    /// Message of the chunk that is not full yet.
    begun: Zeroizing<Vec<u8>>,
}

/// Opens a box that comes in pieces.
pub(crate) struct BoxOpener {
    schedule: Schedule,
    number: u64,
    /// Ciphertext of the chunk that is not whole yet: less than a chunk and its tag.
    begun: Vec<u8>,
}

impl BoxKey {
    /// Begins a box under a salt that was drawn for it alone; puts its first 56 bytes into `out`.
    pub(crate) fn sealer(&self, salt: [u8; SALT_LEN], context: &[&[u8]], out: &mut Vec<u8>) -> BoxSealer {
        let schedule = self.schedule(&salt, context);
        out.extend_from_slice(&salt);
        out.extend_from_slice(&schedule.commitment);
        BoxSealer { schedule, number: 0, begun: Zeroizing::new(Vec::with_capacity(CHUNK)) }
    }

    /// Begins to open a box by its first 56 bytes; refuses another key or context before any chunk.
    pub(crate) fn opener(&self, context: &[&[u8]], prefix: &[u8; PREFIX_LEN]) -> Result<BoxOpener, BoxError> {
        let (salt, commitment, _) = split(prefix).ok_or(BoxError)?;
        let schedule = self.schedule(&salt, context);
        if !bool::from(schedule.commitment.ct_eq(&commitment)) {
            return Err(BoxError);
        }
        Ok(BoxOpener { schedule, number: 0, begun: Vec::with_capacity(CHUNK + TAG) })
    }
}

impl BoxSealer {
    /// Takes the next piece of the message; puts what chunks became full into `out`.
    pub(crate) fn push(&mut self, mut message: &[u8], out: &mut Vec<u8>) {
        while self.begun.len() + message.len() >= CHUNK {
            let (now, later) = message.split_at(CHUNK - self.begun.len());
            if self.begun.is_empty() {
                self.seal(now, out);
            } else {
                self.begun.extend_from_slice(now);
                let chunk = core::mem::replace(&mut self.begun, Zeroizing::new(Vec::with_capacity(CHUNK)));
                self.seal(&chunk, out);
            }
            message = later;
        }
        self.begun.extend_from_slice(message);
    }

    /// Ends the message: its last chunk, always shorter than the others.
    pub(crate) fn finish(mut self, out: &mut Vec<u8>) {
        let last = core::mem::take(&mut self.begun);
        self.seal(&last, out);
    }

    fn seal(&mut self, chunk: &[u8], out: &mut Vec<u8>) {
        let at = out.len();
        out.resize(at + chunk.len(), 0);
        let tag = self.schedule.seal_chunk(self.number, chunk, &mut out[at..]);
        out.extend_from_slice(&tag);
        self.number += 1;
    }
}

impl BoxOpener {
    /// How many chunks were opened.
    pub(crate) const fn opened(&self) -> u64 {
        self.number
    }

    /// Takes the next piece of the box; puts the message of the chunks that became whole into `out`.
    pub(crate) fn push(&mut self, mut sealed: &[u8], out: &mut Vec<u8>) -> Result<(), BoxError> {
        while self.begun.len() + sealed.len() >= CHUNK + TAG {
            let (now, later) = sealed.split_at(CHUNK + TAG - self.begun.len());
            if self.begun.is_empty() {
                self.open(now, out)?;
            } else {
                self.begun.extend_from_slice(now);
                let chunk = core::mem::replace(&mut self.begun, Vec::with_capacity(CHUNK + TAG));
                self.open(&chunk, out)?;
            }
            sealed = later;
        }
        self.begun.extend_from_slice(sealed);
        Ok(())
    }

    /// Ends the box: what is left is its last chunk, or the box was cut.
    pub(crate) fn finish(mut self, out: &mut Vec<u8>) -> Result<(), BoxError> {
        let last = core::mem::take(&mut self.begun);
        self.open(&last, out)
    }

    fn open(&mut self, chunk: &[u8], out: &mut Vec<u8>) -> Result<(), BoxError> {
        let len = chunk.len().checked_sub(TAG).ok_or(BoxError)?;
        let (sealed, tag) = chunk.split_at(len);
        let at = out.len();
        out.resize(at + len, 0);
        let opened = self.schedule.open_chunk(self.number, sealed, tag, &mut out[at..]);
        if opened.is_err() {
            out.truncate(at);
        }
        self.number += 1;
        opened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed_in(pieces: usize, message: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut sealer = BoxKey::new(&[7; 32]).sealer([9; 24], &[b"context"], &mut out);
        message.chunks(pieces).for_each(|piece| sealer.push(piece, &mut out));
        sealer.finish(&mut out);
        out
    }

    fn opened_in(pieces: usize, sealed: &[u8]) -> Result<Vec<u8>, BoxError> {
        let (prefix, rest) = sealed.split_first_chunk().ok_or(BoxError)?;
        let mut opener = BoxKey::new(&[7; 32]).opener(&[b"context"], prefix)?;
        let mut out = Vec::new();
        for piece in rest.chunks(pieces) {
            opener.push(piece, &mut out)?;
        }
        opener.finish(&mut out)?;
        Ok(out)
    }

    #[test]
    fn pieces_of_every_size_give_the_box_of_the_whole() {
        for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5] {
            let message: Vec<u8> = (0..len).map(|i| (i * 7) as u8).collect();
            let whole = BoxKey::new(&[7; 32]).seal([9; 24], &[b"context"], &[], &message);
            for pieces in [1, 15, 16, 17, 1000, CHUNK - 1, CHUNK, CHUNK + TAG, CHUNK + TAG + 1, 1 << 20] {
                assert!(sealed_in(pieces, &message) == whole, "{len} bytes in pieces of {pieces}");
                assert!(opened_in(pieces, &whole).as_ref() == Ok(&message), "{len} bytes in {pieces}");
            }
        }
    }

    #[test]
    fn what_is_cut_or_lengthened_or_changed_does_not_finish() {
        let whole = sealed_in(1000, &alloc::vec![3; 2 * CHUNK + 5]);
        for end in 0..whole.len() {
            assert!(opened_in(CHUNK, &whole[..end]).is_err(), "cut to {end}");
        }
        for more in [1, 16, CHUNK, CHUNK + TAG] {
            let longer = [&whole[..], &alloc::vec![0; more]].concat();
            assert!(opened_in(CHUNK, &longer).is_err(), "{more} behind the end");
        }
        for at in (0..whole.len()).step_by(211).chain(0..80) {
            let mut other = whole.clone();
            other[at] ^= 1;
            assert!(opened_in(1000, &other).is_err(), "byte {at}");
        }
    }
}

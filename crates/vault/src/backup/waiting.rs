//! Owns the opened bytes that wait to be taken: wiped on drop and when they move. Must not know what they are.

use alloc::vec::Vec;

use zeroize::{Zeroize, Zeroizing};

/// Bytes in the order they came, taken from the front.
#[derive(Default)]
pub(super) struct Waiting {
    bytes: Zeroizing<Vec<u8>>,
    taken: usize,
}

impl Waiting {
    /// Where up to `more` bytes may be appended without leaving copies behind.
    pub(super) fn room(&mut self, more: usize) -> &mut Vec<u8> {
        let waiting = self.bytes.len() - self.taken;
        if self.bytes.capacity() - self.bytes.len() >= more {
            return &mut self.bytes;
        }
        if self.bytes.capacity() < waiting + more {
            let mut larger = Zeroizing::new(Vec::with_capacity((waiting + more).next_power_of_two()));
            larger.extend_from_slice(self.waiting());
            self.bytes = larger;
        } else {
            self.bytes.copy_within(self.taken.., 0);
            self.bytes[waiting..].zeroize();
            self.bytes.truncate(waiting);
        }
        self.taken = 0;
        &mut self.bytes
    }

    pub(super) fn waiting(&self) -> &[u8] {
        &self.bytes[self.taken..]
    }

    pub(super) fn take(&mut self, len: usize) {
        self.taken += len;
    }
}

//! Owns the names of things: fixed-length byte strings and page numbers. Must not know what they name.

use core::fmt;

use sha2::{Digest, Sha256};

use crate::random::{Random, RandomnessUnavailable};

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LEN: usize = $len;

            /// Takes the bytes as they are.
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// The bytes.
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }

            /// Draws a new one.
            ///
            /// # Errors
            /// [`RandomnessUnavailable`] when the generator fails.
            pub fn make(random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> {
                let mut bytes = [0; $len];
                random.fill(&mut bytes)?;
                Ok(Self(bytes))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                for byte in self.0 {
                    write!(f, "{byte:02x}")?;
                }
                f.write_str(")")
            }
        }
    };
}

identity!(
    /// One local copy of a journal; fresh for each copy, bound into every key and ciphertext of it.
    VaultId, 16
);
identity!(
    /// One journal through all its copies; a restore carries it over.
    LineageId, 16
);
identity!(
    /// One thing in the journal. Random, not ordered by time.
    RecordId, 16
);
identity!(
    /// One draft.
    DraftId, 16
);
identity!(
    /// One keeper from its first write after opening until it ends; never reused.
    DeviceId, 8
);
identity!(
    /// The key of a stored row: the first 16 bytes of its commitment.
    RowKey, 16
);
identity!(
    /// The key commitment of one sealed value: names exactly one key and context, thus one sealing.
    Commitment, 32
);

impl RecordId {
    /// The page that lists this record: the top six bits.
    pub const fn page(&self) -> PageNumber {
        PageNumber(self.0[0] >> 2)
    }

    /// The id of a record of which a journal has one (settings, plans): SHA-256("trestle/v1/one" ‖ lineage ‖ name),
    /// its first 16 bytes (`docs/format.md`, Record).
    pub fn singleton(lineage: LineageId, name: &str) -> Self {
        let digest = Sha256::new()
            .chain_update(b"trestle/v1/one")
            .chain_update(lineage.as_bytes())
            .chain_update(name.as_bytes())
            .finalize();
        Self(core::array::from_fn(|i| digest[i]))
    }
}

impl Commitment {
    /// The key under which the row with this commitment rests.
    pub const fn row_key(&self) -> RowKey {
        let (key, _) = self.0.split_first_chunk().expect("a commitment is longer than a row key");
        RowKey(*key)
    }
}

/// One of the 64 pages, 0 to 63.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageNumber(u8);

impl PageNumber {
    /// How many pages a journal has.
    pub const COUNT: usize = 64;

    /// `None` above 63.
    pub const fn new(number: u8) -> Option<Self> {
        if (number as usize) < Self::COUNT { Some(Self(number)) } else { None }
    }

    /// The number, fit to index an array of [`PageNumber::COUNT`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// All pages, in order.
    pub fn all() -> impl Iterator<Item = PageNumber> {
        (0..64).map(PageNumber)
    }

    pub(crate) const fn byte(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_belongs_to_the_page_of_its_top_six_bits() {
        for (first, page) in [(0x00, 0), (0x03, 0), (0x04, 1), (0xfb, 62), (0xfc, 63), (0xff, 63)] {
            let mut bytes = [0xff; 16];
            bytes[0] = first;
            assert_eq!(RecordId::from_bytes(bytes).page().index(), page);
        }
        assert_eq!(PageNumber::new(63).map(PageNumber::index), Some(63));
        assert_eq!(PageNumber::new(64), None);
        assert_eq!(PageNumber::all().count(), PageNumber::COUNT);
    }

    #[test]
    fn an_identity_shows_as_hex() {
        let id = DeviceId::from_bytes([0, 1, 2, 0xfd, 0xfe, 0xff, 0x10, 0x20]);
        assert_eq!(format!("{id:?}"), "DeviceId(000102fdfeff1020)");
    }
}

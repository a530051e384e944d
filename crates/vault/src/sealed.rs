//! Owns what a store may hold: sealed values that only sealing can make, and their common first bytes. Must not know
//! what is inside, nor how storage works.

use alloc::vec::Vec;
use core::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::cobblestone::{BoxKey, PREFIX_LEN, SALT_LEN, sealed_len};
use crate::identity::{Commitment, RowKey, VaultId};
use crate::random::{Random, draw};
use crate::reader::Reader;
use crate::sealed_error::{SealError, SealedError};

/// Bytes before the box: version 1 ‖ suite 1 ‖ type 1 ‖ 0 ‖ generation 4.
pub(crate) const HEAD_LEN: usize = 8;
/// The tag of an empty last chunk is the least a box has behind its commitment.
pub(crate) const LEAST: usize = HEAD_LEN + PREFIX_LEN + 16;
pub(crate) const VERSION: u8 = 1;

/// Bytes of a stored value with that much cleartext.
pub(crate) const fn row_len(cleartext: usize) -> usize {
    HEAD_LEN + PREFIX_LEN + sealed_len(cleartext)
}

pub(crate) const SUITE: u8 = 1;

/// What kind of value is sealed; the third byte.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Root = 1,
    Page = 2,
    Record = 3,
    Draft = 4,
    Note = 5,
}

impl Kind {
    /// What the context begins with. A note has no box of ours, and no context.
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Root => b"trestle/v1/root\0",
            Self::Page => b"trestle/v1/page\0",
            Self::Record => b"trestle/v1/rec\0",
            Self::Draft => b"trestle/v1/draft\0",
            Self::Note => b"",
        }
    }

    const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Root),
            2 => Some(Self::Page),
            3 => Some(Self::Record),
            4 => Some(Self::Draft),
            5 => Some(Self::Note),
            _ => None,
        }
    }
}

/// The first eight bytes of every sealed value.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    pub(crate) kind: Kind,
    pub(crate) generation: u32,
}

impl Head {
    pub(crate) const fn to_bytes(self) -> [u8; HEAD_LEN] {
        let [a, b, c, d] = self.generation.to_be_bytes();
        [VERSION, SUITE, self.kind as u8, 0, a, b, c, d]
    }

    pub(crate) fn parse(stored: &[u8]) -> Result<Self, SealedError> {
        let mut reader = Reader::new(stored);
        let [version, suite, kind, reserved] = reader.array().ok_or(SealedError::TooShort)?;
        let generation = reader.u32().ok_or(SealedError::TooShort)?;
        if version != VERSION {
            return Err(SealedError::UnknownVersion);
        }
        if suite != SUITE {
            return Err(SealedError::UnknownSuite);
        }
        let kind = Kind::from_byte(kind).ok_or(SealedError::UnknownType)?;
        if reserved != 0 {
            return Err(SealedError::Reserved);
        }
        Ok(Self { kind, generation })
    }

    /// Parses, and checks that it is the head expected.
    pub(crate) fn expect(self, stored: &[u8]) -> Result<(), SealedError> {
        let found = Self::parse(stored)?;
        if found.kind != self.kind {
            return Err(SealedError::UnknownType);
        }
        if found.generation != self.generation {
            return Err(SealedError::Generation { expected: self.generation, found: found.generation });
        }
        Ok(())
    }
}

/// Where a sealed value belongs; all of it is in the context of its box.
pub(crate) struct Belonging<'a> {
    pub(crate) head: Head,
    pub(crate) vault_id: VaultId,
    /// Page number, record id or draft id; empty for the root.
    pub(crate) identity: &'a [u8],
}

impl Belonging<'_> {
    pub(crate) fn seal(
        &self,
        key: &BoxKey,
        message: &[u8],
        random: &mut dyn Random,
    ) -> Result<(Commitment, Vec<u8>), SealError> {
        let salt = draw::<SALT_LEN>(random)?;
        let head = self.head.to_bytes();
        let bytes = key.seal(*salt, &self.context(&head), &head, message);
        let commitment = commitment(&bytes).expect("a sealed value has a commitment");
        Ok((commitment, bytes))
    }

    pub(crate) fn open(&self, key: &BoxKey, stored: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealedError> {
        self.head.expect(stored)?;
        let (head, sealed) = stored.split_first_chunk::<HEAD_LEN>().ok_or(SealedError::TooShort)?;
        if stored.len() < LEAST {
            return Err(SealedError::TooShort);
        }
        key.open(&self.context(head), sealed).map_err(|_| SealedError::Damaged)
    }

    /// As [`Belonging::open`], for a value whose commitment something trusted names.
    pub(crate) fn open_expected(
        &self,
        key: &BoxKey,
        expected: Commitment,
        stored: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, SealedError> {
        self.head.expect(stored)?;
        let found = commitment(stored)?;
        if !bool::from(found.as_bytes().ct_eq(expected.as_bytes())) {
            return Err(SealedError::Commitment);
        }
        self.open(key, stored)
    }

    fn context<'b>(&'b self, head: &'b [u8; HEAD_LEN]) -> [&'b [u8]; 4] {
        [self.head.kind.label(), self.vault_id.as_bytes(), head, self.identity]
    }
}

fn commitment(stored: &[u8]) -> Result<Commitment, SealedError> {
    let mut reader = Reader::new(stored);
    let commitment = reader.take(HEAD_LEN + SALT_LEN).and_then(|_| reader.array());
    commitment.map(Commitment::from_bytes).ok_or(SealedError::TooShort)
}

/// A sealed record, page or draft: what a store puts into its rows. Only sealing makes one.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedRow {
    commitment: Commitment,
    bytes: Vec<u8>,
}

impl SealedRow {
    pub(crate) fn new((commitment, bytes): (Commitment, Vec<u8>)) -> Self {
        Self { commitment, bytes }
    }

    /// The key under which it rests; each sealing has another.
    pub const fn key(&self) -> RowKey {
        self.commitment.row_key()
    }

    /// Names this sealing; what page or root keep of it.
    pub const fn commitment(&self) -> Commitment {
        self.commitment
    }

    /// The bytes that rest.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for SealedRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedRow({:?}, {} bytes)", self.key(), self.bytes.len())
    }
}

/// A sealed root. Only sealing makes one.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedRoot {
    commitment: Commitment,
    bytes: Vec<u8>,
}

impl SealedRoot {
    pub(crate) fn new((commitment, bytes): (Commitment, Vec<u8>)) -> Self {
        Self { commitment, bytes }
    }

    /// Names this sealing; what a store compares before it swaps.
    pub const fn commitment(&self) -> Commitment {
        self.commitment
    }

    /// The bytes that rest.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for SealedRoot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedRoot({:?}, {} bytes)", self.commitment, self.bytes.len())
    }
}

/// A note sealed to the inbox, 1,080 bytes. Only sealing makes one.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedNote {
    bytes: Vec<u8>,
}

impl SealedNote {
    pub(crate) const fn new(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    /// The bytes that rest.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for SealedNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedNote({} bytes)", self.bytes.len())
    }
}

/// Reads the commitment of a stored root without a key, for the comparison before a swap.
///
/// # Errors
/// [`SealedError`] when the first bytes are not those of a root.
pub fn root_commitment(stored: &[u8]) -> Result<Commitment, SealedError> {
    match Head::parse(stored)?.kind {
        Kind::Root => commitment(stored),
        _ => Err(SealedError::UnknownType),
    }
}

/// Reads the generation of any sealed value without a key. Not authenticated.
///
/// # Errors
/// [`SealedError`] when the first bytes are not those of a sealed value.
pub fn sealed_generation(stored: &[u8]) -> Result<u32, SealedError> {
    Head::parse(stored).map(|head| head.generation)
}

//! Owns the form of a record: a kind, its versions, and how versions of two sides become one record. Must not know what
//! a body says.

use alloc::vec::Vec;
use core::fmt;

use sha2::{Digest, Sha256};

use crate::padding;
use crate::reader::Reader;
use crate::sealed;
use crate::sealed_error::{SealError, SealedError};
use crate::version_clock::VersionClock;

const FLAG_DELETED: u8 = 1;

/// How a body is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Codec {
    /// UTF-8 JSON.
    Json = 1,
    /// Bytes as they are.
    Raw = 2,
}

/// One wording of a record.
#[derive(Clone, PartialEq, Eq)]
pub struct Version {
    /// How the body is written.
    pub codec: Codec,
    /// Which form of its kind the body has.
    pub schema: u16,
    /// True for the mark that a deletion leaves.
    pub deleted: bool,
    /// When it was written, milliseconds since 1970 UTC, by the writer's clock. Decides nothing.
    pub changed_at_ms: u64,
    /// What its writer had seen.
    pub clock: VersionClock,
    /// At most [`Record::MAX_BODY`] bytes.
    pub body: Vec<u8>,
}

/// One thing in the journal, with all versions that none of the others has seen; normally one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What kind of thing it is; the vault keeps kinds it does not know.
    pub kind: u8,
    /// Up to 255 versions.
    pub versions: Vec<Version>,
}

impl Record {
    /// Longest body in bytes: 4 MiB.
    pub const MAX_BODY: usize = 4 * 1024 * 1024;

    /// The union of the versions of both, less each whose clock another strictly dominates; equal ones once, ordered
    /// by SHA-256 of the version. Commutative, associative and idempotent. Where the kinds differ, the greater stands.
    pub fn merged(self, other: Record) -> Record {
        let kind = self.kind.max(other.kind);
        let mut versions = self.versions;
        versions.extend(other.versions);
        Record { kind, versions: in_order(undominated(versions)) }
    }

    /// `next` in place of the versions its clock strictly dominates; the others are kept beside it.
    pub fn with_version(mut self, next: Version) -> Record {
        self.versions.retain(|version| !next.clock.strictly_dominates(&version.clock));
        self.versions.push(next);
        Record { versions: in_order(self.versions), ..self }
    }

    /// Bytes of the row that this record makes, its padding included.
    pub fn row_len(&self) -> usize {
        let len = self.versions.iter().map(Version::encoded_len).sum::<usize>() + 2;
        sealed::row_len(padding::bucket(len))
    }

    /// Reads what [`Record::to_padded_bytes`] writes.
    ///
    /// # Errors
    /// [`SealedError::Content`] for anything else: a form not kept, versions out of order, another padding.
    pub fn parse(bytes: &[u8]) -> Result<Self, SealedError> {
        let mut reader = Reader::new(bytes);
        Self::read(&mut reader)
            .filter(|_| padding::is_exact(bytes.len(), reader.rest()))
            .ok_or(SealedError::Content)
    }

    /// The record as bytes, versions in order and equal ones once, with zeros up to its bucket.
    ///
    /// # Errors
    /// [`SealError::BodyTooLong`] above [`Record::MAX_BODY`]; [`SealError::Form`] for none or more than 255 versions,
    /// or a clock of more than 65,535 devices.
    pub fn to_padded_bytes(&self) -> Result<Vec<u8>, SealError> {
        // Reserved whole, so that growing leaves no copies behind.
        let mut bytes = self.to_bytes_in(padding::bucket)?;
        padding::pad(&mut bytes);
        Ok(bytes)
    }

    /// As in a backup: without padding, and nothing behind it.
    pub(crate) fn parse_exact(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        Self::read(&mut reader).filter(|_| reader.rest().is_empty())
    }

    /// As [`Record::to_padded_bytes`] without padding, with room for as many bytes as `room` makes of the length.
    pub(crate) fn to_bytes_in(&self, room: impl Fn(usize) -> usize) -> Result<Vec<u8>, SealError> {
        for version in &self.versions {
            if version.body.len() > Self::MAX_BODY {
                return Err(SealError::BodyTooLong { bytes: version.body.len() });
            }
            version.clock.len_u16().ok_or(SealError::Form)?;
        }
        let mut versions: Vec<&Version> = self.versions.iter().collect();
        if versions.len() > 1 {
            versions.sort_by_cached_key(|version| version.hash());
            versions.dedup();
        }
        let count = u8::try_from(versions.len()).ok().filter(|count| *count > 0).ok_or(SealError::Form)?;
        let len = versions.iter().map(|version| version.encoded_len()).sum::<usize>() + 2;
        let mut bytes = Vec::with_capacity(room(len));
        bytes.extend_from_slice(&[self.kind, count]);
        for version in versions {
            version.write(&mut bytes);
        }
        Ok(bytes)
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let (kind, count) = (reader.u8()?, reader.u8()?);
        let mut versions = Vec::with_capacity(usize::from(count));
        for _ in 0..count {
            versions.push(Version::read(reader)?);
        }
        let ordered = match count {
            0 => false,
            1 => true,
            _ => versions.iter().map(Version::hash).is_sorted_by(|a, b| a < b),
        };
        ordered.then_some(Self { kind, versions })
    }
}

impl Version {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let codec = match reader.u8()? {
            1 => Codec::Json,
            2 => Codec::Raw,
            _ => return None,
        };
        let schema = reader.u16()?;
        let deleted = match reader.u8()? {
            0 => false,
            FLAG_DELETED => true,
            _ => return None,
        };
        let changed_at_ms = reader.u64()?;
        let clock = VersionClock::read(reader)?;
        let len = reader.length().filter(|len| *len <= Record::MAX_BODY)?;
        let body = reader.take(len)?.to_vec();
        Some(Self { codec, schema, deleted, changed_at_ms, clock, body })
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(self.codec as u8);
        bytes.extend_from_slice(&self.schema.to_be_bytes());
        bytes.push(if self.deleted { FLAG_DELETED } else { 0 });
        bytes.extend_from_slice(&self.changed_at_ms.to_be_bytes());
        self.clock.write(bytes);
        bytes.extend_from_slice(&(self.body.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&self.body);
    }

    const fn encoded_len(&self) -> usize {
        16 + self.clock.encoded_len() + self.body.len()
    }

    /// SHA-256 of the version as it is written, computed without writing it.
    fn hash(&self) -> [u8; 32] {
        let head = Version { body: Vec::new(), clock: self.clock.clone(), ..*self };
        let mut bytes = Vec::with_capacity(head.encoded_len());
        head.write(&mut bytes);
        bytes.truncate(bytes.len() - 4);
        Sha256::new()
            .chain_update(&bytes)
            .chain_update((self.body.len() as u32).to_be_bytes())
            .chain_update(&self.body)
            .finalize()
            .into()
    }
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Version")
            .field("codec", &self.codec)
            .field("schema", &self.schema)
            .field("deleted", &self.deleted)
            .field("changed_at_ms", &self.changed_at_ms)
            .field("clock", &self.clock)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

fn undominated(versions: Vec<Version>) -> Vec<Version> {
    let stands: Vec<bool> = versions
        .iter()
        .map(|version| !versions.iter().any(|other| other.clock.strictly_dominates(&version.clock)))
        .collect();
    versions.into_iter().zip(stands).filter_map(|(version, stands)| stands.then_some(version)).collect()
}

fn in_order(mut versions: Vec<Version>) -> Vec<Version> {
    if versions.len() > 1 {
        versions.sort_by_cached_key(Version::hash);
        versions.dedup();
    }
    versions
}

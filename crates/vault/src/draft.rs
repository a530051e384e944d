//! Owns the form of a draft: a length, the text, zeros. Must not know what a draft says.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::padding;
use crate::reader::Reader;
use crate::sealed_error::SealError;

/// Longest draft in bytes: twice a body, so that a text too long to be saved is still not lost.
pub const MAX_DRAFT: usize = 8 * 1024 * 1024;

pub(crate) fn to_padded_bytes(cleartext: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let bytes = cleartext.len();
    let len = u32::try_from(bytes).ok().filter(|_| bytes <= MAX_DRAFT);
    let len = len.ok_or(SealError::BodyTooLong { bytes })?;
    // Reserved whole, so that growing leaves no copies behind.
    let mut padded = Zeroizing::new(Vec::with_capacity(padding::bucket(bytes + 4)));
    padded.extend_from_slice(&len.to_be_bytes());
    padded.extend_from_slice(cleartext);
    padding::pad(&mut padded);
    Ok(padded)
}

pub(crate) fn parse(padded: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader::new(padded);
    let len = reader.length().filter(|len| *len <= MAX_DRAFT)?;
    let cleartext = reader.take(len)?;
    padding::is_exact(padded.len(), reader.rest()).then(|| cleartext.to_vec())
}

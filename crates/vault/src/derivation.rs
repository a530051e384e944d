//! Owns Argon2id: its parameters as bytes, and the one call. Must not know which journal or way it is for.

use alloc::vec::Vec;
use core::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use crate::cost::{Cost, CostOutOfRange};
use crate::passphrase::Passphrase;
use crate::random::{Random, RandomnessUnavailable};
use crate::reader::Reader;

/// kdf 1 = Argon2id v1.3, suite 1, one lane, reserved.
pub(crate) const FIXED_BYTES: [u8; 4] = [1, 1, 1, 0];

/// The parameters of a derivation: its cost and its salt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KdfParams {
    /// What one run costs.
    pub cost: Cost,
    /// Drawn afresh for each passphrase.
    pub salt: [u8; 16],
}

impl KdfParams {
    /// Draws a salt.
    ///
    /// # Errors
    /// [`RandomnessUnavailable`] when the generator fails.
    pub fn make(cost: Cost, random: &mut dyn Random) -> Result<Self, RandomnessUnavailable> {
        let mut salt = [0; 16];
        random.fill(&mut salt)?;
        Ok(Self { cost, salt })
    }

    /// The 28 bytes that are bound into every key a passphrase leads to (`docs/format.md`, Derivation parameters):
    /// kdf 1 ‖ suite 1 ‖ lanes 1 ‖ 0 ‖ memory 4 ‖ passes 4 ‖ salt 16.
    pub fn to_bytes(&self) -> [u8; 28] {
        let mut bytes = [0; 28];
        bytes[..4].copy_from_slice(&FIXED_BYTES);
        bytes[4..8].copy_from_slice(&self.cost.memory_kib().to_be_bytes());
        bytes[8..12].copy_from_slice(&self.cost.passes().to_be_bytes());
        bytes[12..].copy_from_slice(&self.salt);
        bytes
    }

    /// Reads them back.
    ///
    /// # Errors
    /// [`CostOutOfRange`] outside the read limits; also for another kdf, suite or number of lanes, whose cost this
    /// version cannot bound.
    pub fn from_bytes(bytes: &[u8; 28]) -> Result<Self, CostOutOfRange> {
        let mut reader = Reader::new(bytes);
        let fixed: [u8; 4] = reader.array().expect("28 bytes");
        let memory_kib = reader.u32().expect("28 bytes");
        let passes = reader.u32().expect("28 bytes");
        let salt = reader.array().expect("28 bytes");
        if fixed != FIXED_BYTES {
            return Err(CostOutOfRange { memory_kib, passes });
        }
        Ok(Self { cost: Cost::new(memory_kib, passes)?, salt })
    }
}

/// Argon2id v1.3 with one lane and 32 bytes out (RFC 9106). One call allocates `cost.memory_kib` KiB at once, and wipes
/// them before it gives them back.
///
/// # Errors
/// [`DeriveError::OutOfMemory`] when that allocation is refused; nothing was computed.
pub fn derive(passphrase: &Passphrase, params: &KdfParams) -> Result<[u8; 32], DeriveError> {
    let KdfParams { cost, salt } = params;
    let settings = Params::new(cost.memory_kib(), cost.passes(), 1, Some(32))
        .expect("a Cost lies inside the limits of Argon2");
    let mut blocks = Vec::new();
    blocks
        .try_reserve_exact(settings.block_count())
        .map_err(|_| DeriveError::OutOfMemory { memory_kib: cost.memory_kib() })?;
    blocks.resize(settings.block_count(), Block::new());
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, settings)
        // EXPOSE: the derivation is what a passphrase is for.
        .hash_password_into_with_memory(passphrase.expose_bytes(), salt, &mut out, &mut blocks)
        .expect("salt, passphrase and output lie inside the limits of Argon2");
    blocks.iter_mut().for_each(Zeroize::zeroize);
    Ok(out)
}

/// Why a derivation gave nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum DeriveError {
    /// The memory was refused.
    OutOfMemory {
        /// How much was asked for, in KiB.
        memory_kib: u32,
    },
}

impl fmt::Display for DeriveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfMemory { memory_kib } => write!(f, "memory of {memory_kib} KiB was refused"),
        }
    }
}

impl core::error::Error for DeriveError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_parameters_are_the_format() {
        let params = KdfParams { cost: Cost::STANDARD, salt: [0xab; 16] };
        let mut expected = vec![1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 3];
        expected.extend([0xab; 16]);
        assert_eq!(params.to_bytes().to_vec(), expected);
        assert_eq!(KdfParams::from_bytes(&params.to_bytes()), Ok(params));
        for at in 0..4 {
            let mut other = params.to_bytes();
            other[at] ^= 1;
            assert!(KdfParams::from_bytes(&other).is_err(), "fixed byte {at}");
        }
    }
}

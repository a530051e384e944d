//! Owns the port through which random bytes come in, and the check that it is alive. Must not know where they come from.

use core::fmt;

use zeroize::Zeroizing;

/// Source of random bytes, handed in from outside: the browser's generator, the system's, or a fixed one in tests.
pub trait Random {
    /// Fills `bytes` wholly.
    ///
    /// # Errors
    /// [`RandomnessUnavailable`] when the generator fails; `bytes` then counts as not filled.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable>;
}

/// The random generator failed or repeats itself; nothing may be sealed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RandomnessUnavailable;

impl fmt::Display for RandomnessUnavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the random generator failed or repeats itself")
    }
}

impl core::error::Error for RandomnessUnavailable {}

/// Draws twice 32 bytes; to be called once before anything is sealed.
///
/// # Errors
/// [`RandomnessUnavailable`] when a draw fails, is all zero, or equals the other.
pub fn check_random(random: &mut dyn Random) -> Result<(), RandomnessUnavailable> {
    let first: Zeroizing<[u8; 32]> = draw(random)?;
    let second: Zeroizing<[u8; 32]> = draw(random)?;
    let stuck = *first == *second || *first == [0; 32] || *second == [0; 32];
    if stuck { Err(RandomnessUnavailable) } else { Ok(()) }
}

/// Draws `N` bytes that are wiped when dropped.
pub(crate) fn draw<const N: usize>(
    random: &mut dyn Random,
) -> Result<Zeroizing<[u8; N]>, RandomnessUnavailable> {
    let mut bytes = Zeroizing::new([0; N]);
    random.fill(bytes.as_mut_slice())?;
    Ok(bytes)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A counter: every draw differs, every run is the same.
    pub(crate) struct Counting(pub(crate) u64);

    impl Random for Counting {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
            for chunk in bytes.chunks_mut(8) {
                self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
                chunk.copy_from_slice(&self.0.to_be_bytes()[..chunk.len()]);
            }
            Ok(())
        }
    }

    struct Stuck(u8);

    impl Random for Stuck {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
            bytes.fill(self.0);
            Ok(())
        }
    }

    #[test]
    fn a_generator_that_repeats_itself_is_refused() {
        assert_eq!(check_random(&mut Stuck(0)), Err(RandomnessUnavailable));
        assert_eq!(check_random(&mut Stuck(7)), Err(RandomnessUnavailable));
        assert_eq!(check_random(&mut Counting(1)), Ok(()));
    }
}

//! Owns the sizes a cleartext may have, so that a ciphertext tells its bucket and no more. Must not know what is padded.

use alloc::vec::Vec;

use crate::reader::is_zero;

const KIB: usize = 1024;
const STEP: usize = 64 * KIB;

/// The bucket for `len` bytes: 1, 2, 4, 8, 16, 32 KiB, or a multiple of 64 KiB.
pub(crate) fn bucket(len: usize) -> usize {
    match len {
        0..=KIB => KIB,
        _ if len <= 32 * KIB => len.next_power_of_two(),
        _ => len.div_ceil(STEP).saturating_mul(STEP),
    }
}

/// Appends zeros up to the bucket.
pub(crate) fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bucket(bytes.len()), 0);
}

/// Is `padding` what [`pad`] puts behind a content, `total` being the length of both?
pub(crate) fn is_exact(total: usize, padding: &[u8]) -> bool {
    total.checked_sub(padding.len()).is_some_and(|content| bucket(content) == total) && is_zero(padding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_the_allowed_sizes_and_the_smallest_that_fit() {
        let allowed: Vec<usize> =
            [1, 2, 4, 8, 16, 32].into_iter().chain((1..=4).map(|n| n * 64)).map(|kib| kib * KIB).collect();
        for len in 0..=256 * KIB {
            let smallest = allowed.iter().copied().find(|size| *size >= len);
            assert_eq!(Some(bucket(len)), smallest, "{len} bytes");
        }
    }

    #[test]
    fn only_exact_padding_passes() {
        assert!(is_exact(1024, &[0; 24]));
        assert!(is_exact(1024, &[]));
        assert!(!is_exact(1025, &[0; 24]));
        assert!(!is_exact(2048, &[0; 1024]), "one bucket too many");
        assert!(!is_exact(1024, &[0, 0, 1]));
        assert!(!is_exact(1, &[0; 2]));
    }
}

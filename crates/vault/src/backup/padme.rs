//! Owns the Padmé sizes (Nikitin et al., PoPETs 2019, section 4): a length tells its order of magnitude and little more, for
//! at most 12 % of padding. Must not know what is padded.

/// The smallest Padmé size that holds `len` bytes.
pub(super) fn padded(len: u64) -> u64 {
    let Some(exponent) = len.checked_ilog2().filter(|exponent| *exponent > 0) else { return len };
    let kept = exponent.ilog2() + 1;
    // Small lengths keep all their bits.
    len.next_multiple_of(1 << exponent.saturating_sub(kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_up_to_few_sizes() {
        for (len, expected) in [
            (0, 0),
            (1, 1),
            (2, 2),
            (7, 7),
            (8, 8),
            (9, 10),
            (36, 36),
            (37, 40),
            (1000, 1024),
            (1025, 1088),
            (100_000, 100_352),
            (100_000_001, 100_663_296),
            (1 << 34, 1 << 34),
        ] {
            assert_eq!(padded(len), expected, "{len} bytes");
        }
    }

    #[test]
    fn a_size_is_its_own_and_costs_at_most_an_eighth() {
        for len in (1..70_000).chain((1..34).flat_map(|bits| [(1_u64 << bits) - 1, (1 << bits) + 1])) {
            let size = padded(len);
            assert!(size >= len && (size - len) * 8 <= len, "{len} bytes to {size}");
            assert_eq!(padded(size), size, "{len} bytes to {size}");
        }
    }
}

//! The pause after a passphrase that does not open: in memory, ten seconds at the most, and nothing else. Whoever guesses
//! is held up by Argon2id; this only keeps a lock screen from being tried without a breath.

/// Longest pause.
const LONGEST_MS: u32 = 10_000;
/// So many misses in a row have none: a person mistypes.
const FREE: u32 = 4;

/// Milliseconds before the next try, after so many misses in a row.
#[must_use]
pub fn pause_ms(misses: u32) -> u32 {
    match misses.saturating_sub(FREE) {
        0 => 0,
        more => 500_u32.saturating_mul(1 << more.min(8)).min(LONGEST_MS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_to_ten_seconds_and_no_further() {
        for (misses, expected) in [
            (0, 0),
            (1, 0),
            (4, 0),
            (5, 1_000),
            (6, 2_000),
            (7, 4_000),
            (8, 8_000),
            (9, 10_000),
            (100, 10_000),
            (u32::MAX, 10_000),
        ] {
            assert_eq!(pause_ms(misses), expected, "{misses}");
        }
        assert!((0..1_000).all(|misses| pause_ms(misses) <= pause_ms(misses + 1)));
    }
}

//! The bounds of the front card (FORMAT 10).

/// Most bytes of a card, in UTF-8.
pub const CARD_BYTES: usize = 280;

/// Bytes of a card, as they count: without the space around it.
#[must_use]
pub fn card_bytes(words: &str) -> usize {
    words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_count_and_the_space_around_does_not() {
        assert_eq!((card_bytes("  call Sam \n"), card_bytes("é"), card_bytes("")), (8, 2, 0));
    }
}

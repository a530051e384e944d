//! Words made by us: drawing them from a list, and the one form in which they count (FORMAT 2).

use core::fmt;

/// Why no words could be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WordListError {
    /// The list has fewer than 1,000 words or more than 65,536.
    Length {
        /// Words in it.
        words: usize,
    },
    /// The random source failed.
    Randomness,
}

impl fmt::Display for WordListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { words } => write!(f, "word list has {words} words, allowed 1,000 to 65,536"),
            Self::Randomness => f.write_str("random source failed"),
        }
    }
}

impl core::error::Error for WordListError {}

/// Draws `count` words, each equally likely (rejection sampling over two random bytes), joined by one space.
///
/// # Errors
/// A list of unfit length, or a random source that fails.
pub fn draw_words(
    list: &[&str],
    count: usize,
    mut random: impl FnMut(&mut [u8]) -> bool,
) -> Result<String, WordListError> {
    let words = list.len();
    if !(1_000..=65_536).contains(&words) {
        return Err(WordListError::Length { words });
    }
    let limit = 65_536 - 65_536 % words;
    let mut drawn: Vec<&str> = Vec::with_capacity(count);
    while drawn.len() < count {
        let mut pair = [0; 2];
        if !random(&mut pair) {
            return Err(WordListError::Randomness);
        }
        let number = usize::from(u16::from_be_bytes(pair));
        if number < limit {
            drawn.push(list[number % words]);
        }
    }
    Ok(drawn.join(" "))
}

/// The strength of `count` words drawn from a list of `words`, in bits.
#[must_use]
pub fn bits_of_words(words: usize, count: usize) -> f64 {
    (words as f64).log2() * count as f64
}

/// So many words of a list of `words` are worth at least `bits`; 0 for a list that no number of words would do.
#[must_use]
pub fn words_for_bits(words: usize, bits: f64) -> usize {
    if words < 2 { 0 } else { (bits / bits_of_words(words, 1)).ceil() as usize }
}

/// Lower case, and the vowels of Spanish without their accents: the lists hold plain letters, and "árbol" is what people
/// write who were given "arbol". Composed and decomposed accents alike.
#[must_use]
pub fn plain_letters(typed: &str) -> String {
    let plain = |letter| match letter {
        '\u{301}' | '\u{308}' => None,
        'á' => Some('a'),
        'é' => Some('e'),
        'í' => Some('i'),
        'ó' => Some('o'),
        'ú' | 'ü' => Some('u'),
        other => Some(other),
    };
    typed.to_lowercase().chars().filter_map(plain).collect()
}

/// The canonical form of words made by us, in plain letters of lower case with one space between, whatever case,
/// accents, spaces or hyphens were typed; `None` when any word is not on the (sorted) list.
#[must_use]
pub fn canonical_words(typed: &str, sorted_list: &[&str]) -> Option<String> {
    let lower = plain_letters(typed);
    let words: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()).collect();
    let known = !words.is_empty() && words.iter().all(|word| sorted_list.binary_search(word).is_ok());
    known.then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Vec<String> {
        (0..1_296).map(|n| format!("w{n:04}")).collect()
    }

    #[test]
    fn words_are_drawn_evenly_and_numbers_past_the_last_whole_round_are_passed_over() {
        let list = list();
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let mut draws = [[0xff, 0xff], [0x00, 0x00], [0x05, 0x10], [0x05, 0x0f]].into_iter();
        let drawn = draw_words(&list, 3, |bytes| {
            bytes.copy_from_slice(&draws.next().expect("enough draws"));
            true
        });
        assert_eq!(drawn.as_deref(), Ok("w0000 w0000 w1295"));
    }

    #[test]
    fn a_failing_random_source_draws_nothing() {
        let list = list();
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        assert_eq!(draw_words(&list, 5, |_| false), Err(WordListError::Randomness));
        assert_eq!(draw_words(&list[..10], 5, |_| true), Err(WordListError::Length { words: 10 }));
    }

    #[test]
    fn as_many_words_as_the_strength_needs() {
        for (words, bits, expected) in [(7_772, 64.0, 5), (2_048, 66.0, 6), (2_048, 66.1, 7), (1, 64.0, 0)] {
            assert_eq!(words_for_bits(words, bits), expected, "{words} {bits}");
        }
    }

    #[test]
    fn accents_do_not_count() {
        let list = ["arbol", "avion", "guion", "pinguino"];
        for typed in ["Árbol avión GUIÓN pingüino", "A\u{301}rbol avio\u{301}n guion pingu\u{308}ino"] {
            assert_eq!(canonical_words(typed, &list).as_deref(), Some("arbol avion guion pinguino"));
        }
    }

    #[test]
    fn our_words_count_in_any_case_with_any_spaces_or_hyphens() {
        let list = ["amber", "bridge", "cedar"];
        for typed in ["amber bridge cedar", " Amber  BRIDGE\tcedar ", "amber-bridge-cedar"] {
            assert_eq!(canonical_words(typed, &list).as_deref(), Some("amber bridge cedar"));
        }
        for other in ["amber bridges cedar", "", "   ", "ambercedar"] {
            assert_eq!(canonical_words(other, &list), None);
        }
    }
}

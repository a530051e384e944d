//! Search over words: one folding for what is written and what is looked for.

use memchr::memmem;

use crate::diacritics::{base_of, is_mark};

/// The form in which words are compared: lower case, letters without their diacritics, ß as ss. Composed and decomposed
/// letters fold to the same.
///
/// ```
/// assert_eq!(journal::fold("Crème BRÛLÉE, Straße"), "creme brulee, strasse");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|char| fold_onto(&mut folded, char));
    folded
}

/// Puts the folded form of one character behind what is folded already.
pub(crate) fn fold_onto(folded: &mut String, char: char) {
    if char.is_ascii() {
        return folded.push(char.to_ascii_lowercase());
    }
    for lower in char.to_lowercase().filter(|lower| !is_mark(*lower)) {
        match base_of(lower) {
            Some(base) => folded.push_str(base),
            None => folded.push(lower),
        }
    }
}

/// Words that all must occur, anywhere and in any order; a part of a word is enough.
///
/// ```
/// use journal::{Query, fold};
/// let query = Query::parse("walk CAFE");
/// assert!(query.matches(&fold("Café after a long walk")));
/// assert!(!query.matches(&fold("a long walk")));
/// ```
#[derive(Clone, Debug)]
pub struct Query {
    words: Vec<memmem::Finder<'static>>,
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let folded = fold(typed);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        // The longest is the rarest as a rule: it goes first and spares looking for the others.
        words.sort_unstable_by_key(|word| (core::cmp::Reverse(word.len()), *word));
        words.dedup();
        Self { words: words.into_iter().map(|word| memmem::Finder::new(word).into_owned()).collect() }
    }

    /// Whether nothing is looked for: everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word occurs in a text that was folded before.
    #[must_use]
    pub fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| word.find(folded.as_bytes()).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fold_to_their_bases_composed_or_not() {
        let cases = [
            ("", ""),
            ("HELLO", "hello"),
            ("Ärger über Öl", "arger uber ol"),
            ("A\u{308}rger", "arger"),
            ("Straße STRASSE STRAẞE", "strasse strasse strasse"),
            ("Łódź", "lodz"),
            ("smørrebrød, æble", "smorrebrod, aeble"),
            ("İstanbul ısı", "istanbul isi"),
            ("Tiếng Việt", "tieng viet"),
            ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tieng viet"),
            ("Ёлка, йод", "елка, иод"),
            ("йод и\u{306}од", "иод иод"),
            ("Όμορφος ο\u{301}μορφοσ", "ομορφοσ ομορφοσ"),
            ("I’m “fine”", "i'm \"fine\""),
            ("日本語 한국어 😀", "日本語 한국어 😀"),
        ];
        for (given, folded) in cases {
            assert_eq!(fold(given), folded, "{given}");
        }
    }

    #[test]
    fn all_words_must_occur_in_any_order() {
        let text = fold("Long walk by the river; called Zoë after. #meeting");
        let cases = [
            ("", true),
            ("   ", true),
            ("walk", true),
            ("RIVER walk", true),
            ("zoe", true),
            ("Zoë", true),
            ("iver", true),
            ("walk walk", true),
            ("walk sea", false),
            ("walkby", false),
            ("river;", true),
        ];
        for (typed, expected) in cases {
            assert_eq!(Query::parse(typed).matches(&text), expected, "{typed}");
        }
    }
}

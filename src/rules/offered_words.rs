//! Proof that the lists from which passphrases are offered are what the screen takes them for.

use keeper::protocol::{bits_of_words, canonical_words, words_for_bits};

const LISTS: [(&str, &str, usize); 2] = [
    ("en", include_str!("../../public/words/en.txt"), 5),
    ("es", include_str!("../../public/words/es.txt"), 6),
];

/// A few of those that would hurt somebody to write down every day, in either language.
const HURTING: [&str; 16] = [
    "relapse", "junkie", "clean", "shame", "craving", "casino", "dose", "hangover", "recaer", "adicto",
    "limpio", "fracaso", "droga", "vicio", "jeringa", "ano",
];

#[test]
fn every_list_is_sorted_and_of_plain_letters_and_has_no_word_twice() {
    for (language, list, _) in LISTS {
        let words: Vec<&str> = list.lines().collect();
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "{language}: {pair:?}");
        }
        for word in &words {
            assert!(word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
        assert_eq!(canonical_words(&words.join(" "), &words), Some(words.join(" ")), "{language}");
    }
}

#[test]
fn what_is_offered_is_worth_64_bits() {
    for (language, list, count) in LISTS {
        let words = list.lines().count();
        assert_eq!(words_for_bits(words, 64.0), count, "{language}");
        assert!(bits_of_words(words, count) >= 64.0, "{language}");
    }
}

#[test]
fn no_word_is_offered_that_hurts() {
    for (language, list, _) in LISTS {
        for word in list.lines() {
            assert!(!HURTING.contains(&word), "{language}: {word}");
        }
    }
}

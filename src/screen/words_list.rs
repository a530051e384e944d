//! The list that words made by us are drawn from: fetched when it is needed, sorted, one a line, in plain letters
//! without accents (NOTICE says whose lists they are).

use keeper::protocol::{WordListError, draw_words, words_for_bits};

use super::browser::files;
use super::words;

/// What the words drawn for one passphrase are worth at least: five of the English list are 64.5 bits, six of the
/// Spanish 64.7.
const LEAST_BITS: f64 = 64.0;

/// The list as fetched.
#[derive(Clone)]
pub struct WordsList(String);

/// Why there are no words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NoWords {
    /// The list could not be fetched, or is not one.
    NoList,
    /// The device's random numbers fail.
    NoRandomness,
}

impl WordsList {
    /// Fetches the list of the screen's language, or the English one.
    pub async fn fetch() -> Option<Self> {
        for language in [words::language_tag(), "en"] {
            let address = files::address(&["words", language]);
            if !address.is_empty() {
                return files::text_of(&address).await.map(Self);
            }
        }
        None
    }

    /// As many words as the list needs to be worth enough.
    pub fn draw(&self) -> Result<String, NoWords> {
        let lines = self.lines();
        let count = words_for_bits(lines.len(), LEAST_BITS);
        let drawn = draw_words(&lines, count, |bytes| getrandom::fill(bytes).is_ok());
        drawn.map_err(|error| match error {
            WordListError::Randomness => NoWords::NoRandomness,
            WordListError::Length { .. } => NoWords::NoList,
        })
    }

    fn lines(&self) -> Vec<&str> {
        self.0.lines().collect()
    }
}

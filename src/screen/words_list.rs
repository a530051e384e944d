//! The list that words made by us are drawn from: fetched when it is needed, the EFF's large list without its four
//! words with hyphens, sorted, one a line.

use keeper::protocol::{WordListError, draw_words};

use super::browser::files;
use super::words;

/// Words drawn for one passphrase: five of 7,772 are 64.6 bits.
const COUNT: usize = 5;

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

    /// Five words.
    pub fn draw(&self) -> Result<String, NoWords> {
        let drawn = draw_words(&self.lines(), COUNT, |bytes| getrandom::fill(bytes).is_ok());
        drawn.map_err(|error| match error {
            WordListError::Randomness => NoWords::NoRandomness,
            WordListError::Length { .. } => NoWords::NoList,
        })
    }

    fn lines(&self) -> Vec<&str> {
        self.0.lines().collect()
    }
}

//! Words that occur nowhere else, so that finding one anywhere proves a leak.

use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;

/// The words written in one story.
#[derive(Default)]
pub struct Canaries {
    words: Mutex<Vec<String>>,
}

impl Canaries {
    /// A fresh word of twelve letters that starts with `about`, so that a finding says what leaked.
    pub fn word(&self, about: &str) -> String {
        let mut random = RandomState::new().hash_one(about);
        let mut word = about.to_lowercase();
        for _ in 0..12 {
            word.push(char::from(b'a' + (random % 26) as u8));
            random /= 26;
        }
        self.watch(&word);
        word
    }

    /// Watches out for a word of somebody else's making.
    pub fn watch(&self, word: &str) {
        self.words.lock().expect("no holder panics").push(word.to_owned());
    }

    /// All words so far.
    pub fn words(&self) -> Vec<String> {
        self.words.lock().expect("no holder panics").clone()
    }
}

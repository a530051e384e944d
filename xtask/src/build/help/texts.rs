//! The sentences of Help now in one language: words of the frame, and safety sentences, each under its id.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::markup::{element, text};

/// One language.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Its tag.
    pub language: String,
    words: BTreeMap<String, String>,
    safety: BTreeMap<String, String>,
}

impl Texts {
    /// Reads `help/<language>.json`.
    ///
    /// # Errors
    /// When something else than sentences stands there.
    pub fn read(json: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(json)?;
        let language = value["language"].as_str().context("\"language\" is missing")?.to_owned();
        Ok(Self { language, words: sentences(&value["words"])?, safety: sentences(&value["safety"])? })
    }

    /// A word of the frame, escaped.
    ///
    /// # Errors
    /// When the language lacks it.
    pub fn word(&self, id: &str) -> Result<String> {
        let word = self.words.get(id).with_context(|| format!("{} lacks the word {id}", self.language))?;
        Ok(text(word))
    }

    /// A safety sentence in an element that carries its id.
    ///
    /// # Errors
    /// When the language lacks it.
    pub fn safety(&self, name: &str, id: &str) -> Result<String> {
        let sentence =
            self.safety.get(id).with_context(|| format!("{} lacks the sentence {id}", self.language))?;
        Ok(element(name, &[("data-safety", id)], &text(sentence)))
    }

    /// Ids of all safety sentences.
    pub fn safety_ids(&self) -> impl Iterator<Item = &str> {
        self.safety.keys().map(String::as_str)
    }

    /// All of it: ids and sentences.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().chain(&self.safety).map(|(id, sentence)| (id.as_str(), sentence.as_str()))
    }
}

fn sentences(value: &Value) -> Result<BTreeMap<String, String>> {
    let object = value.as_object().context("\"words\" and \"safety\" are objects")?;
    let sentence = |(id, value): (&String, &Value)| {
        let sentence = value.as_str().with_context(|| format!("{id} is no sentence"))?;
        ensure!(!sentence.trim().is_empty(), "{id} is empty");
        Ok((id.clone(), sentence.to_owned()))
    };
    object.iter().map(sentence).collect()
}

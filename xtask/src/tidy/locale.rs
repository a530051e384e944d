//! The sentences shown, read from `locales/*.json` as a flat list of id and text. `allowed.json` beside them is no
//! language: it holds the reasons why some sentences may use a word that the house otherwise refuses.

use serde_json::Value;

use super::Finding;
use super::source::Tree;

/// Exceptions to the rule about words.
pub const ALLOWED: &str = "locales/allowed.json";

/// One language.
pub struct Locale {
    /// Path of its file.
    pub path: String,
    /// Ids such as `start.title`, and their texts.
    pub texts: Vec<(String, String)>,
}

/// Every language, and what could not be read.
pub fn all(tree: &Tree) -> (Vec<Locale>, Vec<Finding>) {
    below(tree, "locales/")
}

/// What is said about new versions, in every language.
pub fn news(tree: &Tree) -> (Vec<Locale>, Vec<Finding>) {
    below(tree, "public/news/")
}

fn below(tree: &Tree, folder: &str) -> (Vec<Locale>, Vec<Finding>) {
    let (mut locales, mut findings) = (Vec::new(), Vec::new());
    let files =
        tree.files.iter().filter(|file| file.path.starts_with(folder) && file.path.ends_with(".json"));
    for file in files.filter(|file| file.path != ALLOWED) {
        match serde_json::from_str(&file.text) {
            Ok(value) => {
                let mut texts = Vec::new();
                flatten(&value, String::new(), &mut texts);
                locales.push(Locale { path: file.path.clone(), texts });
            }
            Err(error) => findings.push(Finding::breaks(&file.path, error.to_string())),
        }
    }
    (locales, findings)
}

fn flatten(value: &Value, id: String, texts: &mut Vec<(String, String)>) {
    let below = |key: &str| if id.is_empty() { key.to_owned() } else { format!("{id}.{key}") };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| flatten(value, below(key), texts)),
        Value::Array(array) => {
            array
                .iter()
                .enumerate()
                .for_each(|(index, value)| flatten(value, below(&index.to_string()), texts));
        }
        Value::String(text) => texts.push((id, text.clone())),
        _ => {}
    }
}

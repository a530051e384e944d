//! Looks for canaries in bytes: plain and in the forms a browser writes text in. Compressed files are read as they
//! are: the first time a word occurs, LevelDB's snappy and Firefox's lz4 keep it literally.

use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A canary that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The word.
    pub word: String,
    /// The form it was found in.
    pub form: &'static str,
    /// File, or place in the page.
    pub place: String,
}

/// A search for many words in all their forms at once.
pub struct Scan {
    automaton: AhoCorasick,
    sought: Vec<(String, &'static str)>,
}

impl Scan {
    /// Prepares the search. Words shorter than six bytes would be found by chance.
    ///
    /// # Panics
    /// When a word is shorter than six bytes.
    pub fn new(words: &[String]) -> Self {
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut sought = Vec::new();
        for word in words {
            assert!(word.len() >= 6, "a canary of {} bytes would be found by chance", word.len());
            for (form, pattern) in forms(word) {
                patterns.push(pattern);
                sought.push((word.clone(), form));
            }
        }
        let automaton = AhoCorasick::builder().ascii_case_insensitive(false).build(&patterns);
        Self { automaton: automaton.expect("a few thousand patterns"), sought }
    }

    /// As [`Scan::new`], for keys by their names: as they are, and in the forms that bytes are written down in.
    ///
    /// # Panics
    /// When a key is shorter than 16 bytes.
    pub fn of_keys(keys: &[(String, Vec<u8>)]) -> Self {
        let mut patterns: Vec<Vec<u8>> = Vec::new();
        let mut sought = Vec::new();
        for (name, key) in keys {
            assert!(key.len() >= 16, "{name} is too short for a key");
            let list = key.iter().map(u8::to_string).collect::<Vec<_>>().join(",");
            let base64 = (0..3).map(|at| ("base64", base64_inner(key, at)));
            let written = [("as it is", key.clone()), ("hex", hex(key)), ("a list", list.into_bytes())];
            for (form, pattern) in written.into_iter().chain(base64) {
                patterns.push(pattern);
                sought.push((name.clone(), form));
            }
        }
        let automaton = AhoCorasick::new(&patterns).expect("a few patterns");
        Self { automaton, sought }
    }

    /// What is found in some bytes.
    pub fn bytes(&self, place: &str, bytes: &[u8]) -> Vec<Finding> {
        let mut findings: Vec<Finding> = Vec::new();
        for found in self.automaton.find_overlapping_iter(bytes) {
            let (word, form) = &self.sought[found.pattern().as_usize()];
            let finding = Finding { word: word.clone(), form, place: place.to_owned() };
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        findings
    }

    /// What is found in all files below a folder, their names included.
    pub fn folder(&self, folder: &Path) -> Vec<Finding> {
        let mut findings = Vec::new();
        for file in files(folder) {
            let place = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
            findings.extend(self.bytes(&place, place.as_bytes()));
            // A file may vanish while the browser runs; what is gone holds nothing.
            let bytes = std::fs::read(&file).unwrap_or_default();
            findings.extend(self.bytes(&place, &bytes));
        }
        findings
    }
}

/// All files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                Ok(kind) if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found
}

fn forms(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf8 = word.as_bytes().to_vec();
    let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16_be: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut forms = vec![("UTF-16LE", utf16.clone()), ("UTF-16BE", utf16_be), ("hex", hex(&utf8))];
    for at in 0..3 {
        forms.push(("base64 of UTF-8", base64_inner(&utf8, at)));
        forms.push(("base64 of UTF-16LE", base64_inner(&utf16, at)));
    }
    if !word.is_ascii() {
        forms.push(("percent-encoded", percent(&utf8)));
        let latin1: Option<Vec<u8>> = word.chars().map(|char| u8::try_from(u32::from(char)).ok()).collect();
        forms.extend(latin1.map(|bytes| ("Latin-1", bytes)));
    }
    forms.push(("UTF-8", utf8));
    forms
}

/// The characters of a base64 text that depend on these bytes alone, when they begin at `at` (mod 3).
fn base64_inner(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut padded = vec![0; at];
    padded.extend_from_slice(bytes);
    let text = STANDARD.encode(&padded);
    let begin = (at * 8).div_ceil(6);
    let end = padded.len() * 8 / 6;
    text.as_bytes()[begin..end].to_vec()
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

fn percent(bytes: &[u8]) -> Vec<u8> {
    let one = |byte: &u8| match byte {
        b if b.is_ascii_alphanumeric() => vec![*b],
        b => format!("%{b:02X}").into_bytes(),
    };
    bytes.iter().flat_map(one).collect()
}

//! Every kind of record has a frozen body, and every frozen body is read by a test.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};

use journal::Kind;

/// No kind has this number.
const NO_KIND: &str = "-";
/// What the files of each kind begin with, in the order of the kinds' numbers, from 1. A part of an attachment is raw.
const NAMES: [&str; 35] = [
    "entry",
    "attachment",
    "",
    "urge",
    "settings",
    "check-in",
    "goal",
    "return-to-use",
    "ruler",
    "reason",
    "template",
    "leg",
    "person",
    "contact",
    "review",
    "medicine",
    "dose",
    "appointment",
    "measurement",
    "detox",
    "worksheet",
    "score",
    "questionnaire",
    "response",
    "routine",
    "kept",
    "meeting",
    "stay",
    "task",
    "promise",
    "guidance",
    "receipt",
    "alias",
    NO_KIND,
    "summary",
];

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn every_kind_has_a_frozen_body() {
    let known: Vec<u8> = (0..=u8::MAX).filter(|&number| Kind::new(number).is_known()).collect();
    let named: Vec<u8> =
        (1..).zip(NAMES).filter(|(_, name)| *name != NO_KIND).map(|(number, _)| number).collect();
    assert_eq!(known, named, "a new kind gets its file's name above");
    for name in NAMES.iter().filter(|name| !["", NO_KIND].contains(name)) {
        let file = here().join(format!("fixtures/{name}-1.json"));
        assert!(file.is_file(), "no frozen body: {}", file.display());
    }
}

#[test]
fn every_frozen_body_is_read_by_a_test() {
    let sources = [here().join("tests"), here().join("src")].map(|folder| files(&folder)).concat();
    let sources: String = sources.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for file in files(&here().join("fixtures")) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let is_body = name.ends_with(".json");
        assert!(!is_body || sources.contains(&format!("fixtures/{name}")), "nobody reads {name}");
    }
}

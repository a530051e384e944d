//! Rule: `docs/safety-texts.md` lists each safety sentence once, those of Help now and those of the screen (whose ids in
//! `locales` name `safety`), with its source and who reviewed it in which language, or "not yet reviewed"; and nothing of
//! version 1.0 or later is unreviewed.

use super::source::{Source, Tree};
use super::{Finding, locale};
use crate::build::help::{LANGUAGES, Texts};

const LIST: &str = "docs/safety-texts.md";
const UNREVIEWED: &str = "not yet reviewed";

/// Looks at the list, the sentences and the version.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(list) = tree.file(LIST) else { return vec![Finding::breaks(LIST, "is missing")] };
    let rows = rows(list);
    let version = tree.file("Cargo.toml").map(|file| version(&file.text)).unwrap_or_default();
    let mut findings = unreviewed_release(version, &rows);
    for tag in LANGUAGES {
        let path = format!("help/{tag}.json");
        // What cannot be read is found by the rule about help.
        let texts = tree.file(&path).and_then(|file| Texts::read(&file.text).ok());
        let of_screen = of_screen(tree);
        let ids = |texts: &Texts| -> Vec<String> {
            texts.safety_ids().map(str::to_owned).chain(of_screen.iter().cloned()).collect()
        };
        findings.extend(texts.iter().flat_map(|texts| {
            let ids = ids(texts);
            in_list(&ids.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
        }));
    }
    findings.dedup();
    findings
}

/// Sentences of the screen that tell somebody what is dangerous: those whose id has a part `safety`.
fn of_screen(tree: &Tree) -> Vec<String> {
    let (locales, _) = locale::all(tree);
    let english = locales.into_iter().find(|locale| locale.path == "locales/en.json");
    let ids = english.into_iter().flat_map(|locale| locale.texts).map(|(id, _)| id);
    ids.filter(|id| id.split('.').any(|part| part == "safety")).collect()
}

/// One line of the table.
#[derive(Clone, Debug)]
struct Row {
    id: String,
    source: String,
    /// One for each language.
    reviewers: Vec<String>,
}

/// The rows of the tables whose first cell is a quoted id.
fn rows(list: &Source) -> Vec<Row> {
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let row = |line: &str| {
        let cells = cells(line.trim().strip_prefix('|')?);
        let id = cells.first()?.strip_prefix('`')?.strip_suffix('`')?.to_owned();
        Some(Row { id, source: cells.get(1)?.clone(), reviewers: cells[2..].to_vec() })
    };
    list.text.lines().filter_map(row).collect()
}

fn in_list(ids: &[&str], rows: &[Row]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for id in ids {
        match rows.iter().filter(|row| row.id == *id).count() {
            0 => findings.push(Finding::breaks(LIST, format!("{id} is not listed"))),
            1 => {}
            _ => findings.push(Finding::breaks(LIST, format!("{id} is listed twice"))),
        }
    }
    for row in rows {
        if !ids.contains(&row.id.as_str()) {
            findings.push(Finding::breaks(LIST, format!("{} is no sentence of help/ or locales/", row.id)));
        }
        let complete = !row.source.is_empty()
            && row.reviewers.len() == LANGUAGES.len()
            && row.reviewers.iter().all(|reviewer| !reviewer.is_empty());
        if !complete {
            findings.push(Finding::breaks(LIST, format!("{} lacks its source or a reviewer", row.id)));
        }
    }
    findings
}

/// What of a version 1.0 or later is still unreviewed.
fn unreviewed_release(version: &str, rows: &[Row]) -> Vec<Finding> {
    let major = version.split('.').next().and_then(|major| major.parse::<u64>().ok());
    if major == Some(0) {
        return Vec::new();
    }
    let is_open = |row: &&Row| row.reviewers.iter().any(|reviewer| reviewer.contains(UNREVIEWED));
    let found =
        |row: &Row| Finding::breaks(LIST, format!("{} is {UNREVIEWED}, and this is {version}", row.id));
    rows.iter().filter(is_open).map(found).collect()
}

/// The version all our packages share.
fn version(manifest: &str) -> &str {
    let shared = manifest.split_once("[workspace.package]").map_or("", |(_, rest)| rest);
    let line = shared.lines().find_map(|line| line.strip_prefix("version"));
    line.and_then(|line| line.split('"').nth(1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<Row> {
        rows(&Source::sample(LIST, text))
    }

    #[test]
    fn each_sentence_is_listed_once_with_source_and_reviewers() {
        let good = "| sentence | source | en | es |\n|---|---|---|---|\n| `a` | DOMAIN 5.2 | Dr X, 2026 | not yet reviewed |\n";
        assert_eq!(in_list(&["a"], &table(good)), []);
        for (ids, text, expected) in [
            (vec!["a", "b"], good.to_owned(), 1),
            (vec![], good.to_owned(), 1),
            (vec!["a"], format!("{good}| `a` | DOMAIN 5.2 | x | y |\n"), 1),
            (vec!["a"], good.replace("DOMAIN 5.2", ""), 1),
            (vec!["a"], good.replace("not yet reviewed", ""), 1),
            (vec!["a"], good.replace(" Dr X, 2026 |", ""), 1),
            (vec!["a"], String::new(), 1),
        ] {
            assert_eq!(in_list(&ids, &table(&text)).len(), expected, "{ids:?} {text}");
        }
    }

    #[test]
    fn version_1_needs_every_review() {
        let open = table("| `a` | s | Dr X | *not yet reviewed* |\n| `b` | s | Dr X | Dra. Y |\n");
        let done = table("| `a` | s | Dr X | Dra. Y |\n");
        for (version, expected) in [("0.1.0", 0), ("0.99.0", 0), ("1.0.0", 1), ("2.3.0", 1), ("", 1)] {
            assert_eq!(unreviewed_release(version, &open).len(), expected, "{version}");
            assert_eq!(unreviewed_release(version, &done), [], "{version}");
        }
    }

    #[test]
    fn the_version_is_that_of_the_workspace() {
        let manifest = "[dependencies]\nversion = \"9\"\n[workspace.package]\nversion = \"0.2.0\"\n";
        assert_eq!(version(manifest), "0.2.0");
        assert_eq!(version(include_str!("../../../Cargo.toml")).split('.').count(), 3);
    }
}

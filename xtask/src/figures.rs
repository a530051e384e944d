//! The figures of the proofs: tests append a line for each to one file, from which the table of `docs/proofs.md` comes. A
//! row stays until the same thing was done again.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{Workspace, process};

const DOCUMENT: &str = "docs/proofs.md";
const BEGIN: &str = "<!-- figures: written by cargo xtask proofs -->\n";
const END: &str = "<!-- end of figures -->\n";
const HEAD: &str =
    "| proof | what was done | engine | in CI | in full | day of the full run |\n|---|---|---|---|---|---|\n";

/// Number of the proof, what was done, engine.
type Key = (u8, String, String);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    ci: String,
    full: String,
    day: String,
}

/// Where the tests write to.
pub fn file(workspace: &Workspace) -> PathBuf {
    workspace.target().join("trestle/figures.tsv")
}

/// Lets the tests that a command starts write their figures.
///
/// # Errors
/// When the folder cannot be made.
pub fn tell(workspace: &Workspace, command: &mut Command) -> Result<()> {
    let file = file(workspace);
    std::fs::create_dir_all(file.parent().context("a folder")?)?;
    command.env("TRESTLE_FIGURES", file);
    Ok(())
}

/// Takes what the tests wrote into the table of `docs/proofs.md`, and prints it.
///
/// # Errors
/// When there is no such table, or it cannot be written.
pub fn collect(workspace: &Workspace) -> Result<()> {
    let today = process::output(Command::new("date").args(["-u", "+%F"]))?;
    let written = std::fs::read_to_string(file(workspace)).context("no test has written a figure")?;
    let path = workspace.path(DOCUMENT);
    let text = std::fs::read_to_string(&path)?;
    let text = taken_in(&text, &written, today.trim())?;
    std::fs::write(path, &text)?;
    std::fs::remove_file(file(workspace))?;
    println!("{}", table_of(&text).unwrap_or_default());
    Ok(())
}

fn table_of(text: &str) -> Option<&str> {
    let from = text.find(BEGIN)? + BEGIN.len();
    Some(&text[from..from + text[from..].find(END)?])
}

fn taken_in(text: &str, written: &str, today: &str) -> Result<String> {
    let old = table_of(text).with_context(|| format!("{DOCUMENT} has no place for figures"))?;
    let mut rows: BTreeMap<Key, Row> = old.lines().filter_map(row).collect();
    for line in written.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        ensure!(parts.len() == 5, "not a figure: {line}");
        let row = rows.entry((parts[0].parse()?, parts[1].to_owned(), parts[2].to_owned())).or_default();
        match parts[3] {
            "full" => (row.full, row.day) = (parts[4].to_owned(), today.to_owned()),
            _ => row.ci = parts[4].to_owned(),
        }
    }
    let lines = rows.iter().map(|((proof, what, engine), Row { ci, full, day })| {
        format!("| {proof} | {what} | {engine} | {ci} | {full} | {day} |\n")
    });
    let table: String = std::iter::once(HEAD.to_owned()).chain(lines).collect();
    Ok(text.replacen(old, &table, 1))
}

/// A row of the table, unless it is its head.
fn row(line: &str) -> Option<(Key, Row)> {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [proof, what, engine, ci, full, day] = cells.try_into().ok()?;
    let [ci, full, day] = [ci, full, day].map(str::to_owned);
    Some(((proof.parse().ok()?, what.to_owned(), engine.to_owned()), Row { ci, full, day }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_again_takes_the_place_of_what_was() {
        let text = |table: &str| format!("Before.\n{BEGIN}{HEAD}{table}{END}After.\n");
        let old = text("| 9 | sizes | native | 5 | 50 | 2026-01-01 |\n");
        let written =
            "11\tkills\tchromium\tfull\t1000\n9\tsizes\tnative\tci\t6\n11\tkills\tchromium\tci\t5\n";
        let new = text(
            "| 9 | sizes | native | 6 | 50 | 2026-01-01 |\n| 11 | kills | chromium | 5 | 1000 | 2026-02-02 |\n",
        );
        assert_eq!(taken_in(&old, written, "2026-02-02").ok(), Some(new.clone()));
        assert_eq!(taken_in(&new, "", "2026-03-03").ok(), Some(new));
        assert!(taken_in(&old, "words\n", "").is_err() && taken_in("no place", "", "").is_err());
    }
}

//! Timings in headless Chromium, on a copy of the built site with made-up journals beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Row;
use crate::Workspace;
use crate::process::{output, run, say};

/// The most that a figure may be, by the beginning of its name, where the processor is not slowed down; the others have
/// no limit of their own.
const LIMITS: &[(&str, f64)] = &[
    ("unlock to list past the key, 10000 entries", 150.0),
    ("unlock to list past the key, 100000 entries", 1_000.0),
    ("save, press to Saved, p95, 10000 entries", 40.0),
    ("search, a key, 10000 entries", 30.0),
    ("search, worst key, 10000 entries", 30.0),
    ("longest task while ", 50.0),
    ("summary of 90 days, press to page, 10000 entries", 300.0),
    ("change of passphrase, press to works, 10000 entries", 10_000.0),
    ("change of passphrase, press to works, 100000 entries", 100_000.0),
    ("Help now opens", 100.0),
    ("Leave quickly, press to cover", 100.0),
    ("Insights, press to the first chart, 10000 records", 200.0),
    ("a photo of 12 megapixels, chosen to sealed", 1_500.0),
    ("lock to the end of the keeper, no draft", 100.0),
    ("lock to the end of the keeper, a draft", 300.0),
    ("rest over to nothing on the page", 1_000.0),
];
/// As [`LIMITS`], with the processor slowed down.
const SLOWED: &[(&str, f64)] = &[("Help now open on a first visit", 1_500.0)];

/// Opening, searching and saving.
pub fn journals(workspace: &Workspace) -> Result<Vec<Row>> {
    let mut rows = native(workspace)?;
    rows.extend(measured(workspace, "journals", &["100", "10000", "100000"])?);
    rows.extend(ratio(&rows));
    Ok(rows)
}

/// Backups and exports, natively.
pub fn files(workspace: &Workspace) -> Result<Vec<Row>> {
    example(workspace, "keeper", "files", &["10000", "100000"])
}

/// A changed passphrase.
pub fn resealing(workspace: &Workspace) -> Result<Vec<Row>> {
    measured(workspace, "resealing", &["10000", "100000"])
}

/// Insights, and a photo.
pub fn rooms(workspace: &Workspace) -> Result<Vec<Row>> {
    measured(workspace, "rooms", &["10000"])
}

/// Locking.
pub fn locking(workspace: &Workspace) -> Result<Vec<Row>> {
    measured(workspace, "locking", &["100"])
}

/// Help now and Leave quickly.
pub fn first_page(workspace: &Workspace) -> Result<Vec<Row>> {
    measured(workspace, "first-page", &[])
}

/// A row for each figure that the browser gives of a part, with journals of those sizes at hand.
fn measured(workspace: &Workspace, part: &str, sizes: &[&str]) -> Result<Vec<Row>> {
    let site = workspace.target().join("bench-site");
    lay_out(&workspace.dist(), &site)?;
    for size in sizes {
        say(format!("Making a journal of {size} entries"));
        let file = site.join(format!("seed-{size}.bin"));
        let mut seed = workspace.cargo();
        seed.args(["run", "--quiet", "--release", "--package=keeper", "--example=seed", "--", size])
            .arg(file);
        run(&mut seed)?;
    }
    say("Measuring in Chromium (some minutes)");
    let mut measure = workspace.cargo();
    measure
        .args(["run", "--quiet", "--release", "--package=stories", "--bin=measure", "--"])
        .arg(&site)
        .arg(part)
        .args(sizes);
    let rows = output(&mut measure)?.lines().map(row).collect::<Result<_>>()?;
    fs::remove_dir_all(&site)?;
    Ok(rows)
}

/// How many times as long the derivation takes in wasm as natively.
fn ratio(rows: &[Row]) -> Option<Row> {
    let value = |end: &str| rows.iter().find(|row| row.what.ends_with(end)).map(|row| row.value);
    let times = value(" passes, in wasm")? / value(" passes, native")?;
    let what = "Argon2id, wasm to native".to_owned();
    Some(Row { what, value: (times * 100.0).round() / 100.0, unit: "times", limit: Some(1.6) })
}

/// The same derivation natively, for the ratio.
fn native(workspace: &Workspace) -> Result<Vec<Row>> {
    example(workspace, "vault", "derive", &[])
}

/// What an example of a room measures.
fn example(workspace: &Workspace, room: &str, name: &str, arguments: &[&str]) -> Result<Vec<Row>> {
    let mut example = workspace.cargo();
    example.args(["run", "--quiet", "--release", "--package", room, "--example", name, "--"]).args(arguments);
    output(&mut example)?.lines().map(row).collect()
}

fn row(line: &str) -> Result<Row> {
    let value: Value = serde_json::from_str(line).with_context(|| format!("not a figure: {line}"))?;
    let what = value["what"].as_str().context("a figure without a name")?.to_owned();
    let limits = if what.contains("slowed") { SLOWED } else { LIMITS };
    let limit = limits.iter().find(|(name, _)| what.starts_with(name));
    let measured = value["value"].as_f64().context("a figure without a value")?;
    let unit = if what.starts_with("frames ") { "frames" } else { "ms" };
    Ok(Row { limit: limit.map(|(_, limit)| *limit), what, value: measured, unit })
}

fn lay_out(dist: &Path, site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    fs::create_dir_all(site)?;
    for file in fs::read_dir(dist)? {
        let file = file?;
        fs::copy(file.path(), site.join(file.file_name()))?;
    }
    Ok(())
}

//! Measures the built site: sizes, and timings in a browser. Each part gives
//! rows; this file prints them as a table and writes `target/bench.json`, or
//! for one part alone `target/bench-<part>.json`.

mod browser;
mod sizes;

use anyhow::{Result, ensure};
use serde_json::{Map, Value};

use crate::process::say;
use crate::{Profile, Workspace, build, set_up};

/// One figure.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// How much.
    pub value: f64,
    /// Of what: `bytes`, `ms`, `times`.
    pub unit: &'static str,
    /// The most that it may be.
    pub limit: Option<f64>,
}

/// All parts, in the order they are measured.
const PARTS: [(&str, Part); 7] = [
    ("sizes", sizes::rows),
    ("journals", browser::journals),
    ("resealing", browser::resealing),
    ("rooms", browser::rooms),
    ("locking", browser::locking),
    ("first-page", browser::first_page),
    ("files", browser::files),
];

/// Measures one part on the release build, or everything.
///
/// # Errors
/// When no part is called so, or when the build or a measurement fails. A figure over its limit is marked in the table
/// and is not an error.
pub fn run(workspace: &Workspace, part: Option<&str>) -> Result<()> {
    let wanted = |name: &str| part.is_none_or(|part| part == name);
    let names = PARTS.map(|(name, _)| name).join(", ");
    ensure!(PARTS.iter().any(|(name, _)| wanted(name)), "the parts are {names}");
    set_up::everything(workspace)?;
    build::run(workspace, Profile::Release)?;
    let mut json = Map::new();
    for (name, rows) in PARTS.iter().filter(|(name, _)| wanted(name)) {
        say(format!("Measuring {name}"));
        let rows = rows(workspace)?;
        print_table(&rows);
        json.insert((*name).to_owned(), rows.iter().map(as_json).collect());
    }
    let file = part.map_or("bench.json".to_owned(), |part| format!("bench-{part}.json"));
    let path = workspace.target().join(file);
    std::fs::write(&path, serde_json::to_string_pretty(&json)?)?;
    say(format!("The same as JSON: {}", path.display()));
    Ok(())
}

type Part = fn(&Workspace) -> Result<Vec<Row>>;

fn print_table(rows: &[Row]) {
    println!("\n| what | measured | at most |\n|---|---:|---:|");
    for Row { what, value, unit, limit } in rows {
        let over = if limit.is_some_and(|limit| *value > limit) { " (over)" } else { "" };
        let limit = limit.map(|limit| format!("{limit} {unit}")).unwrap_or_default();
        println!("| {what} | {value} {unit}{over} | {limit} |");
    }
    println!();
}

fn as_json(row: &Row) -> Value {
    serde_json::json!({ "what": row.what, "value": row.value, "unit": row.unit, "limit": row.limit })
}

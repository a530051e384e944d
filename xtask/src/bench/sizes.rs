//! Bytes of each file of the site, as they are and under brotli, and of a first load.

use anyhow::Result;

use super::Row;
use crate::{Workspace, build};

/// All files of a first load, brotli.
const FIRST_LOAD_LIMIT: f64 = 220.0 * 1024.0;

/// Two rows for each file and two sums.
pub fn rows(workspace: &Workspace) -> Result<Vec<Row>> {
    let files = build::measured(&workspace.dist())?;
    let row = |what: String, bytes: u64| Row { what, value: bytes as f64, unit: "bytes", limit: None };
    let mut rows = Vec::new();
    for file in &files {
        rows.push(row(format!("{}, raw", file.name), file.bytes));
        rows.push(row(format!("{}, brotli", file.name), file.brotli));
    }
    let first: Vec<_> = files.iter().filter(|file| file.first_load).collect();
    rows.push(row("first load, raw".into(), first.iter().map(|file| file.bytes).sum()));
    let brotli = row("first load, brotli".into(), first.iter().map(|file| file.brotli).sum());
    rows.push(Row { limit: Some(FIRST_LOAD_LIMIT), ..brotli });
    Ok(rows)
}

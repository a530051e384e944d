//! Bytes of each file of the site, as they are and under brotli, of a first load and of all.

use anyhow::Result;

use super::Row;
use crate::{Workspace, build};

/// All files of a first load, brotli.
const FIRST_LOAD_LIMIT: f64 = 220.0 * 1024.0;

/// Two rows for each file, two sums of a first load and two of all.
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
    rows.push(row("all files, raw".into(), files.iter().map(|file| file.bytes).sum()));
    rows.push(row("all files, brotli".into(), files.iter().map(|file| file.brotli).sum()));
    Ok(rows)
}

//! The records of one kind as a table (RFC 4180), every field of their bodies a column. No cell begins a formula: a
//! spreadsheet would run it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::clear::{ClearBody, ClearRecord, ClearWording, hex, local, utc};

/// The kind that is gathered, its columns and rows.
#[derive(Default)]
pub(super) struct Table {
    kind: String,
    columns: Vec<String>,
    rows: Vec<BTreeMap<String, String>>,
}

/// Columns that every table begins with.
const FIRST: [&str; 3] = ["id", "date", "changed"];

impl Table {
    /// Adds a record. Gives the table before it, where it is of another kind: its name and its text.
    pub(super) fn add(&mut self, record: &ClearRecord<'_>) -> Option<(String, String)> {
        let done = if self.kind == record.kind { None } else { self.done() };
        record.kind.clone_into(&mut self.kind);
        for wording in record.wordings.iter().filter(|wording| !wording.deleted) {
            let row = row(record, wording);
            for name in row.keys().filter(|name| !FIRST.contains(&name.as_str())) {
                if !self.columns.contains(name) {
                    self.columns.push(name.clone());
                }
            }
            self.rows.push(row);
        }
        done
    }

    /// The table that was gathered, and an empty one in its place.
    pub(super) fn done(&mut self) -> Option<(String, String)> {
        let Self { kind, columns, rows } = core::mem::take(self);
        if rows.is_empty() {
            return None;
        }
        let names: Vec<&str> = FIRST.into_iter().chain(columns.iter().map(String::as_str)).collect();
        // With the mark by which spreadsheets know UTF-8.
        let mut text = String::from("\u{feff}");
        let head: Vec<String> = names.iter().map(|name| cell(name)).collect();
        text.push_str(&head.join(","));
        text.push_str("\r\n");
        for row in rows {
            let cells: Vec<&str> =
                names.iter().map(|name| row.get(*name).map_or("", String::as_str)).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
        Some((kind + ".csv", text))
    }
}

fn row(record: &ClearRecord<'_>, wording: &ClearWording<'_>) -> BTreeMap<String, String> {
    let mut row = BTreeMap::new();
    if let ClearBody::Json(body) = wording.body {
        match serde_json::from_str::<BTreeMap<String, &RawValue>>(body) {
            Ok(fields) => row.extend(fields.into_iter().map(|(name, value)| {
                let name = if FIRST.contains(&name.as_str()) { "body_".to_owned() + &name } else { name };
                (name, of_json(value.get()))
            })),
            Err(_) => drop(row.insert("damaged_body".into(), cell(body))),
        }
    }
    row.insert(FIRST[0].into(), hex(&record.id));
    row.insert(FIRST[1].into(), local(record.happened_at_s, record.offset_min));
    row.insert(FIRST[2].into(), utc((wording.changed_at_ms / 1_000) as i64));
    row
}

/// A value: numbers and yes or no as they are, words as words, all else as JSON.
fn of_json(json: &str) -> String {
    match serde_json::from_str::<String>(json) {
        Ok(words) => cell(&words),
        Err(_) if json == "null" => String::new(),
        Err(_) => quoted(json),
    }
}

/// Words in a cell.
fn cell(words: &str) -> String {
    match words
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
    {
        true => quoted(&("'".to_owned() + words)),
        false => quoted(words),
    }
}

fn quoted(words: &str) -> String {
    match words.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", words.replace('"', "\"\"")),
        false => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        let cases = [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@a", "'@a"),
            ("\t=1", "'\t=1"),
            ("a,b", "\"a,b\""),
            ("plain", "plain"),
        ];
        for (words, expected) in cases {
            assert_eq!(cell(words), expected);
        }
        assert_eq!(
            (of_json("-7"), of_json("null"), of_json("[1,2]")),
            ("-7".into(), String::new(), "\"[1,2]\"".into())
        );
    }
}

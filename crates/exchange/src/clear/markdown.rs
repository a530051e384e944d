//! One wording as a Markdown file with front matter. The front matter is YAML whose every value is JSON, as YAML 1.2
//! takes it; the text of an entry stands below it as it was written.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{ClearBody, ClearRecord, ClearWording, hex, local, raw_name, utc};

/// The field that stands below the front matter.
const TEXT: &str = "text";

/// A file of wording `number` of a record, the first being 1, of `count` that are live.
#[must_use]
pub fn markdown(record: &ClearRecord<'_>, wording: &ClearWording<'_>, number: usize, count: usize) -> String {
    let mut page = String::from("---\n");
    let mut field = |name: &str, json: &str| {
        page.push_str(name);
        page.push_str(": ");
        // A line end in JSON can only stand between its parts.
        page.extend(json.chars().map(|letter| if letter == '\n' || letter == '\r' { ' ' } else { letter }));
        page.push('\n');
    };
    field("id", &quoted(&hex(&record.id)));
    field("kind", &quoted(record.kind));
    field("date", &quoted(&local(record.happened_at_s, record.offset_min)));
    field("changed", &quoted(&utc((wording.changed_at_ms / 1_000) as i64)));
    field("schema", &wording.schema.to_string());
    if !record.files.is_empty() {
        field("files", &serde_json::Value::from(record.files).to_string());
    }
    if count > 1 {
        field("wording", &format!("[{number}, {count}]"));
    }
    let below = match wording.body {
        ClearBody::Raw(_) => {
            field("file", &quoted(&raw_name(record, number)));
            None
        }
        ClearBody::Json(body) => match serde_json::from_str::<BTreeMap<String, Box<RawValue>>>(body) {
            Ok(fields) => {
                let text = fields.get(TEXT).and_then(|text| serde_json::from_str::<String>(text.get()).ok());
                let shown = fields.iter().filter(|(name, _)| text.is_none() || *name != TEXT);
                shown.for_each(|(name, value)| field(&key(name), value.get()));
                text
            }
            Err(_) => Some(body.to_owned()),
        },
    };
    page.push_str("---\n");
    if let Some(text) = below.filter(|text| !text.is_empty()) {
        page.push('\n');
        page.push_str(&text);
        page.push('\n');
    }
    page
}

/// A field's name as YAML takes it. Those of ours need no quotes; the body's own come under names of their own.
fn key(name: &str) -> String {
    let is_ours = ["id", "kind", "date", "changed", "schema", "wording", "file", "files"].contains(&name);
    let is_plain =
        name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_') && !name.is_empty();
    match (is_ours, is_plain) {
        (true, _) => format!("body_{name}"),
        (false, true) => name.to_owned(),
        (false, false) => quoted(name),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: &str) -> String {
        page_with(body, &[])
    }

    fn page_with(body: &str, files: &[String]) -> String {
        let wording = ClearWording {
            schema: 1,
            changed_at_ms: 1_772_366_400_000,
            deleted: false,
            body: ClearBody::Json(body),
        };
        let record = ClearRecord {
            id: [1; 16],
            kind: "entry",
            kind_number: 1,
            title: "",
            happened_at_s: 1_772_366_400,
            offset_min: 60,
            files,
            wordings: vec![wording],
        };
        markdown(&record, &wording, 1, 1)
    }

    #[test]
    fn the_text_stands_below_and_every_other_field_above() {
        let page =
            page(r#"{"title":"A \"day\"","text":"Long **walk**.\n---\nend","mood":7,"zz":{"n":1e400}}"#);
        let expected = "---\nid: \"01010101010101010101010101010101\"\nkind: \"entry\"\n\
            date: \"2026-03-01T13:00:00+01:00\"\nchanged: \"2026-03-01T12:00:00Z\"\nschema: 1\nmood: 7\n\
            title: \"A \\\"day\\\"\"\nzz: {\"n\":1e400}\n---\n\nLong **walk**.\n---\nend\n";
        assert_eq!(page, expected);
    }

    #[test]
    fn no_field_leaves_its_line_or_takes_the_place_of_another() {
        let page = page("{\"kind\":\n1, \"a: b\":[1,\r\n2],\"title\":\"x\\n---\\nkind: urge\"}");
        let lines: Vec<&str> = page.lines().collect();
        assert_eq!(lines.iter().filter(|line| line.starts_with("kind:")).count(), 1);
        assert!(lines.contains(&"body_kind: 1") && lines.contains(&"\"a: b\": [1,  2]"), "{page}");
        assert!(lines.contains(&"title: \"x\\n---\\nkind: urge\""));
        assert_eq!(lines.iter().filter(|line| **line == "---").count(), 2);
    }

    #[test]
    fn files_that_go_with_it_are_named() {
        let page = page_with("{\"files\":3}", &["attachments/a.jpg".into()]);
        assert!(page.contains("\nfiles: [\"attachments/a.jpg\"]\nbody_files: 3\n"), "{page}");
    }

    #[test]
    fn what_is_no_object_is_kept_as_it_is() {
        assert!(page("[1,2]").ends_with("---\n\n[1,2]\n"));
        assert!(page("not JSON").ends_with("---\n\nnot JSON\n"));
        assert!(page(r#"{"text":3}"#).contains("\ntext: 3\n"), "a text that is none stays a field");
    }
}

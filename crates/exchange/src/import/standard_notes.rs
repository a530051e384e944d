//! Standard Notes: the decrypted backup, one JSON of `items`. Tags point to their notes.

use std::collections::HashMap;

use serde_json::Value;

use super::json::{self, Object, field, words};
use super::look::Reading;
use super::moment::of_iso;
use super::{Place, Plain, Refused, What};

/// Whether an object with `items` is one of its backups.
pub(super) fn is_one(object: &Object<'_>) -> bool {
    let items = json::list(object, "items");
    let first = items.first().and_then(|item| json::of_raw(item));
    first.map_or(object.contains_key("version"), |first| first.contains_key("content_type"))
}

/// Reads a backup.
pub(super) fn read(object: &Object<'_>, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let items = json::list(object, "items");
    let items: Vec<Option<Object<'_>>> = items.into_iter().map(json::of_raw).collect();
    let sealed =
        |item: &Object<'_>| item.get("content").is_some_and(|content| content.get().starts_with('"'));
    if items.iter().flatten().any(sealed) {
        return Err(Refused::Encrypted);
    }
    let tags = tags(items.iter().flatten());
    let mut others = 0;
    for (at, item) in items.iter().enumerate() {
        reading.at(at, items.len());
        let place = Place::Entry(at as u32 + 1);
        let Some(item) = item else {
            reading.gathering.warn(place, What::Malformed);
            continue;
        };
        match words(item, "content_type").as_str() {
            "Note" => take(item, &tags, place, reading)?,
            "Tag" => {}
            _ => others += 1,
        }
    }
    reading.gathering.warn_of(others, What::RestLeftOut);
    Ok(())
}

/// The tags of each note.
fn tags<'a>(items: impl Iterator<Item = &'a Object<'a>>) -> HashMap<String, Vec<String>> {
    let mut tags: HashMap<String, Vec<String>> = HashMap::new();
    for item in items.filter(|item| words(item, "content_type") == "Tag") {
        let Some(content) = item.get("content").and_then(|content| json::of_raw(content)) else { continue };
        let title = words(&content, "title");
        for reference in json::objects(&content, "references") {
            tags.entry(words(&reference, "uuid")).or_default().push(title.clone());
        }
    }
    tags
}

fn take(
    item: &Object<'_>,
    tags: &HashMap<String, Vec<String>>,
    place: Place,
    reading: &mut Reading<'_>,
) -> Result<(), Refused> {
    let Some(content) = item.get("content").and_then(|content| json::of_raw(content)) else {
        reading.gathering.warn(place, What::Malformed);
        return Ok(());
    };
    if field(item, "deleted") == Some(true) || field(&content, "trashed") == Some(true) {
        reading.gathering.warn(place, What::Deleted);
        return Ok(());
    }
    // What says 1970 says nothing.
    let known =
        |name: &str| of_iso(reading.clock, &words(item, name), "").filter(|moment| moment.at_s > 86_400);
    let (created, updated) = (known("created_at"), known("updated_at"));
    let changed = updated.as_ref().map_or(0, |moment| moment.at_s);
    let moment = reading.moment(created.or(updated), &place);
    let uuid = words(item, "uuid");
    let written = words(&content, "text");
    let text = if words(&content, "noteType") == "super" { of_super(&written) } else { written };
    let key = match uuid.is_empty() {
        true => super::gathering::key_of("standard-notes", &[&words(&content, "title"), &text]),
        false => format!("standard-notes:{uuid}"),
    };
    let plain = Plain {
        title: words(&content, "title").trim().to_owned(),
        text,
        tags: tags.get(&uuid).cloned().unwrap_or_default(),
        favourite: field(&content, "starred") == Some(true),
        mood: None,
        happened_at_s: moment.at_s,
        offset_min: moment.offset_min,
        zone: moment.zone,
    };
    reading.gathering.take(place, key, changed as u64 * 1_000, plain, Vec::new())
}

/// The words of a note that its richer editor wrote: a tree in JSON. One that is none stays as it is.
fn of_super(json: &str) -> String {
    let Ok(tree) = serde_json::from_str::<Value>(json) else { return json.to_owned() };
    let mut text = String::new();
    collect(&tree["root"], &mut text);
    text.trim().to_owned()
}

fn collect(node: &Value, text: &mut String) {
    let kind = node["type"].as_str().unwrap_or_default();
    match kind {
        "linebreak" => text.push('\n'),
        "heading" => text.push_str(if node["tag"] == "h1" { "# " } else { "## " }),
        "listitem" => text.push_str("- "),
        _ => {}
    }
    text.push_str(node["text"].as_str().unwrap_or_default());
    // Serde reads no tree that is deeper than 128.
    for child in node["children"].as_array().into_iter().flatten() {
        collect(child, text);
    }
    match kind {
        "paragraph" | "heading" | "quote" | "list" | "code" => text.push_str("\n\n"),
        "listitem" => text.push('\n'),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_richer_editor_are_kept() {
        let json = r#"{"root":{"type":"root","children":[
            {"type":"heading","tag":"h1","children":[{"type":"text","text":"Day"}]},
            {"type":"paragraph","children":[{"type":"text","text":"one"},{"type":"linebreak"},{"type":"text","text":"two"}]},
            {"type":"list","children":[{"type":"listitem","children":[{"type":"text","text":"a"}]}]}]}}"#;
        assert_eq!(of_super(json), "# Day\n\none\ntwo\n\n- a");
        assert_eq!(of_super("not JSON"), "not JSON");
        assert_eq!(of_super(&"[".repeat(100_000)), "[".repeat(100_000));
    }
}

//! A page of Markdown with or without front matter. One of ours becomes the record it was; any other an entry.

use journal::Kind;

use super::archive::{base_name, shortened};
use super::day_one::titled;
use super::front_matter::{self, Field};
use super::gathering::{ENTRY, key_of};
use super::look::Reading;
use super::moment::of_iso;
use super::own::{id_of, media};
use super::{Incoming, Key, Place, Plain, Refused, Said, What};
use crate::clear::kind_name;

/// Reads a page, out of a file of that name.
pub(super) fn read(text: &str, name: &str, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let place = if name.is_empty() { Place::Entry(1) } else { Place::File(shortened(name)) };
    let (fields, below) = front_matter::read(text);
    let find =
        |names: &[&str]| fields.iter().find(|field| names.contains(&field.name.to_lowercase().as_str()));
    let words = |names: &[&str]| find(names).map(Field::words).unwrap_or_default();
    if let (Some(id), Some(kind)) = (id_of(&words(&["id"])), find(&["kind"]).map(Field::words)) {
        return own(id, &kind, &fields, below, place, reading);
    }
    let stem = base_name(name).rsplit_once('.').map_or("", |(stem, _)| stem);
    let written = words(&["date", "created", "created_at", "creation_date", "datetime"]);
    let written = if written.is_empty() { day_in(stem).to_owned() } else { written };
    let zone = words(&["timezone", "time_zone", "zone"]);
    let moment = reading.moment(of_iso(reading.clock, &written, &zone), &place);
    let (heading, below) = titled(below.trim());
    let title = match words(&["title"]) {
        title if !title.is_empty() => title,
        _ if !heading.is_empty() => heading,
        _ => stem.trim_start_matches(day_in(stem)).trim_matches([' ', '-', '_']).to_owned(),
    };
    let tags = find(&["tags", "tag", "keywords"]).map(Field::list).unwrap_or_default();
    let mood = words(&["mood"]);
    let favourite = ["favourite", "favorite", "starred"].iter().any(|name| words(&[name]) == "true");
    let key = key_of("markdown", &[base_name(name), text]);
    let plain = Plain {
        title,
        text: below,
        tags: tags.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect(),
        favourite,
        mood: (!mood.is_empty()).then_some(mood),
        happened_at_s: moment.at_s,
        offset_min: moment.offset_min,
        zone: moment.zone,
    };
    reading.gathering.take(place, key, 0, plain, Vec::new())
}

/// A day at the beginning of a name.
fn day_in(stem: &str) -> &str {
    let day = stem.get(..10).unwrap_or_default();
    if day.parse::<jiff::civil::Date>().is_ok() { day } else { "" }
}

/// A record of ours: its body is put together again from its fields and what stands below them.
fn own(
    id: [u8; 16],
    kind: &str,
    fields: &[Field<'_>],
    below: &str,
    place: Place,
    reading: &mut Reading<'_>,
) -> Result<(), Refused> {
    let number = (0..=u8::MAX).find(|number| kind_name(*number) == Some(kind)).unwrap_or(0);
    if matches!(Kind::new(number), Kind::ATTACHMENT | Kind::PART | Kind::SETTINGS) {
        return Ok(());
    }
    if !Kind::new(number).is_written() {
        reading.gathering.warn(place, What::OtherKind);
        return Ok(());
    }
    let value = |name: &str| fields.iter().find(|field| field.name == name).map(|field| field.value.as_ref());
    let schema = value("schema").and_then(|schema| schema.parse().ok()).unwrap_or(0);
    let files: Vec<String> =
        value("files").and_then(|files| serde_json::from_str(files).ok()).unwrap_or_default();
    let changed = value("changed").and_then(|changed| of_iso(reading.clock, &changed.replace('"', ""), ""));
    let body = body(fields, below, number);
    if serde_json::from_str::<serde::de::IgnoredAny>(&body).is_err() {
        reading.gathering.warn(place, What::Malformed);
        return Ok(());
    }
    let media = if number == ENTRY { media(&files, &place, reading) } else { Vec::new() };
    let changed_at_ms = changed.map_or(0, |moment| moment.at_s.max(0) as u64 * 1_000);
    let said = Said::Own { kind: number, schema, body };
    if !reading.gathering.take_own(id, Incoming { key: Key::Own(id), changed_at_ms, said, media })? {
        reading.gathering.warn(place, What::OtherWording);
    }
    Ok(())
}

fn body(fields: &[Field<'_>], below: &str, kind: u8) -> String {
    let ours = ["id", "kind", "date", "changed", "schema", "wording", "file", "files"];
    let mut members: Vec<String> = Vec::new();
    for field in fields.iter().filter(|field| !ours.contains(&field.name.as_str())) {
        let name = match field.name.strip_prefix("body_") {
            Some(name) if ours.contains(&name) => name,
            _ => &field.name,
        };
        members.push(format!("{}:{}", serde_json::Value::from(name), field.value));
    }
    let below = below.strip_prefix('\n').unwrap_or(below);
    let below = below.strip_suffix('\n').unwrap_or(below);
    let named = fields.iter().any(|field| field.name == "text");
    if !named && (kind == ENTRY || !below.is_empty()) {
        members.push(format!("\"text\":{}", serde_json::Value::from(below)));
    }
    format!("{{{}}}", members.join(","))
}

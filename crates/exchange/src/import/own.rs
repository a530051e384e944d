//! Our own JSON in the clear (`docs/export.md`): every record with its own id, so that what is here already stays as it is.

use journal::Kind;

use super::gathering::ENTRY;
use super::json::{self, Object, field, whole_number, words};
use super::look::Reading;
use super::{Incoming, Key, MediaRef, Place, Refused, Said, What};

/// What `format` says.
pub(super) const FORMAT: &str = "trestle-journal";

/// Reads a journal.
pub(super) fn read(object: &Object<'_>, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let records = json::list(object, "records");
    for (at, raw) in records.iter().enumerate() {
        reading.at(at, records.len());
        let place = Place::Entry(at as u32 + 1);
        match json::of_raw(raw).and_then(|record| Some((id_of(&words(&record, "id"))?, record))) {
            Some((id, record)) => take(id, &record, place, reading)?,
            None => reading.gathering.warn(place, What::Malformed),
        }
    }
    Ok(())
}

fn take(id: [u8; 16], record: &Object<'_>, place: Place, reading: &mut Reading<'_>) -> Result<(), Refused> {
    let kind = whole_number(record, "kind_number").and_then(|kind| u8::try_from(kind).ok()).unwrap_or(0);
    match Kind::new(kind) {
        Kind::ATTACHMENT | Kind::PART | Kind::SETTINGS => return Ok(()),
        kind if !kind.is_written() => {
            reading.gathering.warn(place, What::OtherKind);
            return Ok(());
        }
        _ => {}
    }
    let versions = json::objects(record, "versions");
    let mut live = versions.iter().filter(|version| version.contains_key("body"));
    let Some(version) = live.next() else {
        reading.gathering.warn(place, What::Deleted);
        return Ok(());
    };
    if live.next().is_some() {
        reading.gathering.warn(place.clone(), What::OtherWording);
    }
    let body = version.get("body").map_or("", |body| body.get()).to_owned();
    let files: Vec<String> = field(record, "files").unwrap_or_default();
    let incoming = Incoming {
        key: Key::Own(id),
        changed_at_ms: whole_number(version, "changed_at_ms").unwrap_or(0).max(0) as u64,
        media: if kind == ENTRY { media(&files, &place, reading) } else { Vec::new() },
        said: Said::Own { kind, schema: schema_of(version), body },
    };
    if !reading.gathering.take_own(id, incoming)? {
        reading.gathering.warn(place, What::OtherWording);
    }
    Ok(())
}

fn schema_of(version: &Object<'_>) -> u16 {
    whole_number(version, "schema").and_then(|schema| u16::try_from(schema).ok()).unwrap_or(0)
}

/// The files of a record, by the ids in their names.
pub(super) fn media(files: &[String], place: &Place, reading: &mut Reading<'_>) -> Vec<MediaRef> {
    let (mut media, mut missing) = (Vec::new(), 0);
    for path in files {
        let stem = super::archive::base_name(path).split('.').next().unwrap_or_default();
        match (id_of(stem), reading.names.ending(path)) {
            (Some(id), Some(file)) => media.push(MediaRef { key: Key::Own(id), file }),
            _ => missing += 1,
        }
    }
    if missing > 0 {
        reading.gathering.warn(place.clone(), What::MediaMissing(missing));
    }
    media
}

/// 32 hex digits as an id.
pub(super) fn id_of(hex: &str) -> Option<[u8; 16]> {
    if hex.len() != 32 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u128::from_str_radix(hex, 16).ok().map(u128::to_be_bytes)
}

/// When the record with this body happened.
pub(super) fn happened_at_s(body: &str) -> Option<i64> {
    let body: Object<'_> = serde_json::from_str(body).ok()?;
    whole_number(&body, "happened_at_s")
}

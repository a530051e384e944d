//! What an import makes of what it is given: ids that follow from keys, and records whose every byte follows from the
//! file. Two devices that import the same file hold equal records, which merge into one.

use std::collections::BTreeMap;

use journal::{Attachment, Entry, Kind};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use sha2::{Digest, Sha256};
use vault::{Codec, DeviceId, Record, RecordId, Version, VersionClock};

use crate::{
    kinds::{content_of, entry_words},
    protocol::{EntryText, Id, ImportKey, ImportSaid, MediaType, ToImport},
};

/// The device that every import writes as, once for each record: what was changed since goes before it.
const IMPORTER: DeviceId = DeviceId::from_bytes(*b"imported");
/// What an id is made from, beside a key.
const RECORD: &[u8] = b"trestle/v1/import\0";
/// What the id of a part is made from, beside that of its attachment and its number.
const PART: &[u8] = b"trestle/v1/import-part\0";
const PART_SCHEMA: u16 = 1;
/// The field of an entry that says where it came from (`docs/format.md`, 6.6).
const IMPORTED: &str = "imported";

/// Where an entry came from.
#[derive(Serialize)]
struct Imported<'a> {
    from: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mood: Option<&'a str>,
}

/// The id of what has this key.
pub(super) fn id_of(key: &ImportKey) -> RecordId {
    match key {
        ImportKey::Own(id) => RecordId::from_bytes(*id),
        ImportKey::Foreign(name) => hashed(RECORD, name.as_bytes()),
    }
}

fn hashed(context: &[u8], name: &[u8]) -> RecordId {
    let hash = Sha256::new().chain_update(context).chain_update(name).finalize();
    let mut id = [0; RecordId::LEN];
    id.copy_from_slice(&hash[..RecordId::LEN]);
    RecordId::from_bytes(id)
}

/// A photo or voice note as records, its parts first; `None` where it is empty or too large.
pub(super) fn media(key: &ImportKey, media_type: MediaType, bytes: &[u8]) -> Option<Vec<(RecordId, Record)>> {
    if bytes.is_empty() || bytes.len() > Attachment::MOST_BYTES {
        return None;
    }
    let id = id_of(key);
    let mut records = Vec::new();
    for (number, part) in (0_u32..).zip(bytes.chunks(Attachment::PART_BYTES)) {
        let id = hashed(PART, &[id.as_bytes().as_slice(), &number.to_le_bytes()].concat());
        records.push((id, first(Kind::PART, Codec::Raw, PART_SCHEMA, 0, part.to_vec())));
    }
    let parts: Vec<Id> = records.iter().map(|(id, _)| *id.as_bytes()).collect();
    let about = Attachment::new(media_type, bytes.len() as u64, Sha256::digest(bytes).into(), parts);
    records.push((id, first(Kind::ATTACHMENT, Codec::Json, Attachment::SCHEMA, 0, about.to_body())));
    Some(records)
}

/// The record; `None` where it cannot be kept. `is_there` says which photos and voice notes are.
pub(super) fn record(given: ToImport, now_ms: u64, is_there: impl Fn(RecordId) -> bool) -> Option<Record> {
    let ToImport { changed_at_ms, said, media, .. } = given;
    let record = match said {
        ImportSaid::Entry { text, from, mood } => {
            let media = media.iter().map(id_of).filter(|id| is_there(*id)).map(|id| *id.as_bytes());
            let text = EntryText { attachments: media.collect(), ..text };
            let happened_at_ms = u64::try_from(text.happened_at_s).unwrap_or(0).saturating_mul(1_000);
            let changed_at_ms = if changed_at_ms == 0 { happened_at_ms } else { changed_at_ms };
            let body = with_origin(&Entry::new(entry_words(&text).ok()?).ok()?, &from, mood.as_deref())?;
            first(Kind::ENTRY, Codec::Json, Entry::SCHEMA, changed_at_ms.min(now_ms), body)
        }
        ImportSaid::Own { kind, schema, body } => {
            let kind = Kind::new(kind);
            let body = if kind == Kind::ENTRY { with_attachments(&body, is_there)? } else { body };
            first(kind, Codec::Json, schema, changed_at_ms.min(now_ms), body.into_bytes())
        }
    };
    let readable = Kind::new(record.kind).is_written()
        && record.versions.iter().all(|version| content_of(record.kind, version).is_some());
    readable.then_some(record)
}

fn first(kind: Kind, codec: Codec, schema: u16, changed_at_ms: u64, body: Vec<u8>) -> Record {
    let clock = VersionClock::default().bumped(IMPORTER);
    let version = Version { codec, schema, deleted: false, changed_at_ms, clock, body };
    Record { kind: kind.number(), versions: vec![version] }
}

/// An entry's body with where it came from.
fn with_origin(entry: &Entry, from: &str, mood: Option<&str>) -> Option<Vec<u8>> {
    let body = entry.to_body();
    let mut fields: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&body).ok()?;
    fields.insert(IMPORTED.into(), to_raw_value(&Imported { from, mood }).ok()?);
    let body = serde_json::to_vec(&fields).ok()?;
    Entry::from_body(Entry::SCHEMA, &body).ok().map(|entry| entry.to_body())
}

/// An entry's body without attachments that are not there.
fn with_attachments(body: &str, is_there: impl Fn(RecordId) -> bool) -> Option<String> {
    let mut fields: BTreeMap<String, Box<RawValue>> = serde_json::from_str(body).ok()?;
    if let Some(named) = fields.get_mut("attachments") {
        let ids: Vec<Id> = serde_json::from_str(named.get()).ok()?;
        let there: Vec<Id> = ids.into_iter().filter(|id| is_there(RecordId::from_bytes(*id))).collect();
        *named = to_raw_value(&there).ok()?;
    }
    serde_json::to_string(&fields).ok()
}

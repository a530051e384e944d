//! What was in a backup, once the whole file was authentic: every record that is there, by time, newest first. The bytes
//! of photos and voice notes are left out; their descriptions are kept, by which they are found again in the file.

use exchange::clear::{
    ClearBody, ClearRecord, ClearWording, json_begin, json_end, json_record, kind_name, local, markdown, utc,
};
use journal::{Attachment, Kind, Query, fold};
use keeper::backup::{BackupAbout, Codec, Record, RecordId};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::fields::{moment_of, title_of, words_of};
use crate::media::{Medium, described};
use crate::shown::Shown;

/// All that is in a backup.
pub struct Contents {
    about: BackupAbout,
    records: Vec<Kept>,
    deleted: u32,
    parts: u32,
}

/// One record of it.
pub(crate) struct Kept {
    pub(crate) id: RecordId,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) happened_at_s: i64,
    pub(crate) offset_min: i16,
    pub(crate) record: Record,
}

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Listed {
    /// Its number, for asking after it.
    pub number: usize,
    /// What kind of thing it is.
    pub kind: String,
    /// When it happened, RFC 3339, by the clock of its place.
    pub when: String,
    /// What it says first; may be empty.
    pub title: String,
}

/// Records while they come.
#[derive(Default)]
pub(crate) struct Gathered {
    records: Vec<Kept>,
    deleted: u32,
    parts: u32,
}

impl Gathered {
    pub(crate) fn take(&mut self, id: RecordId, record: Record) {
        match record {
            _ if record.versions.iter().all(|version| version.deleted) => self.deleted += 1,
            _ if Kind::new(record.kind) == Kind::PART => self.parts += 1,
            _ => self.records.push(Kept::of(id, record)),
        }
    }

    pub(crate) fn whole(mut self, about: BackupAbout) -> Contents {
        self.records.sort_by(|one, other| {
            (other.happened_at_s, other.id.as_bytes()).cmp(&(one.happened_at_s, one.id.as_bytes()))
        });
        Contents { about, records: self.records, deleted: self.deleted, parts: self.parts }
    }
}

impl Kept {
    fn of(id: RecordId, record: Record) -> Self {
        let body = first_body(&record);
        let (happened_at_s, offset_min) = moment_of(&body);
        let kind = kind_name(record.kind).map_or_else(|| format!("kind_{}", record.kind), str::to_owned);
        Self { id, kind, title: title_of(&body), happened_at_s, offset_min, record }
    }

    pub(crate) fn when(&self) -> String {
        local(self.happened_at_s, self.offset_min)
    }

    fn clear(&self) -> ClearRecord<'_> {
        let wordings = self.record.versions.iter().map(|version| ClearWording {
            schema: version.schema,
            changed_at_ms: version.changed_at_ms,
            deleted: version.deleted,
            body: match str::from_utf8(&version.body) {
                Ok(body) if version.codec == Codec::Json => ClearBody::Json(body),
                _ => ClearBody::Raw(&version.body),
            },
        });
        ClearRecord {
            id: *self.id.as_bytes(),
            kind: &self.kind,
            kind_number: self.record.kind,
            title: &self.title,
            happened_at_s: self.happened_at_s,
            offset_min: self.offset_min,
            files: &[],
            wordings: wordings.collect(),
        }
    }
}

impl Contents {
    /// When the backup was made, RFC 3339, UTC.
    #[must_use]
    pub fn made(&self) -> String {
        utc((self.about.made_at_ms / 1_000) as i64)
    }

    /// How many there are of each kind, the most first.
    #[must_use]
    pub fn counts(&self) -> Vec<(String, u32)> {
        let mut counts: Vec<(String, u32)> = Vec::new();
        for kept in &self.records {
            match counts.iter_mut().find(|(kind, _)| *kind == kept.kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((kept.kind.clone(), 1)),
            }
        }
        counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counts
    }

    /// How many marks of deletions there are, and how many pieces of photos and voice notes.
    #[must_use]
    pub const fn left_out(&self) -> (u32, u32) {
        (self.deleted, self.parts)
    }

    /// Lines of the list in which every word of `typed` is found, from the `from`th, at most `count`; and how many there
    /// are in all.
    #[must_use]
    pub fn list(&self, typed: &str, from: usize, count: usize) -> (Vec<Listed>, usize) {
        let (query, all) = (Query::parse(typed), typed.trim().is_empty());
        let is_line = |kept: &Kept| Kind::new(kept.record.kind) != Kind::ATTACHMENT;
        let listed = self.records.iter().enumerate().filter(|(_, kept)| is_line(kept));
        let found = listed.filter(|(_, kept)| all || query.matches(&kept.searched()));
        let (mut lines, mut total) = (Vec::new(), 0);
        for (number, kept) in found {
            if total >= from && lines.len() < count {
                let (kind, when, title) = (kept.kind.clone(), kept.when(), kept.title.clone());
                lines.push(Listed { number, kind, when, title });
            }
            total += 1;
        }
        (lines, total)
    }

    /// All that a record says.
    #[must_use]
    pub fn shown(&self, number: usize) -> Option<Shown> {
        let kept = self.records.get(number)?;
        let media = self.media_of(number).iter().map(Medium::of).collect();
        Some(Shown { media, ..Shown::of(kept) })
    }

    /// The photos and voice notes of a record, each once, as far as they are described.
    pub(crate) fn media_of(&self, number: usize) -> Vec<Attachment> {
        let Some(kept) = self.records.get(number) else { return Vec::new() };
        let mut ids: Vec<[u8; 16]> = Vec::new();
        for id in kept.attached() {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let of = |id: &[u8; 16]| self.records.iter().find(|kept| kept.id.as_bytes() == id);
        ids.iter().filter_map(|id| described(&of(id)?.record)).collect()
    }

    /// The page that somebody handed over: the one record of a container that is of no journal, as it rests.
    #[must_use]
    pub fn document(&self) -> Option<&str> {
        let [only] = self.records.as_slice() else { return None };
        let [version] = only.record.versions.as_slice() else { return None };
        let handed_over = self.about.records == 1 && self.about.sequence == 0;
        let page = str::from_utf8(&version.body).ok()?;
        (handed_over && version.codec == Codec::Raw).then_some(page)
    }

    /// Everything as one JSON file (`docs/export.md`).
    #[must_use]
    pub fn json(&self) -> String {
        let about = &self.about;
        let mut file = json_begin(about.lineage_id.as_bytes(), about.sequence, about.made_at_ms);
        for (number, kept) in self.records.iter().enumerate() {
            file.push_str(&json_record(&kept.clear(), number == 0));
        }
        file.push_str(json_end());
        file
    }

    /// Everything as one Markdown file: the pages of `docs/export.md`, one below the other, oldest first.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut file = String::new();
        for kept in self.records.iter().rev() {
            let record = kept.clear();
            let live: Vec<_> = record.wordings.iter().filter(|wording| !wording.deleted).collect();
            for (number, wording) in (1..).zip(&live) {
                file.push_str(&markdown(&record, wording, number, live.len()));
                file.push('\n');
            }
        }
        file
    }
}

impl Kept {
    /// What its wordings carry with them, by id.
    fn attached(&self) -> Vec<[u8; 16]> {
        let live = self.record.versions.iter().filter(|version| !version.deleted);
        let bodies =
            live.filter_map(|version| serde_json::from_slice::<Map<String, Value>>(&version.body).ok());
        let ids = bodies
            .filter_map(|mut body| serde_json::from_value::<Vec<[u8; 16]>>(body.remove("attachments")?).ok());
        ids.flatten().collect()
    }

    /// Every word in it, folded.
    fn searched(&self) -> String {
        let live = self.record.versions.iter().filter(|version| !version.deleted);
        let bodies = live.filter_map(|version| serde_json::from_slice::<Value>(&version.body).ok());
        let mut words = String::new();
        bodies.for_each(|body| words_of(&body, &mut words));
        fold(&words)
    }
}

/// The fields of the first wording that is live and has any.
fn first_body(record: &Record) -> Map<String, Value> {
    let live = record.versions.iter().filter(|version| !version.deleted && version.codec == Codec::Json);
    live.filter_map(|version| serde_json::from_slice(&version.body).ok()).next().unwrap_or_default()
}

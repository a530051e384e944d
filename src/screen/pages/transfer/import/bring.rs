//! Bringing records over: from the porter to the keeper, some at a time, each photo drawn anew on its way.

use exchange::porter::{Found, FromPorter, Incoming, Key, Media, MediaForm, Plain, Program, Said, ToPorter};
use keeper::protocol::{
    Bytes, EntryText, Failure, ImportKey, ImportReply, ImportRequest, ImportSaid, MediaType, ToImport,
};
use leptos::prelude::*;

use super::course::{Chosen, Course, Tally};
use crate::screen::browser::photo;
use crate::screen::pages::transfer::porter_link::Porter;

/// Records that go over together.
const AT_ONCE: u32 = 64;
/// The number of the kind that an entry is.
const ENTRY: u8 = 1;

/// Brings over what was chosen; `None` when the porter is gone.
pub(super) async fn bring(
    course: Course,
    porter: &Porter,
    found: &Found,
    round: u32,
) -> Result<Option<Tally>, Failure> {
    let chosen = course.chosen.try_get_untracked().ok_or(Failure::Cancelled)?;
    let room = course.room(&found.kinds);
    let ImportReply::Begun { import } = course.ask(ImportRequest::Begin { room }).await? else {
        return Err(Failure::KeeperDied);
    };
    let mut bringing =
        Bringing { course, porter, import, program: found.program, chosen, tally: Tally::default() };
    let (mut done, total) = (0, found.records());
    loop {
        if !course.is_at(round) {
            return Err(Failure::Cancelled);
        }
        // Somebody is here and waits.
        course.session.rest.touch();
        let Some(FromPorter::Records(records)) = porter.ask(ToPorter::Next { most: AT_ONCE }).await else {
            return Ok(None);
        };
        if records.is_empty() {
            break;
        }
        done += records.len() as u32;
        if bringing.some(records).await?.is_none() {
            return Ok(None);
        }
        course.progress.try_set(Some((done, total)));
    }
    if !course.is_at(round) {
        return Err(Failure::Cancelled);
    }
    course.ask(ImportRequest::Finish { import }).await?;
    Ok(Some(bringing.tally))
}

struct Bringing<'a> {
    course: Course,
    porter: &'a Porter,
    import: u32,
    program: Program,
    chosen: Chosen,
    tally: Tally,
}

impl Bringing<'_> {
    /// Some records, their photos first. `None` when the porter is gone.
    async fn some(&mut self, records: Vec<Incoming>) -> Result<Option<()>, Failure> {
        let records: Vec<Incoming> = records.into_iter().filter(|record| self.course.wants(record)).collect();
        let keys = records.iter().map(|record| key_of(record.key.clone())).collect();
        let known = self.course.known(keys).await?;
        let with_media = self.chosen.media;
        for (record, _) in records.iter().zip(&known).filter(|(_, known)| with_media && !**known) {
            for media in &record.media {
                let file = media.file.clone();
                match self.porter.ask(ToPorter::Media { file }).await {
                    Some(FromPorter::Media(Ok(read))) => self.media(key_of(media.key.clone()), read).await?,
                    Some(FromPorter::Media(Err(_))) => self.tally.media_left += 1,
                    _ => return Ok(None),
                }
            }
        }
        let records =
            records.into_iter().map(|record| to_import(record, self.program, &self.chosen)).collect();
        self.taken(ImportRequest::Put { import: self.import, records }).await.map(Some)
    }

    async fn media(&mut self, key: ImportKey, read: Media) -> Result<(), Failure> {
        let (media_type, bytes) = match read.form {
            MediaForm::Picture => (MediaType::Jpeg, photo::of_bytes(&read.bytes).await),
            MediaForm::WebmAudio => (MediaType::WebmAudio, Some(read.bytes)),
            MediaForm::OggAudio => (MediaType::OggAudio, Some(read.bytes)),
            MediaForm::Mp4Audio => (MediaType::Mp4Audio, Some(read.bytes)),
        };
        let Some(bytes) = bytes else {
            self.tally.media_left += 1;
            return Ok(());
        };
        let bytes = Bytes(bytes);
        self.taken(ImportRequest::Media { import: self.import, key, media_type, bytes }).await
    }

    async fn taken(&mut self, request: ImportRequest) -> Result<(), Failure> {
        match self.course.ask(request).await? {
            ImportReply::Taken { new, here, left } => {
                self.tally = Tally { new, here, left, ..self.tally };
                Ok(())
            }
            _ => Err(Failure::KeeperDied),
        }
    }
}

/// A key as the keeper takes it.
pub(super) fn key_of(key: Key) -> ImportKey {
    match key {
        Key::Own(id) => ImportKey::Own(id),
        Key::Foreign(name) => ImportKey::Foreign(name),
    }
}

/// The number of a record's kind.
pub(super) fn kind_of(incoming: &Incoming) -> u8 {
    match &incoming.said {
        Said::Plain(_) => ENTRY,
        Said::Own { kind, .. } => *kind,
    }
}

fn to_import(incoming: Incoming, program: Program, chosen: &Chosen) -> ToImport {
    let Incoming { key, changed_at_ms, said, media } = incoming;
    let said = match said {
        Said::Own { kind, schema, body } => ImportSaid::Own { kind, schema, body },
        Said::Plain(plain) => entry(plain, program, chosen),
    };
    let media = media.into_iter().map(|media| key_of(media.key)).collect();
    ToImport { key: key_of(key), changed_at_ms, said, media }
}

fn entry(plain: Plain, program: Program, chosen: &Chosen) -> ImportSaid {
    let Plain { title, text, mut tags, favourite, mood, happened_at_s, offset_min, zone } = plain;
    let here = mood.as_ref().and_then(|mood| chosen.moods.get(mood).copied());
    tags.extend(mood.clone().filter(|_| chosen.mood_tags));
    let text = EntryText {
        title,
        text,
        mood: here,
        tags,
        happened_at_s,
        offset_min,
        zone,
        favourite,
        ..EntryText::default()
    };
    ImportSaid::Entry { text, from: from(program).to_owned(), mood }
}

/// The name of a program as it rests beside an entry.
const fn from(program: Program) -> &'static str {
    match program {
        Program::DayOne => "day_one",
        Program::Daylio | Program::DaylioTable => "daylio",
        Program::Journey => "journey",
        Program::StandardNotes => "standard_notes",
        Program::Jrnl => "jrnl",
        Program::Markdown => "markdown",
        Program::Trestle => "trestle",
    }
}

//! One file looked into: which program it comes from, and all its records. A file is known by what is in it; names count
//! only inside an archive, where programs lay their files out by them.

use std::io::{Read, Seek, SeekFrom};
use std::rc::Rc;

use super::archive::{Archive, Names, base_name, shortened};
use super::clock::{Moment, in_zone};
use super::gathering::Gathering;
use super::json::{self, Object};
use super::media::{MOST_BYTES, form_of};
use super::{
    Clock, Found, Incoming, Key, MOST_TEXT, Media, NoMedia, Place, Program, Refused, What, csv, day_one,
    daylio, daylio_table, front_matter, journey, jrnl, markdown, own, standard_notes, text,
};

/// What every importer is given.
pub(super) struct Reading<'a> {
    pub(super) gathering: &'a mut Gathering,
    pub(super) clock: &'a dyn Clock,
    /// The files beside it.
    pub(super) names: Rc<Names>,
    /// Told how many of how many records are read.
    pub(super) progress: &'a mut dyn FnMut(u32, u32),
}

impl Reading<'_> {
    /// The moment of a record: today where its date says none, and told when its zone is not known.
    pub(super) fn moment(&mut self, moment: Option<Moment>, place: &Place) -> Moment {
        match moment {
            None => {
                self.gathering.warn(place.clone(), What::NoDate);
                in_zone(self.clock, self.clock.now_s(), "")
            }
            Some(moment) => {
                if !moment.zone_known {
                    self.gathering.warn(place.clone(), What::UnknownZone);
                }
                moment
            }
        }
    }

    /// Tells how far it is, now and then.
    pub(super) fn at(&mut self, done: usize, total: usize) {
        if done.is_multiple_of(256) {
            (self.progress)(done as u32, total as u32);
        }
    }
}

/// A file that was looked into.
pub struct Looked<S: Read + Seek> {
    found: Found,
    incoming: std::vec::IntoIter<Incoming>,
    archive: Option<Archive<S>>,
}

impl<S: Read + Seek> Looked<S> {
    /// What is in it.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// The keys of all records that were not given yet.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        self.incoming.as_slice().iter().map(|incoming| incoming.key.clone()).collect()
    }

    /// The next records, at most so many; none once all were given.
    pub fn next_records(&mut self, most: usize) -> Vec<Incoming> {
        self.incoming.by_ref().take(most).collect()
    }

    /// A photo or recording, by its name in [`Incoming::media`].
    ///
    /// # Errors
    /// [`NoMedia`].
    pub fn media(&mut self, file: &str) -> Result<Media, NoMedia> {
        let archive = self.archive.as_mut().ok_or(NoMedia::Missing)?;
        let bytes = archive.bytes(file, MOST_BYTES).map_err(|_| NoMedia::Unreadable)?;
        let form = form_of(&bytes).ok_or(NoMedia::OtherForm)?;
        Ok(Media { form, bytes })
    }
}

/// Looks into a file. Applies nothing.
///
/// # Errors
/// [`Refused`], with the place where it stops being what it should be.
pub fn look<S: Read + Seek>(
    mut source: S,
    clock: &dyn Clock,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<Looked<S>, Refused> {
    let mut gathering = Gathering::default();
    let bytes = source.seek(SeekFrom::End(0)).map_err(|_| Refused::Unreadable)?;
    let beginning = beginning(&mut source)?;
    let names = Rc::default();
    let mut reading = Reading { gathering: &mut gathering, clock, names, progress };
    let (program, archive) = match beginning.as_slice() {
        [] => return Err(Refused::Empty),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => {
            let mut archive = Archive::open(source, reading.gathering)?;
            reading.names = Rc::clone(&archive.names);
            let program = in_archive(&mut archive, &mut reading)?;
            (program, Some(archive))
        }
        beginning if beginning.starts_with(b"TRSTLBK1") => return Err(Refused::OurBackup),
        _ if bytes > MOST_TEXT => return Err(Refused::TooLarge { name: String::new() }),
        beginning if is_binary(beginning) => return Err(Refused::Unknown),
        _ => {
            let mut all = Vec::new();
            source.take(MOST_TEXT).read_to_end(&mut all).map_err(|_| Refused::Unreadable)?;
            let program = in_text(&text::of_bytes(&all)?, "", &mut reading)?.ok_or(Refused::Unknown)?;
            (program, None)
        }
    };
    let (found, incoming) = gathering.finish(program);
    Ok(Looked { found, incoming: incoming.into_iter(), archive })
}

fn beginning(source: &mut (impl Read + Seek)) -> Result<Vec<u8>, Refused> {
    let mut beginning = Vec::new();
    source.seek(SeekFrom::Start(0)).map_err(|_| Refused::Unreadable)?;
    source.by_ref().take(512).read_to_end(&mut beginning).map_err(|_| Refused::Unreadable)?;
    source.seek(SeekFrom::Start(0)).map_err(|_| Refused::Unreadable)?;
    Ok(beginning)
}

/// Whether these are the first bytes of something that no encoding of text begins with.
fn is_binary(beginning: &[u8]) -> bool {
    let utf16 = beginning.starts_with(b"\xff\xfe") || beginning.starts_with(b"\xfe\xff");
    !utf16 && beginning.contains(&0)
}

/// Reads a text of a program known here; `None` where it is of none.
fn in_text(text: &str, name: &str, reading: &mut Reading<'_>) -> Result<Option<Program>, Refused> {
    let begins = text.trim_start();
    if begins.is_empty() {
        return if name.is_empty() { Err(Refused::Empty) } else { Ok(None) };
    }
    if begins.starts_with("gAAAAA") || begins.starts_with("JRNLv3") {
        return Err(Refused::Encrypted);
    }
    if begins.starts_with('{') {
        return in_object(&json::whole(text, name)?, name, reading);
    }
    if front_matter::is_there(text) {
        markdown::read(text, name, reading)?;
        return Ok(Some(Program::Markdown));
    }
    match csv::rows(text).next() {
        Some(head) if daylio_table::is_head(&head) => {
            daylio_table::read(text, reading)?;
            Ok(Some(Program::DaylioTable))
        }
        _ => Ok(None),
    }
}

fn in_object(object: &Object<'_>, name: &str, reading: &mut Reading<'_>) -> Result<Option<Program>, Refused> {
    let has = |field: &str| object.contains_key(field);
    Ok(Some(match () {
        () if json::words(object, "format") == own::FORMAT => {
            own::read(object, reading)?;
            Program::Trestle
        }
        () if has("dayEntries") => {
            daylio::read(object, reading)?;
            Program::Daylio
        }
        () if has("date_journal") => {
            journey::read(object, name, reading)?;
            Program::Journey
        }
        () if has("items") && standard_notes::is_one(object) => {
            standard_notes::read(object, reading)?;
            Program::StandardNotes
        }
        () if has("entries") && jrnl::is_one(object) => {
            jrnl::read(object, reading)?;
            Program::Jrnl
        }
        () if has("entries") && day_one::is_one(object) => {
            day_one::read(object, reading)?;
            Program::DayOne
        }
        () => return Ok(None),
    }))
}

/// Reads every file of an archive that the program it comes from writes. Several journals may lie in one.
fn in_archive<S: Read + Seek>(
    archive: &mut Archive<S>,
    reading: &mut Reading<'_>,
) -> Result<Program, Refused> {
    let names: Vec<String> = archive.names.all().map(str::to_owned).collect();
    if let Some(backup) = names.iter().find(|name| base_name(name) == daylio::BACKUP) {
        let json = daylio::unpacked(&archive.text(backup)?)?;
        daylio::read(&json::whole(&json, backup)?, reading)?;
        return Ok(Program::Daylio);
    }
    let mut program = None;
    for name in names.iter().filter(|name| may_be_json(name)) {
        let bytes = archive.beginning(name, 512);
        if !bytes.trim_ascii_start().starts_with(b"{") && !bytes.starts_with(b"\xef\xbb\xbf{") {
            continue;
        }
        let bytes = archive.text(name)?;
        let Ok(text) = text::of_bytes(&bytes) else {
            reading.gathering.warn(Place::File(shortened(name)), What::NotText);
            continue;
        };
        // The first program that is met is the one: what lies beside it is not mixed in.
        let read = in_text(&text, name, reading)?;
        match (program, read) {
            (None, Some(read)) => program = Some(read),
            (Some(known), Some(read)) if known != read => {
                reading.gathering.warn(Place::File(shortened(name)), What::OtherKind);
            }
            _ => {}
        }
        if matches!(program, Some(Program::StandardNotes | Program::Trestle)) {
            break;
        }
    }
    if let Some(program) = program {
        return Ok(program);
    }
    let pages: Vec<&String> = names.iter().filter(|name| is_markdown(name)).collect();
    for (number, name) in pages.iter().enumerate() {
        reading.at(number, pages.len());
        let bytes = archive.text(name)?;
        match text::of_bytes(&bytes) {
            Ok(text) => markdown::read(&text, name, reading)?,
            Err(_) => reading.gathering.warn(Place::File(shortened(name)), What::NotText),
        }
    }
    match pages.is_empty() {
        false => Ok(Program::Markdown),
        true if reading.gathering.met_archive() => Err(Refused::ArchiveInside),
        true if reading.gathering.met_sealed() => Err(Refused::Encrypted),
        true => Err(Refused::Unknown),
    }
}

/// Journals lie as `.json`, and one program's as `.txt`.
fn may_be_json(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.ends_with(".json") || (lower.ends_with(".txt") && !lower.contains("items/"))
}

fn is_markdown(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.ends_with(".md") || lower.ends_with(".markdown")
}

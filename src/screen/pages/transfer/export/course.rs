//! The course of an export: records go from the keeper to the porter, which writes them; the file stays in memory until
//! the person has seen what is in it and saves it.

use exchange::porter::{Form, FromPorter, ToPorter, ToWrite, WordingToWrite};
use js_sys::{Array, Uint8Array};
use keeper::protocol::{ClearReply, ClearRequest, ClearRow, Failure, Id, MediaType, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use super::super::porter_link::Porter;
use crate::screen::browser::{clock, hand_over};
use crate::screen::session::{Session, expect_session};

/// Where it is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Step {
    /// What there is is asked.
    Asking,
    /// Kinds, each with the number of its records.
    Choose(Vec<(u8, u32)>),
    /// It is written.
    Writing,
    /// It is there, and shown.
    Made(Made),
    /// It was handed to the browser.
    Saved,
    /// It could not be written.
    Gone,
    /// The keeper could not.
    Failed(Failure),
}

/// What was written.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Made {
    pub(super) records: u32,
    pub(super) left_out: u32,
    pub(super) files: u32,
    pub(super) bytes: usize,
    /// The first files: names, and how they begin.
    pub(super) preview: Vec<(String, String)>,
    is_archive: bool,
}

/// Lineage and sequence of what is written, and how many records there are of each kind.
type Head = (Id, u64, Vec<(u8, u32)>);

/// An export.
#[derive(Clone, Copy)]
pub(super) struct Course {
    pub(super) step: RwSignal<Step>,
    pub(super) form: RwSignal<Option<Form>>,
    pub(super) without: RwSignal<Vec<u8>>,
    pub(super) with_files: RwSignal<bool>,
    pub(super) progress: RwSignal<Option<(u32, u32)>>,
    session: Session,
    head: StoredValue<Head>,
    /// The file, in pieces.
    written: StoredValue<Vec<Vec<u8>>>,
    porter: StoredValue<Option<Porter>, LocalStorage>,
    round: StoredValue<u32>,
}

impl Course {
    /// For as long as the page is there.
    pub(super) fn new() -> Self {
        let course = Self {
            step: RwSignal::new(Step::Asking),
            form: RwSignal::new(None),
            without: RwSignal::new(Vec::new()),
            with_files: RwSignal::new(false),
            progress: RwSignal::new(None),
            session: expect_session(),
            head: StoredValue::new(Default::default()),
            written: StoredValue::new(Vec::new()),
            porter: StoredValue::new_local(None),
            round: StoredValue::new(0),
        };
        spawn_local(async move {
            let step = match course.ask(ClearRequest::Kinds).await {
                Ok(ClearReply::Kinds { lineage, sequence, kinds }) => {
                    let _ = course.head.try_update_value(|head| *head = (lineage, sequence, kinds.clone()));
                    Step::Choose(kinds)
                }
                Ok(_) => Step::Gone,
                Err(failure) => Step::Failed(failure),
            };
            course.step.try_set(step);
        });
        on_cleanup(move || course.stop());
        course
    }

    /// Writes the file, in memory.
    pub(super) fn write(self, form: Form) {
        let round = self.next_round();
        self.written.set_value(Vec::new());
        self.step.set(Step::Writing);
        let Some(porter) = Porter::start(None, |_, _| ()) else { return self.step.set(Step::Gone) };
        self.porter.set_value(Some(porter.clone()));
        spawn_local(async move {
            let step = match self.made(&porter, form, round).await {
                Ok(Some(made)) => Step::Made(made),
                Ok(None) => Step::Gone,
                Err(failure) => Step::Failed(failure),
            };
            porter.end();
            if self.is_at(round) {
                self.step.try_set(step);
            }
        });
    }

    /// `None` when the porter is gone.
    async fn made(self, porter: &Porter, form: Form, round: u32) -> Result<Option<Made>, Failure> {
        let Some((lineage, sequence, kinds)) = self.head.try_get_value() else { return Ok(None) };
        let without = self.without.try_get_untracked().unwrap_or_default();
        let with_files = self.with_files.try_get_untracked() == Some(true);
        let kinds: Vec<(u8, u32)> = kinds.into_iter().filter(|(kind, _)| !without.contains(kind)).collect();
        let total: u32 = kinds.iter().map(|(_, records)| records).sum();
        let now_ms = clock::moment().wall_ms as u64;
        let begin = ToPorter::Write { form, with_files, lineage, sequence, now_ms };
        let mut bytes = 0;
        if self.wrote(porter, begin, &mut bytes).await.is_none() {
            return Ok(None);
        }
        let (mut records, mut left_out, mut files) = (0, 0, Vec::<(Id, MediaType)>::new());
        for (kind, _) in kinds {
            let mut after = None;
            loop {
                if !self.is_at(round) {
                    return Err(Failure::Cancelled);
                }
                self.session.rest.touch();
                let reply = self.ask(ClearRequest::Next { kind, after }).await?;
                let ClearReply::Records { records: rows, left_out: passed, last } = reply else {
                    return Ok(None);
                };
                let Some(last) = last else { break };
                after = Some(last);
                left_out += passed;
                records += rows.len() as u32;
                if with_files {
                    let new = rows.iter().flat_map(|row| row.attachments.iter().copied());
                    new.for_each(|file| {
                        if !files.contains(&file) {
                            files.push(file)
                        }
                    });
                }
                let rows = rows.into_iter().map(|row| to_write(row, with_files)).collect();
                if self.wrote(porter, ToPorter::WriteRecords(rows), &mut bytes).await.is_none() {
                    return Ok(None);
                }
                self.progress.try_set(Some((records, total)));
            }
        }
        for (id, media_type) in files {
            if !self.is_at(round) {
                return Err(Failure::Cancelled);
            }
            self.session.rest.touch();
            match self.session.keeper.ask(Request::Attachment { id }).await {
                Ok(Reply::Attached(attached)) => {
                    let media_type = media_type.name().to_owned();
                    let file = ToPorter::WriteFile { id, media_type, bytes: attached.bytes };
                    if self.wrote(porter, file, &mut bytes).await.is_none() {
                        return Ok(None);
                    }
                }
                Err(Failure::EntryDamaged | Failure::NotFound) => left_out += 1,
                Err(failure) => return Err(failure),
                Ok(_) => return Ok(None),
            }
        }
        let Some(FromPorter::Written { bytes: last, files, preview }) =
            porter.ask(ToPorter::EndWriting).await
        else {
            return Ok(None);
        };
        bytes += last.len();
        let _ = self.written.try_update_value(|written| written.push(last));
        let is_archive = form != Form::Json || with_files;
        Ok(Some(Made { records, left_out, files, bytes, preview, is_archive }))
    }

    /// Has something written, and keeps what comes of it.
    async fn wrote(self, porter: &Porter, step: ToPorter, bytes: &mut usize) -> Option<()> {
        let Some(FromPorter::Wrote(piece)) = porter.ask(step).await else { return None };
        *bytes += piece.len();
        self.written.try_update_value(|written| written.push(piece))
    }

    async fn ask(self, request: ClearRequest) -> Result<ClearReply, Failure> {
        match self.session.keeper.ask(Request::InTheClear(request)).await? {
            Reply::Clear(reply) => Ok(reply),
            _ => Err(Failure::KeeperDied),
        }
    }

    /// Hands the file to the browser.
    pub(super) fn save(self) {
        let Step::Made(made) = self.step.get_untracked() else { return };
        let pieces = Array::new();
        self.written.update_value(|written| {
            for piece in written.drain(..) {
                pieces.push(&Uint8Array::from(piece.as_slice()));
            }
        });
        let name = if made.is_archive { "trestle-export.zip" } else { "trestle-export.json" };
        let saved =
            Blob::new_with_u8_array_sequence(&pieces).ok().and_then(|blob| hand_over::blob(&blob, name));
        self.step.set(if saved.is_some() { Step::Saved } else { Step::Gone });
    }

    /// Gives it up; what was written goes.
    pub(super) fn stop(self) {
        self.next_round();
        if let Some(Some(porter)) = self.porter.try_get_value() {
            porter.end();
        }
        let _ = self.written.try_update_value(Vec::clear);
        if let Some((_, _, kinds)) = self.head.try_get_value() {
            self.step.try_set(Step::Choose(kinds));
        }
    }

    fn is_at(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }

    fn next_round(self) -> u32 {
        self.round
            .try_update_value(|round| {
                *round += 1;
                *round
            })
            .unwrap_or_default()
    }
}

fn to_write(row: ClearRow, with_files: bool) -> ToWrite {
    let ClearRow { id, kind, title, happened_at_s, offset_min, attachments, wordings } = row;
    let files = attachments.into_iter().filter(|_| with_files);
    let wordings = wordings.into_iter().map(|(schema, changed_at_ms, body)| WordingToWrite {
        schema,
        changed_at_ms,
        deleted: false,
        body,
    });
    ToWrite {
        id,
        kind,
        title,
        happened_at_s,
        offset_min,
        files: files.map(|(id, media_type)| (id, media_type.name().to_owned())).collect(),
        wordings: wordings.collect(),
    }
}

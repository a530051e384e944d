//! The course of an import: a file is looked into, the person chooses, everything is brought over in one step. Going away
//! or stopping before that step leaves everything as it was.

use std::collections::HashMap;

use exchange::porter::{Found, FromPorter, Incoming, KindFound, Refused, ToPorter};
use keeper::protocol::{BackupReply, BackupRequest, Failure, ImportReply, ImportRequest, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::bring;
use crate::screen::pages::transfer::porter_link::Porter;
use crate::screen::session::{Session, expect_session};

/// Where it is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Step {
    /// No file yet.
    Choose,
    /// A file is looked into.
    Looking,
    /// This is in it; so many of its records are here already.
    Found(Box<Found>, u32),
    /// It is brought over.
    Bringing,
    /// It is there.
    Done(Tally),
    /// It was taken back.
    Undone,
    /// The file gives nothing.
    Refused(Refused),
    /// The porter is gone: too little memory, or the browser ended it.
    Gone,
    /// The keeper could not.
    Failed(Failure),
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Tally {
    pub(super) new: u32,
    pub(super) here: u32,
    pub(super) left: u32,
    pub(super) media_left: u32,
}

/// What the person chose to take.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Chosen {
    /// Kinds that stay behind.
    pub(super) without: Vec<u8>,
    /// Photos and recordings too.
    pub(super) media: bool,
    /// What a mood there is here.
    pub(super) moods: HashMap<String, u8>,
    /// The names of moods become tags.
    pub(super) mood_tags: bool,
}

/// An import.
#[derive(Clone, Copy)]
pub(super) struct Course {
    pub(super) step: RwSignal<Step>,
    pub(super) progress: RwSignal<Option<(u32, u32)>>,
    pub(super) chosen: RwSignal<Chosen>,
    pub(super) session: Session,
    porter: StoredValue<Option<Porter>, LocalStorage>,
    bytes: StoredValue<u64>,
    round: StoredValue<u32>,
}

impl Course {
    /// For as long as the page is there.
    pub(super) fn new() -> Self {
        let nothing = Chosen { without: Vec::new(), media: true, moods: HashMap::new(), mood_tags: true };
        let course = Self {
            step: RwSignal::new(Step::Choose),
            progress: RwSignal::new(None),
            chosen: RwSignal::new(nothing),
            session: expect_session(),
            porter: StoredValue::new_local(None),
            bytes: StoredValue::new(0),
            round: StoredValue::new(0),
        };
        on_cleanup(move || course.stop());
        course
    }

    /// Looks into a file.
    pub(super) fn look(self, file: &File) {
        self.end_porter();
        let round = self.next_round();
        self.bytes.set_value(file.size() as u64);
        self.step.set(Step::Looking);
        self.progress.set(None);
        let tell = move |done, total| {
            let _ = self.progress.try_set(Some((done, total)));
        };
        let Some(porter) = Porter::start(Some(file), tell) else { return self.step.set(Step::Gone) };
        self.porter.set_value(Some(porter.clone()));
        spawn_local(async move {
            let step = self.looked(&porter).await;
            if self.is_at(round) {
                self.step.try_set(step);
            }
        });
    }

    async fn looked(self, porter: &Porter) -> Step {
        let found = match porter.ask(ToPorter::Look).await {
            Some(FromPorter::Found(found)) => found,
            Some(FromPorter::Refused(refused)) => return Step::Refused(refused),
            _ => return Step::Gone,
        };
        let Some(FromPorter::Keys(keys)) = porter.ask(ToPorter::Keys).await else { return Step::Gone };
        let keys = keys.into_iter().map(bring::key_of).collect();
        match self.known(keys).await {
            Ok(known) => Step::Found(Box::new(found), known.iter().filter(|known| **known).count() as u32),
            Err(failure) => Step::Failed(failure),
        }
    }

    pub(super) async fn known(self, keys: Vec<keeper::protocol::ImportKey>) -> Result<Vec<bool>, Failure> {
        match self.ask(ImportRequest::Known { keys }).await? {
            ImportReply::Known(known) => Ok(known),
            _ => Err(Failure::Locked),
        }
    }

    pub(super) async fn ask(self, request: ImportRequest) -> Result<ImportReply, Failure> {
        match self.session.keeper.ask(Request::Import(request)).await? {
            Reply::Import(ImportReply::NotInHand) => Err(Failure::Cancelled),
            Reply::Import(reply) => Ok(reply),
            _ => Err(Failure::KeeperDied),
        }
    }

    /// Brings over what was found and chosen.
    pub(super) fn bring(self) {
        let Some(porter) = self.porter.get_value() else { return };
        let Step::Found(found, _) = self.step.get_untracked() else { return };
        let round = self.next_round();
        self.step.set(Step::Bringing);
        self.progress.set(Some((0, found.records())));
        spawn_local(async move {
            let brought = bring::bring(self, &porter, &found, round).await;
            porter.end();
            let step = match brought {
                Ok(Some(tally)) => Step::Done(tally),
                Ok(None) => Step::Gone,
                Err(failure) => Step::Failed(failure),
            };
            if !matches!(step, Step::Done(_)) {
                self.session.keeper.tell(Request::Backup(BackupRequest::Drop));
            }
            if self.is_at(round) {
                self.step.try_set(step);
            }
        });
    }

    /// Gives up whatever runs; what was here stands.
    pub(super) fn stop(self) {
        self.next_round();
        self.end_porter();
        let bringing = self.step.try_with_untracked(|step| *step == Step::Bringing) == Some(true);
        if bringing {
            self.session.keeper.tell(Request::Backup(BackupRequest::Drop));
        }
        self.step.try_set(Step::Choose);
    }

    /// Takes the import back.
    pub(super) fn undo(self) {
        spawn_local(async move {
            let step = match self.session.keeper.ask(Request::Backup(BackupRequest::Undo)).await {
                Ok(Reply::Backup(BackupReply::Done)) => Step::Undone,
                Ok(_) => Step::Failed(Failure::NotFound),
                Err(failure) => Step::Failed(failure),
            };
            self.step.try_set(step);
        });
    }

    /// Whether nothing else was begun since.
    pub(super) fn is_at(self, round: u32) -> bool {
        self.round.try_get_value() == Some(round)
    }

    /// Roughly what bringing it over takes, bytes.
    pub(super) fn room(self, kinds: &[KindFound]) -> u64 {
        let records: u32 = kinds.iter().map(|kind| kind.records).sum();
        self.bytes.get_value() + u64::from(records) * 1_024
    }

    /// What of these records is to come.
    pub(super) fn wants(self, incoming: &Incoming) -> bool {
        let kind = bring::kind_of(incoming);
        self.chosen.try_with_untracked(|chosen| !chosen.without.contains(&kind)) == Some(true)
    }

    fn end_porter(self) {
        if let Some(Some(porter)) = self.porter.try_get_value() {
            porter.end();
        }
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

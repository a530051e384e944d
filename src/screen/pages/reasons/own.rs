//! The reasons that are there, asked again whenever the journal changes.

use keeper::protocol::{EntryRead, Failure, Heading, Id, ReasonWords, Reply, Request, RowKind, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::contexts::expect_open_journal;
use crate::screen::keeper_link::expect_keeper;

/// One reason.
#[derive(Clone, PartialEq)]
pub struct OwnReason {
    pub id: Id,
    pub heading: Heading,
    pub words: String,
    pub picture: Option<Id>,
}

/// All reasons, newest first.
#[derive(Clone, Copy)]
pub struct Reasons {
    all: RwSignal<Vec<OwnReason>>,
    failure: RwSignal<Option<Failure>>,
}

impl Reasons {
    /// For as long as the owner of what calls this lives.
    pub fn load() -> Self {
        let (keeper, journal) = (expect_keeper(), expect_open_journal());
        let reasons = Self { all: RwSignal::new(Vec::new()), failure: RwSignal::new(None) };
        // What the keeper holds is the outside world: asked again whenever it says that something changed.
        Effect::new(move || {
            journal.changed();
            spawn_local(async move {
                match keeper.ask(Request::All { kind: RowKind::Reason }).await {
                    Ok(Reply::All(read)) => reasons.take(read.iter().filter_map(of_read).collect()),
                    Ok(_) => {}
                    Err(failure) => drop(reasons.failure.try_set(Some(failure))),
                }
            });
        });
        reasons
    }

    fn take(self, all: Vec<OwnReason>) {
        self.failure.try_set(None);
        if self.all.try_with_untracked(|known| *known != all) == Some(true) {
            self.all.set(all);
        }
    }

    /// Those under a heading.
    pub fn under(self, heading: Heading) -> Vec<OwnReason> {
        self.all.with(|all| all.iter().filter(|reason| reason.heading == heading).cloned().collect())
    }

    /// All of them.
    pub fn all(self) -> Vec<OwnReason> {
        self.all.get()
    }

    /// Why they could not be read.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }
}

fn of_read(read: &EntryRead) -> Option<OwnReason> {
    match read.wordings.first()? {
        Written::Reason(reason) => {
            let ReasonWords { heading, words, picture, .. } = reason.clone();
            Some(OwnReason { id: read.id, heading, words, picture })
        }
        _ => None,
    }
}

//! The one big decision: what stands on the page as a whole.

use keeper::protocol::{Failure, Found, Opened};
use leptos::prelude::*;

/// What stands on the page.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// The keeper is on its way.
    Starting,
    /// No journal here yet.
    Start,
    /// A journal is being made.
    Create,
    /// A backup is being opened.
    OpenBackup,
    /// Journals are here, locked.
    Locked {
        /// They.
        found: Vec<Found>,
        /// What else is to be said.
        note: LockNote,
    },
    /// Nothing can be opened.
    Trouble(Trouble),
    /// The last draft is being sealed.
    Locking,
    /// A summary is shown to somebody, and the journal is locked: the page that its owner chose to leave standing.
    Handed(String),
    /// A journal is open: the only other stage with a word of it.
    Open(Opened),
}

/// What the lock screen says besides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LockNote {
    /// Nothing.
    Nothing,
    /// The passphrase was changed in another tab.
    ChangedElsewhere,
    /// The keeper stopped, and what was being written is kept in memory.
    DraftKept,
}

/// Why nothing can be opened.
#[derive(Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The keeper said so.
    Failed(Failure),
    /// Screen and keeper are of two versions.
    TwoVersions,
    /// The keeper could not be started.
    Absent,
    /// The keeper stopped while nothing was open.
    Died,
}

/// The stage.
#[derive(Clone, Copy)]
pub struct StageContext(RwSignal<Stage>);

/// Provides it.
pub fn provide_stage() -> StageContext {
    let stage = StageContext(RwSignal::new(Stage::Starting));
    provide_context(stage);
    stage
}

/// The stage.
pub fn expect_stage() -> StageContext {
    expect_context()
}

impl StageContext {
    /// Changes it.
    pub fn set(self, stage: Stage) {
        self.0.set(stage);
    }

    /// It.
    pub fn get(self) -> Stage {
        self.0.get()
    }

    /// Whether a page stands for somebody to read.
    pub fn is_handed_now(self) -> bool {
        self.0.with_untracked(|stage| matches!(stage, Stage::Handed(_)))
    }

    /// The name of the journal that is open now.
    pub fn open_name_now(self) -> Option<String> {
        self.0.with_untracked(|stage| match stage {
            Stage::Open(opened) => Some(opened.name.clone()),
            _ => None,
        })
    }

    /// Whether a journal is open now.
    pub fn is_open_now(self) -> bool {
        self.0.with_untracked(|stage| matches!(stage, Stage::Open(_)))
    }
}

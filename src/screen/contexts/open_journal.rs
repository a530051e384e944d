//! What the keeper tells of the open journal by itself: its sequence, how far the check has come, what it found, and
//! whether room is short.

use keeper::protocol::{Event, Failure, Opened};
use leptos::prelude::*;

use crate::screen::browser::clock;

/// How far the check in the background has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Under way.
    Running {
        /// Records done.
        done: u32,
        /// In all.
        total: u32,
    },
    /// Ended, with so many records that cannot be read.
    Ended {
        /// They.
        damaged: usize,
    },
}

/// The open journal as the screen knows it.
#[derive(Clone, Copy)]
pub struct OpenJournal {
    /// Goes up whenever what is shown should be asked again.
    changed: RwSignal<u64>,
    last_nudge_ms: StoredValue<f64>,
    check: RwSignal<Option<Check>>,
    room_is_short: RwSignal<bool>,
    draft_failure: RwSignal<Option<Failure>>,
    draft_sealed: RwSignal<bool>,
    opened: StoredValue<Opened>,
    /// What rested while somebody was long away is wanted again.
    resumed: RwSignal<bool>,
}

/// After so long away nothing is counted and nothing is due.
const LONG_AWAY_MS: f64 = 21.0 * 86_400_000.0;

/// Provides it.
pub fn provide_open_journal(opened: Opened) -> OpenJournal {
    let journal = OpenJournal {
        changed: RwSignal::new(0),
        last_nudge_ms: StoredValue::new(clock::now_ms()),
        check: RwSignal::new(None),
        room_is_short: RwSignal::new(false),
        draft_failure: RwSignal::new(None),
        draft_sealed: RwSignal::new(false),
        opened: StoredValue::new(opened),
        resumed: RwSignal::new(false),
    };
    provide_context(journal);
    journal
}

/// The open journal.
pub fn expect_open_journal() -> OpenJournal {
    expect_context()
}

impl OpenJournal {
    const NUDGE_EVERY_MS: f64 = 1_000.0;

    /// Takes an event in.
    pub fn hear(self, event: Event) {
        match event {
            Event::Changed { .. } => self.nudge(),
            Event::Checking { done, total } => {
                let now = clock::now_ms();
                self.check.set(Some(Check::Running { done, total }));
                if now - self.last_nudge_ms.get_value() > Self::NUDGE_EVERY_MS {
                    self.last_nudge_ms.set_value(now);
                    self.nudge();
                }
            }
            Event::Checked { damaged } => {
                self.check.set(Some(Check::Ended { damaged: damaged.len() }));
                self.nudge();
            }
            Event::StorageLow => self.room_is_short.set(true),
            Event::DraftSealed { .. } => {
                self.draft_failure.set(None);
                self.draft_sealed.set(true);
            }
            Event::DraftNotSealed { failure, .. } => self.draft_failure.set(Some(failure)),
            Event::Witness(_) | Event::Forgotten { .. } | Event::PassphraseChangedElsewhere => {}
        }
    }

    /// A number that changes with every change of what is shown.
    pub fn changed(self) -> u64 {
        self.changed.get()
    }

    /// Whether the last save, when it was opened, was long ago.
    pub fn was_long_away(self) -> bool {
        let last_save_ms = self.opened.with_value(|opened| opened.last_save_ms);
        last_save_ms > 0 && clock::moment().wall_ms - last_save_ms as f64 > LONG_AWAY_MS
    }

    /// Whether what is planned rests: after a long time away, until it is wanted again.
    pub fn rests(self) -> bool {
        !self.resumed.get() && self.was_long_away()
    }

    /// What rested is wanted again.
    pub fn resume(self) {
        self.resumed.set(true);
    }

    /// How far the check has come.
    pub fn check(self) -> Option<Check> {
        self.check.get()
    }

    /// Whether the reserve was used.
    pub fn room_is_short(self) -> bool {
        self.room_is_short.get()
    }

    /// Why the draft is not on the disk.
    pub fn draft_failure(self) -> Option<Failure> {
        self.draft_failure.get()
    }

    /// Whether the words last posted are on the disk.
    pub fn draft_is_sealed(self) -> bool {
        self.draft_sealed.get()
    }

    /// Says whether the words of the editor are on the disk already, until the keeper says that they are.
    pub fn set_draft_sealed(self, sealed: bool) {
        if self.draft_sealed.try_get_untracked().is_some_and(|known| known != sealed) {
            self.draft_sealed.set(sealed);
        }
    }

    /// Says that a draft could not be posted, or could again.
    pub fn set_draft_failure(self, failure: Option<Failure>) {
        if self.draft_failure.try_get_untracked().is_some_and(|known| known != failure) {
            self.draft_failure.set(failure);
        }
    }

    /// It was sealed anew: this is how it stands now.
    pub fn reopened(self, opened: Opened) {
        self.opened.try_set_value(opened);
    }

    /// A recovery sheet works from here on.
    pub fn has_sheet_now(self) {
        self.opened.try_update_value(|opened| opened.has_sheet = true);
    }

    /// As it was when it opened, or was sealed anew.
    pub fn opened<T>(self, look: impl FnOnce(&Opened) -> T) -> T {
        self.opened.with_value(look)
    }

    fn nudge(self) {
        self.changed.update(|changed| *changed += 1);
    }
}

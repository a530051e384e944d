//! What was chosen and typed for a summary so far: it stays while the journal is open, whatever page is looked at.

use std::collections::BTreeSet;

use journal::summary::{Audience, Part};
use keeper::protocol::Id;
use leptos::prelude::*;

/// All of it.
#[derive(Clone, PartialEq, Default)]
pub struct SummaryChosen {
    /// Days and choices were filled in once.
    pub begun: bool,
    pub audience: Option<Audience>,
    /// The first day, days since 1970-01-01.
    pub from: i32,
    pub to: i32,
    pub name: String,
    pub parts: Vec<Part>,
    pub passages: Vec<Id>,
    pub safety: String,
    pub changes: String,
    pub questions: String,
    /// Keys of lines that are hidden.
    pub hidden: BTreeSet<u64>,
    /// Names, and what stands in their place.
    pub other_names: Vec<(String, String)>,
    pub receipt: bool,
}

/// Where it lies.
#[derive(Clone, Copy)]
pub struct SummaryDesk(RwSignal<SummaryChosen>);

/// Provides it.
pub fn provide_summary_desk() -> SummaryDesk {
    let desk = SummaryDesk(RwSignal::new(SummaryChosen::default()));
    provide_context(desk);
    desk
}

/// It.
pub fn expect_summary_desk() -> SummaryDesk {
    expect_context()
}

impl SummaryDesk {
    /// Looks at it, and follows it.
    pub fn with<T>(self, look: impl FnOnce(&SummaryChosen) -> T) -> T {
        self.0.with(look)
    }

    /// Looks at it once.
    pub fn now<T>(self, look: impl FnOnce(&SummaryChosen) -> T) -> T {
        self.0.with_untracked(look)
    }

    /// Changes it.
    pub fn change(self, change: impl FnOnce(&mut SummaryChosen)) {
        self.0.try_update(change);
    }
}

//! The list of urges by day, older ones by a button.

use keeper::protocol::{Failure, Filter, Listed, Reply, Request, Row, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::components::{boxed, button, failure_note, follow_if, group};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::journal::{day_group, groups};
use crate::screen::words::say;

const PAGE: u32 = 20;

/// The list as far as it is loaded.
#[derive(Clone, Copy)]
pub struct UrgeList {
    rows: RwSignal<Vec<Row>>,
    /// `None` until the first answer.
    total: RwSignal<Option<u32>>,
    failure: RwSignal<Option<Failure>>,
    keeper: Keeper,
}

impl UrgeList {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            rows: RwSignal::new(Vec::new()),
            total: RwSignal::new(None),
            failure: RwSignal::new(None),
            keeper: expect_keeper(),
        }
    }

    /// Asks again for what is shown.
    pub fn refresh(self) {
        let shown = self.rows.with_untracked(Vec::len) as u32;
        self.ask(shown.max(PAGE));
    }

    /// Whether there is none at all.
    pub fn is_empty(self) -> bool {
        self.total.get() == Some(0)
    }

    fn load_more(self) {
        self.ask(self.rows.with_untracked(Vec::len) as u32 + PAGE);
    }

    fn has_more(self) -> bool {
        self.total.get().is_some_and(|total| self.rows.with(Vec::len) < total as usize)
    }

    fn ask(self, limit: u32) {
        let filter = Filter { kinds: vec![RowKind::Urge], ..Filter::default() };
        spawn_local(async move {
            match self.keeper.ask(Request::List { filter, offset: 0, limit }).await {
                Ok(Reply::Listed(listed)) => self.take(listed),
                Ok(_) => {}
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }

    fn take(self, Listed { rows, total, .. }: Listed) {
        // The page may have gone meanwhile.
        if self.rows.try_set(rows).is_none() {
            self.failure.set(None);
            self.total.set(Some(total));
        }
    }
}

/// The days that have urges.
pub fn list(list: UrgeList) -> AnyView {
    let days = Memo::new(move |_| list.rows.with(|rows| groups(rows)));
    let days = view! {
        <div class="days">
            <For each=move || days.get() key=|group| group.key children=|group| day_group(&group)/>
        </div>
    };
    let has_more = Memo::new(move |_| list.has_more());
    let more =
        follow_if(move || has_more.get().then(|| button(say!(urges.more), move || list.load_more()).piece()));
    group([failure_note(move || list.failure.get()), days.into_any(), boxed("more", [more])])
}

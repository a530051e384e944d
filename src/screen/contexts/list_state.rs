//! The list as far as it is loaded, the search, and where it was scrolled to: kept while other screens are on top.

use keeper::protocol::{Draft, Failure, Filter, Listed, Reply, Request, Row};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::keeper_link::{Keeper, expect_keeper};

const PAGE: u32 = 60;
/// When something changed, so many rows are asked again at most; older ones come back by scrolling.
const REFRESH_MOST: u32 = 2_000;

/// The list.
#[derive(Clone, Copy)]
pub struct ListState {
    keeper: Keeper,
    pub rows: RwSignal<Vec<Row>>,
    pub total: RwSignal<u32>,
    pub complete: RwSignal<bool>,
    pub search: RwSignal<String>,
    pub drafts: RwSignal<Vec<Draft>>,
    pub failure: RwSignal<Option<Failure>>,
    /// False until the first answer.
    pub answered: RwSignal<bool>,
    pub scrolled: StoredValue<f64>,
    /// The newest question; answers to older ones are dropped.
    question: StoredValue<u32>,
    busy: StoredValue<bool>,
}

/// Provides it.
pub fn provide_list_state() -> ListState {
    let state = ListState {
        keeper: expect_keeper(),
        rows: RwSignal::new(Vec::new()),
        total: RwSignal::new(0),
        complete: RwSignal::new(true),
        search: RwSignal::new(String::new()),
        drafts: RwSignal::new(Vec::new()),
        failure: RwSignal::new(None),
        answered: RwSignal::new(false),
        scrolled: StoredValue::new(0.0),
        question: StoredValue::new(0),
        busy: StoredValue::new(false),
    };
    provide_context(state);
    state
}

/// The list.
pub fn expect_list_state() -> ListState {
    expect_context()
}

impl ListState {
    /// Searches; an empty search lists everything.
    pub fn search_for(self, words: String) {
        self.search.set(words);
        self.ask(0, PAGE);
    }

    /// Asks again for what is shown.
    pub fn refresh(self) {
        let shown = self.rows.with_untracked(Vec::len) as u32;
        self.ask(0, shown.clamp(PAGE, REFRESH_MOST));
    }

    /// Asks again which drafts are kept.
    pub fn refresh_drafts(self) {
        spawn_local(async move {
            if let Ok(Reply::Drafts(drafts)) = self.keeper.ask(Request::Drafts).await {
                self.drafts.try_set(drafts);
            }
        });
    }

    /// Loads the next page, unless one is on its way.
    pub fn load_more(self) {
        let shown = self.rows.with_untracked(Vec::len) as u32;
        if !self.busy.get_value() && shown < self.total.get_untracked() {
            self.ask(shown, PAGE);
        }
    }

    /// Whether there are older ones.
    pub fn has_more(self) -> bool {
        (self.rows.with(Vec::len) as u32) < self.total.get()
    }

    fn filter(self) -> Filter {
        Filter { search: self.search.get_untracked(), ..Filter::default() }
    }

    fn ask(self, offset: u32, limit: u32) {
        let Some(question) = self.question.try_update_value(|question| {
            *question += 1;
            *question
        }) else {
            return;
        };
        self.busy.set_value(true);
        let request = Request::List { filter: self.filter(), offset, limit };
        spawn_local(async move {
            let outcome = self.keeper.ask(request).await;
            if self.question.try_get_value() != Some(question) {
                return;
            }
            self.busy.set_value(false);
            match outcome {
                Ok(Reply::Listed(listed)) => self.take(offset, listed),
                Ok(_) => {}
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }

    fn take(self, offset: u32, listed: Listed) {
        self.failure.set(None);
        self.total.set(listed.total);
        self.complete.set(listed.complete);
        self.rows.update(|rows| {
            rows.truncate(offset as usize);
            rows.extend(listed.rows);
        });
        self.answered.set(true);
    }
}

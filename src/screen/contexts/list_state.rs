//! The list as far as it is loaded, the search with its filters, the calendar's place, and where it was scrolled to:
//! kept while other screens are on top.

use keeper::protocol::{Draft, Failure, Filter, Listed, Reply, Request, Row, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Month;

use crate::screen::browser::clock;
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
    /// All that is asked for besides the words of the search.
    pub narrowed: RwSignal<Filter>,
    /// The list is shown as a calendar.
    pub is_calendar: RwSignal<bool>,
    /// The calendar's month, and the day that is looked at.
    pub month: RwSignal<Month>,
    pub day: RwSignal<Option<i32>>,
    pub drafts: RwSignal<Vec<Draft>>,
    pub failure: RwSignal<Option<Failure>>,
    /// False until the first answer.
    pub answered: RwSignal<bool>,
    /// There is no row at all, as the last answer to a question for everything said.
    pub is_bare: RwSignal<bool>,
    pub scrolled: StoredValue<f64>,
    /// The journal held an entry since it opened.
    had_entry: StoredValue<bool>,
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
        narrowed: RwSignal::new(Filter::default()),
        is_calendar: RwSignal::new(false),
        month: RwSignal::new(Month::of_day(clock::today())),
        day: RwSignal::new(None),
        had_entry: StoredValue::new(false),
        drafts: RwSignal::new(Vec::new()),
        failure: RwSignal::new(None),
        answered: RwSignal::new(false),
        is_bare: RwSignal::new(false),
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

    /// Asks for more, or less, than the search does.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        self.narrowed.update(change);
        self.ask(0, PAGE);
    }

    /// Asks for everything again.
    pub fn show_everything(self) {
        let is_asking = self.search.with_untracked(|search| !search.is_empty())
            || self.narrowed.with_untracked(|narrowed| *narrowed != Filter::default());
        if is_asking {
            self.search.set(String::new());
            self.narrow(|narrowed| *narrowed = Filter::default());
        }
    }

    /// Whether anything but the words of the search is asked for.
    pub fn is_narrowed(self) -> bool {
        self.narrowed.with(|narrowed| *narrowed != Filter::default())
    }

    /// Whether the journal has held an entry since it opened.
    pub fn had_entry_now(self) -> bool {
        self.had_entry.get_value()
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
        Filter { search: self.search.get_untracked(), ..self.narrowed.get_untracked() }
    }

    fn ask(self, offset: u32, limit: u32) {
        let Some(question) = self.question.try_update_value(|question| {
            *question += 1;
            *question
        }) else {
            return;
        };
        self.busy.set_value(true);
        let filter = self.filter();
        let is_for_all = filter == Filter::default();
        let request = Request::List { filter, offset, limit };
        spawn_local(async move {
            let outcome = self.keeper.ask(request).await;
            if self.question.try_get_value() != Some(question) {
                return;
            }
            self.busy.set_value(false);
            match outcome {
                Ok(Reply::Listed(listed)) => {
                    let is_bare = listed.total == 0;
                    self.take(offset, listed);
                    if is_for_all && self.is_bare.get_untracked() != is_bare {
                        self.is_bare.set(is_bare);
                    }
                }
                Ok(_) => {}
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }

    fn take(self, offset: u32, listed: Listed) {
        self.failure.set(None);
        self.total.set(listed.total);
        self.complete.set(listed.complete);
        // Where the rows shown are all urges, older ones may be entries.
        let is_entry = |row: &Row| row.kind == RowKind::Entry;
        if listed.rows.iter().any(is_entry) || listed.total as usize > listed.rows.len() {
            self.had_entry.set_value(true);
        }
        self.rows.update(|rows| {
            rows.truncate(offset as usize);
            rows.extend(listed.rows);
        });
        self.answered.set(true);
    }
}

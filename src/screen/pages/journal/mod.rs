//! The journal: the list by day, newest first, one search over everything with its filters, and the calendar.

mod calendar;
mod chips;
mod day_group;
mod drafts;
mod filters;
mod grouping;
mod more;

use calendar::calendar;
use chips::chips;
pub use day_group::{day_group, day_words, row_title, support_name};
pub use drafts::drafts;
use filters::filters;
pub use grouping::groups;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use more::more;

use super::update_row::update_row;
use crate::screen::browser::{dates, dom};
use crate::screen::components::{
    boxed, button, failure_note, follow, follow_if, group, heading, icon, lead, nothing, notice, own, plain,
    table_drawing, title, unremembered,
};
use crate::screen::contexts::{
    Check, ListState, Screen, Seed, expect_list_state, expect_open_journal, expect_screens,
};
use crate::screen::words::say;

/// The list.
pub fn journal_page() -> AnyView {
    let (list, screens) = (expect_list_state(), expect_screens());
    keep_place(list);
    list.refresh_drafts();
    let new = button(say!(journal.new), move || screens.push(Screen::Editor(Seed::New)));
    let body = follow(move || match (list.is_bare.get(), list.is_calendar.get()) {
        (true, _) => empty(),
        (false, true) => untrack(|| calendar(list)),
        (false, false) => untrack(|| entries(list)),
    });
    group([
        boxed("page-head", [heading(say!(journal.title)), new.icon("#i-plus").main().piece()]),
        ways(list),
        notices(),
        update_row(),
        drafts(),
        body,
    ])
}

fn empty() -> AnyView {
    boxed("empty", [table_drawing(), lead(say!(journal.empty))])
}

/// Other ways to begin, and the other way to see the list.
fn ways(list: ListState) -> AnyView {
    let screens = expect_screens();
    let from = button(say!(start_from.title), move || screens.push(Screen::StartFrom)).quiet().piece();
    let put_down = button(say!(put_down.title), move || screens.push(Screen::PutDown)).quiet().piece();
    let calendar = follow(move || {
        let toggle = move || list.is_calendar.update(|is_calendar| *is_calendar = !*is_calendar);
        let calendar = button(say!(journal.calendar), toggle).icon("#i-calendar").pressed(list.is_calendar);
        if list.is_bare.get() { nothing() } else { calendar.quiet().piece() }
    });
    boxed("journal-ways", [from, put_down, calendar])
}

fn entries(list: ListState) -> AnyView {
    let days = Memo::new(move |_| list.rows.with(|rows| groups(rows)));
    let days = view! {
        <div class="days">
            <For each=move || days.get() key=|group| group.key children=|group| day_group(&group)/>
        </div>
    };
    let failure = failure_note(move || list.failure.get());
    group([search(list), filters(list), chips(list), outcome(list), failure, days.into_any(), more()])
}

fn search(list: ListState) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let read = move || field.get_untracked().map(|field| field.value()).unwrap_or_default();
    let clear = move || {
        if let Some(field) = field.get_untracked() {
            field.set_value("");
            dom::focus(&field);
        }
        list.search_for(String::new());
    };
    let is_searching = move || !list.search.with(String::is_empty);
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !list.search.with_untracked(String::is_empty) {
            event.prevent_default();
            clear();
        }
    };
    let clear_button =
        follow_if(move || is_searching().then(|| button(say!(journal.search_clear), clear).quiet().piece()));
    view! {
        <form class="search" role="search" autocomplete="off" on:submit=|event| event.prevent_default()>
            <label class="search-label" for="search">
                {icon("#i-search")}<span class="heard">{say!(journal.search)}</span>
            </label>
            <input {..unremembered()} class="search-input" id="search" type="search" node_ref=field
                placeholder=say!(journal.search) prop:value=list.search.get_untracked()
                on:input=move |_| list.search_for(read()) on:keydown=keys/>
            {clear_button}
        </form>
    }
    .into_any()
}

/// How much was found, as soon as anything is asked for.
fn outcome(list: ListState) -> AnyView {
    let journal = expect_open_journal();
    let outcome = follow_if(move || {
        (!list.search.with(String::is_empty) || list.is_narrowed()).then(|| {
            let mut found = found_words(list.total.get());
            if list.total.get() == 0 && list.is_narrowed() {
                found = found + " " + say!(journal.found_less);
            }
            if !list.complete.get() {
                found = found + " " + &still_reading(journal.check());
            }
            own("soft search-outcome", found)
        })
    });
    view! { <div class="live" role="status">{outcome}</div> }.into_any()
}

fn found_words(count: u32) -> String {
    match count {
        0 => say!(journal.found_none).to_owned(),
        1 => say!(journal.found_one).to_owned(),
        count => say!(journal.found_many, count = dates::number(count)),
    }
}

fn still_reading(check: Option<Check>) -> String {
    match check {
        Some(Check::Running { done, total }) if total > 0 => {
            say!(journal.still_reading_share, done = dates::number(done), total = dates::number(total))
        }
        _ => say!(journal.still_reading).to_owned(),
    }
}

/// What must be said once about the journal as a whole.
pub fn notices() -> AnyView {
    let journal = expect_open_journal();
    let (older, pages) = journal.opened(|opened| (opened.older_than_seen, opened.damaged_pages));
    let note = |is_so: bool, words: &'static str| if is_so { notice([plain(words)]) } else { nothing() };
    let older = match older {
        true => notice([title(say!(journal.older_title)), plain(say!(journal.older))]),
        false => nothing(),
    };
    let rows = follow_if(move || match journal.check() {
        Some(Check::Ended { damaged }) if damaged > 0 => {
            Some(notice([plain(say!(journal.damaged_rows, count = damaged))]))
        }
        _ => None,
    });
    let room = follow(move || note(journal.room_is_short(), say!(journal.storage_low)));
    group([older, note(pages > 0, say!(journal.damaged_pages)), rows, room])
}

/// Comes back to where one had scrolled to.
fn keep_place(list: ListState) {
    let place = list.scrolled.get_value();
    if place > 0.0 {
        request_animation_frame(move || {
            if let Some(window) = dom::window() {
                window.scroll_to_with_x_and_y(0.0, place);
            }
        });
    }
    on_cleanup(move || {
        let place = dom::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0);
        list.scrolled.try_set_value(place);
    });
}

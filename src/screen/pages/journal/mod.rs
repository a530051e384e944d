//! The journal: the list by day, newest first, and one search over everything.

mod day_group;
mod drafts;
mod grouping;
mod more;

use day_group::DayGroup;
pub use day_group::day_words;
use drafts::Drafts;
use grouping::groups;
use leptos::html;
use leptos::prelude::*;
use more::More;

use crate::screen::browser::{dates, dom};
use crate::screen::components::{
    Button, FailureNote, Icon, Kind, Notice, PageHeading, TableDrawing, lead, unremembered,
};
use crate::screen::contexts::{
    Check, EditorSeed, ListState, Screen, expect_list_state, expect_open_journal, expect_screens,
};
use crate::screen::words::say;

/// The list.
#[component]
pub fn Journal() -> impl IntoView {
    let (list, screens) = (expect_list_state(), expect_screens());
    keep_place(list);
    list.refresh_drafts();
    let days = Memo::new(move |_| list.rows.with(|rows| groups(rows)));
    let is_empty = move || list.answered.get() && list.total.get() == 0 && list.search.with(String::is_empty);
    view! {
        <div class="page-head">
            <PageHeading words=say!(journal.title)/>
            <Button label=say!(journal.new) icon="#i-plus" kind=Kind::Main
                on_tap=move || screens.push(Screen::Editor(EditorSeed::New))/>
        </div>
        <Notices/>
        <Drafts/>
        <Show when=move || !is_empty() fallback=|| view! { <Empty/> }>
            <Search/>
            <FailureNote failure=move || list.failure.get()/>
            <div class="days">
                <For each=move || days.get() key=|group| group.key let:group>
                    <DayGroup group=group/>
                </For>
            </div>
            <More/>
        </Show>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <TableDrawing/>
            {lead(say!(journal.empty))}
        </div>
    }
}

#[component]
fn Search() -> impl IntoView {
    let (list, journal) = (expect_list_state(), expect_open_journal());
    let field = NodeRef::<html::Input>::new();
    let read = move || field.get_untracked().map(|field| field.value()).unwrap_or_default();
    let is_searching = move || !list.search.with(String::is_empty);
    let clear = move || {
        if let Some(field) = field.get_untracked() {
            field.set_value("");
            dom::focus(&field);
        }
        list.search_for(String::new());
    };
    let outcome = move || {
        is_searching().then(|| {
            let found = found_words(list.total.get());
            let words =
                if list.complete.get() { found } else { found + " " + &still_reading(journal.check()) };
            view! { <p class="soft search-outcome">{words}</p> }
        })
    };
    view! {
        <form class="search" role="search" autocomplete="off" on:submit=|event| event.prevent_default()>
            <label class="search-label" for="search"><Icon name="#i-search"/><span class="heard">{say!(journal.search)}</span></label>
            <input {..unremembered()} class="search-input" id="search" type="search" node_ref=field placeholder=say!(journal.search)
                prop:value=list.search.get_untracked() on:input=move |_| list.search_for(read())
                on:keydown=move |event| if event.key() == "Escape" && !list.search.with_untracked(String::is_empty) { event.prevent_default(); clear() }/>
            <Show when=is_searching>
                <Button label=say!(journal.search_clear) kind=Kind::Quiet on_tap=clear/>
            </Show>
        </form>
        <div class="live" role="status">{outcome}</div>
    }
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
#[component]
fn Notices() -> impl IntoView {
    let journal = expect_open_journal();
    let (older, pages) = journal.opened(|opened| (opened.older_than_seen, opened.damaged_pages));
    let older = older.then(|| view! { <Notice title=say!(journal.older_title) words=say!(journal.older)/> });
    let pages = (pages > 0).then(|| view! { <Notice words=say!(journal.damaged_pages)/> });
    let rows = move || match journal.check() {
        Some(Check::Ended { damaged }) if damaged > 0 => {
            Some(view! { <Notice words=say!(journal.damaged_rows, count = damaged)/> })
        }
        _ => None,
    };
    let room = move || journal.room_is_short().then(|| view! { <Notice words=say!(journal.storage_low)/> });
    view! { {older}{pages}{rows}{room} }
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

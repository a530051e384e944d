//! Lists of records: a line that opens its form, and what can be done beside it.

use std::collections::BTreeSet;

use keeper::protocol::{Id, OneKind, RowKind};
use leptos::prelude::*;

use super::records::Loaded;
use crate::screen::browser::clock;
use crate::screen::components::{Button, button, nothing, span};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::writing::Fields;

/// A line: its words, softer ones below, and what can be done. It opens the form.
pub fn line((kind, id): (RowKind, Id), words: String, more: Vec<String>, does: AnyView) -> AnyView {
    let screens = expect_screens();
    let edit = move |_| screens.push(Screen::form(kind, Seed::Edit(id, 0)));
    let more: Vec<AnyView> = more
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(|words| span("row-preview plan-more", words))
        .collect();
    view! {
        <li class="plan">
            <button type="button" class="row row-beginning" on:click=edit>
                <span class="row-body">
                    {span("row-title", words)}
                    {more}
                </span>
            </button>
            {does}
        </li>
    }
    .into_any()
}

/// What can be done with a line, below it.
pub fn does(inside: Vec<AnyView>) -> AnyView {
    view! { <div class="plan-does">{inside}</div> }.into_any()
}

/// A list of lines, or one line that says that there is none; nothing where that is empty.
pub fn list(lines: Vec<AnyView>, none: &'static str) -> AnyView {
    match (lines.is_empty(), none) {
        (true, "") => nothing(),
        (true, none) => view! { <p class="soft">{none}</p> }.into_any(),
        (false, _) => view! { <ul class="day-rows">{lines}</ul> }.into_any(),
    }
}

/// A part of a page with its name.
pub fn part(name: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! {
        <section class="day">
            <h2 class="section-name">{name}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// The button that begins a new record with these words.
pub fn begin<S: Fields>(label: &'static str, words: impl Fn() -> S + 'static) -> Button {
    let screens = expect_screens();
    let push = move || {
        let mut words = words();
        words.put_when(clock::local_now());
        let written = words.written();
        screens.push(Screen::form(written.kind(), Seed::From(Box::new(written))));
    };
    button(label, push).icon("#i-plus")
}

/// Those that are open, in that order, and those that were when they were first seen: what was done just now stays in
/// its place until the page is left.
pub fn staying<S: OneKind>(
    loaded: Loaded<S>,
    wanted: fn(&S) -> bool,
    still: fn(&S) -> S,
    order: fn(&S) -> i32,
) -> Memo<Vec<(Id, S)>> {
    let seen = StoredValue::new(BTreeSet::<Id>::new());
    Memo::new(move |_| {
        let mut some: Vec<(Id, S)> = loaded.with(|all| {
            let open =
                all.iter().filter(|own| wanted(&own.words) || seen.with_value(|seen| seen.contains(&own.id)));
            open.map(|own| (own.id, still(&own.words))).collect()
        });
        some.sort_by_key(|(_, words)| order(words));
        seen.update_value(|seen| seen.extend(some.iter().map(|(id, _)| *id)));
        some
    })
}

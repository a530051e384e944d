//! Somebody on the table: how to reach them, contact, what they give, and the boundaries around it.

use keeper::protocol::support::table::PersonWords;
use keeper::protocol::{Id, Person, RowKind, SettingsChange};
use leptos::prelude::*;

use super::known::Table;
use super::leg::section;
use super::names::{gives_name, leg_name, touched_before};
use super::reach::ways;
use super::touch::{Counterpart, touch};
use crate::screen::components::{
    back_row, boxed, button, failure_note, follow, follow_if, follow_words, group, heading, nothing, own,
    plain, soft, span,
};
use crate::screen::contexts::{
    Screen, Seed, SupportPlace, TablePlace, expect_announcer, expect_choices, expect_screens,
};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// The page.
pub fn person(id: Id) -> AnyView {
    let (screens, table) = (expect_screens(), Table::load());
    let known = Memo::new(move |_| table.is_known().then(|| table.person(id)));
    let inside = follow(move || match known.get() {
        None => quiet(say!(app.opening)),
        Some(None) => plain(say!(table.nobody)),
        Some(Some(person)) => untrack(|| page(table, id, &person)),
    });
    group([back_row(move || screens.back()), failure_note(move || table.failure()), inside])
}

fn page(table: Table, id: Id, person: &PersonWords) -> AnyView {
    let screens = expect_screens();
    let ask = button(say!(table.ask), move || {
        screens.push(Screen::Support(SupportPlace::Table(TablePlace::Ask(Some(id)))));
    });
    let edit = move || screens.push(Screen::form(RowKind::Person, Seed::Edit(id, 0)));
    let last = follow_words(move || touched_before(table.last_with(id)));
    let with = Counterpart { person: Some(id), leg: None, name: person.name.clone() };
    let last = view! { <p class="soft last-touch">{last}</p> }.into_any();
    group([
        heading(person.name.clone()),
        boxed("stack", [ways(person)]),
        boxed("stack", [last, touch(table, with)]),
        boxed("beside", [ask.main().piece(), first_to_call(person)]),
        gives(table, person),
        boundaries(person),
        words("stance", say!(table.stance), &person.stance),
        words("person-notes", say!(table.notes), &person.notes),
        boxed("beside", [button(say!(table.person_edit), edit).icon("#i-edit").piece()]),
    ])
}

/// What they give, that they listen, and where they stand, as chips.
fn gives(table: Table, person: &PersonWords) -> AnyView {
    let listens = person.listens.then(|| span("chip chip-listens", say!(table.listens)));
    let gives = person.gives.iter().map(|gives| span("chip", gives_name(*gives)));
    let own = person.gives_own.iter().map(|gives| span("chip", gives.clone()));
    let legs = person.legs.iter().filter_map(|leg| table.leg(*leg)).map(|leg| span("chip", leg_name(&leg)));
    let chips: Vec<AnyView> = listens.into_iter().chain(gives).chain(own).chain(legs).collect();
    match chips.is_empty() {
        true => nothing(),
        false => view! { <p class="chips">{chips}</p> }.into_any(),
    }
}

fn boundaries(person: &PersonWords) -> AnyView {
    if !person.has_boundary() {
        return nothing();
    }
    let line = |name: &'static str, words: &str| match words.is_empty() {
        true => nothing(),
        false => {
            let words = words.to_owned();
            view! { <div class="boundary"><dt>{name}</dt><dd dir="auto">{words}</dd></div> }.into_any()
        }
    };
    let lines = [
        line(say!(table.limit), &person.limit),
        line(say!(table.say), &person.say),
        line(say!(table.act), &person.act),
    ];
    let lines = view! { <dl class="boundaries">{Vec::from(lines)}</dl> }.into_any();
    section("boundaries", say!(table.boundaries), [lines, soft(say!(table.boundaries_help))])
}

fn words(id: &'static str, title: &'static str, words: &str) -> AnyView {
    match words.is_empty() {
        true => nothing(),
        false => section(id, title, [own("own-line", words)]),
    }
}

/// Whether this is whom the settings name: they stand where an urge is hard.
fn first_to_call(person: &PersonWords) -> AnyView {
    let (choices, announcer) = (expect_choices(), expect_announcer());
    let kept = Person { name: person.name.clone(), number: person.phone.clone() };
    if rules::dialled(&kept.number).is_none() {
        return nothing();
    }
    let wanted = kept.clone();
    let is_first = Memo::new(move |_| choices.person().as_ref() == Some(&wanted));
    let tap = move || {
        let first = is_first.get_untracked();
        choices.change(SettingsChange::Person((!first).then(|| kept.clone())));
        announcer.say(if first { say!(table.first_off) } else { say!(table.first_on) });
    };
    let tap = button(say!(table.first), tap).pressed_while(move || is_first.get()).piece();
    let on = follow_if(move || is_first.get().then(|| soft(say!(table.first_on))));
    group([tap, on])
}

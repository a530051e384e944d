//! One plan or worksheet: what it is for and those filled in. Of a plan the newest holds, and is read here.

use keeper::protocol::RowKind;
use keeper::protocol::support::worksheets::SheetId;
use leptos::prelude::*;

use super::filled::{Filled, OneSheet};
use super::home::put_away;
use super::{definition, new, of_words, paper};
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, button, failure_note, follow, group, heading, lead, nothing, plain, soft, span,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// The page.
pub fn one(id: SheetId) -> AnyView {
    let (screens, filled) = (expect_screens(), Filled::load());
    let definition = definition(id);
    let there = Memo::new(move |_| filled.is_there());
    let all = Memo::new(move |_| filled.of(id));
    let body = follow(move || match (there.get(), all.get()) {
        (false, _) => quiet(say!(app.opening)),
        (true, all) => untrack(|| if id.is_plan() { plan(id, all) } else { sheets(id, all) }),
    });
    let purpose = boxed("off-paper", [lead(definition.purpose)]);
    group([
        back_row(move || screens.back()),
        heading(definition.title),
        purpose,
        failure_note(move || filled.failure()),
        put_away(filled, Some(id)),
        body,
    ])
}

/// The plan that holds, to read; the older ones below.
fn plan(id: SheetId, mut all: Vec<OneSheet>) -> AnyView {
    let screens = expect_screens();
    if all.is_empty() {
        let write = button(say!(worksheets.write), move || screens.push(new(id))).icon("#i-edit").main();
        return group([plain(say!(worksheets.no_plan)), boxed("actions", [write.piece()])]);
    }
    let now = all.remove(0);
    let record = now.id;
    let edit = button(say!(entry.edit), move || {
        screens.push(Screen::form(RowKind::Worksheet, Seed::Edit(record, 0)));
    });
    let day = soft(say!(worksheets.written, day = day_of(&now)));
    let (sheet, note) = (paper::sheet(&now.words), paper::print_note(&now.words));
    let copy = now.words;
    let anew = button(say!(worksheets.anew), move || screens.push(of_words(copy.clone()))).quiet();
    group([
        day,
        sheet,
        boxed("actions", [edit.icon("#i-edit").main().piece(), paper::print_button()]),
        note,
        boxed("actions", [anew.piece(), soft(say!(worksheets.anew_help))]),
        listed(say!(worksheets.older), all),
    ])
}

fn sheets(id: SheetId, all: Vec<OneSheet>) -> AnyView {
    let screens = expect_screens();
    let fill = button(say!(worksheets.fill), move || screens.push(new(id))).icon("#i-plus").main();
    let rows = match all.is_empty() {
        true => soft(say!(worksheets.none)),
        false => listed(say!(worksheets.filled), all),
    };
    group([boxed("actions", [fill.piece()]), rows])
}

fn listed(name: &'static str, all: Vec<OneSheet>) -> AnyView {
    if all.is_empty() {
        return nothing();
    }
    let rows: Vec<AnyView> = all.into_iter().map(row).collect();
    let name = view! { <h2 class="section-name">{name}</h2> };
    boxed("day off-paper", [name.into_any(), view! { <ul class="day-rows">{rows}</ul> }.into_any()])
}

fn row(one: OneSheet) -> AnyView {
    use keeper::protocol::Said;
    let screens = expect_screens();
    let (record, day) = (one.id, day_of(&one));
    let beginning: String = one.words.preview().chars().take(120).collect();
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=move |_| screens.push(Screen::Record(record))>
                <span class="row-body">{span("row-title", day)}{span("row-preview", beginning)}</span>
            </button>
        </li>
    }
    .into_any()
}

fn day_of(one: &OneSheet) -> String {
    dates::whole_day(one.day())
}

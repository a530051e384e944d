//! Which plans and worksheets there are, what each is for, and when it was last filled in.

use keeper::protocol::support::worksheets::SheetId;
use keeper::protocol::support::worksheets::WorksheetWords;
use keeper::protocol::{Draft, OneKind};
use leptos::prelude::*;

use super::definition;
use super::filled::Filled;
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, failure_note, follow, follow_if, follow_words, group, heading, lead, nothing, span,
};
use crate::screen::contexts::{Screen, SupportPlace, WorksheetsPlace, expect_screens};
use crate::screen::words::say;

/// Plans and worksheets.
pub fn home() -> AnyView {
    let filled = Filled::load();
    page(say!(worksheets.both), say!(worksheets.lead), filled, || {
        group([
            named(say!(worksheets.plans), rows(filled, &SheetId::PLANS)),
            named(say!(worksheets.sheets), rows(filled, &SheetId::SHEETS)),
        ])
    })
}

/// The plans alone.
pub fn plans() -> AnyView {
    let filled = Filled::load();
    page(say!(worksheets.plans), say!(worksheets.plans_lead), filled, || rows(filled, &SheetId::PLANS))
}

fn page(
    title: &'static str,
    words: &'static str,
    filled: Filled,
    inside: impl FnOnce() -> AnyView,
) -> AnyView {
    let screens = expect_screens();
    group([
        back_row(move || screens.back()),
        heading(title),
        lead(words),
        failure_note(move || filled.failure()),
        put_away(filled, None),
        inside(),
    ])
}

fn named(name: &'static str, rows: AnyView) -> AnyView {
    let name = view! { <h2 class="section-name">{name}</h2> };
    boxed("day", [name.into_any(), rows])
}

fn rows(filled: Filled, sheets: &[SheetId]) -> AnyView {
    let rows: Vec<AnyView> = sheets.iter().map(|id| row(filled, *id)).collect();
    view! { <ul class="day-rows">{rows}</ul> }.into_any()
}

fn row(filled: Filled, id: SheetId) -> AnyView {
    let screens = expect_screens();
    let definition = definition(id);
    let open = move |_| screens.push(Screen::Support(SupportPlace::Worksheets(WorksheetsPlace::Sheet(id))));
    let newest = Memo::new(move |_| filled.newest(id));
    let when = follow_words(move || match newest.get() {
        None => String::new(),
        Some(day) if id.is_plan() => say!(worksheets.written, day = dates::whole_day(day)),
        Some(day) => say!(worksheets.last, day = dates::whole_day(day)),
    });
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=open>
                <span class="row-body">
                    {span("row-title", definition.title)}
                    {span("row-preview", definition.purpose)}
                    <span class="row-clock">{when}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}

/// What was put away and waits as a draft: of one sheet, or of any.
pub fn put_away(filled: Filled, of: Option<SheetId>) -> AnyView {
    let drafts = Memo::new(move |_| filled.drafts(of));
    follow(move || match drafts.get() {
        drafts if drafts.is_empty() => nothing(),
        drafts => untrack(|| {
            let rows: Vec<AnyView> = drafts.into_iter().map(draft_row).collect();
            let rows = view! { <ul class="day-rows">{rows}</ul> };
            boxed("off-paper", [named(say!(worksheets.put_away_title), rows.into_any())])
        }),
    })
}

fn draft_row(draft: Draft) -> AnyView {
    let screens = expect_screens();
    let title = WorksheetWords::seen(&draft.text).map(|words| words.title.clone()).unwrap_or_default();
    let beginning: String = draft.text.beginning().chars().take(120).collect();
    let preview = follow_if(move || (!beginning.is_empty()).then(|| span("row-preview", beginning.clone())));
    let go_on = move |_| screens.push(Screen::of_draft(draft.clone()));
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=go_on>
                <span class="row-body">
                    {span("row-title", title)}
                    {preview}
                    <span class="row-clock">{say!(worksheets.go_on_with)}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}

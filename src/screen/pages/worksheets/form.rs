//! The form of a sheet, out of its definition: a notice first where it is heavy, then its questions. "Put it away" and
//! something to steady by stay one tap away all through.

use std::sync::Arc;

use keeper::protocol::support::worksheets::{Answer, Answered, Definition, WorksheetWords};
use leptos::prelude::*;
use rules::{NO_DAY, NO_PERCENT};

use super::definition;
use super::fields::Place;
use crate::screen::browser::help_now;
use crate::screen::components::{
    back_row, boxed, button, follow, group, heading, lead, nothing, notice, own, plain, soft, title,
};
use crate::screen::contexts::{Seed, expect_announcer, expect_screens};
use crate::screen::pages::writing::{Around, Desk, actions, delete, opening_of, outcome, save};
use crate::screen::words::say;

type Known = Option<Arc<Definition>>;

/// The form.
pub fn filling(seed: Seed) -> AnyView {
    opening_of(seed, sheet_form)
}

fn sheet_form(desk: Desk<WorksheetWords>) -> AnyView {
    let id = desk.words.with_untracked(WorksheetWords::id);
    let known: Known = id.map(|id| Arc::new(definition(id)));
    if let Some(definition) = &known {
        desk.words.update_untracked(|words| *words = definition.over(core::mem::take(words)));
    }
    let asks_first = desk.is_new() && id.is_some_and(|id| id.is_heavy());
    let goes_on = RwSignal::new(!asks_first);
    follow(move || match goes_on.get() {
        true => untrack(|| questions(desk, &known)),
        false => untrack(|| first_a_word(desk, goes_on)),
    })
}

/// What a heavy sheet says before it asks anything.
fn first_a_word(desk: Desk<WorksheetWords>, goes_on: RwSignal<bool>) -> AnyView {
    let screens = expect_screens();
    let go_on = button(say!(worksheets.notice_on), move || goes_on.set(true)).main();
    let not_now = button(say!(worksheets.notice_not_now), move || screens.back());
    let words = [
        title(say!(worksheets.notice_title)),
        plain(say!(worksheets.notice)),
        plain(say!(worksheets.notice_stop)),
    ];
    group([
        back_row(move || screens.back()),
        heading(desk.words.with_untracked(|words| words.title.clone())),
        notice(words),
        boxed("actions", [go_on.piece(), not_now.piece(), steady()]),
    ])
}

fn questions(desk: Desk<WorksheetWords>, known: &Known) -> AnyView {
    let around = Around::expect();
    let actions = actions(
        desk.drafting,
        move || save(desk.drafting, desk.checked(problem), around),
        move || {
            delete(desk.drafting, desk.draft(), desk.words.with_untracked(|words| !words.is_blank()), around)
        },
        around,
    );
    let said_first =
        if desk.was_writing() { own("soft said-first", say!(journal.was_writing)) } else { nothing() };
    let purpose = known.as_ref().map(|definition| lead(definition.purpose.clone()));
    let fields = parts(desk, known);
    view! {
        {back_row(move || around.screens.back())}
        {heading(desk.words.with_untracked(|words| words.title.clone()))}
        {said_first}
        {purpose}
        {boxed("worksheet-tools", [put_away(desk), steady()])}
        <form class="form worksheet-form" autocomplete="off" prop:inert=move || around.is_under_way()
            on:submit=|event| event.prevent_default()>
            {fields}
            {outcome(around.saving)}
            {actions}
        </form>
    }
    .into_any()
}

/// Leaves with every word kept.
fn put_away(desk: Desk<WorksheetWords>) -> AnyView {
    let (screens, announcer) = (expect_screens(), expect_announcer());
    let leave = move || {
        if desk.drafting.touched.get_untracked() {
            announcer.say(say!(worksheets.kept));
        }
        screens.back();
    };
    button(say!(worksheets.put_away), leave).piece()
}

/// Opens Help now where it calms.
fn steady() -> AnyView {
    button(say!(worksheets.steady), || help_now::open(help_now::Topic::Panic)).quiet().piece()
}

/// The questions, heading by heading; what is asked no more comes last.
fn parts(desk: Desk<WorksheetWords>, known: &Known) -> Vec<AnyView> {
    let answers = desk.words.with_untracked(|words| words.answers.clone());
    let asks = |given: &Answered| known.as_ref().and_then(|definition| definition.ask(given));
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = 0;
    while let Some(first) = answers.get(at) {
        let is_asked = asks(first).is_some();
        let same = |given: &&Answered| given.section == first.section && asks(given).is_some() == is_asked;
        let together = answers[at..].iter().take_while(same).count();
        let fields = answers[at..at + together].iter().enumerate();
        let fields: Vec<AnyView> = fields
            .map(|(number, given)| Place { desk, at: at + number, ask: asks(given) }.piece(given))
            .collect();
        let label = first.section.clone();
        let head = (!label.is_empty()).then(|| view! { <h2 dir="auto">{label}</h2> });
        let earlier = (!is_asked && known.is_some()).then(|| soft(say!(worksheets.earlier)));
        parts.push(view! { <section class="worksheet-fields">{head}{earlier}{fields}</section> }.into_any());
        at += together;
    }
    parts
}

/// What stands against saving.
fn problem(words: &WorksheetWords) -> Option<&'static str> {
    let no_number = |given: &Answered| match &given.answer {
        Answer::Percent(number) => *number == Some(NO_PERCENT),
        Answer::Rated(lines) => lines.iter().any(|line| line.percent == Some(NO_PERCENT)),
        _ => false,
    };
    if words.is_blank() {
        Some(say!(editor.problem.empty))
    } else if words.answers.iter().any(no_number) {
        Some(say!(worksheets.problem_percent))
    } else if words.answers.iter().any(|given| given.answer == Answer::Date(Some(NO_DAY))) {
        Some(say!(editor.problem.when))
    } else {
        None
    }
}

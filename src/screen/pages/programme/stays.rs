//! Stays: from, to, house rules, what to bring; and the way to the plan for coming home.

use keeper::protocol::RowKind;
use keeper::protocol::support::programme::{StayTime, StayWords};
use keeper::protocol::support::worksheets::SheetId;
use leptos::prelude::*;

use super::fields::{date, problem, words};
use super::lines::{begin, line, list};
use super::names::{day_within, day_words, dotted};
use super::records::Loaded;
use crate::screen::components::{back_row, boxed, button, follow, group, heading, lead, nothing};
use crate::screen::contexts::{Screen, Seed, SupportPlace, WorksheetsPlace, expect_choices, expect_screens};
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The page.
pub fn stays() -> AnyView {
    let (screens, choices) = (expect_screens(), expect_choices());
    let today = untrack(|| choices.today());
    let stays = Loaded::<StayWords>::all();
    let rows = follow(move || {
        let lines = stays.with(|all| {
            let line_of = |id, words: &StayWords| {
                let more = vec![when(words, today), words.rules.clone()];
                line((RowKind::Stay, id), words.name.clone(), more, nothing())
            };
            all.iter().map(|own| untrack(|| line_of(own.id, &own.words))).collect()
        });
        list(lines, say!(programme.stays_none))
    });
    let home = move || {
        screens.push(Screen::Support(SupportPlace::Worksheets(WorksheetsPlace::Sheet(SheetId::ComingHome))))
    };
    let new = begin(say!(programme.stay_new), StayWords::default);
    group([
        back_row(move || screens.back()),
        heading(say!(programme.stays)),
        lead(say!(programme.stays_lead)),
        stays.failure_note(),
        rows,
        boxed("actions", [new.main().piece(), button(say!(programme.coming_home), home).piece()]),
    ])
}

/// "Now · 1 May to 28 May".
fn when(words: &StayWords, today: i32) -> String {
    let time = match words.time_on(today) {
        StayTime::Now => say!(programme.stay_now),
        StayTime::Ahead | StayTime::Over => "",
    };
    dotted([time, &dates_of(words, today)])
}

/// From when to when, as far as it is known.
pub fn dates_of(words: &StayWords, today: i32) -> String {
    let day = |day| day_within(day, today);
    match (words.from_day, words.to_day) {
        (Some(from), Some(to)) => say!(programme.from_to, from = day_words(from, today), to = day(to)),
        (Some(from), None) => say!(programme.from_day, day = day(from)),
        (None, Some(to)) => say!(programme.to_day, day = day(to)),
        (None, None) => String::new(),
    }
}

/// The form.
pub fn stay(seed: Seed) -> AnyView {
    opening_of(seed, stay_form)
}

fn stay_form(desk: Desk<StayWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.stay_new) } else { say!(programme.stay_edit) };
    let (from, to) = desk.words.with_untracked(|words| (words.from_day, words.to_day));
    let from = date(("from", say!(programme.from), ""), from, move |day| {
        desk.typed(|words| words.from_day = day);
    });
    let to = date(("to", say!(programme.to), ""), to, move |day| desk.typed(|words| words.to_day = day));
    let fields = vec![
        words(desk, ("name", say!(programme.stay_where), "text", ""), |words| &mut words.name),
        boxed("beside", [from, to]),
        words(desk, ("rules", say!(programme.rules), "several", ""), |words| &mut words.rules),
        words(desk, ("bring", say!(programme.bring), "several", ""), |words| &mut words.bring),
        words(desk, ("note", say!(programme.note), "several", ""), |words| &mut words.note),
    ];
    form(desk, title, fields, |words| {
        problem(&words.name, &[words.from_day, words.to_day]).or_else(|| {
            let ends_first = words.from_day.zip(words.to_day).is_some_and(|(from, to)| to < from);
            ends_first.then(|| say!(programme.problem.order))
        })
    })
}

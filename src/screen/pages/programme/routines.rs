//! Routines and habits: their days, today in one tap, and the last fourteen days. No streaks.

use std::collections::BTreeSet;

use keeper::protocol::support::programme::{DayMark, RoutineSort, RoutineWords};
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::lines::{begin, does, list};
use super::marks::{BACK, Marks};
use super::names::{day_words, days_on, dotted};
use super::records::{Loaded, Taps};
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, button, fold, follow, follow_if, group, heading, lead, nothing, numbered,
};
use crate::screen::contexts::{Screen, Seed, expect_choices, expect_screens};
use crate::screen::words::say;

/// The page.
pub fn routines() -> AnyView {
    let (screens, choices) = (expect_screens(), expect_choices());
    let today = untrack(|| choices.today());
    let routines = Loaded::<RoutineWords>::all();
    let taps = Taps::expect();
    let marks = Marks::load(today, taps);
    let habits = |ended: bool| {
        Memo::new(move |_| {
            routines.with(|all| {
                let mut some: Vec<(Id, RoutineWords)> = all
                    .iter()
                    .filter(|own| own.words.sort == RoutineSort::Habit && own.words.ended == ended)
                    .map(|own| (own.id, own.words.clone()))
                    .collect();
                some.reverse();
                some
            })
        })
    };
    let (now, ended) = (habits(false), habits(true));
    let cards = follow(move || {
        let cards = now.get();
        if cards.is_empty() {
            return lead(say!(programme.routines_none));
        }
        let cards: Vec<AnyView> = cards
            .into_iter()
            .enumerate()
            .map(|(at, (id, words))| card(marks, today, at, id, &words))
            .collect();
        cards.into_any()
    });
    let ended = follow_if(move || {
        let lines: Vec<AnyView> = ended.get().into_iter().map(ended_line).collect();
        (!lines.is_empty()).then(|| fold(say!(programme.routines_ended), [list(lines, "")]))
    });
    let new = begin(say!(programme.routine_new), move || RoutineWords {
        since_day: today,
        ..RoutineWords::default()
    });
    group([
        back_row(move || screens.back()),
        heading(say!(programme.routines)),
        lead(say!(programme.routines_lead)),
        taps.failure_note(),
        routines.failure_note(),
        cards,
        boxed("actions", [new.main().piece()]),
        ended,
    ])
}

fn ended_line((id, words): (Id, RoutineWords)) -> AnyView {
    super::lines::line((RowKind::Routine, id), words.name, Vec::new(), nothing())
}

fn card(marks: Marks, today: i32, at: usize, id: Id, words: &RoutineWords) -> AnyView {
    let screens = expect_screens();
    let name_id = numbered("routine", at);
    let off = if words.falls_on(today) { "" } else { say!(programme.day_off) };
    let edit =
        button(say!(entry.edit), move || screens.push(Screen::form(RowKind::Routine, Seed::Edit(id, 0))))
            .icon("#i-edit")
            .quiet()
            .named(say!(entry.edit).to_owned() + ": " + &words.name);
    let held = words.clone();
    let marked = Memo::new(move |_| marks.days(id).into_iter().collect::<BTreeSet<i32>>());
    let picture = follow(move || {
        let kept: Vec<i32> = marked.get().into_iter().collect();
        strip(&held.fortnight(today, &kept))
    });
    let named = words.clone();
    let earlier = (1..BACK).map(|back| {
        let day = today - back;
        let off = if named.falls_on(day) { "" } else { say!(programme.day_off) };
        marks.row(id, day, day_words(day, today), off.to_owned())
    });
    let earlier: Vec<AnyView> = earlier.collect();
    let inside = vec![
        view! { <p class="soft">{dotted([&days_on(words), &words.note])}</p> }.into_any(),
        marks.row(id, today, say!(programme.done_today).to_owned(), off.to_owned()),
        picture,
        fold(say!(programme.another_day), [boxed("day-checks", [earlier.into_any()])]),
        does(vec![edit.piece()]),
    ];
    view! {
        <section class="card routine" aria-labelledby=name_id>
            <h2 class="card-title" id=name_id dir="auto">{words.name.clone()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// Fourteen marks in a line, and the same in words for whoever listens.
fn strip(days: &[DayMark]) -> AnyView {
    let done: Vec<String> =
        days.iter().filter(|mark| mark.kept).map(|mark| dates::short_day(mark.day)).collect();
    let words = match done.is_empty() {
        true => say!(programme.strip_none).to_owned(),
        false => say!(programme.strip, days = done.join(", ")),
    };
    let marks = days.iter().map(|mark| {
        let state = match (mark.kept, mark.on) {
            (true, _) => "kept",
            (false, true) => "on",
            (false, false) => "off",
        };
        let letter: String = dates::short_weekday(mark.day).chars().take(1).collect();
        view! {
            <span class="strip-day">
                <span class="strip-letter">{letter}</span>
                <span class="strip-mark" data-state=state></span>
            </span>
        }
        .into_any()
    });
    let marks: Vec<AnyView> = marks.collect();
    view! { <div class="strip" role="img" aria-label=words>{marks}</div> }.into_any()
}

//! The form of a routine, or of a step of one's own programme.

use keeper::protocol::support::programme::{RoutineSort, RoutineWords, StepState};
use leptos::prelude::*;

use super::fields::{date, one_of, problem, words};
use super::names::step_name;
use crate::screen::browser::dates;
use crate::screen::components::{Choice, Many, RadioGroup, Shape, follow, nothing, radio_group};
use crate::screen::contexts::{Seed, expect_choices};
use crate::screen::pages::writing::{Desk, form, opening_of, switch};
use crate::screen::words::say;

/// Every so many days, as it is offered; 0 stands for days of the week.
const EVERY: [u8; 5] = [0, 2, 3, 7, 14];

/// The form.
pub fn routine(seed: Seed) -> AnyView {
    opening_of(seed, routine_form)
}

fn routine_form(desk: Desk<RoutineWords>) -> AnyView {
    if desk.is_new() && desk.words.with_untracked(|words| words.since_day == 0) {
        let today = untrack(|| expect_choices().today());
        desk.words.update_untracked(|words| words.since_day = today);
    }
    match desk.words.with_untracked(|words| words.sort) {
        RoutineSort::Habit => habit_form(desk),
        RoutineSort::Step => step_form(desk),
    }
}

fn habit_form(desk: Desk<RoutineWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.routine_new) } else { say!(programme.routine_edit) };
    let since = desk.words.with_untracked(|words| words.since_day);
    let fields = vec![
        words(desk, ("name", say!(programme.routine_name), "text", ""), |words| &mut words.name),
        every(desk),
        weekdays(desk),
        date(("since", say!(programme.routine_since), ""), Some(since), move |day| {
            desk.typed(|words| words.since_day = day.unwrap_or(super::fields::NO_DATE));
        }),
        note(desk),
        if desk.is_new() {
            nothing()
        } else {
            switch(desk, "ended", say!(programme.routine_end), |words| &mut words.ended)
        },
    ];
    form(desk, title, fields, |words| problem(&words.name, &[Some(words.since_day)]))
}

fn note(desk: Desk<RoutineWords>) -> AnyView {
    words(desk, ("note", say!(programme.note), "several", ""), |words| &mut words.note)
}

fn every(desk: Desk<RoutineWords>) -> AnyView {
    let name = |every: u8| match every {
        0 => say!(programme.on_weekdays).to_owned(),
        every => say!(programme.every_days, days = every),
    };
    let held = desk.words.with_untracked(|words| words.every_days);
    // An own number from elsewhere stays among the choices.
    let mut choices = EVERY.to_vec();
    if !choices.contains(&held) {
        choices.push(held);
    }
    let places = choices.clone();
    radio_group(RadioGroup {
        id: "every",
        label: say!(programme.which_days),
        choices: choices.iter().map(|every| Choice::plain(name(*every))).collect(),
        shape: Shape::Row,
        chosen: (move || {
            let held = desk.words.with(|words| words.every_days);
            places.iter().position(|every| *every == held)
        })
        .into(),
        on_choose: (move |at: usize| desk.chosen(|words| words.every_days = choices[at])).into(),
    })
}

/// Days of the week, where they are meant.
fn weekdays(desk: Desk<RoutineWords>) -> AnyView {
    let meant = Memo::new(move |_| desk.words.with(|words| words.every_days == 0));
    follow(move || match meant.get() {
        true => untrack(|| weekday_field(desk)),
        false => nothing(),
    })
}

fn weekday_field(desk: Desk<RoutineWords>) -> AnyView {
    let many = Many {
        id: "weekdays",
        label: say!(programme.weekdays),
        // 1970-01-05 was a Monday.
        choices: (4..11).map(dates::weekday).collect(),
        chosen: (move || {
            desk.words.with(|words| words.weekdays.iter().map(|day| usize::from(*day) - 1).collect())
        })
        .into(),
        on_toggle: (move |at: usize| desk.chosen(|words| toggle(&mut words.weekdays, at))).into(),
    };
    many.piece()
}

fn toggle(days: &mut Vec<u8>, at: usize) {
    let day = at as u8 + 1;
    match days.iter().position(|one| *one == day) {
        Some(place) => drop(days.remove(place)),
        None => days.push(day),
    }
}

fn step_form(desk: Desk<RoutineWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.step_new) } else { say!(programme.step_edit) };
    let fields = vec![
        words(desk, ("name", say!(programme.step_title), "text", say!(programme.step_help)), |words| {
            &mut words.name
        }),
        one_of(desk, ("state", say!(programme.step_state)), &StepState::ALL, step_name, |words| {
            &mut words.state
        }),
        note(desk),
    ];
    form(desk, title, fields, |words| problem(&words.name, &[]))
}

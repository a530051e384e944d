//! The form of a medicine; of naloxone at hand it is another one.

use keeper::protocol::support::medical::{Care, MedicineForm, MedicineWords, Rhythm};
use leptos::prelude::*;

use super::care::care;
use super::fields::{Answer, NO_DATE, date, line, one_of, text};
use super::naloxone;
use super::names::{care_name, form_name};
use super::schedule_fields::{NO_TIME, handing, schedule};
use crate::screen::components::{fold, follow, group, nothing, soft};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{self, Desk, opening_of, switch};
use crate::screen::words::say;

/// The form.
pub fn form(seed: Seed) -> AnyView {
    opening_of(seed, |desk: Desk<MedicineWords>| {
        match desk.words.with_untracked(|words| words.naloxone.is_some()) {
            true => naloxone::kit_form(desk),
            false => medicine_form(desk),
        }
    })
}

fn medicine_form(desk: Desk<MedicineWords>) -> AnyView {
    let is_new = desk.is_new();
    if is_new && !desk.was_writing() {
        // One empty field for a time: which one is nobody's business but its owner's.
        desk.words.update_untracked(|words| words.schedule.times_min = vec![NO_TIME]);
    }
    let title = if is_new { say!(medical.form.new) } else { say!(medical.form.edit) };
    let care_now = Memo::new(move |_| desk.words.with(MedicineWords::care));
    let beside = follow(move || care(care_now.get()));
    let ended = switch(desk, "ended", say!(medical.form.ended), |words| &mut words.ended);
    let fields = vec![
        line(desk, ("name", say!(medical.form.name)), "", |words| &mut words.name),
        view! { <div class="live" role="status">{beside}</div> }.into_any(),
        line(desk, ("label", say!(medical.form.label)), say!(medical.form.label_help), |words| {
            &mut words.label
        }),
        schedule(desk),
        fold(say!(medical.form.handing), [handing(desk)]),
        fold(say!(medical.form.dates), dates(desk)),
        fold(say!(medical.form.care), [which_care(desk)]),
        fold(say!(medical.form.more), more(desk)),
        if is_new { nothing() } else { ended },
    ];
    writing::form(desk, title, fields, problem)
}

fn problem(words: &MedicineWords) -> Option<&'static str> {
    let schedule = &words.schedule;
    let planned = schedule.rhythm != Rhythm::AsNeeded;
    let days =
        [words.first_day, words.last_day, words.supply_until_day, words.refill_day, words.injection_day];
    let every = match schedule.rhythm {
        Rhythm::EveryDays => (1..=366).contains(&schedule.every),
        Rhythm::EveryWeeks => (1..=104).contains(&schedule.every),
        _ => true,
    };
    let no_time = schedule.times_min.iter().all(|minute| *minute == NO_TIME);
    if words.name.trim().is_empty() {
        Some(say!(medical.problem.name))
    } else if planned && no_time {
        Some(say!(medical.problem.no_time))
    } else if schedule.times_min.contains(&NO_TIME) {
        Some(say!(medical.problem.time))
    } else if schedule.rhythm == Rhythm::Weekdays && schedule.weekdays.is_empty() {
        Some(say!(medical.problem.weekdays))
    } else if !every {
        Some(say!(medical.problem.every))
    } else if schedule.rhythm == Rhythm::Monthly && !(1..=31).contains(&schedule.month_day) {
        Some(say!(medical.problem.month_day))
    } else if days.contains(&Some(NO_DATE)) {
        Some(say!(medical.problem.date))
    } else if words.first_day.zip(words.last_day).is_some_and(|(first, last)| last < first) {
        Some(say!(medical.problem.last))
    } else {
        None
    }
}

fn dates(desk: Desk<MedicineWords>) -> [AnyView; 5] {
    [
        date(desk, ("first", say!(medical.form.first)), |words| Some(&mut words.first_day)),
        date(desk, ("last", say!(medical.form.last)), |words| Some(&mut words.last_day)),
        date(desk, ("supply", say!(medical.form.supply)), |words| Some(&mut words.supply_until_day)),
        date(desk, ("refill", say!(medical.form.refill)), |words| Some(&mut words.refill_day)),
        date(desk, ("injection", say!(medical.form.injection)), |words| Some(&mut words.injection_day)),
    ]
}

fn which_care(desk: Desk<MedicineWords>) -> AnyView {
    let field: Answer<MedicineWords, Care> =
        (|words| Some(words.care()), |words, care| words.care = Some(care));
    let choices = one_of(desk, ("care", say!(medical.form.care)), (&Care::ALL, care_name), field);
    group([choices, soft(say!(medical.form.care_help))])
}

fn more(desk: Desk<MedicineWords>) -> [AnyView; 5] {
    let kind: Answer<MedicineWords, MedicineForm> =
        (|words| words.form, |words, form| words.form = Some(form));
    [
        line(desk, ("what-for", say!(medical.form.what_for)), "", |words| &mut words.what_for),
        one_of(desk, ("form", say!(medical.form.kind)), (&MedicineForm::ALL, form_name), kind),
        line(desk, ("prescriber", say!(medical.form.prescriber)), "", |words| &mut words.prescriber),
        line(desk, ("pharmacy", say!(medical.form.pharmacy)), "", |words| &mut words.pharmacy),
        text(desk, ("note", say!(medical.form.note)), |words| &mut words.note),
    ]
}

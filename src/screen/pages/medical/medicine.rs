//! One medicine: what to know beside it, what is planned today, its dates, and its days one by one.

use std::collections::BTreeMap;

use keeper::protocol::support::medical::{DoseWords, MedicineWords, day_of, has_lost_tolerance};
use keeper::protocol::{Failure, Id, OneKind, RowKind};
use leptos::prelude::*;

use super::care::care;
use super::known::{Known, Medicines, watched};
use super::medicines::{remarks, today};
use super::names::{effects_words, near_day, outcome_words, schedule_words, time_name};
use super::take::first_words;
use crate::screen::browser::dates;
use crate::screen::components::{
    back_row, boxed, button, failed, follow, group, heading, nothing, own, plain, soft, span,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// Days that are shown one by one.
const HISTORY: i64 = 90;

/// The page of one.
pub fn medicine(id: Id) -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    let body = follow(move || match found.get() {
        None => quiet(say!(app.opening)),
        Some(Err(failure)) => failed(failure),
        Some(Ok(known)) => untrack(|| match known.all.iter().find(|medicine| medicine.id == id) {
            Some(medicine) => of(&known, medicine),
            None => failed(Failure::NotFound),
        }),
    });
    group([back_row(move || screens.back()), body])
}

async fn ask(keeper: Keeper) -> Result<Medicines, Failure> {
    Medicines::ask(keeper, HISTORY).await
}

fn of(known: &Medicines, medicine: &Known<MedicineWords>) -> AnyView {
    let screens = expect_screens();
    let (id, words) = (medicine.id, &medicine.words);
    let edit = button(say!(entry.edit), move || {
        screens.push(Screen::form(RowKind::Medicine, Seed::Edit(id, 0)));
    });
    let unplanned = button(say!(medical.list.unplanned), move || {
        let words = first_words(id, None).written();
        screens.push(Screen::form(RowKind::Dose, Seed::From(Box::new(words))));
    });
    let label = if words.label.is_empty() { nothing() } else { own("lead", words.label.clone()) };
    let doses: Vec<&DoseWords> = known.doses_of(id).iter().map(|dose| &dose.words).collect();
    // What stands beside it always is in the card of tolerance too.
    let lost = has_lost_tolerance(words, &doses);
    group([
        heading(words.name.clone()),
        boxed("medicine-facts", [label, plain(schedule_words(words)), facts(words)]),
        remarks(known, medicine),
        if lost { nothing() } else { care(words.care()) },
        today(known, medicine),
        boxed("actions", [unplanned.piece(), edit.icon("#i-edit").piece()]),
        history(&known.doses_of(id)),
    ])
}

/// Everything else that was written down of it.
pub fn facts(words: &MedicineWords) -> AnyView {
    let said = [
        (!words.what_for.is_empty()).then(|| say!(medical.facts.what_for, words = words.what_for.clone())),
        (!words.prescriber.is_empty())
            .then(|| say!(medical.facts.prescriber, words = words.prescriber.clone())),
        (!words.pharmacy.is_empty()).then(|| say!(medical.facts.pharmacy, words = words.pharmacy.clone())),
        words.first_day.map(|day| say!(medical.when.since, day = dates::whole_day(day))),
        words.last_day.map(|day| say!(medical.when.until, day = dates::whole_day(day))),
        words.supply_until_day.map(|day| say!(medical.dates.supply, day = near_day(day))),
        words.refill_day.map(|day| say!(medical.dates.refill, day = near_day(day))),
        words.injection_day.map(|day| say!(medical.dates.injection, day = near_day(day))),
    ];
    let mut lines: Vec<AnyView> = said.into_iter().flatten().map(|words| own("soft", words)).collect();
    if !words.note.is_empty() {
        lines.push(own("prose", words.note.clone()));
    }
    lines.into_any()
}

/// Days with a record, the last one first. A day that is not there says nothing.
fn history(doses: &[&Known<DoseWords>]) -> AnyView {
    let mut days: BTreeMap<i32, Vec<&Known<DoseWords>>> = BTreeMap::new();
    for dose in doses {
        days.entry(day_of(&dose.words)).or_default().push(dose);
    }
    let days: Vec<AnyView> = days.into_iter().rev().map(|(day, doses)| of_day(day, doses)).collect();
    let inside = match days.is_empty() {
        true => plain(say!(medical.dose.no_history)),
        false => group([soft(say!(medical.dose.history_note)), boxed("days", [days.into_any()])]),
    };
    let name = view! { <h2 class="section-name">{say!(medical.dose.history)}</h2> };
    boxed("dose-history", [name.into_any(), inside])
}

fn of_day(day: i32, mut doses: Vec<&Known<DoseWords>>) -> AnyView {
    doses.sort_by_key(|dose| (dose.words.planned_min, dose.words.happened_at_s));
    let rows: Vec<AnyView> = doses.into_iter().map(row).collect();
    view! {
        <section class="day">
            <h3 class="day-name">{near_day(day)}</h3>
            <ul class="day-rows">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(dose: &Known<DoseWords>) -> AnyView {
    let screens = expect_screens();
    let (id, words) = (dose.id, &dose.words);
    let clock = match words.planned_min {
        Some(minute) => time_name(minute),
        None => dates::clock(words.happened_at_s, words.offset_min),
    };
    let note = (!words.note.is_empty()).then(|| words.note.clone());
    let more: Vec<AnyView> =
        effects_words(words).into_iter().chain(note).map(|words| span("row-preview", words)).collect();
    let open = move |_| screens.push(Screen::form(RowKind::Dose, Seed::Edit(id, 0)));
    view! {
        <li>
            <button type="button" class="row" on:click=open>
                <span class="row-clock">{clock}</span>
                <span class="row-body">{span("row-title", outcome_words(words))}{more}</span>
            </button>
        </li>
    }
    .into_any()
}

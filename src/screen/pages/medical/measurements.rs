//! Measurements, each name with a small table: the value as it was given, without a range and without a verdict.

use std::collections::BTreeMap;

use keeper::protocol::support::medical::MeasurementWords;
use keeper::protocol::{Failure, OneKind, RowKind};
use leptos::prelude::*;

use super::fields::{line, text};
use super::known::{Known, all, shown, watched};
use crate::screen::browser::{clock, dates};
use crate::screen::components::{
    Table, back_row, boxed, button, fold, group, heading, lead, numbered, plain, span, table,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::pages::writing::{self, Desk, Fields, opening_of};
use crate::screen::words::say;

type One = Known<MeasurementWords>;

/// All of them, by name.
pub fn measurements() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    let new = move || screens.push(Screen::form(RowKind::Measurement, Seed::New));
    group([
        back_row(move || screens.back()),
        heading(say!(medical.measurements)),
        lead(say!(medical.measure.lead)),
        shown(found, tables),
        boxed("actions", [button(say!(medical.measure.new), new).icon("#i-plus").main().piece()]),
    ])
}

async fn ask(keeper: Keeper) -> Result<Vec<One>, Failure> {
    all(keeper).await
}

fn tables(mut all: Vec<One>) -> AnyView {
    if all.is_empty() {
        return plain(say!(medical.measure.empty));
    }
    all.sort_by_key(|one| core::cmp::Reverse(one.words.happened_at_s));
    let mut names: BTreeMap<String, Vec<One>> = BTreeMap::new();
    for one in all {
        names.entry(one.words.name.clone()).or_default().push(one);
    }
    names.into_values().enumerate().map(|(at, all)| of_name(at, &all)).collect::<Vec<_>>().into_any()
}

fn of_name(at: usize, all: &[One]) -> AnyView {
    let screens = expect_screens();
    let Some(last) = all.first() else { return ().into_any() };
    let name = last.words.name.clone();
    let head = [say!(medical.measure.day), say!(medical.measure.value), say!(medical.measure.given)];
    let shown = Table { head: head.map(str::to_owned).into(), rows: all.iter().map(cells).collect() };
    let again = again(&last.words).written();
    let again = button(say!(medical.measure.again), move || {
        screens.push(Screen::form(RowKind::Measurement, Seed::From(Box::new(again.clone()))));
    });
    let rows: Vec<AnyView> = all.iter().map(row).collect();
    let each = fold(say!(medical.measure.each), [view! { <ul class="day-rows">{rows}</ul> }.into_any()]);
    let name_id = numbered("measured", at);
    view! {
        <section class="card" aria-labelledby=name_id>
            <h2 class="card-title" id=name_id dir="auto">{name.clone()}</h2>
            {table(say!(medical.measure.table, name = name), shown)}
            {boxed("beside", [again.piece()])}
            {each}
        </section>
    }
    .into_any()
}

fn cells(one: &One) -> Vec<String> {
    vec![day(&one.words), value(&one.words), one.words.given_by.clone()]
}

fn day(words: &MeasurementWords) -> String {
    let second = words.happened_at_s + i64::from(words.offset_min) * 60;
    dates::whole_day(second.div_euclid(86_400) as i32)
}

/// The value with its unit.
pub fn value(words: &MeasurementWords) -> String {
    let both = [words.value.as_str(), &words.unit];
    both.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

fn row(one: &One) -> AnyView {
    let screens = expect_screens();
    let id = one.id;
    let open = move |_| screens.push(Screen::form(RowKind::Measurement, Seed::Edit(id, 0)));
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=open>
                <span class="row-body">{span("row-title", value(&one.words))}{span("soft", day(&one.words))}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The next of the same name.
fn again(words: &MeasurementWords) -> MeasurementWords {
    let mut next = MeasurementWords {
        name: words.name.clone(),
        unit: words.unit.clone(),
        ..MeasurementWords::default()
    };
    next.put_when(clock::local_now());
    next
}

/// The form.
pub fn form(seed: Seed) -> AnyView {
    opening_of(seed, |desk: Desk<MeasurementWords>| {
        let title = if desk.is_new() { say!(medical.measure.new) } else { say!(medical.measure.edit) };
        let help = say!(medical.measure.value_help);
        let fields = vec![
            line(desk, ("measured", say!(medical.measure.name)), "", |words| &mut words.name),
            line(desk, ("value", say!(medical.measure.value)), help, |words| &mut words.value),
            line(desk, ("unit", say!(medical.measure.unit)), "", |words| &mut words.unit),
            desk.when_fields(),
            line(desk, ("given-by", say!(medical.measure.given_by)), "", |words| &mut words.given_by),
            text(desk, ("note", say!(medical.measure.note)), |words| &mut words.note),
        ];
        writing::form(desk, title, fields, |words| {
            let lacks = words.name.trim().is_empty() || words.value.trim().is_empty();
            lacks.then(|| say!(medical.measure.problem))
        })
    })
}

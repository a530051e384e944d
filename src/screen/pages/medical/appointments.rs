//! Appointments: those that come and those that were.

use keeper::protocol::support::medical::AppointmentWords;
use keeper::protocol::{Failure, OneKind, RowKind};
use leptos::prelude::*;
use rules::When;

use super::known::{Known, all, shown, watched};
use super::names::near_day;
use crate::screen::browser::{clock, dates};
use crate::screen::components::{back_row, boxed, button, group, heading, notice, plain, span};
use crate::screen::contexts::{Screen, Seed, SummaryPlace, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// An appointment counts as been so long after it began.
const LASTS_S: i64 = 3_600;
/// So many days before one, a summary is offered.
const SUMMARY_DAYS: i32 = 2;
const DAY_S: i64 = 86_400;

type Appointment = Known<AppointmentWords>;

/// Both lists.
pub fn appointments() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    let new = move || {
        let form = Seed::From(Box::new(tomorrow().written()));
        screens.push(Screen::form(RowKind::Appointment, form));
    };
    group([
        back_row(move || screens.back()),
        heading(say!(medical.appointments)),
        shown(found, lists),
        boxed("actions", [button(say!(medical.appointment.new), new).icon("#i-plus").main().piece()]),
    ])
}

async fn ask(keeper: Keeper) -> Result<Vec<Appointment>, Failure> {
    all(keeper).await
}

/// A new one stands at ten tomorrow, until somebody says when.
fn tomorrow() -> AppointmentWords {
    let next = rules::Civil::at(i64::from(clock::today() + 1) * DAY_S, 0);
    let when = When { date: (next.year, next.month, next.day), clock: (10, 0) };
    let mut words = AppointmentWords::default();
    words.put_when(clock::local_at(when));
    words
}

fn lists(mut all: Vec<Appointment>) -> AnyView {
    all.sort_by_key(|appointment| appointment.words.happened_at_s);
    let now = clock::local_now().second;
    let (coming, mut been): (Vec<Appointment>, Vec<Appointment>) =
        all.into_iter().partition(|appointment| appointment.words.happened_at_s + LASTS_S > now);
    been.reverse();
    let today = clock::today();
    let is_near = |appointment: &Appointment| day_of(&appointment.words) - today <= SUMMARY_DAYS;
    let hint = coming.first().filter(|next| is_near(next)).map(|_| summary_hint());
    let been = (!been.is_empty()).then(|| list(say!(medical.appointment.been), &been));
    group([list(say!(medical.appointment.coming), &coming), hint.into_any(), been.into_any()])
}

fn day_of(words: &AppointmentWords) -> i32 {
    (words.happened_at_s + i64::from(words.offset_min) * 60).div_euclid(DAY_S) as i32
}

fn summary_hint() -> AnyView {
    let screens = expect_screens();
    let make = button(say!(summary.title), move || screens.push(Screen::Summary(SummaryPlace::Home)));
    notice([plain(say!(medical.summary_hint)), make.piece()])
}

fn list(name: &'static str, all: &[Appointment]) -> AnyView {
    let rows: Vec<AnyView> = all.iter().map(row).collect();
    let inside = match rows.is_empty() {
        true => plain(say!(medical.appointment.none_coming)),
        false => view! { <ul class="day-rows">{rows}</ul> }.into_any(),
    };
    let name = view! { <h2 class="section-name">{name}</h2> };
    boxed("day", [name.into_any(), inside])
}

fn row(appointment: &Appointment) -> AnyView {
    let screens = expect_screens();
    let (id, words) = (appointment.id, &appointment.words);
    let when = near_day(day_of(words)) + ", " + &dates::clock(words.happened_at_s, words.offset_min);
    let (what, more) = match words.with_whom.is_empty() {
        true => (words.purpose.clone(), String::new()),
        false => (words.with_whom.clone(), words.purpose.clone()),
    };
    let more: Vec<AnyView> = [more, words.place.clone()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(|words| span("row-preview", words))
        .collect();
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=move |_| screens.push(Screen::Record(id))>
                <span class="row-body">{span("row-title", what)}{span("soft", when)}{more}</span>
            </button>
        </li>
    }
    .into_any()
}

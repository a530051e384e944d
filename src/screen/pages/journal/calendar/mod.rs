//! The journal as a calendar: a month of days, each with its number of entries, and what stands on the day chosen.

mod day;
mod grid;

use std::collections::HashMap;

use keeper::protocol::{Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Month;

use day::chosen_day;
use grid::grid;

use crate::screen::browser::{clock, dates};
use crate::screen::components::{boxed, button, follow, group, icon, nothing};
use crate::screen::contexts::{ListState, expect_open_journal};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// How many entries a day has.
pub type Counts = RwSignal<HashMap<i32, u32>>;

/// The calendar.
pub fn calendar(list: ListState) -> AnyView {
    let counts = counts(list);
    let day = follow(move || match list.day.get() {
        Some(day) => untrack(|| chosen_day(day)),
        None => nothing(),
    });
    group([head(list), grid(list, counts), day])
}

/// Asked again for each month, and whenever the journal changes.
fn counts(list: ListState) -> Counts {
    let (keeper, journal) = (expect_keeper(), expect_open_journal());
    let counts = RwSignal::new(HashMap::new());
    Effect::new(move || {
        journal.changed();
        let month = list.month.get();
        spawn_local(async move {
            let request = Request::DayCounts { from_day: month.first_day(), to_day: month.last_day() };
            let Ok(Reply::DayCounts(days)) = keeper.ask(request).await else { return };
            if list.month.try_get_untracked() == Some(month) {
                counts.try_set(days.into_iter().map(|count| (count.day, count.rows)).collect());
            }
        });
    });
    counts
}

fn head(list: ListState) -> AnyView {
    let step = move |months: i32| list.month.update(|month| *month = month.moved(months));
    let today = move || {
        let today = clock::today();
        list.month.set(Month::of_day(today));
        list.day.set(Some(today));
    };
    let name = move || dates::month(list.month.get().first_day());
    let name = view! { <h2 class="calendar-month" aria-live="polite">{name}</h2> };
    let steps = boxed(
        "calendar-steps",
        [
            arrow("calendar-arrow", say!(journal.month_before), move || step(-1)),
            arrow("calendar-arrow calendar-arrow-on", say!(journal.month_after), move || step(1)),
            button(say!(journal.to_today), today).quiet().piece(),
        ],
    );
    boxed("calendar-head", [name.into_any(), steps])
}

fn arrow(class: &'static str, label: &'static str, step: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class=class aria-label=label on:click=move |_| step()>{icon("#i-back")}</button>
    }
    .into_any()
}

//! The days of a month, in weeks. Arrow keys lead from day to day, over the month's ends too.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rules::{Month, day_after_key};

use super::Counts;
use crate::screen::browser::{clock, dates, dom, week};
use crate::screen::components::follow;
use crate::screen::contexts::ListState;
use crate::screen::words::say;

/// The month.
pub fn grid(list: ListState, counts: Counts) -> AnyView {
    let first_weekday = week::first_weekday();
    // The one day that the Tab key reaches.
    let reached = RwSignal::new(list.day.get_untracked().unwrap_or_else(clock::today));
    follow(move || {
        let month = list.month.get();
        untrack(|| month_of(list, month, counts, reached, first_weekday))
    })
}

fn month_of(
    list: ListState,
    month: Month,
    counts: Counts,
    reached: RwSignal<i32>,
    first_weekday: u8,
) -> AnyView {
    let names = (0..7).map(|place| {
        // 1970-01-05 was a Monday.
        let day = 4 + i32::from((first_weekday - 1 + place) % 7);
        let (short, whole) = (dates::short_weekday(day), dates::weekday(day));
        view! {
            <th scope="col" class="calendar-weekday">
                <span aria-hidden="true">{short}</span><span class="heard">{whole}</span>
            </th>
        }
        .into_any()
    });
    let names: Vec<AnyView> = names.collect();
    // Somewhere in the month, always.
    let inside = move |day: i32| (month.first_day()..=month.last_day()).contains(&day);
    if !inside(reached.get_untracked()) {
        reached.set(month.first_day());
    }
    let day = |day: Option<i32>| match day {
        Some(day) => day_cell(list, day, counts, reached, first_weekday),
        None => view! { <td></td> }.into_any(),
    };
    let week = |days: [Option<i32>; 7]| view! { <tr>{Vec::from(days.map(day))}</tr> }.into_any();
    let weeks: Vec<AnyView> = month.weeks(first_weekday).into_iter().map(week).collect();
    view! {
        <table class="calendar" aria-label=dates::month(month.first_day())>
            <thead><tr>{names}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
    }
    .into_any()
}

fn day_cell(list: ListState, day: i32, counts: Counts, reached: RwSignal<i32>, first_weekday: u8) -> AnyView {
    let count = move || counts.with(|counts| counts.get(&day).copied().unwrap_or(0));
    // Its date, today's too: "Today" leads to another room.
    let date = dates::day(day, Month::of_day(clock::today()).year);
    let label = move || match count() {
        0 => date.clone(),
        1 => say!(journal.day_one, day = date.clone()),
        count => say!(journal.day_many, day = date.clone(), count = dates::number(count)),
    };
    let choose = move || {
        reached.set(day);
        list.day.set(Some(day));
    };
    let keys = move |event: KeyboardEvent| {
        let forward = if week::is_rtl() { "ArrowLeft" } else { "ArrowRight" };
        if let Some(to) = day_after_key(day, &event.key(), forward, first_weekday) {
            event.prevent_default();
            go_to(list, reached, to);
        }
    };
    let pressed = move || if list.day.get() == Some(day) { "true" } else { "false" };
    let reachable = move || if reached.get() == day { "0" } else { "-1" };
    let is_today = (clock::today() == day).then_some("date");
    let number = day - Month::of_day(day).first_day() + 1;
    view! {
        <td>
            <button type="button" class="calendar-day" id=day_id(day) aria-label=label aria-pressed=pressed
                aria-current=is_today tabindex=reachable on:click=move |_| choose() on:keydown=keys>
                <span>{number}</span>
                <span class="calendar-dot" hidden=move || count() == 0></span>
            </button>
        </td>
    }
    .into_any()
}

fn day_id(day: i32) -> String {
    "calendar-".to_owned() + &(day - Month::of_day(day).first_day() + 1).to_string()
}

/// Moves the focus to a day, in its month.
fn go_to(list: ListState, reached: RwSignal<i32>, day: i32) {
    let month = Month::of_day(day);
    reached.set(day);
    if list.month.get_untracked() != month {
        list.month.set(month);
    }
    // The month stands on the page by then.
    request_animation_frame(move || {
        if let Some(button) = dom::by_id(&day_id(day)) {
            dom::focus(&button);
        }
    });
}

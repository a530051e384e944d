//! What I track: rows that check-ins ask beside their seven, own scales, and when a day begins.

mod scales;

use keeper::protocol::{SettingsChange, Tracked};
use leptos::prelude::*;

use super::check_in::row_name;
use crate::screen::components::{
    Choice, Many, RadioGroup, Shape, back_row, boxed, button, group, heading, lead, radio_group, soft,
};
use crate::screen::contexts::{Screen, expect_choices, expect_screens};
use crate::screen::words::say;

/// The page.
pub fn tracking() -> AnyView {
    let screens = expect_screens();
    let goals = button(say!(goals.title), move || screens.push(Screen::Goals)).piece();
    let page = [
        back_row(move || screens.back()),
        heading(say!(tracking.title)),
        lead(say!(tracking.intro)),
        rows(),
        scales::scales(),
        day_start(),
        boxed("actions", [goals]),
    ];
    view! {
        <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{group(page)}</form>
    }
    .into_any()
}

fn rows() -> AnyView {
    let choices = expect_choices();
    let chosen = move || {
        let tracked = choices.chosen().tracked;
        let all = Tracked::ALL.iter().enumerate();
        all.filter(|(_, row)| tracked.contains(row)).map(|(at, _)| at).collect()
    };
    let toggle = move |at: usize| {
        let row = Tracked::ALL[at];
        let wanted = !untrack(|| choices.chosen().tracked.contains(&row));
        choices.change(SettingsChange::Track(row, wanted));
    };
    let many = Many {
        id: "rows",
        label: say!(tracking.more),
        choices: Tracked::ALL.into_iter().map(|row| row_name(row).to_owned()).collect(),
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    many.piece()
}

fn day_start() -> AnyView {
    let choices = expect_choices();
    let group_of_two = RadioGroup {
        id: "day-start",
        label: say!(tracking.day),
        choices: vec![Choice::plain(say!(tracking.midnight)), Choice::plain(say!(tracking.four))],
        shape: Shape::Row,
        chosen: (move || Some(usize::from(choices.chosen().day_starts_at_four))).into(),
        on_choose: (move |at: usize| choices.change(SettingsChange::DayStartsAtFour(at == 1))).into(),
    };
    group([radio_group(group_of_two), soft(say!(tracking.day_help))])
}

//! Goals of change, what became of them, and the weekly ruler.

mod card;
mod fields;
mod figures;
mod form;
mod names;
mod records;
mod ruler;
mod used;
mod warning;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting::quiet;
use crate::screen::components::{
    back_row, boxed, button, fold, follow, group, heading, lead, nothing, plain, soft,
};
use crate::screen::contexts::{Screen, Seed, expect_choices, expect_open_journal, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

pub use form::goal;
pub use names::{aim_name, goal_name, substance_name};
pub use ruler::ruler;

use card::card;
use records::Records;

/// The goals.
pub fn goals() -> AnyView {
    let (keeper, journal, screens) = (expect_keeper(), expect_open_journal(), expect_screens());
    let choices = expect_choices();
    let found = RwSignal::new(None::<Records>);
    Effect::new(move || {
        journal.changed();
        let (today, starts) = (choices.today(), choices.day_start());
        spawn_local(async move {
            let records = Records::ask(keeper, today, starts).await;
            if found.try_with_untracked(|found| found.as_ref() != Some(&records)) == Some(true) {
                found.set(Some(records));
            }
        });
    });
    let list = follow(move || match found.get() {
        None => quiet(say!(app.opening)),
        Some(records) => untrack(|| cards(&records)),
    });
    let new = button(say!(goals.new), move || screens.push(Screen::Goal(Seed::New))).icon("#i-plus").main();
    group([
        back_row(move || screens.back()),
        heading(say!(goals.title)),
        lead(say!(goals.intro)),
        list,
        boxed("actions", [new.piece(), used::used_button(None).piece()]),
        soft(say!(goals.tracking_link)),
    ])
}

fn cards(records: &Records) -> AnyView {
    if records.goals.is_empty() {
        return plain(say!(goals.empty));
    }
    let of = |ended: bool| {
        let some = records.goals.iter().enumerate().filter(move |(_, goal)| goal.words.ended == ended);
        some.map(|(at, _)| card(records, at)).collect::<Vec<_>>()
    };
    let ended = of(true);
    let ended = if ended.is_empty() { nothing() } else { fold(say!(goals.ended_title), [ended.into_any()]) };
    group([of(false).into_any(), ended])
}

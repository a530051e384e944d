//! The form of a check-in: seven rows, each skippable, what else is tracked below, and the last seven days to fill in.

mod days;
mod known;
mod more;
mod ordinary;
mod rows;
mod uses;

use keeper::protocol::{CheckInWords, OneKind, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting::quiet;
use super::writing::{Desk, Fields, form, opening_of};
use crate::screen::browser::clock;
use crate::screen::components::{button, follow, lead};
use crate::screen::contexts::{Screen, Seed, expect_choices, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

pub use days::day_name;
pub use known::{KnownGoal, goals};
pub use more::{row_name, scale_name};
pub use ordinary::ordinary;

use known::Known;

/// The form.
pub fn check_in(seed: Seed) -> AnyView {
    let (keeper, choices) = (expect_keeper(), expect_choices());
    let known = RwSignal::new(None::<Known>);
    spawn_local(async move {
        let found = Known::ask(keeper, untrack(|| choices.today())).await;
        known.try_set(Some(found));
    });
    let seed = StoredValue::new(seed);
    follow(move || match known.get() {
        None => quiet(say!(app.opening)),
        Some(known) => untrack(|| opened(seed.get_value(), known)),
    })
}

fn opened(seed: Seed, known: Known) -> AnyView {
    let seed = match seed {
        Seed::New => seed_of_today(&known),
        seed => seed,
    };
    provide_context(StoredValue::new(known));
    opening_of(seed, check_in_form)
}

/// Today's draft goes on, today's check-in is edited; else a new one begins.
fn seed_of_today(known: &Known) -> Seed {
    match (&known.draft, known.days.get(&known.today)) {
        (Some(draft), _) => Seed::Draft(Box::new(draft.clone())),
        (None, Some(id)) => Seed::Edit(*id, 0),
        (None, None) => Seed::From(Box::new(new_about(known.today))),
    }
}

/// The first words of a check-in about a day, written now.
fn new_about(day: i32) -> Written {
    let mut words = CheckInWords { day, ..CheckInWords::default() };
    words.put_when(clock::local_now());
    words.written()
}

fn expect_known() -> StoredValue<Known> {
    expect_context()
}

fn check_in_form(desk: Desk<CheckInWords>) -> AnyView {
    let screens = expect_screens();
    let title = if desk.is_new() { say!(check_in.title) } else { say!(check_in.edit_title) };
    let track = button(say!(check_in.what_i_track), move || screens.push(Screen::Tracking)).quiet().piece();
    let mut fields = vec![lead(say!(check_in.intro)), days::which_day(desk)];
    fields.extend(rows::rows(desk));
    fields.push(uses::use_row(desk));
    fields.push(rows::line(desk));
    fields.extend(more::more(desk));
    fields.extend([days::another_day(desk), track]);
    form(desk, title, fields, problem)
}

/// What stands against saving.
fn problem(words: &CheckInWords) -> Option<&'static str> {
    if !words.says_anything() {
        return Some(say!(check_in.problem.empty));
    }
    let hours = words.sleep_minutes.is_some_and(|minutes| minutes > CheckInWords::MOST_SLEEP_MINUTES);
    let amount = words.uses.iter().any(|said| said.tenths == Some(uses::NO_NUMBER));
    match (hours, amount) {
        (true, _) => Some(say!(check_in.problem.hours)),
        (false, true) => Some(say!(check_in.problem.amount)),
        (false, false) => None,
    }
}

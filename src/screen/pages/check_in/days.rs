//! Which day a check-in is about. The last seven can be filled in; whatever is about a day before it was written is
//! marked as written later.

use keeper::protocol::CheckInWords;
use leptos::prelude::*;

use super::known::DAYS_BACK;
use super::{Desk, new_about};
use crate::screen::browser::{clock, dates};
use crate::screen::components::{Choice, RadioGroup, Shape, fold, follow_if, plain, radio_group, soft};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::words::say;

/// "Today", "Yesterday", or the day's name, as the owner counts days.
pub fn day_name(day: i32, today: i32) -> String {
    let now = clock::local_now();
    match today - day {
        0 => say!(journal.today).to_owned(),
        1 => say!(journal.yesterday).to_owned(),
        _ => dates::day(day, rules::Civil::at(now.second, now.offset_min).year),
    }
}

/// The day, where it is not today.
pub fn which_day(desk: Desk<CheckInWords>) -> AnyView {
    let today = super::expect_known().with_value(|known| known.today);
    let day = Memo::new(move |_| desk.words.with(|words| words.day));
    follow_if(move || {
        let day = day.get();
        let said = || say!(check_in.for_day, day = day_name(day, today)) + " " + say!(check_in.late);
        (day < today).then(|| plain(said()))
    })
}

/// The choice of another day: its check-in, or a new one about it.
pub fn another_day(desk: Desk<CheckInWords>) -> AnyView {
    let (screens, known) = (expect_screens(), super::expect_known());
    let today = known.with_value(|known| known.today);
    let choice = |back: i32| {
        let day = day_name(today - back, today);
        Choice::plain(match known.with_value(|known| known.has(today - back)) {
            true => say!(check_in.day_there, day = day),
            false => day,
        })
    };
    let choose = move |back: usize| {
        let day = today - back as i32;
        match known.with_value(|known| known.days.get(&day).copied()) {
            Some(id) => screens.instead(Screen::CheckIn(Seed::Edit(id, 0))),
            None if desk.is_new() => desk.chosen(|words| words.day = day),
            None => screens.instead(Screen::CheckIn(Seed::From(Box::new(new_about(day))))),
        }
    };
    let days = RadioGroup {
        id: "day",
        label: say!(check_in.which_day),
        choices: (0..=DAYS_BACK).map(choice).collect(),
        shape: Shape::Row,
        chosen: (move || usize::try_from(today - desk.words.with(|words| words.day)).ok()).into(),
        on_choose: choose.into(),
    };
    fold(say!(check_in.another_day), [soft(say!(check_in.another_help)), radio_group(days)])
}

//! An appointment as a calendar file, in words that mean nothing to others: who and what for stay in the journal.

use leptos::prelude::*;
use rules::{Civil, OnDate};

use crate::screen::browser::{clock, hand_over};
use crate::screen::components::{Typed, boxed, button, fold, problem_note, soft};
use crate::screen::contexts::expect_announcer;
use crate::screen::words::say;

/// Neutral, as the file says nothing of where it comes from.
const FILE_NAME: &str = "event.ics";

/// The words, and the button that makes the file for that moment.
pub fn calendar_file(second: i64, offset_min: i16) -> AnyView {
    let announcer = expect_announcer();
    let words = RwSignal::new(say!(medical.appointment.calendar_first).to_owned());
    let problem = RwSignal::new(None::<&'static str>);
    let make = move || {
        let outcome = words.with_untracked(|words| hand_out(words.trim(), Civil::at(second, offset_min)));
        problem.set(outcome.err());
        if outcome.is_ok() {
            announcer.say(say!(reminders.made));
        }
    };
    let field = Typed {
        id: "calendar-words",
        label: say!(medical.appointment.calendar_words),
        kind: "text",
        help: say!(medical.appointment.calendar_help),
        value: words.get_untracked(),
        on_words: (move |typed| words.set(typed)).into(),
    };
    fold(
        say!(medical.appointment.calendar),
        [
            field.piece(),
            soft(say!(reminders.trace)),
            problem_note(move || problem.get()),
            boxed("beside", [button(say!(medical.appointment.calendar_make), make).piece()]),
        ],
    )
}

fn hand_out(words: &str, when: Civil) -> Result<(), &'static str> {
    if words.is_empty() {
        return Err(say!(reminders.problem.words));
    }
    let now = clock::local_now();
    let unique = (js_sys::Math::random() * 9e15) as u64;
    let event = OnDate { words: words.to_owned(), when };
    let file = event.to_file(Civil::at(now.second, 0), &unique.to_string());
    hand_over::text(&file, "text/calendar", FILE_NAME).ok_or(say!(reminders.problem.file))
}

//! Reminders that reveal nothing: a calendar file with words of the person's choosing. Nothing is sent from here, and
//! nothing of it is kept in the journal.

use leptos::prelude::*;
use rules::{Civil, Reminder, parse_clock};

use crate::screen::browser::{clock, dates, hand_over};
use crate::screen::components::{
    Many, Typed, back_row, boxed, button, group, heading, lead, plain, problem_note, soft,
};
use crate::screen::contexts::{expect_announcer, expect_screens};
use crate::screen::words::say;

/// Neutral, as the file says nothing of where it comes from.
const FILE_NAME: &str = "reminder.ics";

/// Reminders.
pub fn reminders() -> AnyView {
    let (screens, announcer) = (expect_screens(), expect_announcer());
    let words = RwSignal::new(say!(reminders.words_first).to_owned());
    let time = RwSignal::new("19:00".to_owned());
    let days = RwSignal::new([false; 7]);
    let problem = RwSignal::new(None::<&'static str>);
    let make = move || {
        let outcome = checked(words, time, days).and_then(|reminder| hand_out(&reminder));
        problem.set(outcome.err());
        if problem.with_untracked(Option::is_none) {
            announcer.say(say!(reminders.made));
        }
    };
    let field = |id, label, kind, help, held: RwSignal<String>| {
        let value = held.get_untracked();
        Typed { id, label, kind, help, value, on_words: (move |words| held.set(words)).into() }.piece()
    };
    let make = button(say!(reminders.make), make).main().piece();
    let inside = vec![
        field("words", say!(reminders.words), "text", say!(reminders.words_help), words),
        field("time", say!(editor.time), "time", "", time),
        days_field(days),
        soft(say!(reminders.trace)),
        problem_note(move || problem.get()),
        boxed("actions", [make]),
    ];
    group([
        back_row(move || screens.back()),
        heading(say!(reminders.title)),
        lead(say!(reminders.what)),
        plain(say!(reminders.rest)),
        view! {
            <form class="form" autocomplete="off" on:submit=|event| event.prevent_default()>{inside}</form>
        }
        .into_any(),
    ])
}

fn days_field(days: RwSignal<[bool; 7]>) -> AnyView {
    let many = Many {
        id: "days",
        label: say!(reminders.days),
        // 1970-01-05 was a Monday.
        choices: (4..11).map(dates::weekday).collect(),
        chosen: (move || days.with(|days| (0..7).filter(|day| days[*day]).collect())).into(),
        on_toggle: (move |day: usize| days.update(|days| days[day] = !days[day])).into(),
    };
    many.piece()
}

fn checked(
    words: RwSignal<String>,
    time: RwSignal<String>,
    days: RwSignal<[bool; 7]>,
) -> Result<Reminder, &'static str> {
    let words = words.with_untracked(|words| words.trim().to_owned());
    if words.is_empty() {
        return Err(say!(reminders.problem.words));
    }
    let clock = time.with_untracked(|time| parse_clock(time)).ok_or(say!(reminders.problem.time))?;
    Ok(Reminder { words, clock, days: days.get_untracked() })
}

fn hand_out(reminder: &Reminder) -> Result<(), &'static str> {
    let now = clock::local_now();
    let unique = (js_sys::Math::random() * 9e15) as u64;
    let file = reminder.to_file(now.day(), Civil::at(now.second, 0), &unique.to_string());
    hand_over::text(&file, "text/calendar", FILE_NAME).ok_or(say!(reminders.problem.file))
}

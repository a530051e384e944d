//! The rows that are numbers, hours and a line.

use keeper::protocol::CheckInWords;
use leptos::prelude::*;
use rules::{hours_words, parse_hours};

use super::Desk;
use crate::screen::components::{Say, Scale, Typed};
use crate::screen::words::say;

/// Mood, Craving, Sleep with its hours, Confidence, Connection.
pub fn rows(desk: Desk<CheckInWords>) -> [AnyView; 6] {
    let row = |id, label, ends, get: fn(&mut CheckInWords) -> &mut Option<u8>| {
        let mut words = desk.words.get_untracked();
        let value = RwSignal::new(*get(&mut words));
        let scale = Scale { id, label, ends };
        scale.or_skip(value, move |_| desk.chosen(|words| *get(words) = value.get_untracked()))
    };
    [
        row("mood", say!(check_in.mood), (say!(check_in.mood_low), say!(check_in.mood_high)), |words| {
            &mut words.mood
        }),
        row(
            "craving",
            say!(check_in.craving),
            (say!(check_in.craving_low), say!(check_in.craving_high)),
            |words| &mut words.craving,
        ),
        row("sleep", say!(check_in.sleep), (say!(check_in.sleep_low), say!(check_in.sleep_high)), |words| {
            &mut words.sleep
        }),
        hours(desk),
        row(
            "confidence",
            say!(check_in.confidence),
            (say!(check_in.confidence_low), say!(check_in.confidence_high)),
            |words| &mut words.confidence,
        ),
        row(
            "connection",
            say!(check_in.connection),
            (say!(check_in.connection_low), say!(check_in.connection_high)),
            |words| &mut words.connection,
        ),
    ]
}

/// Hours of sleep. What cannot be read stands as more than a day, which no save takes.
fn hours(desk: Desk<CheckInWords>) -> AnyView {
    let minutes = desk.words.with_untracked(|words| words.sleep_minutes);
    let on_words: Say = (move |words: String| {
        let minutes = parse_hours(&words).unwrap_or(u16::MAX);
        desk.typed(|said| said.sleep_minutes = (!words.trim().is_empty()).then_some(minutes));
    })
    .into();
    let value = minutes.filter(|minutes| *minutes <= CheckInWords::MOST_SLEEP_MINUTES);
    let typed = Typed {
        id: "hours",
        label: say!(check_in.hours),
        kind: "number",
        help: say!(check_in.hours_help),
        value: value.map(hours_words).unwrap_or_default(),
        on_words,
    };
    typed.piece()
}

/// "One line".
pub fn line(desk: Desk<CheckInWords>) -> AnyView {
    let typed = Typed {
        id: "line",
        label: say!(check_in.line),
        kind: "text",
        help: say!(check_in.line_help),
        value: desk.words.with_untracked(|words| words.line.clone()),
        on_words: (move |words| desk.typed(|said| said.line = words)).into(),
    };
    typed.piece()
}

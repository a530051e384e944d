//! The kinds of field these forms have: words, dates, and what is on or off.

use keeper::protocol::OneKind;
use leptos::prelude::*;
use rules::{Civil, days_of, parse_date};

use crate::screen::components::{Choice, RadioGroup, Say, Shape, Typed, radio_group};
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// A date that is none: no day of the calendar.
pub const NO_DATE: i32 = i32::MIN;

/// A field of words.
pub fn words<S: OneKind>(
    desk: Desk<S>,
    (id, label, kind, help): (&'static str, &'static str, &'static str, &'static str),
    of: fn(&mut S) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words: Say = (move |words| desk.typed(|held| *of(held) = words)).into();
    Typed { id, label, kind, help, value, on_words }.piece()
}

/// A field of a date; what is none stands as [`NO_DATE`], an empty one gives `None`.
pub fn date(
    (id, label, help): (&'static str, &'static str, &'static str),
    day: Option<i32>,
    put: impl Fn(Option<i32>) + 'static,
) -> AnyView {
    let value = day.filter(|day| *day != NO_DATE).map(date_value).unwrap_or_default();
    let on_words: Say = (move |words: String| {
        let day = parse_date(&words).map(|(year, month, day)| days_of(year, month, day) as i32);
        put((!words.is_empty()).then_some(day.unwrap_or(NO_DATE)));
    })
    .into();
    Typed { id, label, kind: "date", help, value, on_words }.piece()
}

fn date_value(day: i32) -> String {
    Civil::at(i64::from(day) * 86_400, 0).date_value()
}

/// One of a few, in a row.
pub fn one_of<S: OneKind, T: Copy + PartialEq + Send + Sync + 'static>(
    desk: Desk<S>,
    (id, label): (&'static str, &'static str),
    choices: &'static [T],
    name: fn(T) -> &'static str,
    of: fn(&mut S) -> &mut T,
) -> AnyView {
    let chosen = move || {
        let held = *of(&mut desk.words.get());
        choices.iter().position(|choice| *choice == held)
    };
    radio_group(RadioGroup {
        id,
        label,
        choices: choices.iter().map(|choice| Choice::plain(name(*choice))).collect(),
        shape: Shape::Row,
        chosen: chosen.into(),
        on_choose: (move |at: usize| desk.chosen(|held| *of(held) = choices[at])).into(),
    })
}

/// What stands against saving: nothing named, or a date that is none.
pub fn problem(name: &str, days: &[Option<i32>]) -> Option<&'static str> {
    if name.trim().is_empty() {
        Some(say!(programme.problem.name))
    } else if days.contains(&Some(NO_DATE)) {
        Some(say!(programme.problem.date))
    } else {
        None
    }
}

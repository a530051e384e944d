//! The kinds of field a goal has: words, numbers, dates, and what is on or off.

use keeper::protocol::GoalWords;
use leptos::prelude::*;
use rules::{Civil, days_of, parse_date};

use crate::screen::components::{Say, Typed};
use crate::screen::pages::writing::Desk;

/// A limit or cost that is no number.
pub(super) const NO_NUMBER: u32 = u32::MAX;
/// A date that is none: no day of the calendar.
pub(super) const NO_DATE: i32 = i32::MIN;

/// How a number is read, and how it is shown.
pub(super) type Reading = (fn(&str) -> Option<u32>, fn(u32) -> String);

/// A field of words.
pub(super) fn words(
    desk: Desk<GoalWords>,
    (id, label, kind, help): (&'static str, &'static str, &'static str, &'static str),
    of: fn(&mut GoalWords) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words: Say = (move |words| desk.typed(|goal| *of(goal) = words)).into();
    Typed { id, label, kind, help, value, on_words }.piece()
}

/// A field of a number; what is none stands as [`NO_NUMBER`].
pub(super) fn number(
    desk: Desk<GoalWords>,
    (id, label, help): (&'static str, &'static str, &'static str),
    (read, shown): Reading,
    of: fn(&mut GoalWords) -> &mut Option<u32>,
) -> AnyView {
    let value = (*of(&mut desk.words.get_untracked())).filter(|number| *number != NO_NUMBER);
    let on_words: Say = (move |words: String| {
        let number = read(&words).unwrap_or(NO_NUMBER);
        desk.typed(|goal| *of(goal) = (!words.trim().is_empty()).then_some(number));
    })
    .into();
    Typed { id, label, kind: "number", help, value: value.map(shown).unwrap_or_default(), on_words }.piece()
}

/// A field of a date; what is none stands as [`NO_DATE`], an empty one gives `None`.
pub(super) fn date(
    (id, label, help): (&'static str, &'static str, &'static str),
    day: Option<i32>,
    put: impl Fn(Option<i32>) + 'static,
) -> AnyView {
    let value = day.filter(|day| *day != NO_DATE);
    let value = value.map(|day| Civil::at(i64::from(day) * 86_400, 0).date_value()).unwrap_or_default();
    let on_words: Say = (move |words: String| {
        let day = parse_date(&words).map(|(year, month, day)| days_of(year, month, day) as i32);
        put((!words.is_empty()).then_some(day.unwrap_or(NO_DATE)));
    })
    .into();
    Typed { id, label, kind: "date", help, value, on_words }.piece()
}

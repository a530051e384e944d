//! The kinds of field that many forms have: words, a date, one of a few. Each is for a place in the words of a kind.

use leptos::prelude::*;
use rules::{Civil, days_of, parse_date};

use super::{Desk, Fields};
use crate::screen::components::{Choice, RadioGroup, Say, Shape, Typed, radio_group};

/// A date that is none: no day of the calendar.
pub const NO_DATE: i32 = i32::MIN;

/// How an answer is read from the words, and put into them.
pub type Answer<S, T> = (fn(&S) -> Option<T>, fn(&mut S, T));

/// A field of words: its id, label, kind and help.
pub fn words_field<S: Fields>(
    desk: Desk<S>,
    (id, label, kind, help): (&'static str, &'static str, &'static str, &'static str),
    of: fn(&mut S) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words: Say = (move |words| desk.typed(|held| *of(held) = words)).into();
    Typed { id, label, kind, help, value, on_words }.piece()
}

/// A field of a date; what is none stands as [`NO_DATE`], an empty one gives `None`.
pub fn date_field(
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

/// One choice out of all there are.
pub fn one_of<S, T, R, P>(
    desk: Desk<S>,
    (id, label): (&'static str, &'static str),
    (all, name): (&'static [T], fn(T) -> &'static str),
    (read, put): (R, P),
) -> AnyView
where
    S: Fields,
    T: PartialEq + Copy + Send + Sync + 'static,
    R: Fn(&S) -> Option<T> + Copy + Send + Sync + 'static,
    P: Fn(&mut S, T) + Copy + 'static,
{
    radio_group(RadioGroup {
        id,
        label,
        choices: all.iter().map(|one| Choice::plain(name(*one))).collect(),
        shape: Shape::Row,
        chosen: (move || {
            let chosen = desk.words.with(read);
            all.iter().position(|one| Some(*one) == chosen)
        })
        .into(),
        on_choose: (move |at: usize| desk.chosen(|said| put(said, all[at]))).into(),
    })
}

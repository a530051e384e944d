//! The kinds of field these forms have: words, dates, and what is on or off.

use leptos::prelude::*;

use crate::screen::pages::writing::{self, Desk, Fields};
use crate::screen::words::say;

pub use crate::screen::pages::writing::{NO_DATE, date_field as date, words_field as words};

/// One of a few, in a row.
pub fn one_of<S: Fields, T: Copy + PartialEq + Send + Sync + 'static>(
    desk: Desk<S>,
    (id, label): (&'static str, &'static str),
    choices: &'static [T],
    name: fn(T) -> &'static str,
    of: fn(&mut S) -> &mut T,
) -> AnyView {
    let read = move |held: &S| Some(*of(&mut held.clone()));
    writing::one_of(desk, (id, label), (choices, name), (read, move |held: &mut S, one| *of(held) = one))
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

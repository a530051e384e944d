//! The field of a number, as a goal has them.

use keeper::protocol::GoalWords;
use leptos::prelude::*;

use crate::screen::components::{Say, Typed};
use crate::screen::pages::writing::Desk;

/// A limit or cost that is no number.
pub(super) const NO_NUMBER: u32 = u32::MAX;

/// How a number is read, and how it is shown.
pub(super) type Reading = (fn(&str) -> Option<u32>, fn(u32) -> String);

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

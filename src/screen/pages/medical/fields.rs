//! The kinds of field that the forms of medical care have, each for a place in the words of a kind.

use leptos::prelude::*;

use crate::screen::components::{Names, Say, Typed};
use crate::screen::pages::writing::{Desk, Fields, date_field, words_field};
use crate::screen::words::say;

pub(super) use crate::screen::pages::writing::{Answer, NO_DATE, one_of};

/// Id and label of a field.
pub(super) type Label = (&'static str, &'static str);

/// The same of a list of names.
pub(super) type ListOfNames<S> = (fn(&S) -> &Vec<String>, fn(&mut S) -> &mut Vec<String>);

/// A field of one line.
pub(super) fn line<S: Fields>(
    desk: Desk<S>,
    (id, label): Label,
    help: &'static str,
    of: fn(&mut S) -> &mut String,
) -> AnyView {
    words_field(desk, (id, label, "text", help), of)
}

/// A field of several lines.
pub(super) fn text<S: Fields>(desk: Desk<S>, (id, label): Label, of: fn(&mut S) -> &mut String) -> AnyView {
    words_field(desk, (id, label, "several", ""), of)
}

/// A field for a number to dial.
pub(super) fn phone<S: Fields>(desk: Desk<S>, (id, label): Label, of: fn(&mut S) -> &mut String) -> AnyView {
    words_field(desk, (id, label, "tel", ""), of)
}

/// A field of a date; what is none stands as [`NO_DATE`], an empty one gives `None`.
pub(super) fn date<S: Fields>(
    desk: Desk<S>,
    (id, label): Label,
    of: fn(&mut S) -> Option<&mut Option<i32>>,
) -> AnyView {
    let mut words = desk.words.get_untracked();
    let day = of(&mut words).and_then(|day| *day);
    date_field((id, label, ""), day, move |day| {
        desk.typed(|said| {
            if let Some(place) = of(said) {
                *place = day;
            }
        });
    })
}

/// A field of a whole number; what is none stands as the largest.
pub(super) fn number<S: Fields>(
    desk: Desk<S>,
    (id, label): Label,
    help: &'static str,
    of: fn(&mut S) -> &mut u16,
) -> AnyView {
    let value = Some(*of(&mut desk.words.get_untracked())).filter(|number| ![0, u16::MAX].contains(number));
    let value = value.map(|number| number.to_string()).unwrap_or_default();
    let on_words: Say = (move |words: String| {
        let number = words.trim().parse().unwrap_or(u16::MAX);
        desk.typed(|said| *of(said) = number);
    })
    .into();
    Typed { id, label, kind: "number", help, value, on_words }.piece()
}

/// A question to answer with yes or no, or not at all.
pub(super) fn yes_no<S: Fields>(desk: Desk<S>, label: Label, field: Answer<S, bool>) -> AnyView {
    let name = |yes: bool| if yes { say!(medical.kit.yes) } else { say!(medical.kit.no) };
    one_of(desk, label, (&[true, false], name), field)
}

/// Own lines that can be added and taken off.
pub(super) fn lines<S: Fields>(desk: Desk<S>, (id, label): Label, (read, of): ListOfNames<S>) -> AnyView {
    let names = Names {
        id,
        label,
        names: (move || desk.words.with(|said| read(said).clone())).into(),
        on_add: (move |name| desk.chosen(|said| of(said).push(name))).into(),
        on_remove: (move |at: usize| {
            desk.chosen(|said| {
                if at < of(said).len() {
                    of(said).remove(at);
                }
            });
        })
        .into(),
    };
    names.piece()
}

//! The kinds of field that the forms of medical care have, each for a place in the words of a kind.

use leptos::prelude::*;
use rules::{Civil, days_of, parse_date};

use crate::screen::components::{Choice, Names, RadioGroup, Say, Shape, Typed, radio_group};
use crate::screen::pages::writing::{Desk, Fields};
use crate::screen::words::say;

/// A date that is none: no day of the calendar.
pub(super) const NO_DATE: i32 = i32::MIN;

/// Id and label of a field.
pub(super) type Label = (&'static str, &'static str);

/// How an answer is read from the words, and put into them.
pub(super) type Answer<S, T> = (fn(&S) -> Option<T>, fn(&mut S, T));
/// The same of a list of names.
pub(super) type ListOfNames<S> = (fn(&S) -> &Vec<String>, fn(&mut S) -> &mut Vec<String>);

/// A field of one line.
pub(super) fn line<S: Fields>(
    desk: Desk<S>,
    (id, label): Label,
    help: &'static str,
    of: fn(&mut S) -> &mut String,
) -> AnyView {
    typed(desk, (id, label), ("text", help), of)
}

/// A field of several lines.
pub(super) fn text<S: Fields>(desk: Desk<S>, label: Label, of: fn(&mut S) -> &mut String) -> AnyView {
    typed(desk, label, ("several", ""), of)
}

/// A field for a number to dial.
pub(super) fn phone<S: Fields>(desk: Desk<S>, label: Label, of: fn(&mut S) -> &mut String) -> AnyView {
    typed(desk, label, ("tel", ""), of)
}

fn typed<S: Fields>(
    desk: Desk<S>,
    (id, label): Label,
    (kind, help): (&'static str, &'static str),
    of: fn(&mut S) -> &mut String,
) -> AnyView {
    let value = of(&mut desk.words.get_untracked()).clone();
    let on_words: Say = (move |words| desk.typed(|said| *of(said) = words)).into();
    Typed { id, label, kind, help, value, on_words }.piece()
}

/// A field of a date; what is none stands as [`NO_DATE`], an empty one gives `None`.
pub(super) fn date<S: Fields>(
    desk: Desk<S>,
    (id, label): Label,
    of: fn(&mut S) -> Option<&mut Option<i32>>,
) -> AnyView {
    let mut words = desk.words.get_untracked();
    let day = of(&mut words).and_then(|day| *day).filter(|day| *day != NO_DATE);
    let value = day.map(|day| Civil::at(i64::from(day) * 86_400, 0).date_value()).unwrap_or_default();
    let on_words: Say = (move |words: String| {
        let day = parse_date(&words).map(|(year, month, day)| days_of(year, month, day) as i32);
        let day = (!words.is_empty()).then_some(day.unwrap_or(NO_DATE));
        desk.typed(|said| {
            if let Some(place) = of(said) {
                *place = day;
            }
        });
    })
    .into();
    Typed { id, label, kind: "date", help: "", value, on_words }.piece()
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

/// One choice out of all there are.
pub(super) fn one_of<S: Fields, T: PartialEq + Copy + Send + Sync + 'static>(
    desk: Desk<S>,
    (id, label): Label,
    (all, name): (&'static [T], fn(T) -> &'static str),
    (read, put): Answer<S, T>,
) -> AnyView {
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

//! The form of an urge: a number, then Save. All else is folded away below, each row telling what it holds, and can be
//! filled in later. The tap on the number seals a draft already.

mod coping;
mod known;
mod more;
mod numbers;
mod triggers;
pub mod words;

use keeper::protocol::UrgeWords;
use leptos::prelude::*;

use super::writing::{Desk, form, opening_of};
use crate::screen::components::{FoldRow, boxed};
use crate::screen::contexts::Seed;
use crate::screen::words::say;

pub use known::Known;
pub use numbers::{after_scale, strength};

/// The form.
pub fn urge(seed: Seed) -> AnyView {
    opening_of(seed, urge_form)
}

fn urge_form(desk: Desk<UrgeWords>) -> AnyView {
    let title = if desk.is_new() { say!(urge.new_title) } else { say!(urge.edit_title) };
    let line = more::text("line", say!(urge.line), "text", say!(urge.line_help), desk, |urge| &mut urge.line);
    let known = Known::new();
    let rows = boxed(
        "fold-rows",
        [
            triggers_row(desk, known),
            coping_row(desk, known),
            after_row(desk),
            ending_row(desk),
            more_row(desk, known),
        ],
    );
    form(desk, title, vec![numbers::strength(desk), line, rows], problem)
}

/// What stands against saving.
pub fn problem(urge: &UrgeWords) -> Option<&'static str> {
    if urge.strength.is_none() {
        return Some(say!(urge.problem.strength));
    }
    let too_long = urge.minutes.is_some_and(|minutes| minutes > UrgeWords::MOST_MINUTES);
    too_long.then(|| say!(urge_form.length_problem))
}

/// "What set it off?"
pub fn triggers_row(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    row(
        desk,
        say!(urge_form.triggers),
        |urge| list(words::triggers(urge)),
        known,
        move || triggers::triggers(desk, known),
    )
}

/// "What did you do?"
pub fn coping_row(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    let holds = |urge: &UrgeWords| list(urge.coping.iter().map(words::coping).collect());
    row(desk, say!(urge_form.coping), holds, known, move || coping::coping(desk, known))
}

fn after_row(desk: Desk<UrgeWords>) -> AnyView {
    let holds = |urge: &UrgeWords| urge.after.map(of_ten).unwrap_or_default();
    plain_row(desk, say!(urge_form.after), holds, move || numbers::after(desk))
}

/// "How did it end?"
pub fn ending_row(desk: Desk<UrgeWords>) -> AnyView {
    let holds = |urge: &UrgeWords| urge.ending.map(words::ending).unwrap_or_default().to_owned();
    plain_row(desk, say!(urge_form.ending), holds, move || numbers::ending(desk))
}

/// "More".
pub fn more_row(desk: Desk<UrgeWords>, known: Known) -> AnyView {
    row(
        desk,
        say!(urge_form.more),
        |urge| more_words(urge).join(" · "),
        known,
        move || more::more(desk, known),
    )
}

fn row(
    desk: Desk<UrgeWords>,
    label: &'static str,
    holds: fn(&UrgeWords) -> String,
    known: Known,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let holds = (move || desk.words.with(holds)).into();
    FoldRow { label, holds, on_open: (move || known.ask_once()).into(), inside: inside.into() }.piece()
}

fn plain_row(
    desk: Desk<UrgeWords>,
    label: &'static str,
    holds: fn(&UrgeWords) -> String,
    inside: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let holds = (move || desk.words.with(holds)).into();
    FoldRow { label, holds, on_open: (|| ()).into(), inside: inside.into() }.piece()
}

/// All that stands under "More", in short.
fn more_words(urge: &UrgeWords) -> Vec<String> {
    let mut all = urge.about.clone();
    all.extend(words::feelings(urge));
    all.extend(urge.body.iter().map(|body| words::body(*body).to_owned()));
    all.extend(urge.place.map(|place| words::place(place).to_owned()));
    all.extend(urge.company.iter().map(|company| words::company(*company).to_owned()));
    all.extend(urge.minutes.filter(|minutes| *minutes <= UrgeWords::MOST_MINUTES).map(minutes_words));
    let texts = [&urge.thought, &urge.helped, &urge.to_next];
    all.extend(texts.into_iter().filter(|text| !text.is_empty()).cloned());
    all.extend(
        urge.confidence.map(|confidence| [say!(urge_form.confidence), &of_ten(confidence)].join(": ")),
    );
    all
}

/// "25 min".
pub fn minutes_words(minutes: u16) -> String {
    say!(urge_form.minutes_value, minutes = minutes)
}

/// "7 of 10".
pub fn of_ten(number: u8) -> String {
    say!(urge_form.of_ten, number = number)
}

/// Words in one line.
pub fn list(words: Vec<String>) -> String {
    words.join(", ")
}

//! The pieces a definition is put together of.

use keeper::protocol::support::worksheets::{Ask, Definition, Section, Shape, SheetId};

use crate::screen::words::say;

/// A sheet in its first version.
pub fn sheet(id: SheetId, (title, purpose): (&str, &str), sections: Vec<Section>) -> Definition {
    Definition { id, version: 1, title: title.to_owned(), purpose: purpose.to_owned(), sections }
}

/// Questions under a heading; an empty one is none.
pub fn part(label: &str, asks: Vec<Ask>) -> Section {
    Section { label: label.to_owned(), asks }
}

/// A question.
pub fn ask(field: &'static str, shape: Shape, label: &str) -> Ask {
    Ask { field, label: label.to_owned(), help: String::new(), shape }
}

/// A question with a word of help.
pub fn helped(ask: Ask, help: &str) -> Ask {
    Ask { help: help.to_owned(), ..ask }
}

/// A scale of 0 to 10 between these ends.
pub fn between(low: &str, high: &str) -> Shape {
    Shape::Scale(low.to_owned(), high.to_owned())
}

/// How much something is so, 0 to 10.
pub fn how_much() -> Shape {
    between(say!(worksheets.low), say!(worksheets.high))
}

/// Mood, 0 to 10.
pub fn mood() -> Shape {
    between(say!(worksheets.mood_low), say!(worksheets.mood_high))
}

/// One of these.
pub fn one_of(choices: &[&str]) -> Shape {
    Shape::Choice(choices.iter().map(|choice| (*choice).to_owned()).collect())
}

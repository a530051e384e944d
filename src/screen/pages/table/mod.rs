//! The table and its legs: legs, people, contact, looking it over, asking for help, the leaf for those close by.

mod add;
mod ask;
mod change;
mod contact_form;
mod known;
mod leaf;
mod leg;
mod leg_form;
mod months;
pub mod names;
mod people;
mod person;
mod person_form;
mod picture;
mod reach;
mod read;
mod review;
mod room;
mod tools;
mod touch;

use keeper::protocol::RowKind;
use leptos::prelude::*;

use crate::screen::components::nothing;
use crate::screen::contexts::{Seed, TablePlace};

pub use known::standing;
pub use names::leg_name;
pub use read::read;
pub use review::look_over;
pub use room::{all_tools, room};

/// "In touch today" for another page: whoever is on the table, two taps away; nothing where nobody is.
pub fn in_touch() -> AnyView {
    touch::touch_anybody(known::Table::load())
}

/// A page of it.
pub fn page(place: TablePlace) -> AnyView {
    match place {
        TablePlace::Home => months::months(),
        TablePlace::Add => add::add(),
        TablePlace::Kind(kind) => leg::kind(kind),
        TablePlace::Leg(id) => leg::leg(id),
        TablePlace::People => people::people(),
        TablePlace::Person(id) => person::person(id),
        TablePlace::Ask(whom) => ask::ask(whom),
        TablePlace::Leaf(leg) => leaf::leaf(leg),
        TablePlace::LeafLines(seed) => leaf::lines(seed),
    }
}

/// The form of one of its kinds.
pub fn form(kind: RowKind, seed: Seed) -> AnyView {
    match kind {
        RowKind::Leg => leg_form::leg(seed),
        RowKind::Person => person_form::person(seed),
        RowKind::Contact => contact_form::contact(seed),
        RowKind::Review => review::review(seed),
        _ => nothing(),
    }
}

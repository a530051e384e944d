//! Worksheets and plans.

mod definitions;
mod field;
mod fields;
mod filled;
mod form;
mod home;
mod one;
mod paper;
mod rows;

use keeper::protocol::support::worksheets::{SheetId, WorksheetWords};
use keeper::protocol::{OneKind, RowKind, Written};
use leptos::prelude::*;

use crate::screen::browser::clock;
use crate::screen::components::own;
use crate::screen::contexts::{Screen, Seed, WorksheetsPlace};

pub use definitions::definition;

/// A page of it.
pub fn page(place: WorksheetsPlace) -> AnyView {
    match place {
        WorksheetsPlace::Home => home::home(),
        WorksheetsPlace::Plans => home::plans(),
        WorksheetsPlace::Sheet(id) => one::one(id),
    }
}

/// The form of one of its kinds. Without a sheet there is nothing to fill in yet: which one is asked first.
pub fn form(_kind: RowKind, seed: Seed) -> AnyView {
    match seed {
        Seed::New => home::home(),
        seed => form::filling(seed),
    }
}

/// All that one of its records says.
pub fn read(written: &Written) -> AnyView {
    match WorksheetWords::seen(written) {
        Some(words) => paper::to_read(words),
        None => own("prose", written.beginning()),
    }
}

/// The form of a new sheet.
fn new(id: SheetId) -> Screen {
    of_words(definition(id).blank())
}

/// The form of a new record that begins with these words, now.
fn of_words(mut words: WorksheetWords) -> Screen {
    let now = clock::local_now();
    words.put_moment(now.second, now.offset_min, now.zone);
    Screen::form(RowKind::Worksheet, Seed::From(Box::new(words.written())))
}

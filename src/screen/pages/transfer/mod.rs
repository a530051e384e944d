//! Export and import.

mod export;
mod import;
mod kinds;

use leptos::prelude::*;

use crate::screen::components::{back_row, boxed, button, group, heading, lead};
use crate::screen::contexts::{Screen, TransferPlace, expect_screens};
use crate::screen::words::say;

/// A page of it.
pub fn transfer(place: TransferPlace) -> AnyView {
    match place {
        TransferPlace::Home => home(),
        TransferPlace::Import => import::import(),
        TransferPlace::Export => export::export(),
    }
}

fn home() -> AnyView {
    let screens = expect_screens();
    let to = |place| move || screens.push(Screen::Transfer(TransferPlace::clone(&place)));
    group([
        back_row(move || screens.back()),
        heading(say!(transfer.title)),
        lead(say!(transfer.lead)),
        boxed(
            "stack",
            [
                button(say!(transfer.import_name), to(TransferPlace::Import)).piece(),
                button(say!(transfer.export_name), to(TransferPlace::Export)).piece(),
            ],
        ),
    ])
}

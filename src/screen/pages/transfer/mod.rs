//! Export and import.

use leptos::prelude::*;

use crate::screen::components::{back_row, group, heading};
use crate::screen::contexts::{TransferPlace, expect_screens};
use crate::screen::words::say;

/// A page of it.
pub fn transfer(place: TransferPlace) -> AnyView {
    let screens = expect_screens();
    let title = match place {
        TransferPlace::Home => say!(transfer.title),
    };
    group([back_row(move || screens.back()), heading(title)])
}

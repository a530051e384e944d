//! Export and import.

mod export;
mod import;
mod kinds;
mod porter_link;

use leptos::prelude::*;

use crate::screen::contexts::TransferPlace;

/// A page of it.
pub fn transfer(place: TransferPlace) -> AnyView {
    match place {
        TransferPlace::Import => import::import(),
        TransferPlace::Export => export::export(),
    }
}

//! The star of a favourite: on or off, by one tap.

use leptos::prelude::*;

use super::button::unhurried;
use super::{Live, Tap, icon};

/// The star. `label` names what it is of.
pub fn star(label: String, on: impl Into<Live<bool>>, tap: impl Into<Tap>) -> AnyView {
    star_of(label, on.into(), tap.into())
}

fn star_of(label: String, on: Live<bool>, tap: Tap) -> AnyView {
    let pressed = move || if on.get() { "true" } else { "false" };
    let tap = unhurried(tap);
    view! {
        <button type="button" class="star" aria-label=label aria-pressed=pressed on:click=move |_| tap()>
            {icon("#i-star")}
        </button>
    }
    .into_any()
}

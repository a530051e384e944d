//! A row that is ticked by one tap, and unticked by another.

use leptos::prelude::*;

use super::button::unhurried;
use super::{Live, Tap, icon};

/// The row: what it is about, and a softer line below; that may be empty.
pub fn check_row(
    words: String,
    more: String,
    checked: impl Into<Live<bool>>,
    tap: impl Into<Tap>,
) -> AnyView {
    row(words, more, checked.into(), tap.into())
}

fn row(words: String, more: String, checked: Live<bool>, tap: Tap) -> AnyView {
    let state = move || if checked.get() { "true" } else { "false" };
    let tap = unhurried(tap);
    let more = (!more.is_empty()).then(|| view! { <span class="soft" dir="auto">{more}</span> });
    view! {
        <button type="button" class="check-row" role="checkbox" aria-checked=state on:click=move |_| tap()>
            <span class="check-row-box" aria-hidden="true">{icon("#i-check")}</span>
            <span class="check-row-words">
                <span dir="auto">{words}</span>
                {more}
            </span>
        </button>
    }
    .into_any()
}

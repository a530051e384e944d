//! An icon of the page's sprite (`index.html`), beside words that say the same.

use leptos::prelude::*;

/// `name` is the id of a symbol, with its `#`.
pub fn icon(name: &'static str) -> AnyView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=name></use>
        </svg>
    }
    .into_any()
}

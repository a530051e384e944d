//! An icon of the page's sprite (`index.html`), beside words that say the same.

use leptos::prelude::*;

/// `name` is the id of a symbol, with its `#`.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true">
            <use href=name></use>
        </svg>
    }
}

//! Something is on its way; there is nothing to do. As quiet as the page's first paint.

use leptos::prelude::*;

/// One line.
#[component]
pub fn Waiting(words: &'static str) -> impl IntoView {
    view! { <main class="gate"><p class="waiting" role="status">{words}</p></main> }
}

/// The same inside a page.
#[component]
pub fn Quiet(words: &'static str) -> impl IntoView {
    view! { <p class="waiting" role="status">{words}</p> }
}

//! Something is on its way; there is nothing to do. As quiet as the page's first paint.

use leptos::prelude::*;

/// A page of one line.
pub fn waiting(words: &'static str) -> AnyView {
    view! { <main class="gate">{quiet(words)}</main> }.into_any()
}

/// The same inside a page.
pub fn quiet(words: &'static str) -> AnyView {
    view! { <p class="waiting" role="status">{words}</p> }.into_any()
}

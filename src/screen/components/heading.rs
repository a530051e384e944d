//! The heading of a screen. It takes the focus when the screen comes up, so that whoever listens hears where they are.

use leptos::html;
use leptos::prelude::*;

use crate::screen::browser::dom;

/// A screen's one heading of the first level.
pub fn heading(words: impl Into<String>) -> AnyView {
    heading_of(words.into())
}

fn heading_of(words: String) -> AnyView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            // The list, which remembers its place, goes there after this.
            dom::scroll_to_top();
            dom::focus_in_place(&heading);
        }
    });
    view! { <h1 class="heading" tabindex="-1" dir="auto" node_ref=heading>{words}</h1> }.into_any()
}

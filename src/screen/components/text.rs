//! Lines of plain words, in the few looks there are.

use leptos::prelude::*;

/// A line besides the matter: smaller and softer.
pub fn soft(words: impl Into<String>) -> AnyView {
    line("soft", words.into())
}

/// A line.
pub fn plain(words: impl Into<String>) -> AnyView {
    line("", words.into())
}

/// The one line below a page's heading.
pub fn lead(words: impl Into<String>) -> AnyView {
    line("lead", words.into())
}

/// What a notice or card is about.
pub fn title(words: impl Into<String>) -> AnyView {
    line("notice-title", words.into())
}

/// A line of somebody's own words, in that look; it finds its direction by itself.
pub fn own(class: &'static str, words: impl Into<String>) -> AnyView {
    own_line(class, words.into())
}

fn own_line(class: &'static str, words: String) -> AnyView {
    view! { <p class=class dir="auto">{words}</p> }.into_any()
}

fn line(class: &'static str, words: String) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    view! { <p class=class>{words}</p> }.into_any()
}

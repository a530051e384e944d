//! Somebody's words with what is searched for marked in them.

use keeper::protocol::marked;
use leptos::prelude::*;

use super::follow;

/// The words in that look; the marks follow what is typed into the search.
pub fn hits(class: &'static str, words: String, typed: RwSignal<String>) -> AnyView {
    let inside = follow(move || {
        typed.with(|typed| match typed.trim().is_empty() {
            true => words.clone().into_any(),
            false => marked(&words, typed).into_iter().map(piece).collect::<Vec<_>>().into_any(),
        })
    });
    view! { <span class=class dir="auto">{inside}</span> }.into_any()
}

fn piece((words, hit): (&str, bool)) -> AnyView {
    let words = words.to_owned();
    if hit { view! { <mark class="hit">{words}</mark> }.into_any() } else { words.into_any() }
}

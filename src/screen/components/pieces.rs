//! The few shapes of which every page is put together, each compiled once. A view of its own type costs its code
//! wherever it is written; these take and give the one erased type, and the pages stay small.

use leptos::prelude::*;

use super::{Live, Tap, button};
use crate::screen::words::say;

/// A piece that follows what it looks at.
pub fn follow(piece: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    followed(Live::from(piece))
}

/// A piece that is there or not.
pub fn follow_if(piece: impl Fn() -> Option<AnyView> + Send + Sync + 'static) -> AnyView {
    followed_if(Live::from(piece))
}

/// Words that follow what they look at.
pub fn follow_words(words: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    followed_words(Live::from(words))
}

/// Pieces in a box of that class.
pub fn boxed<const N: usize>(class: &'static str, inside: [AnyView; N]) -> AnyView {
    in_box(class, inside.into())
}

/// Pieces one after the other.
pub fn group<const N: usize>(inside: [AnyView; N]) -> AnyView {
    in_group(inside.into())
}

/// A card with its title; `id` names the title for the card.
pub fn card<const N: usize>(id: &'static str, title: &'static str, inside: [AnyView; N]) -> AnyView {
    in_card(id, title, inside.into())
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// The row above a page's heading that leads back.
pub fn back_row(back: impl Into<Tap>) -> AnyView {
    let button = button(say!(app.back), back).quiet().icon("#i-back").piece();
    view! { <nav class="page-top">{button}</nav> }.into_any()
}

/// Words inside of a line.
pub fn span(class: &'static str, words: impl Into<String>) -> AnyView {
    in_span(class, words.into())
}

fn followed(piece: Live<AnyView>) -> AnyView {
    (move || piece.get()).into_any()
}

fn followed_if(piece: Live<Option<AnyView>>) -> AnyView {
    (move || piece.get()).into_any()
}

fn followed_words(words: Live<String>) -> AnyView {
    (move || words.get()).into_any()
}

fn in_box(class: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{inside}</div> }.into_any()
}

fn in_group(inside: Vec<AnyView>) -> AnyView {
    inside.into_any()
}

fn in_card(id: &'static str, title: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! {
        <section class="card" aria-labelledby=id>
            <h2 class="card-title" id=id>{title}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn in_span(class: &'static str, words: String) -> AnyView {
    view! { <span class=class dir="auto">{words}</span> }.into_any()
}

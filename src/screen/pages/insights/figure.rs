//! One thing that is shown: a title, a chart that can be left out, a sentence, and the table behind it.

use leptos::prelude::*;
use rules::chart::Drawing;
use web_sys::{Element, Event};

use super::board::Board;
use crate::screen::components::{Table, boxed, chart, follow_if, nothing, plain, soft, table};
use crate::screen::words::say;

/// A figure before it is a piece of a page.
pub struct Figure {
    /// What it shows.
    pub title: String,
    /// Drawn to a width.
    pub drawn: Box<dyn Fn(i32) -> Drawing + Send + Sync>,
    /// What is seen on it, in words.
    pub sentence: String,
    /// How to read it; may be empty.
    pub how: String,
    /// What is behind it.
    pub table: Table,
}

/// The figure as a piece of the page.
pub fn figure(board: Board, figure: Figure) -> AnyView {
    let Figure { title, drawn, sentence, how, table } = figure;
    let heard = title.clone() + ": " + &sentence;
    let picture = follow_if(move || board.width().map(|width| chart(drawn(width), heard.clone())));
    card(title, [picture, plain(sentence)], how, table)
}

/// A figure that is a sentence and a table alone.
pub fn told(title: impl Into<String>, sentence: String, how: String, table: Table) -> AnyView {
    card(title.into(), [nothing(), plain(sentence)], how, table)
}

fn card(title: String, inside: [AnyView; 2], how: String, behind: Table) -> AnyView {
    let how = if how.is_empty() { nothing() } else { soft(how) };
    let fold = folded(title.clone(), behind);
    view! {
        <section class="card figure">
            <h2 class="card-title">{title}</h2>
            {boxed("figure-body", inside)}
            {how}
            {fold}
        </section>
    }
    .into_any()
}

/// The table is made when it is asked for: a year of days is many rows.
fn folded(title: String, behind: Table) -> AnyView {
    if behind.rows.is_empty() {
        return nothing();
    }
    let is_open = RwSignal::new(false);
    let name = title.clone();
    let inside = follow_if(move || is_open.get().then(|| table(name.clone(), behind.clone())));
    // Told either way: an element that another figure left open is shut, and says so.
    let toggled = move |event: Event| is_open.set(event_target::<Element>(&event).has_attribute("open"));
    view! {
        <details class="fold" prop:open=move || is_open.get() on:toggle=toggled>
            <summary class="fold-head">
                <span>{say!(insights.table)}<span class="heard">{": ".to_owned() + &title}</span></span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}

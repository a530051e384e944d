//! What the list is narrowed to, as chips that can each be taken off.

use keeper::protocol::Filter;
use leptos::prelude::*;

use super::filters::kind_words;
use crate::screen::browser::dates;
use crate::screen::components::{Tap, follow, nothing};
use crate::screen::contexts::ListState;
use crate::screen::words::say;

/// A chip for each thing that is on.
pub fn chips(list: ListState) -> AnyView {
    follow(move || {
        let on = list.narrowed.with(all_on);
        if on.is_empty() {
            return nothing();
        }
        let chips: Vec<AnyView> = on
            .into_iter()
            .map(|(words, off)| chip(words, (move || list.narrow(|narrowed| off(narrowed))).into()))
            .collect();
        view! { <ul class="choices choices-row" aria-label=say!(journal.filters_on)>{chips}</ul> }.into_any()
    })
}

type Off = Box<dyn Fn(&mut Filter)>;

fn mood_words((least, most): (u8, u8)) -> String {
    say!(journal.mood_from_to, least = least, most = most)
}

fn all_on(narrowed: &Filter) -> Vec<(String, Off)> {
    let mut on: Vec<(String, Off)> = Vec::new();
    if narrowed.favourites {
        on.push((say!(journal.favourites).to_owned(), Box::new(|narrowed| narrowed.favourites = false)));
    }
    for (kind, words) in kind_words() {
        if narrowed.kinds.contains(&kind) {
            on.push((
                words.to_owned(),
                Box::new(move |narrowed| narrowed.kinds.retain(|known| *known != kind)),
            ));
        }
    }
    if let Some(mood) = narrowed.mood {
        on.push((mood_words(mood), Box::new(|narrowed| narrowed.mood = None)));
    }
    if let Some(tag) = &narrowed.tag {
        on.push((tag.clone(), Box::new(|narrowed| narrowed.tag = None)));
    }
    if let Some(day) = narrowed.from_day {
        let words = say!(journal.from_day, day = dates::whole_day(day));
        on.push((words, Box::new(|narrowed| narrowed.from_day = None)));
    }
    if let Some(day) = narrowed.to_day {
        let words = say!(journal.until_day, day = dates::whole_day(day));
        on.push((words, Box::new(|narrowed| narrowed.to_day = None)));
    }
    on
}

fn chip(words: String, off: Tap) -> AnyView {
    let says = say!(app.take_off, name = words.clone());
    view! {
        <li>
            <button type="button" class="choice choice-given" aria-label=says on:click=move |_| off.run()>
                <span class="choice-label" dir="auto">{words}</span>
                <span aria-hidden="true">"×"</span>
            </button>
        </li>
    }
    .into_any()
}

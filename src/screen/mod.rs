//! The screen: shows what the keeper answers and asks it for the rest. Holds no key and no journal storage; every word
//! of a journal lives below the one branch that is there while the journal is open.

mod app;
mod browser;
mod components;
mod contexts;
mod failure_words;
mod keeper_link;
mod locks;
mod pages;
mod printing;
mod session;
mod strength_link;
mod words;
mod words_list;

use leptos::mount::mount_to;

/// Puts the app into the page, in the place of the first paint.
pub fn mount() {
    // Only the place of a panic is known, and on the screen nobody is told: the page says that it stopped.
    link::report_panics(|_, _| browser::page::say_it_stopped());
    let Some(place) = browser::page::take_over() else { return };
    mount_to(place, app::App).forget();
}

//! Something takes a while: what is being done, how far it has come where that can be known, and a way to stop.

use leptos::prelude::*;

use super::{Live, Tap, button};
use crate::screen::keeper_link::Progress;
use crate::screen::words::say;

/// Shown for as long as it takes.
pub fn busy(
    words: impl Into<Live<&'static str>>,
    progress: impl Into<Live<Option<Progress>>>,
    on_cancel: impl Into<Tap>,
) -> AnyView {
    busy_of(words.into(), progress.into(), on_cancel.into())
}

fn busy_of(words: Live<&'static str>, progress: Live<Option<Progress>>, on_cancel: Tap) -> AnyView {
    let (spoken, known) = (words.clone(), progress.clone());
    let total = move || known.get().map(|progress| progress.total).filter(|total| *total > 0);
    let done = move || progress.get().filter(|progress| progress.total > 0).map(|progress| progress.done);
    view! {
        <div class="busy">
            <p role="status">{move || words.get()}</p>
            <progress class="busy-bar" max=total value=done aria-label=move || spoken.get()></progress>
            {button(say!(app.cancel), on_cancel).piece()}
        </div>
    }
    .into_any()
}

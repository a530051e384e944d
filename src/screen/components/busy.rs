//! Something takes a while: what is being done, how far it has come where that can be known, and a way to stop.

use leptos::prelude::*;

use super::{Button, Kind, Live, Tap};
use crate::screen::keeper_link::Progress;
use crate::screen::words::say;

/// Shown while `progress` is there, or while `waiting` says so without a number.
#[component]
pub fn Busy(
    #[prop(into)] words: Live<&'static str>,
    #[prop(into)] progress: Live<Option<Progress>>,
    #[prop(into)] on_cancel: Tap,
) -> impl IntoView {
    let spoken = words.clone();
    let total = {
        let progress = progress.clone();
        move || progress.get().map(|progress| progress.total).filter(|total| *total > 0)
    };
    let done = move || progress.get().filter(|progress| progress.total > 0).map(|progress| progress.done);
    view! {
        <div class="busy">
            <p role="status">{move || words.get()}</p>
            <progress class="busy-bar" max=total value=done aria-label=move || spoken.get()></progress>
            <Button label=say!(app.cancel) on_tap=move || on_cancel.run() kind=Kind::Plain/>
        </div>
    }
}

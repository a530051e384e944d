//! Something takes a while: what is being done, how far it has come where that can be known, and a way to stop.

use leptos::prelude::*;

use super::{Button, Kind};
use crate::screen::keeper_link::Progress;
use crate::screen::words::say;

/// Shown while `progress` is there, or while `waiting` says so without a number.
#[component]
pub fn Busy(
    #[prop(into)] words: Signal<String>,
    #[prop(into)] progress: Signal<Option<Progress>>,
    #[prop(into)] on_cancel: UnsyncCallback<()>,
) -> impl IntoView {
    let total = move || progress.get().map_or(0, |progress| progress.total);
    let bar = move || {
        let known = total() > 0;
        let done = move || progress.get().map_or(0, |progress| progress.done);
        if known {
            view! { <progress class="busy-bar" max=total prop:value=done aria-label=words></progress> }
                .into_any()
        } else {
            view! { <progress class="busy-bar" aria-label=words></progress> }.into_any()
        }
    };
    view! {
        <div class="busy">
            <p role="status">{words}</p>
            {bar}
            <Button label=say!(app.cancel) on_tap=on_cancel kind=Kind::Plain/>
        </div>
    }
}

//! One thing of a form that is on or off.

use leptos::prelude::*;

use super::{Desk, Fields};

/// A box to tick, for a place in the words of a kind.
pub fn switch<S: Fields>(
    desk: Desk<S>,
    id: &'static str,
    label: &'static str,
    of: fn(&mut S) -> &mut bool,
) -> AnyView {
    let is_on = move || *of(&mut desk.words.get());
    let turned = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        desk.chosen(|held| *of(held) = on);
    };
    view! {
        <label class="tick" for=id>
            <input class="tick-box" id=id type="checkbox" autocomplete="off" prop:checked=is_on on:change=turned />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

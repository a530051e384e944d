//! The trestle: a level table on two pairs of legs, in one stroke of ink. Decoration.

use leptos::prelude::*;

/// The drawing.
#[component]
pub fn TableDrawing() -> impl IntoView {
    view! {
        <svg class="drawing" viewBox="0 0 240 120" aria-hidden="true">
            <use href="#i-trestle"></use>
        </svg>
    }
}

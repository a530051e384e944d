//! The trestle: a level table on two pairs of legs, in one stroke of ink. Decoration.

use leptos::prelude::*;

/// The drawing.
pub fn table_drawing() -> AnyView {
    view! {
        <svg class="drawing" viewBox="12 4 216 112" aria-hidden="true">
            <use href="#i-trestle" width="240" height="120"></use>
        </svg>
    }
    .into_any()
}

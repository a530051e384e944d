//! What is folded away until somebody wants it.

use leptos::prelude::*;

/// The pieces below a line that opens them.
pub fn fold<const N: usize>(label: &'static str, inside: [AnyView; N]) -> AnyView {
    folded(label, inside.into())
}

fn folded(label: &'static str, inside: Vec<AnyView>) -> AnyView {
    view! {
        <details class="fold">
            <summary class="fold-head">{label}</summary>
            <div class="fold-body">{inside}</div>
        </details>
    }
    .into_any()
}

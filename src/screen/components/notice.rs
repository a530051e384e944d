//! A quiet box that says something besides the screen's own matter.

use leptos::prelude::*;

use super::icon;

/// A notice; the pieces stand one below the other.
pub fn notice<const N: usize>(inside: [AnyView; N]) -> AnyView {
    notice_of(inside.into())
}

fn notice_of(inside: Vec<AnyView>) -> AnyView {
    view! {
        <div class="notice" role="note">
            {icon("#i-info")}
            <div class="notice-body">{inside}</div>
        </div>
    }
    .into_any()
}

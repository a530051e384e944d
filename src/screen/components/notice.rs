//! A quiet box that says something besides the screen's own matter.

use leptos::prelude::*;

use super::{Icon, plain};

/// A notice; `urgent` ones are announced at once.
#[component]
pub fn Notice(
    #[prop(optional, into)] title: String,
    #[prop(into)] words: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let title = (!title.is_empty()).then(|| view! { <p class="notice-title">{title}</p> });
    view! {
        <div class="notice" role="note">
            <Icon name="#i-info"/>
            <div class="notice-body">
                {title}
                {plain(words)}
                {children.map(|children| children())}
            </div>
        </div>
    }
}

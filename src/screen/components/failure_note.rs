//! A failure in two calm sentences, announced when it comes up.

use keeper::protocol::{Failure, Help};
use leptos::prelude::*;

use super::Icon;
use crate::screen::failure_words::sentences;
use crate::screen::words::say;

/// Shows the failure, if there is one. The live region is there before it is filled, so that it is heard.
#[component]
pub fn FailureNote(#[prop(into)] failure: Signal<Option<Failure>>) -> impl IntoView {
    view! { <div class="live" role="alert">{move || failure.get().map(|failure| note(&failure))}</div> }
}

fn note(failure: &Failure) -> impl IntoView + use<> {
    let (what, help) = sentences(failure);
    let tell = failure.help() == Help::Tell;
    let number = tell.then(|| view! { <p class="soft">{say!(app.number, number = failure.number())}</p> });
    view! {
        <div class="notice notice-decision">
            <Icon name="#i-info"/>
            <div class="notice-body">
                <p class="notice-title">{what}</p>
                <p>{help}</p>
                {number}
            </div>
        </div>
    }
}

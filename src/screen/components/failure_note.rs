//! A failure in two calm sentences, announced when it comes up.

use keeper::protocol::{Failure, Help};
use leptos::prelude::*;

use super::{Icon, Live, plain, soft};
use crate::screen::failure_words::sentences;
use crate::screen::words::say;

/// Shows the failure, if there is one. The live region is there before it is filled, so that it is heard.
#[component]
pub fn FailureNote(#[prop(into)] failure: Live<Option<Failure>>) -> impl IntoView {
    view! { <div class="live" role="alert">{move || failure.get().map(|failure| note(&failure))}</div> }
}

fn note(failure: &Failure) -> AnyView {
    let (what, help) = sentences(failure);
    let tell = failure.help() == Help::Tell;
    let number = tell.then(|| soft(say!(app.number, number = failure.number())));
    view! {
        <div class="notice notice-decision">
            <Icon name="#i-info"/>
            <div class="notice-body">
                <p class="notice-title">{what}</p>
                {plain(help)}
                {number}
            </div>
        </div>
    }
    .into_any()
}

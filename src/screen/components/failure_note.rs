//! A failure in two calm sentences, announced when it comes up.

use keeper::protocol::{Failure, Help};
use leptos::prelude::*;

use super::{Live, follow_if, icon, nothing, plain, soft, title};
use crate::screen::failure_words::sentences;
use crate::screen::words::say;

/// Shows the failure, if there is one. The live region is there before it is filled, so that it is heard.
pub fn failure_note(failure: impl Into<Live<Option<Failure>>>) -> AnyView {
    let failure = failure.into();
    let note = follow_if(move || failure.get().map(|failure| note(&failure)));
    view! { <div class="live" role="alert">{note}</div> }.into_any()
}

/// The same for a failure that stands.
pub fn failed(failure: Failure) -> AnyView {
    failure_note(move || Some(failure.clone()))
}

/// One sentence that stands in the way, announced when it comes up.
pub fn problem_note(words: impl Into<Live<Option<&'static str>>>) -> AnyView {
    let words = words.into();
    let note = follow_if(move || {
        words.get().map(|words| view! { <p class="problem">{icon("#i-info")}{words}</p> }.into_any())
    });
    view! { <div class="live" role="alert">{note}</div> }.into_any()
}

fn note(failure: &Failure) -> AnyView {
    let (what, help) = sentences(failure);
    let number = match failure.help() {
        Help::Tell => soft(say!(app.number, number = failure.number())),
        _ => nothing(),
    };
    decision([title(what), plain(help), number])
}

/// Two sentences of somebody else's: what happened, and what can be done.
pub fn decision_note(what: String, help: String) -> AnyView {
    decision([title(what), plain(help), nothing()])
}

fn decision(inside: [AnyView; 3]) -> AnyView {
    view! {
        <div class="notice notice-decision">
            {icon("#i-info")}
            <div class="notice-body">{Vec::from(inside)}</div>
        </div>
    }
    .into_any()
}

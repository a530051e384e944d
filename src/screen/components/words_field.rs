//! A field of one line that takes words. It has no name, and nothing of the browser remembers, corrects or sends what
//! is typed (Chromium writes plain fields into its session files otherwise).

use leptos::html;
use leptos::prelude::*;

use super::{Tap, unremembered};

/// A labelled field of one line.
#[component]
pub fn WordsField(
    id: &'static str,
    label: &'static str,
    field: NodeRef<html::Input>,
    #[prop(optional)] kind: &'static str,
    #[prop(optional)] help: &'static str,
    #[prop(optional, into)] value: String,
    #[prop(into)] on_input: Tap,
) -> impl IntoView {
    let kind = if kind.is_empty() { "text" } else { kind };
    let help_id = (!help.is_empty()).then(|| id.to_owned() + "-help");
    let help = help_id.clone().map(|id| view! { <p class="field-help" id=id>{help}</p> });
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <input
                {..unremembered()}
                class="field-input"
                id=id
                type=kind
                node_ref=field
                prop:value=value
                aria-describedby=help_id
                on:input=move |_| on_input.run()
            />
            {help}
        </div>
    }
}

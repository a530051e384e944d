//! A passphrase field: uncontrolled, so that its words are in no signal; read once by whoever submits, then cleared.

use leptos::html;
use leptos::prelude::*;

use super::{Live, Tap, unremembered};

/// A labelled passphrase field; `shown` turns its dots into letters.
#[component]
pub fn PassphraseField(
    id: &'static str,
    label: &'static str,
    field: NodeRef<html::Input>,
    shown: RwSignal<bool>,
    #[prop(into)] invalid: Live<bool>,
    /// Ids of what explains it.
    described_by: &'static str,
    #[prop(into)] on_input: Tap,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <input
                {..unremembered()}
                class="field-input"
                id=id
                type=move || if shown.get() { "text" } else { "password" }
                node_ref=field
                aria-describedby=described_by
                aria-invalid=move || invalid.get().then_some("true")
                on:input=move |_| on_input.run()
            />
        </div>
    }
}

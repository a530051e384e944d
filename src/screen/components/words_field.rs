//! A field of one line that takes words. It has no name, and nothing of the browser remembers, corrects or sends what
//! is typed (Chromium writes plain fields into its session files otherwise).

use leptos::html;
use leptos::prelude::*;

use super::{Tap, unremembered};

/// A labelled field of one line.
pub struct WordsField {
    pub id: &'static str,
    pub label: &'static str,
    /// `text`, `date` or `time`.
    pub kind: &'static str,
    /// Explains it; may be empty.
    pub help: &'static str,
    /// What it holds at first.
    pub value: String,
    pub field: NodeRef<html::Input>,
    pub on_input: Tap,
}

impl WordsField {
    /// The field as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { id, label, kind, help, value, field, on_input } = self;
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
        .into_any()
    }
}

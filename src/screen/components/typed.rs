//! A field that tells its words at each key: of one line, of several, or of a kind the browser knows (date, time,
//! number). Nothing of the browser remembers, corrects or sends what is typed.

use leptos::prelude::*;

use super::{Say, unremembered};

/// A labelled field.
pub struct Typed {
    pub id: &'static str,
    pub label: &'static str,
    /// `text`, `date`, `time`, `number`, `tel`; `several` for a field of several lines.
    pub kind: &'static str,
    /// Explains it; may be empty.
    pub help: &'static str,
    /// What it holds at first.
    pub value: String,
    pub on_words: Say,
}

impl Typed {
    /// The field as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { id, label, kind, help, value, on_words } = self;
        let help_id = (!help.is_empty()).then(|| id.to_owned() + "-help");
        let help = help_id.clone().map(|id| view! { <p class="field-help" id=id>{help}</p> });
        let typed = move |event: leptos::ev::Event| on_words.run(event_target_value(&event));
        let field = match kind {
            "several" => view! {
                <textarea {..unremembered()} class="field-input field-lines" id=id prop:value=value rows="3"
                    aria-describedby=help_id on:input=typed></textarea>
            }
            .into_any(),
            kind => {
                let keyboard = (kind == "number").then_some("decimal");
                // A number field of the browser hides what it cannot read; ours says so when it is saved.
                let kind = if kind == "number" { "text" } else { kind };
                view! {
                    <input {..unremembered()} class="field-input" id=id type=kind inputmode=keyboard prop:value=value
                        aria-describedby=help_id on:input=typed />
                }
                .into_any()
            }
        };
        view! {
            <div class="field">
                <label class="field-label" for=id>{label}</label>
                {field}
                {help}
            </div>
        }
        .into_any()
    }
}

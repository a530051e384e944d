//! A field whose label is a question as it stood, in whatever words; and several of them under one question.

use leptos::prelude::*;

use crate::screen::components::{Say, boxed, unremembered};

/// Several fields under one question.
pub fn named(id: &'static str, label: String, help: String, inside: AnyView) -> AnyView {
    let (label_id, help_id) = (id.to_owned() + "-label", id.to_owned() + "-help");
    let labelled_by = label_id.clone();
    let described_by = (!help.is_empty()).then(|| help_id.clone());
    let help = (!help.is_empty()).then(|| view! { <p class="field-help" id=help_id dir="auto">{help}</p> });
    view! {
        <div class="field" role="group" aria-labelledby=labelled_by aria-describedby=described_by>
            <p class="field-label" id=label_id dir="auto">{label}</p>
            {help}
            {inside}
        </div>
    }
    .into_any()
}

/// A field.
pub struct Field {
    pub id: String,
    pub label: String,
    /// `text`, `date`, `number`; `several` for a field of several lines.
    pub kind: &'static str,
    /// Explains it; may be empty.
    pub help: String,
    pub value: String,
}

/// A field whose label is a question as it stood.
pub fn field(field: Field, on_words: impl Into<Say>) -> AnyView {
    field_of(field, on_words.into())
}

fn field_of(field: Field, on_words: Say) -> AnyView {
    let Field { id, label, kind, help, value } = field;
    let help_id = (!help.is_empty()).then(|| id.clone() + "-help");
    let help = help_id.clone().map(|id| view! { <p class="field-help" id=id dir="auto">{help}</p> });
    let typed = move |event: leptos::ev::Event| on_words.run(event_target_value(&event));
    let name = id.clone();
    let input = match kind {
        "several" => view! {
            <textarea {..unremembered()} class="field-input field-lines worksheet-lines-field" id=id prop:value=value
                rows="2" dir="auto" aria-describedby=help_id on:input=typed></textarea>
        }
        .into_any(),
        kind => {
            let keyboard = (kind == "number").then_some("numeric");
            let kind = if kind == "number" { "text" } else { kind };
            view! {
                <input {..unremembered()} class="field-input" id=id type=kind inputmode=keyboard prop:value=value
                    dir="auto" aria-describedby=help_id on:input=typed />
            }
            .into_any()
        }
    };
    let label = view! { <label class="field-label" for=name dir="auto">{label}</label> };
    boxed("field", [label.into_any(), help.into_any(), input])
}

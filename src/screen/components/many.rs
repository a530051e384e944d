//! Several choices out of some, each on or off, beside each other; and own names that can be added.

use leptos::prelude::*;

use super::{Choose, Live, Say, boxed, button, follow, nothing, unremembered};
use crate::screen::browser::dom;
use crate::screen::words::say;

/// Choices of which any number can be on. `on_toggle` gets the place of one.
pub struct Many {
    pub id: &'static str,
    pub label: &'static str,
    pub choices: Vec<String>,
    pub chosen: Live<Vec<usize>>,
    pub on_toggle: Choose,
}

impl Many {
    /// The choices as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { id, label, choices, chosen, on_toggle } = self;
        let chosen = Memo::new(move |_| chosen.get());
        let label_id = id.to_owned() + "-label";
        let labelled_by = label_id.clone();
        let each = choices.into_iter().enumerate().map(move |(at, words)| {
            let on_toggle = on_toggle.clone();
            let checked = move || if chosen.with(|chosen| chosen.contains(&at)) { "true" } else { "false" };
            view! {
                <button type="button" class="choice" role="checkbox" aria-checked=checked
                    on:click=move |_| on_toggle.run(at)>
                    <span class="choice-label">{words}</span>
                </button>
            }
            .into_any()
        });
        let each: Vec<AnyView> = each.collect();
        // Without a label of its own it belongs to what stands above it, and is named the same for whoever hears it.
        let label = view! { <p class="field-label" id=label_id>{label}</p> };
        view! {
            <div class="field" role="group" aria-labelledby=labelled_by>
                {label}
                <div class="choices choices-row">{each}</div>
            </div>
        }
        .into_any()
    }
}

/// Own names: those given, each with a way to take it off, and a field for another.
pub struct Names {
    pub id: &'static str,
    pub label: &'static str,
    pub names: Live<Vec<String>>,
    pub on_add: Say,
    pub on_remove: Choose,
}

impl Names {
    /// The names as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { id, label, names, on_add, on_remove } = self;
        let names = Memo::new(move |_| names.get());
        let field = NodeRef::<leptos::html::Input>::new();
        let add = move || {
            let Some(field) = field.get_untracked() else { return };
            let words = field.value();
            if !words.trim().is_empty() {
                on_add.run(words.trim().to_owned());
                field.set_value("");
            }
            dom::focus(&field);
        };
        let (on_key, on_tap) = (add.clone(), add);
        let keys = move |event: leptos::ev::KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                on_key();
            }
        };
        let on_remove = StoredValue::new_local(on_remove);
        let given = follow(move || {
            let each = names.get().into_iter().enumerate().map(move |(at, name)| {
                let remove = move |_| on_remove.with_value(|remove| remove.run(at));
                let says = say!(app.take_off, name = name.clone());
                view! {
                    <li>
                        <button type="button" class="choice choice-given" aria-label=says on:click=remove>
                            <span class="choice-label" dir="auto">{name}</span>
                            <span aria-hidden="true">"×"</span>
                        </button>
                    </li>
                }
                .into_any()
            });
            let each: Vec<AnyView> = each.collect();
            match each.is_empty() {
                true => nothing(),
                false => view! { <ul class="choices choices-row">{each}</ul> }.into_any(),
            }
        });
        let input = view! {
            <input {..unremembered()} class="field-input" id=id type="text" node_ref=field on:keydown=keys />
        };
        view! {
            <div class="field">
                <label class="field-label" for=id>{label}</label>
                {given}
                {boxed("field-add", [input.into_any(), button(say!(app.add), on_tap).piece()])}
            </div>
        }
        .into_any()
    }
}

//! A passphrase field: uncontrolled, so that its words are in no signal; read once by whoever submits, then cleared. On a
//! device that others use it is a masked field of text, as browsers offer to save what a field of passwords held
//! (`docs/decisions/0012-passphrase-field.md`).

use leptos::html;
use leptos::prelude::*;
use rules::Device;

use super::{Button, Live, Tap, button, unremembered};
use crate::screen::browser::passphrase;
use crate::screen::contexts::expect_shelf;
use crate::screen::words::say;

/// A labelled passphrase field.
#[derive(Clone)]
pub struct PassphraseField {
    pub id: &'static str,
    pub label: &'static str,
    pub field: NodeRef<html::Input>,
    /// Letters instead of dots.
    pub shown: RwSignal<bool>,
    pub invalid: Live<bool>,
    /// Ids of what explains it.
    pub described_by: &'static str,
    pub on_input: Tap,
}

impl PassphraseField {
    /// The field as a piece of a page.
    pub fn piece(self) -> AnyView {
        let Self { id, label, field, shown, invalid, described_by, on_input } = self;
        let is_mine = expect_shelf().with_now(|shelf| shelf.device == Device::Mine);
        let is_text = !is_mine && passphrase::can_mask();
        view! {
            <div class="field">
                <label class="field-label" for=id>{label}</label>
                <input
                    {..unremembered()}
                    class=move || if shown.get() { "field-input" } else { "field-input field-masked" }
                    id=id
                    type=move || if is_text || shown.get() { "text" } else { "password" }
                    node_ref=field
                    aria-describedby=described_by
                    aria-invalid=move || invalid.get().then_some("true")
                    on:input=move |_| on_input.run()
                />
            </div>
        }
        .into_any()
    }
}

/// Turns the dots into letters and back.
pub fn show_passphrase(shown: RwSignal<bool>) -> Button {
    let switch = move || shown.update(|shown| *shown = !*shown);
    button(say!(lock.show), switch).pressed(shown).quiet().icon("#i-eye")
}

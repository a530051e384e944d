//! The fields of the editor. Each takes words into the page only.

use leptos::prelude::*;

use super::desk::Desk;
use crate::screen::components::{Scale, WordsField, boxed, button, follow_if, formatted, soft, unremembered};
use crate::screen::words::say;

pub fn title_field(desk: Desk) -> AnyView {
    let field = WordsField {
        id: "title",
        label: say!(editor.title),
        kind: "text",
        help: "",
        value: desk.begun.with_value(|begun| begun.text.title.clone()),
        field: desk.title,
        on_input: (move || desk.drafting.typed()).into(),
    };
    field.piece()
}

/// The text, and its formatted form in its place.
pub fn entry_field(desk: Desk) -> AnyView {
    let text = desk.begun.with_value(|begun| begun.text.text.clone());
    let shown = RwSignal::new(false);
    let preview = follow_if(move || {
        shown.get().then(|| match desk.written().text {
            text if text.trim().is_empty() => soft(say!(editor.nothing_formatted)),
            text => formatted(&text),
        })
    });
    let show = button(say!(editor.show_formatted), move || shown.update(|shown| *shown = !*shown));
    let label = view! { <label class="field-label" for="entry">{say!(editor.entry)}</label> };
    view! {
        <div class="field">
            {boxed("field-head", [label.into_any(), show.pressed(shown).quiet().piece()])}
            <textarea {..unremembered()} class="field-input field-text" id="entry" node_ref=desk.text prop:value=text
                rows="8" hidden=move || shown.get() on:input=move |_| desk.drafting.typed()></textarea>
            <div class="preview" hidden=move || !shown.get()>{preview}</div>
        </div>
    }
    .into_any()
}

/// Mood, 0 to 10 or skipped; nothing is chosen beforehand.
pub fn mood_field(desk: Desk) -> AnyView {
    let ends = (say!(editor.mood_low), say!(editor.mood_high));
    let mood = Scale { id: "mood", label: say!(editor.mood), ends };
    mood.or_skip(desk.mood, move |_| desk.drafting.typed())
}

pub fn tags_field(desk: Desk) -> AnyView {
    let field = WordsField {
        id: "tags",
        label: say!(editor.tags),
        kind: "text",
        help: say!(editor.tags_help),
        value: desk.began().tags,
        field: desk.tags,
        on_input: (move || desk.drafting.typed()).into(),
    };
    field.piece()
}

/// Date and time, for writing about an earlier day.
pub fn when_fields(desk: Desk) -> AnyView {
    let written = desk.began();
    let date = WordsField {
        id: "date",
        label: say!(editor.date),
        kind: "date",
        help: "",
        value: written.date,
        field: desk.date,
        on_input: (move || desk.drafting.typed()).into(),
    };
    let clock = WordsField {
        id: "time",
        label: say!(editor.time),
        kind: "time",
        help: "",
        value: written.clock,
        field: desk.clock,
        on_input: (move || desk.drafting.typed()).into(),
    };
    view! {
        <fieldset class="when">
            <legend class="field-label">{say!(editor.when)}</legend>
            {boxed("beside", [date.piece(), clock.piece()])}
        </fieldset>
    }
    .into_any()
}

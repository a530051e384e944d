//! The fields of the editor. Each takes words into the page only.

use leptos::prelude::*;

use super::desk::{Begun, Desk};
use crate::screen::components::{
    Choice, RadioGroup, Shape, WordsField, boxed, button, follow_if, formatted, radio_group, soft,
    unremembered,
};
use crate::screen::words::say;

/// Places on the scale: 0 to 10, then "Skip".
const SKIP: usize = 11;

pub fn title_field(desk: Desk) -> AnyView {
    let field = WordsField {
        id: "title",
        label: say!(editor.title),
        kind: "text",
        help: "",
        value: desk.begun.with_value(|begun| begun.text.title.clone()),
        field: desk.title,
        on_input: (move || desk.typed()).into(),
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
                rows="8" hidden=move || shown.get() on:input=move |_| desk.typed()></textarea>
            <div class="preview" hidden=move || !shown.get()>{preview}</div>
        </div>
    }
    .into_any()
}

/// Mood, 0 to 10 or skipped; nothing is chosen beforehand.
pub fn mood_field(desk: Desk) -> AnyView {
    let skipped = RwSignal::new(false);
    let choice = |mood: usize| match mood {
        0 => Choice { label: "0".into(), more: say!(editor.mood_low) },
        10 => Choice { label: "10".into(), more: say!(editor.mood_high) },
        SKIP => Choice::plain(say!(editor.skip)),
        mood => Choice::plain(mood.to_string()),
    };
    let chosen = move || match desk.mood.get() {
        Some(mood) => Some(usize::from(mood)),
        None => skipped.get().then_some(SKIP),
    };
    let choose = move |at: usize| {
        skipped.set(at == SKIP);
        desk.mood.set(if at == SKIP { None } else { u8::try_from(at).ok() });
        desk.typed();
    };
    radio_group(RadioGroup {
        id: "mood",
        label: say!(editor.mood),
        choices: (0..=SKIP).map(choice).collect(),
        shape: Shape::Scale,
        chosen: chosen.into(),
        on_choose: choose.into(),
    })
}

pub fn tags_field(desk: Desk) -> AnyView {
    let field = WordsField {
        id: "tags",
        label: say!(editor.tags),
        kind: "text",
        help: say!(editor.tags_help),
        value: desk.begun.with_value(Begun::written).tags,
        field: desk.tags,
        on_input: (move || desk.typed()).into(),
    };
    field.piece()
}

/// Date and time, for writing about an earlier day.
pub fn when_fields(desk: Desk) -> AnyView {
    let written = desk.begun.with_value(Begun::written);
    let date = WordsField {
        id: "date",
        label: say!(editor.date),
        kind: "date",
        help: "",
        value: written.date,
        field: desk.date,
        on_input: (move || desk.typed()).into(),
    };
    let clock = WordsField {
        id: "time",
        label: say!(editor.time),
        kind: "time",
        help: "",
        value: written.clock,
        field: desk.clock,
        on_input: (move || desk.typed()).into(),
    };
    view! {
        <fieldset class="when">
            <legend class="field-label">{say!(editor.when)}</legend>
            {boxed("beside", [date.piece(), clock.piece()])}
        </fieldset>
    }
    .into_any()
}

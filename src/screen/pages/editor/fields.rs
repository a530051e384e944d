//! The fields of the editor. Each takes words into the page only.

use leptos::prelude::*;

use super::desk::{Begun, Desk};
use crate::screen::components::{
    Button, Choice, Kind, MarkdownView, RadioGroup, Shape, WordsField, soft, unremembered,
};
use crate::screen::words::say;

/// Places on the scale: 0 to 10, then "Skip".
const SKIP: usize = 11;

#[component]
pub fn TitleField(desk: Desk) -> impl IntoView {
    let title = desk.begun.with_value(|begun| begun.text.title.clone());
    view! {
        <WordsField id="title" label=say!(editor.title) field=desk.title value=title on_input=move || desk.typed()/>
    }
}

/// The text, and its formatted form in its place.
#[component]
pub fn EntryField(desk: Desk) -> impl IntoView {
    let text = desk.begun.with_value(|begun| begun.text.text.clone());
    let formatted = RwSignal::new(false);
    let preview = move || {
        formatted.get().then(|| {
            let text = desk.written().text;
            if text.trim().is_empty() {
                soft(say!(editor.nothing_formatted)).into_any()
            } else {
                view! { <MarkdownView text=text/> }.into_any()
            }
        })
    };
    view! {
        <div class="field">
            <div class="field-head">
                <label class="field-label" for="entry">{say!(editor.entry)}</label>
                <Button label=say!(editor.show_formatted) kind=Kind::Quiet pressed=formatted
                    on_tap=move || formatted.update(|formatted| *formatted = !*formatted)/>
            </div>
            <textarea {..unremembered()} class="field-input field-text" id="entry" node_ref=desk.text prop:value=text rows="8"
                hidden=move || formatted.get() on:input=move |_| desk.typed()></textarea>
            <div class="preview" hidden=move || !formatted.get()>{preview}</div>
        </div>
    }
}

/// Mood, 0 to 10 or skipped; nothing is chosen beforehand.
#[component]
pub fn MoodField(desk: Desk) -> impl IntoView {
    let skipped = RwSignal::new(false);
    let label = |mood: usize| match mood {
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
    view! {
        <RadioGroup id="mood" label=say!(editor.mood) choices=(0..=SKIP).map(label).collect() shape=Shape::Scale
            chosen=chosen on_choose=choose/>
    }
}

#[component]
pub fn TagsField(desk: Desk) -> impl IntoView {
    let tags = desk.begun.with_value(Begun::written).tags;
    view! {
        <WordsField id="tags" label=say!(editor.tags) field=desk.tags value=tags help=say!(editor.tags_help)
            on_input=move || desk.typed()/>
    }
}

/// Date and time, for writing about an earlier day.
#[component]
pub fn WhenFields(desk: Desk) -> impl IntoView {
    let written = desk.begun.with_value(Begun::written);
    view! {
        <fieldset class="when">
            <legend class="field-label">{say!(editor.when)}</legend>
            <div class="beside">
                <WordsField id="date" kind="date" label=say!(editor.date) field=desk.date value=written.date
                    on_input=move || desk.typed()/>
                <WordsField id="time" kind="time" label=say!(editor.time) field=desk.clock value=written.clock
                    on_input=move || desk.typed()/>
            </div>
        </fieldset>
    }
}

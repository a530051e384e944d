//! How the moods of another program map to ours: asked, never guessed. What was there is kept beside it in any case.

use exchange::porter::{Found, MoodFound};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::course::Course;
use crate::screen::browser::dates;
use crate::screen::components::{boxed, button, nothing, soft};
use crate::screen::words::say;

/// Most moods that are asked about one by one.
const MOST: usize = 60;

/// A row for each mood.
pub(super) fn moods(course: Course, found: &Found) -> AnyView {
    if found.moods.is_empty() {
        return nothing();
    }
    let usual: Vec<(String, u8)> =
        found.moods.iter().filter_map(|mood| Some((mood.name.clone(), mood.usual?))).collect();
    let suggest = match usual.is_empty() {
        true => nothing(),
        false => button(say!(transfer.moods_usual), move || {
            course.chosen.update(|chosen| chosen.moods.extend(usual.iter().cloned()));
        })
        .piece(),
    };
    let rows: Vec<AnyView> =
        found.moods.iter().take(MOST).enumerate().map(|(at, mood)| row(course, at, mood.clone())).collect();
    let tags = button(say!(transfer.moods_as_tags), move || {
        course.chosen.update(|chosen| chosen.mood_tags = !chosen.mood_tags);
    })
    .pressed_while(move || course.chosen.with(|chosen| chosen.mood_tags))
    .piece();
    view! {
        <section class="field" aria-labelledby="moods-label">
            <h2 class="section-name" id="moods-label">{say!(transfer.moods)}</h2>
            {soft(say!(transfer.moods_lead))}
            {suggest}
            <div class="transfer-moods">{rows}</div>
            {boxed("beside", [tags])}
        </section>
    }
    .into_any()
}

fn row(course: Course, at: usize, mood: MoodFound) -> AnyView {
    let id = format!("mood-{at}");
    let label_for = id.clone();
    let MoodFound { name, entries, .. } = mood;
    let (read, written) = (name.clone(), name.clone());
    let chosen = move || course.chosen.with(|chosen| chosen.moods.get(&read).copied());
    let change = move |event: leptos::ev::Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let value = select.map(|select| select.value()).unwrap_or_default();
        course.chosen.update(|chosen| {
            match value.parse() {
                Ok(mood) => drop(chosen.moods.insert(written.clone(), mood)),
                Err(_) => drop(chosen.moods.remove(&written)),
            };
        });
    };
    let value = move || chosen().map_or(String::new(), |mood| mood.to_string());
    let numbers: Vec<AnyView> = (0..=10_u8)
        .map(|mood| {
            let number = dates::number(u32::from(mood));
            let words = match mood {
                0 => say!(transfer.mood_low, number = number),
                10 => say!(transfer.mood_high, number = number),
                _ => number,
            };
            view! { <option value=mood.to_string()>{words}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="transfer-mood">
            <label for=label_for>
                <span dir="auto">{name}</span>
                " "
                <span class="soft">{say!(transfer.mood_entries, count = dates::number(entries))}</span>
            </label>
            <select class="field-input" id=id autocomplete="off" prop:value=value on:change=change>
                <option value="">{say!(transfer.mood_none)}</option>
                {numbers}
            </select>
        </div>
    }
    .into_any()
}

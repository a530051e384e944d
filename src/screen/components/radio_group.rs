//! A radio group out of buttons with roles: unlike radio inputs it needs no `name`, and no browser keeps its state in
//! a session file. Arrow keys move and choose; nothing is chosen before a person chooses.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use rules::ScaleKeys;

use super::{Choose, Live};
use crate::screen::browser::{clock, dom, week};

/// One choice.
#[derive(Clone)]
pub struct Choice {
    /// What is read and shown.
    pub label: String,
    /// Shown under it, smaller; read with it.
    pub more: &'static str,
}

impl Choice {
    /// A choice of one word.
    pub fn plain(label: impl Into<String>) -> Self {
        Self { label: label.into(), more: "" }
    }
}

/// How the choices lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Beside each other, wrapping.
    Row,
    /// Below each other, each with its explanation.
    Cards,
    /// Four times three cells.
    Scale,
}

/// The group. `chosen` is derived by the owner; `on_choose` gets the place of the choice.
pub struct RadioGroup {
    pub id: &'static str,
    pub label: &'static str,
    pub choices: Vec<Choice>,
    pub shape: Shape,
    pub chosen: Live<Option<usize>>,
    pub on_choose: Choose,
}

/// The group as a piece of a page.
pub fn radio_group(group: RadioGroup) -> AnyView {
    let RadioGroup { id, label, choices, shape, chosen, on_choose } = group;
    let choices = choices.into_iter().map(|choice| (choice.label, choice.more.to_owned())).collect();
    own_radio_group(OwnRadioGroup { id, label: label.to_owned(), choices, shape, chosen, on_choose })
}

/// The group with words that may be somebody's own. Each choice is what is shown, and what is shown under it.
pub struct OwnRadioGroup {
    pub id: &'static str,
    pub label: String,
    pub choices: Vec<(String, String)>,
    pub shape: Shape,
    pub chosen: Live<Option<usize>>,
    pub on_choose: Choose,
}

/// The group in somebody's own words as a piece of a page.
pub fn own_radio_group(group: OwnRadioGroup) -> AnyView {
    let OwnRadioGroup { id, label, choices, shape, chosen, on_choose } = group;
    let typed = StoredValue::new(ScaleKeys::default());
    let count = choices.len();
    let class = match shape {
        Shape::Row => "choices choices-row",
        Shape::Cards => "choices choices-cards",
        Shape::Scale => "choices choices-scale",
    };
    let item_id = move |at: usize| id.to_owned() + "-" + &at.to_string();
    let item = move |(at, (words, more_words)): (usize, (String, String))| {
        let id = item_id(at);
        let (is_chosen, first_chosen) = (chosen.clone(), chosen.clone());
        let checked = move || if is_chosen.get() == Some(at) { "true" } else { "false" };
        let reachable = move || if first_chosen.get().unwrap_or(0) == at { "0" } else { "-1" };
        let more_id = id.clone() + "-more";
        let explained = (!more_words.is_empty()).then(|| more_id.clone());
        let more =
            explained.clone().map(|id| view! { <span class="choice-more" id=id>{more_words.clone()}</span> });
        // End labels of a scale are part of the name; explanations in full sentences describe it.
        let (name, explained) = match shape {
            Shape::Scale if explained.is_some() => (words.clone() + ", " + &more_words, None),
            _ => (words.clone(), explained),
        };
        let (tapped, moved_on) = (on_choose.clone(), on_choose.clone());
        let keys = move |event: KeyboardEvent| {
            let digit = || {
                let number = typed.try_update_value(|typed| typed.typed(&event.key(), clock::now_ms()));
                number.flatten().map(usize::from).filter(|number| shape == Shape::Scale && *number < count)
            };
            let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
            let Some(to) = moved(&event.key(), at, count).or_else(|| plain.then(digit).flatten()) else {
                return;
            };
            event.prevent_default();
            moved_on.run(to);
            if let Some(item) = dom::by_id(&item_id(to)) {
                dom::focus(&item);
            }
        };
        view! {
            <button
                type="button"
                class="choice"
                id=id
                role="radio"
                aria-checked=checked
                aria-label=name
                aria-describedby=explained
                tabindex=reachable
                on:click=move |_| tapped.run(at)
                on:keydown=keys
            >
                <span class="choice-label" dir="auto">{words}</span>
                {more}
            </button>
        }
        .into_any()
    };
    let label_id = id.to_owned() + "-label";
    let labelled_by = label_id.clone();
    let items: Vec<AnyView> = choices.into_iter().enumerate().map(item).collect();
    view! {
        <div class="field" role="radiogroup" aria-labelledby=labelled_by>
            <p class="field-label" id=label_id dir="auto">{label}</p>
            <div class=class>{items}</div>
        </div>
    }
    .into_any()
}

/// Where a key leads from the choice at `at`.
fn moved(key: &str, at: usize, count: usize) -> Option<usize> {
    let (next, previous) = ((at + 1) % count, (at + count - 1) % count);
    match key {
        "ArrowDown" => Some(next),
        "ArrowUp" => Some(previous),
        "ArrowRight" => Some(if week::is_rtl() { previous } else { next }),
        "ArrowLeft" => Some(if week::is_rtl() { next } else { previous }),
        _ => None,
    }
}

//! One question of a questionnaire, in whatever way it takes its answer.

use keeper::protocol::support::scores::{Item, ItemKind};
use leptos::prelude::*;

use super::questionnaire_form::question_words;
use crate::screen::components::{
    Choose, Live, OwnRadioGroup, Say, Shape, group, nothing, numbered, own, own_radio_group, soft,
    unremembered,
};
use crate::screen::words::say;

/// What a question needs of the form around it.
#[derive(Clone)]
pub struct Question {
    /// Its place among the items.
    pub at: usize,
    pub item: Item,
    /// The values that are its answer.
    pub answer: Live<Vec<String>>,
    pub on_choose: Choose,
    pub on_words: Say,
}

/// The question as a piece of a page.
pub fn question(question: Question) -> AnyView {
    let words = question_words(&question.item.prefix, &question.item.text);
    match question.item.kind {
        ItemKind::Group if question.item.text.is_empty() => nothing(),
        ItemKind::Group => view! { <h2 class="card-title" dir="auto">{words}</h2> }.into_any(),
        ItemKind::Shown => own("", words),
        ItemKind::NotHere => group([own("", words), soft(say!(scores.not_here))]),
        ItemKind::Choice if question.item.several => several(question, words),
        ItemKind::Choice | ItemKind::YesNo => one(question, words),
        ItemKind::OpenChoice => {
            let typed = typed(&question, say!(scores.other_words).to_owned(), "text");
            let choices = if question.item.several { several(question, words) } else { one(question, words) };
            group([choices, typed])
        }
        ItemKind::Number => typed(&question, words, "number"),
        ItemKind::Moment | ItemKind::Line => typed(&question, words, "text"),
        ItemKind::Text => typed(&question, words, "several"),
    }
}

/// The values that can be chosen, with their words.
pub fn choices(item: &Item) -> Vec<(String, String)> {
    if item.kind == ItemKind::YesNo {
        return vec![("true".into(), say!(scores.yes).into()), ("false".into(), say!(scores.no).into())];
    }
    item.options.iter().map(|option| (option.value.clone(), option.text.clone())).collect()
}

fn one(question: Question, label: String) -> AnyView {
    let choices = choices(&question.item);
    let values: Vec<String> = choices.iter().map(|(value, _)| value.clone()).collect();
    let answer = question.answer;
    own_radio_group(OwnRadioGroup {
        id: numbered("question", question.at),
        label,
        choices: choices.into_iter().map(|(_, words)| (words, String::new())).collect(),
        shape: Shape::Row,
        chosen: (move || {
            answer.get().first().and_then(|answer| values.iter().position(|value| value == answer))
        })
        .into(),
        on_choose: question.on_choose,
    })
}

fn several(question: Question, label: String) -> AnyView {
    let answer = Memo::new({
        let answer = question.answer;
        move |_| answer.get()
    });
    let each = choices(&question.item).into_iter().enumerate().map(|(place, (value, words))| {
        let on_choose = question.on_choose.clone();
        let checked = move || if answer.with(|answer| answer.contains(&value)) { "true" } else { "false" };
        view! {
            <button type="button" class="choice" role="checkbox" aria-checked=checked on:click=move |_| on_choose.run(place)>
                <span class="choice-label" dir="auto">{words}</span>
            </button>
        }
        .into_any()
    });
    let each: Vec<AnyView> = each.collect();
    let label_id = numbered("question-label", question.at);
    view! {
        <div class="field" role="group" aria-labelledby=label_id>
            <p class="field-label" id=label_id dir="auto">{label}</p>
            <div class="choices choices-row">{each}</div>
        </div>
    }
    .into_any()
}

fn typed(question: &Question, label: String, kind: &'static str) -> AnyView {
    let id = numbered("answer", question.at);
    let offered: Vec<String> = choices(&question.item).into_iter().map(|(value, _)| value).collect();
    let own = |answer: Vec<String>| answer.into_iter().find(|answer| !offered.contains(answer));
    let value = own(untrack(|| question.answer.get())).unwrap_or_default();
    let on_words = question.on_words.clone();
    let typed = move |event: leptos::ev::Event| on_words.run(event_target_value(&event));
    let keyboard = (kind == "number").then_some("decimal");
    let field = match kind {
        "several" => view! {
            <textarea {..unremembered()} class="field-input field-lines" id=id prop:value=value rows="3" on:input=typed></textarea>
        }
        .into_any(),
        _ => view! {
            <input {..unremembered()} class="field-input" id=id type="text" inputmode=keyboard prop:value=value on:input=typed />
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label class="field-label" for=id dir="auto">{label}</label>
            {field}
        </div>
    }
    .into_any()
}

//! What a questionnaire's file says of itself, before it is kept; which of its questions mean danger; and taking it away
//! again.

use keeper::protocol::support::scores::{ItemKind, QuestionnaireWords, Sum};
use leptos::prelude::*;

use crate::screen::components::{Many, group, lead, nothing, own, plain, soft};
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{Desk, form, opening_of};
use crate::screen::words::say;

/// The form.
pub fn questionnaire(seed: Seed) -> AnyView {
    opening_of(seed, questionnaire_form)
}

fn questionnaire_form(desk: Desk<QuestionnaireWords>) -> AnyView {
    let title = if desk.is_new() { say!(scores.keep_title) } else { say!(scores.about_title) };
    let claims = desk.words.with_untracked(claims);
    form(desk, title, vec![lead(say!(scores.keep_lead)), claims, safety(desk)], |_| None)
}

/// What the file says of itself. It is said to be the file's word, not ours.
fn claims(words: &QuestionnaireWords) -> AnyView {
    let asked = words.items.iter().filter(|item| takes_answer(item.kind)).count();
    let not_here = words.items.iter().filter(|item| item.kind == ItemKind::NotHere).count();
    let said = |label: &'static str, said: &str| {
        if said.is_empty() { nothing() } else { group([soft(label), own("", said.to_owned())]) }
    };
    let left = if not_here > 0 { plain(say!(scores.not_here_count, count = not_here)) } else { nothing() };
    let blank = vec![Vec::new(); words.items.len()];
    let score = match words.sum(&blank) {
        Sum::None => say!(scores.no_sum),
        Sum::Missing(_) | Sum::Of(..) => say!(scores.with_sum),
    };
    group([
        said(say!(scores.called), &words.name),
        said(say!(scores.publisher), &words.publisher),
        said(say!(scores.canonical), &words.canonical),
        said(say!(scores.copyright), &words.copyright),
        plain(say!(scores.questions, count = asked)),
        left,
        plain(score),
    ])
}

/// Whether an item takes an answer here.
pub fn takes_answer(kind: ItemKind) -> bool {
    !matches!(kind, ItemKind::Shown | ItemKind::Group | ItemKind::NotHere)
}

/// No code can tell every such question: whoever knows the sheet marks it.
fn safety(desk: Desk<QuestionnaireWords>) -> AnyView {
    let places = desk.words.with_untracked(|words| {
        let marked = |kind| matches!(kind, ItemKind::Choice | ItemKind::OpenChoice | ItemKind::YesNo);
        let items = words.items.iter().enumerate().filter(|(_, item)| marked(item.kind));
        items.map(|(at, item)| (at, question_words(&item.prefix, &item.text))).collect::<Vec<_>>()
    });
    if places.is_empty() {
        return nothing();
    }
    let (places, choices): (Vec<usize>, Vec<String>) = places.into_iter().unzip();
    let places = StoredValue::new(places);
    let chosen = move || {
        desk.words.with(|words| {
            let marked = |at: &usize| words.items.get(*at).is_some_and(|item| item.safety);
            places.with_value(|places| (0..places.len()).filter(|place| marked(&places[*place])).collect())
        })
    };
    let toggle = move |place: usize| {
        let Some(at) = places.with_value(|places| places.get(place).copied()) else { return };
        desk.chosen(|words| {
            if let Some(item) = words.items.get_mut(at) {
                item.safety = !item.safety;
            }
        });
    };
    let many = Many {
        id: "safety",
        label: say!(scores.safety_mark),
        choices,
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    group([plain(say!(scores.safety_why)), many.piece()])
}

/// A question with what stands before it.
pub fn question_words(prefix: &str, text: &str) -> String {
    match (prefix.is_empty(), text.is_empty()) {
        (_, true) => say!(scores.without_words).to_owned(),
        (true, false) => text.to_owned(),
        (false, false) => [prefix, text].join(" "),
    }
}

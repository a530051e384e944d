//! A new passphrase, in Create and when it is changed: two fields, words on offer, and a word on the strength while
//! one types.

mod problems;
mod typed;

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{CreateProblem, PassphraseProblem, judge};

use crate::screen::components::{PassphraseField, boxed, button, group, show_passphrase, soft};
use crate::screen::words::say;
use crate::screen::words_list::{NoWords, WordsList};

pub use problems::{focus_on, problem_words};
pub use typed::Typed;

use problems::hint_words;

/// After so long without a key, the strength is looked at.
const REST_MS: u32 = 350;

/// What the two fields are called.
#[derive(Clone, Copy)]
pub struct Labels {
    pub first: &'static str,
    pub again: &'static str,
}

/// What is said below the first field.
#[derive(Clone, Copy, PartialEq)]
enum Remark {
    Nothing,
    Looking,
    Enough,
    Weak(PassphraseProblem),
    Fetching,
    Without(NoWords),
}

/// The fields as a piece of a form.
pub fn new_passphrase(typed: Typed, labels: Labels, problem: RwSignal<Option<CreateProblem>>) -> AnyView {
    let remark = RwSignal::new(Remark::Nothing);
    let keys = StoredValue::new(0_u32);
    let on_input = move || {
        typed.ours.set(false);
        typed.show_offer("");
        remark.set(Remark::Nothing);
        let Some(key) = keys.try_update_value(|keys| {
            *keys += 1;
            *keys
        }) else {
            return;
        };
        spawn_local(async move {
            link::wait(REST_MS).await;
            if keys.try_get_value() == Some(key) {
                look_at_strength(typed, remark, move || keys.try_get_value() == Some(key)).await;
            }
        });
    };
    let list = StoredValue::new(None::<WordsList>);
    let suggest = move || {
        spawn_local(async move {
            if list.with_value(Option::is_none) {
                remark.set(Remark::Fetching);
                let fetched = WordsList::fetch().await;
                list.try_set_value(fetched);
            }
            let drawn =
                list.try_with_value(|list| list.as_ref().map_or(Err(NoWords::NoList), WordsList::draw));
            match drawn {
                Some(Ok(words)) => {
                    typed.fill(&words);
                    remark.try_set(Remark::Nothing);
                }
                Some(Err(why)) => drop(remark.try_set(Remark::Without(why))),
                None => {}
            }
        });
    };
    let suggest_words =
        move || if typed.ours.get() { say!(create.suggest_other) } else { say!(create.suggest) };
    let first = PassphraseField {
        id: "passphrase",
        label: labels.first,
        field: typed.first,
        shown: typed.shown,
        invalid: (move || matches!(problem.get(), Some(CreateProblem::Passphrase(_)))).into(),
        described_by: "passphrase-remark",
        on_input: on_input.into(),
    };
    let again = PassphraseField {
        id: "passphrase-again",
        label: labels.again,
        field: typed.again,
        invalid: (move || problem.get() == Some(CreateProblem::Different)).into(),
        on_input: (move || typed.ours.set(false)).into(),
        ..first.clone()
    };
    let remark = view! {
        <div id="passphrase-remark" class="field-help field-remark" role="status">
            {move || remark_words(remark.get())}
        </div>
    };
    let suggest = button(suggest_words, suggest).icon("#i-words").piece();
    let beside = boxed("beside", [suggest, show_passphrase(typed.shown).piece()]);
    group([first.piece(), remark.into_any(), beside, offered(typed), again.piece()])
}

fn offered(typed: Typed) -> AnyView {
    view! {
        <div class="offered" hidden=move || !typed.ours.get()>
            <p class="field-label">{say!(create.suggested)}</p>
            <p class="offered-words" node_ref=typed.offered></p>
            {soft(say!(create.suggested_help))}
        </div>
    }
    .into_any()
}

async fn look_at_strength(typed: Typed, remark: RwSignal<Remark>, is_newest: impl Fn() -> bool) {
    let words = typed.words();
    if words.is_empty() {
        return;
    }
    remark.try_set(Remark::Looking);
    let estimate = typed.estimate().await;
    if is_newest() {
        remark.try_set(judge(&words, estimate).map_or_else(Remark::Weak, |()| Remark::Enough));
    }
}

fn remark_words(remark: Remark) -> &'static str {
    match remark {
        Remark::Nothing => say!(create.passphrase_help),
        Remark::Looking => say!(create.strength_looking),
        Remark::Enough => say!(create.strength_enough),
        Remark::Weak(PassphraseProblem::Guessable(hint)) => hint_words(hint),
        Remark::Weak(PassphraseProblem::TooLong) => say!(create.problem.too_long),
        Remark::Weak(_) => say!(create.problem.too_short),
        Remark::Fetching => say!(create.suggest_loading),
        Remark::Without(NoWords::NoList) => say!(create.suggest_failed),
        Remark::Without(NoWords::NoRandomness) => say!(create.suggest_random),
    }
}

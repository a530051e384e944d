//! A questionnaire out of a file: chosen, read by the porter, then shown before anything of it is kept.

use exchange::porter::{FhirRefused, FhirWarning};
use keeper::protocol::{OneKind, RowKind, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::porter;
use crate::screen::browser::clock;
use crate::screen::components::{
    back_row, boxed, button, follow, group, heading, lead, nothing, own, plain, soft, title,
};
use crate::screen::contexts::{Screen, Screens, Seed, expect_screens};
use crate::screen::pages::chooser::chooser;
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// Where it stands.
#[derive(Clone, PartialEq)]
enum Step {
    Choose,
    Reading,
    Refused(FhirRefused),
    /// Read, but some of it cannot be used.
    Warned(Vec<FhirWarning>, Box<Written>),
    Gone,
}

/// The page.
pub fn taking() -> AnyView {
    let screens = expect_screens();
    let step = RwSignal::new(Step::Choose);
    let take = move |file: web_sys::File| {
        step.set(Step::Reading);
        spawn_local(async move {
            let told = porter::questionnaire(&file).await;
            if step.try_get_untracked().is_none() {
                return;
            }
            match told {
                None => step.set(Step::Gone),
                Some(Err(refused)) => step.set(Step::Refused(refused)),
                Some(Ok((mut words, warnings))) => {
                    let now = clock::local_now();
                    words.put_moment(now.second, now.offset_min, now.zone);
                    let words = Box::new(words.written());
                    if warnings.is_empty() {
                        step.set(Step::Choose);
                        go_on(screens, words);
                    } else {
                        step.set(Step::Warned(warnings, words));
                    }
                }
            }
        });
    };
    let outcome = follow(move || match step.get() {
        Step::Choose => nothing(),
        Step::Reading => quiet(say!(scores.reading)),
        Step::Refused(refused) => notice(&refused),
        Step::Warned(warnings, words) => untrack(|| warned(&warnings, words)),
        Step::Gone => noticed(say!(scores.refused.gone), String::new()),
    });
    group([
        back_row(move || screens.back()),
        heading(say!(scores.take_in)),
        lead(say!(scores.take_in_lead)),
        soft(say!(scores.take_in_limits)),
        boxed("actions", [chooser(say!(scores.choose_file), take).main().piece()]),
        outcome,
    ])
}

/// To what the file says of itself, which can be kept from there.
fn go_on(screens: Screens, words: Box<Written>) {
    screens.instead(Screen::form(RowKind::Questionnaire, Seed::From(words)));
}

/// What of it cannot be used, before anything of it is kept.
fn warned(warnings: &[FhirWarning], words: Box<Written>) -> AnyView {
    let screens = expect_screens();
    let lines: Vec<AnyView> = by_sentence(warnings)
        .into_iter()
        .map(|(sentence, links)| {
            let places = say!(scores.warning.places, links = links.join(", "));
            view! { <li>{sentence}" "<span class="soft" dir="auto">{places}</span></li> }.into_any()
        })
        .collect();
    let lines = view! { <ul class="stack">{lines}</ul> }.into_any();
    let on = button(say!(scores.warning.go_on), move || go_on(screens, words.clone())).piece();
    let inside = boxed("notice-body", [title(say!(scores.warning.title)), lines, boxed("beside", [on])]);
    view! { <div class="live" role="alert"><div class="notice">{inside}</div></div> }.into_any()
}

/// Most items that are named for one sentence.
const NAMED: usize = 8;

/// Each sentence once, with the items it is about.
fn by_sentence(warnings: &[FhirWarning]) -> Vec<(&'static str, Vec<String>)> {
    let mut all: Vec<(&'static str, Vec<String>)> = Vec::new();
    for (sentence, link) in warnings.iter().map(sentence) {
        let at = all.iter().position(|(known, _)| *known == sentence).unwrap_or_else(|| {
            all.push((sentence, Vec::new()));
            all.len() - 1
        });
        match all[at].1.len() {
            len if len < NAMED => all[at].1.push(link.to_owned()),
            NAMED => all[at].1.push("…".to_owned()),
            _ => {}
        }
    }
    all
}

/// What a warning says, and of which item.
fn sentence(warning: &FhirWarning) -> (&'static str, &str) {
    match warning {
        FhirWarning::Remote { link } => (say!(scores.warning.remote), link),
        FhirWarning::NotHere { link } => (say!(scores.warning.not_here), link),
        FhirWarning::Weight { link } => (say!(scores.warning.weight), link),
        _ => (say!(scores.warning.other), ""),
    }
}

fn notice(refused: &FhirRefused) -> AnyView {
    let (what, link) = match refused {
        FhirRefused::TooLarge { .. } => (say!(scores.refused.too_large), None),
        FhirRefused::NotJson { .. } | FhirRefused::Unreadable => (say!(scores.refused.not_json), None),
        FhirRefused::Answers => (say!(scores.refused.answers), None),
        FhirRefused::Empty => (say!(scores.refused.empty), None),
        FhirRefused::TooMany { link } | FhirRefused::TooDeep { link } | FhirRefused::TooLong { link } => {
            (say!(scores.refused.too_much), Some(link))
        }
        FhirRefused::NoLink => (say!(scores.refused.no_link), None),
        FhirRefused::Twice { link } => (say!(scores.refused.twice), Some(link)),
        FhirRefused::Condition { link } => (say!(scores.refused.condition), Some(link)),
        FhirRefused::Circle { link } => (say!(scores.refused.circle), Some(link)),
        FhirRefused::NotAQuestionnaire => (say!(scores.refused.not_one), None),
        _ => (say!(scores.refused.not_one), None),
    };
    let place = link.map(|link| say!(scores.refused.place, link = link.clone())).unwrap_or_default();
    noticed(what, place)
}

fn noticed(what: &'static str, place: String) -> AnyView {
    let place = if place.is_empty() { nothing() } else { own("", place) };
    let inside = boxed("notice-body", [title(what), place, plain(say!(scores.refused.help))]);
    view! { <div class="live" role="alert"><div class="notice notice-decision">{inside}</div></div> }
        .into_any()
}

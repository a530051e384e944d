//! A questionnaire out of a file: chosen, read by the porter, then shown before anything of it is kept.

use exchange::porter::FhirRefused;
use keeper::protocol::{OneKind, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::porter;
use crate::screen::browser::clock;
use crate::screen::components::{
    back_row, boxed, follow, group, heading, lead, nothing, own, plain, soft, title,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::chooser::chooser;
use crate::screen::pages::waiting::quiet;
use crate::screen::words::say;

/// Where it stands.
#[derive(Clone, PartialEq)]
enum Step {
    Choose,
    Reading,
    Refused(FhirRefused),
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
                Some(Ok((mut words, _))) => {
                    let now = clock::local_now();
                    words.put_moment(now.second, now.offset_min, now.zone);
                    step.set(Step::Choose);
                    let seed = Seed::From(Box::new(words.written()));
                    screens.instead(Screen::form(RowKind::Questionnaire, seed));
                }
            }
        });
    };
    let outcome = follow(move || match step.get() {
        Step::Choose => nothing(),
        Step::Reading => quiet(say!(scores.reading)),
        Step::Refused(refused) => notice(&refused),
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

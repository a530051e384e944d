//! All that a score, a questionnaire or its answers say.

use keeper::protocol::Written;
use keeper::protocol::support::scores::{QuestionnaireWords, ResponseWords, ScoreWords};
use leptos::prelude::*;

use super::band::{about_words, band_words, score_words};
use crate::screen::components::{group, nothing, own, plain, soft};
use crate::screen::words::say;

/// One of its records.
pub fn read(written: &Written) -> AnyView {
    match written {
        Written::Score(score) => score_to_read(score),
        Written::Questionnaire(questionnaire) => questionnaire_to_read(questionnaire),
        Written::Response(response) => response_to_read(response),
        _ => nothing(),
    }
}

fn score_to_read(score: &ScoreWords) -> AnyView {
    let hundredths = score.hundredths.unwrap_or_default();
    let by = match score.given_by.is_empty() {
        true if score.response.is_some() => soft(say!(scores.of_own_answers)),
        true => nothing(),
        false => own("soft", say!(scores.given_by_name, name = score.given_by.clone())),
    };
    group([
        plain(say!(scores.score_is, score = score_words(hundredths))),
        said("", band_words(score.instrument, hundredths)),
        said("soft", about_words(score.instrument)),
        soft(say!(scores.no_diagnosis)),
        by,
        said("prose", score.note.clone()),
    ])
}

fn response_to_read(response: &ResponseWords) -> AnyView {
    let sum = match response.hundredths {
        None => nothing(),
        Some(hundredths) => group([
            plain(say!(scores.sum, sum = score_words(hundredths), count = response.weighed)),
            said("", band_words(response.instrument, hundredths)),
            soft(say!(scores.no_diagnosis)),
        ]),
    };
    let each = response
        .answers
        .iter()
        .map(|answer| group([own("soft", answer.question.clone()), own("prose", answer.words.join(", "))]));
    let each: Vec<AnyView> = each.collect();
    group([sum, each.into_any(), said("soft", response.copyright.clone())])
}

fn questionnaire_to_read(questionnaire: &QuestionnaireWords) -> AnyView {
    group([
        said("", questionnaire.publisher.clone()),
        said("soft", questionnaire.canonical.clone()),
        said("soft", questionnaire.copyright.clone()),
    ])
}

fn said(class: &'static str, words: String) -> AnyView {
    if words.is_empty() { nothing() } else { own(class, words) }
}

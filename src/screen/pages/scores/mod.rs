//! Scores of instruments that a clinician gave, and questionnaires that one handed over as files.

mod band;
mod home;
mod kept;
mod known;
mod porter;
mod question;
mod questionnaire_form;
mod read;
mod response_form;
mod score_form;
mod taking;

use keeper::protocol::RowKind;
use leptos::prelude::*;

use crate::screen::components::nothing;
use crate::screen::contexts::{ScoresPlace, Seed};

pub use read::read;

/// A page of it.
pub fn page(place: ScoresPlace) -> AnyView {
    match place {
        ScoresPlace::Home => home::home(),
        ScoresPlace::TakeIn => taking::taking(),
    }
}

/// The form of one of its kinds.
pub fn form(kind: RowKind, seed: Seed) -> AnyView {
    match kind {
        RowKind::Score => score_form::score(seed),
        RowKind::Questionnaire => questionnaire_form::questionnaire(seed),
        RowKind::Response => response_form::response(seed),
        _ => nothing(),
    }
}

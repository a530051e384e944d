//! Kinds of record that are never shared.

use journal::Kind;
use keeper::protocol::SettingsChange;
use leptos::prelude::*;

use crate::screen::components::{Many, fold, soft};
use crate::screen::contexts::Choices;
use crate::screen::words::say;

/// What can be kept to oneself for good. A name stands for all kinds of its line.
fn kinds() -> [(&'static str, &'static [Kind]); 9] {
    [
        (say!(summary.kinds.entry), &[Kind::ENTRY]),
        (say!(summary.kinds.urge), &[Kind::URGE]),
        (say!(summary.kinds.check_in), &[Kind::CHECK_IN]),
        (say!(summary.kinds.goal), &[Kind::GOAL]),
        (say!(summary.kinds.returned), &[Kind::RETURN_TO_USE]),
        (say!(summary.kinds.leg), &[Kind::LEG, Kind::PERSON, Kind::CONTACT]),
        (say!(summary.kinds.medicine), &[Kind::MEDICINE, Kind::DOSE]),
        (say!(summary.kinds.appointment), &[Kind::APPOINTMENT]),
        (say!(summary.kinds.score), &[Kind::SCORE, Kind::QUESTIONNAIRE, Kind::RESPONSE]),
    ]
}

/// The choice.
pub fn never(choices: Choices) -> AnyView {
    let is_never = move |kinds: &[Kind]| {
        let never = choices.chosen().never_share;
        kinds.iter().all(|kind| never.contains(&kind.number()))
    };
    let toggle = move |at: usize| {
        let Some((_, kinds)) = kinds().get(at).copied() else { return };
        let never = !untrack(|| is_never(kinds));
        for kind in kinds {
            choices.change(SettingsChange::NeverShare(kind.number(), never));
        }
    };
    let many = Many {
        id: "summary-never",
        label: say!(summary.never),
        choices: kinds().into_iter().map(|(name, _)| name.to_owned()).collect(),
        chosen: (move || {
            let all = kinds();
            let each = all.iter().enumerate();
            each.filter(|(_, (_, kinds))| is_never(kinds)).map(|(at, _)| at).collect()
        })
        .into(),
        on_toggle: toggle.into(),
    };
    fold(say!(summary.never), [soft(say!(summary.never_help)), many.piece()])
}

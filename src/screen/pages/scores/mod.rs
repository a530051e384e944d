//! Scores and questionnaires.

use keeper::protocol::{RowKind, Written};
use leptos::prelude::*;

use crate::screen::components::{back_row, group, heading, nothing, own};
use crate::screen::contexts::{ScoresPlace, Seed, expect_screens};
use crate::screen::words::say;

/// A page of it.
pub fn page(place: ScoresPlace) -> AnyView {
    let screens = expect_screens();
    let title = match place {
        ScoresPlace::Home => say!(support.scores),
    };
    group([back_row(move || screens.back()), heading(title)])
}

/// The form of one of its kinds.
pub fn form(_kind: RowKind, _seed: Seed) -> AnyView {
    nothing()
}

/// All that one of its records says.
pub fn read(written: &Written) -> AnyView {
    own("prose", written.beginning())
}

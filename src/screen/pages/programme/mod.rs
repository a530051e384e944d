//! Programme, routines, promises and guidance.

mod calendar;
mod coach;
mod coach_forms;
mod due;
mod fields;
mod gaps;
mod guidance;
mod lines;
mod marks;
mod meeting_form;
mod meetings;
mod names;
mod plans;
mod promises;
mod records;
mod routine_form;
mod routines;
mod stays;
mod steps;
mod to_read;

use keeper::protocol::RowKind;
use leptos::prelude::*;

use crate::screen::components::nothing;
use crate::screen::contexts::{ProgrammePlace, Seed};

pub use due::due;
pub use to_read::read;

/// A page of it.
pub fn page(place: ProgrammePlace) -> AnyView {
    match place {
        ProgrammePlace::Routines => routines::routines(),
        ProgrammePlace::Steps => steps::steps(),
        ProgrammePlace::Meetings => meetings::meetings(),
        ProgrammePlace::Stays => stays::stays(),
        ProgrammePlace::Coach => coach::coach(),
        ProgrammePlace::Guidance => guidance::guidance_page(),
    }
}

/// The form of one of its kinds.
pub fn form(kind: RowKind, seed: Seed) -> AnyView {
    match kind {
        RowKind::Routine => routine_form::routine(seed),
        RowKind::Meeting => meeting_form::meeting(seed),
        RowKind::Stay => stays::stay(seed),
        RowKind::Task => coach_forms::task(seed),
        RowKind::Promise => coach_forms::promise(seed),
        RowKind::Guidance => guidance::guidance(seed),
        _ => nothing(),
    }
}

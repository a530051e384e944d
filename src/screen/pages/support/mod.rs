//! Support: the room whose legs are the doors, and the way to each of its areas. A part of the screen of its own.

use keeper::protocol::{RowKind, Written};
use leptos::prelude::*;

use super::{medical, programme, scores, table, worksheets};
use crate::screen::components::nothing;
use crate::screen::contexts::SupportPlace;

/// A page of Support.
pub fn support(place: SupportPlace) -> AnyView {
    match place {
        SupportPlace::Room => table::room(),
        SupportPlace::AllTools => table::all_tools(),
        SupportPlace::Table(place) => table::page(place),
        SupportPlace::Medical(place) => medical::page(place),
        SupportPlace::Worksheets(place) => worksheets::page(place),
        SupportPlace::Scores(place) => scores::page(place),
        SupportPlace::Programme(place) => programme::page(place),
        SupportPlace::Form(kind, seed) => match kind {
            RowKind::Leg | RowKind::Person | RowKind::Contact | RowKind::Review => table::form(kind, seed),
            RowKind::Medicine
            | RowKind::Dose
            | RowKind::Appointment
            | RowKind::Measurement
            | RowKind::Detox => medical::form(kind, seed),
            RowKind::Worksheet => worksheets::form(kind, seed),
            RowKind::Score | RowKind::Questionnaire | RowKind::Response => scores::form(kind, seed),
            RowKind::Routine
            | RowKind::Kept
            | RowKind::Meeting
            | RowKind::Stay
            | RowKind::Task
            | RowKind::Promise
            | RowKind::Guidance => programme::form(kind, seed),
            _ => nothing(),
        },
    }
}

/// All that a record of one of its kinds says.
pub fn read(written: &Written) -> AnyView {
    match written.kind() {
        RowKind::Leg | RowKind::Person | RowKind::Contact | RowKind::Review => table::read(written),
        RowKind::Medicine | RowKind::Dose | RowKind::Appointment | RowKind::Measurement | RowKind::Detox => {
            medical::read(written)
        }
        RowKind::Worksheet => worksheets::read(written),
        RowKind::Score | RowKind::Questionnaire | RowKind::Response => scores::read(written),
        RowKind::Routine
        | RowKind::Kept
        | RowKind::Meeting
        | RowKind::Stay
        | RowKind::Task
        | RowKind::Promise
        | RowKind::Guidance => programme::read(written),
        _ => nothing(),
    }
}

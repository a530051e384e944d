//! Support: the room whose legs are the doors, and the way to each of its areas. A part of the screen of its own.

use keeper::protocol::{RowKind, Written};
use leptos::prelude::*;

use super::{medical, programme, scores, table, worksheets};
use crate::screen::components::{back_row, button, group, heading, nothing};
use crate::screen::contexts::{
    MedicalPlace, ProgrammePlace, ScoresPlace, Screen, SupportPlace, TablePlace, WorksheetsPlace,
    expect_screens,
};
use crate::screen::words::say;

/// A page of Support.
pub fn support(place: SupportPlace) -> AnyView {
    match place {
        SupportPlace::Room => room(),
        SupportPlace::AllTools => all_tools(),
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

fn room() -> AnyView {
    let screens = expect_screens();
    let all = button(say!(support.all_tools), move || screens.push(Screen::Support(SupportPlace::AllTools)));
    group([heading(say!(app.support)), tools(), all.quiet().piece()])
}

fn all_tools() -> AnyView {
    let screens = expect_screens();
    group([back_row(move || screens.back()), heading(say!(support.all_tools)), tools()])
}

fn tools() -> AnyView {
    let screens = expect_screens();
    let areas = [
        (say!(support.table), SupportPlace::Table(TablePlace::Home)),
        (say!(support.medical), SupportPlace::Medical(MedicalPlace::Home)),
        (say!(worksheets.plans), SupportPlace::Worksheets(WorksheetsPlace::Plans)),
        (say!(worksheets.title), SupportPlace::Worksheets(WorksheetsPlace::Home)),
        (say!(support.scores), SupportPlace::Scores(ScoresPlace::Home)),
        (say!(support.programme), SupportPlace::Programme(ProgrammePlace::Home)),
    ];
    let doors =
        areas.map(|(name, place)| button(name, move || screens.push(Screen::Support(place.clone()))).piece());
    view! { <div class="stack">{Vec::from(doors)}</div> }.into_any()
}

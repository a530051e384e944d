//! Medical care: medicines and doses, appointments, measurements, the detox diary, and what to ask before stopping.
//! Nothing here works out a dose, and what is not written down is not missed.

mod appointment_form;
mod appointments;
mod before;
mod calendar_file;
mod care;
mod detox;
mod detox_form;
mod dose_form;
mod due;
mod fields;
mod home;
mod known;
mod measurements;
mod medicine;
mod medicine_form;
mod medicines;
mod naloxone;
mod names;
mod phone;
mod read;
mod schedule_fields;
mod silent;
mod take;

use keeper::protocol::RowKind;
use leptos::prelude::*;

use crate::screen::components::nothing;
use crate::screen::contexts::{MedicalPlace, Seed};

pub use due::due;
pub use names::outcome_name;
pub use read::read;

/// A page of it.
pub fn page(place: MedicalPlace) -> AnyView {
    match place {
        MedicalPlace::Home => home::home(),
        MedicalPlace::Medicines => medicines::medicines(),
        MedicalPlace::Medicine(id) => medicine::medicine(id),
        MedicalPlace::Appointments => appointments::appointments(),
        MedicalPlace::Measurements => measurements::measurements(),
        MedicalPlace::Detox => detox::detox(),
        MedicalPlace::Before => before::before(),
        MedicalPlace::Naloxone => naloxone::naloxone(),
    }
}

/// The form of one of its kinds.
pub fn form(kind: RowKind, seed: Seed) -> AnyView {
    match kind {
        RowKind::Medicine => medicine_form::form(seed),
        RowKind::Dose => dose_form::form(seed),
        RowKind::Appointment => appointment_form::form(seed),
        RowKind::Measurement => measurements::form(seed),
        RowKind::Detox => detox_form::form(seed),
        _ => nothing(),
    }
}

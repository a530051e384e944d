//! The overview of medical care: its rooms by name.

use keeper::protocol::Failure;
use leptos::prelude::*;

use super::due::to_be_taken;
use super::known::{Medicines, shown, watched};
use super::take::{Called, rows, to_take};
use crate::screen::components::{back_row, card, group, heading, lead, nothing, numbered};
use crate::screen::contexts::{MedicalPlace, Screen, SupportPlace, expect_choices, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::words::say;

/// The overview.
pub fn home() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    group([
        back_row(move || screens.back()),
        heading(say!(support.medical)),
        lead(say!(medical.lead)),
        shown(found, today),
        doors(),
    ])
}

async fn ask(keeper: Keeper) -> Result<Medicines, Failure> {
    Medicines::ask(keeper, 2).await
}

fn today(known: Medicines) -> AnyView {
    let today = expect_choices().today();
    let open: Vec<AnyView> =
        to_be_taken(&known, today).iter().map(|dose| to_take(dose, Called::Medicine)).collect();
    if open.is_empty() { nothing() } else { card("medical-due", say!(medical.due), [rows(open)]) }
}

fn doors() -> AnyView {
    let doors = [
        (say!(medical.medicines), say!(medical.medicines_help), MedicalPlace::Medicines),
        (say!(medical.appointments), say!(medical.appointments_help), MedicalPlace::Appointments),
        (say!(medical.measurements), say!(medical.measurements_help), MedicalPlace::Measurements),
        (say!(medical.detox), say!(medical.detox_help), MedicalPlace::Detox),
        (say!(medical.before), say!(medical.before_help), MedicalPlace::Before),
        (say!(medical.naloxone), say!(medical.naloxone_help), MedicalPlace::Naloxone),
    ];
    let doors: Vec<AnyView> = doors.into_iter().enumerate().map(door).collect();
    view! { <ul class="day-rows">{doors}</ul> }.into_any()
}

/// The whole of it can be pressed; what is read out as its name is the name alone.
fn door((at, (name, help, place)): (usize, (&'static str, &'static str, MedicalPlace))) -> AnyView {
    let screens = expect_screens();
    let go = move |_| screens.push(Screen::Support(SupportPlace::Medical(place.clone())));
    let help_id = numbered("medical-door", at);
    view! {
        <li class="medical-door">
            <button type="button" class="medical-door-name" aria-describedby=help_id on:click=go>{name}</button>
            <p class="soft" id=help_id>{help}</p>
        </li>
    }
    .into_any()
}

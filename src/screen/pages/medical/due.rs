//! What of medical care is planned today: rows for Today. Only what is ahead or can still be written down today; what lies
//! back is asked for nowhere.

use keeper::protocol::support::medical::{AppointmentWords, MedicineWords, has_lost_tolerance, slots};
use keeper::protocol::{Day, Failure};
use leptos::prelude::*;

use super::care::tolerance;
use super::known::{Known, Medicines, around, watched};
use super::medicines::asked;
use super::names::near_day;
use super::take::{Called, ToTake, rows, to_take};
use crate::screen::browser::{clock, dates};
use crate::screen::components::{card, follow_if, nothing, span};
use crate::screen::contexts::{Screen, expect_choices, expect_open_journal, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::words::say;

/// An appointment stays for so long after it began.
const STAYS_S: i64 = 3_600;
/// Days back that are looked at for doses marked skipped.
const BACK: i64 = 28;

#[derive(Clone, PartialEq)]
struct Due {
    medicines: Medicines,
    appointments: Vec<Known<AppointmentWords>>,
}

/// The rows; nothing where nothing is planned.
pub fn due() -> AnyView {
    let (journal, choices) = (expect_open_journal(), expect_choices());
    let found = watched(ask);
    follow_if(move || {
        let (today, rests) = (choices.today(), journal.rests());
        found.with(|found| match found {
            Some(Ok(due)) => untrack(|| planned(due, today, if rests { nothing() } else { question(due) })),
            _ => None,
        })
    })
}

async fn ask(keeper: Keeper) -> Result<Due, Failure> {
    let medicines = Medicines::ask(keeper, BACK).await?;
    Ok(Due { medicines, appointments: around(keeper, 1, 3).await? })
}

/// "Did you take it?", of one medicine at a time. After a long time away nothing is asked.
fn question(due: &Due) -> AnyView {
    let ask = |medicine: &Known<MedicineWords>| {
        let doses = due.medicines.doses_of(medicine.id);
        let doses: Vec<_> = doses.iter().map(|dose| &dose.words).collect();
        // What has to be known of tolerance stands in its place.
        if has_lost_tolerance(&medicine.words, &doses) {
            None
        } else {
            asked(medicine, &doses, Called::Medicine)
        }
    };
    due.medicines.all.iter().find_map(ask).unwrap_or_else(nothing)
}

fn planned(due: &Due, today: i32, question: AnyView) -> Option<AnyView> {
    let open = to_be_taken(&due.medicines, today);
    let careful = open.iter().any(|dose| needs_care(&due.medicines, dose));
    let doses: Vec<AnyView> = open.iter().map(|dose| to_take(dose, Called::Medicine)).collect();
    let mut lines = appointments(&due.appointments);
    lines.extend(due.medicines.all.iter().flat_map(|medicine| dates_of(&medicine.words)));
    if doses.is_empty() && lines.is_empty() {
        return None;
    }
    let lines =
        if lines.is_empty() { nothing() } else { view! { <ul class="due-lines">{lines}</ul> }.into_any() };
    let first = if careful { tolerance() } else { nothing() };
    Some(card("medical-due", say!(medical.due), [first, question, rows(doses), lines]))
}

/// Whether the usual dose may be too much by now.
fn needs_care(medicines: &Medicines, dose: &ToTake) -> bool {
    let doses = medicines.doses_of(dose.medicine.id);
    let doses: Vec<_> = doses.iter().map(|dose| &dose.words).collect();
    has_lost_tolerance(&dose.medicine.words, &doses)
}

/// Doses planned on a day that have no record, by the clock.
pub fn to_be_taken(medicines: &Medicines, day: i32) -> Vec<ToTake<'_>> {
    let Ok(of) = Day::new(day) else { return Vec::new() };
    let mut found: Vec<ToTake> = Vec::new();
    for medicine in &medicines.all {
        let doses = medicines.doses_of(medicine.id);
        let doses: Vec<_> = doses.iter().map(|dose| &dose.words).collect();
        let open = slots(&medicine.words, of, &doses).into_iter().filter(|slot| slot.record.is_none());
        found.extend(open.map(|slot| ToTake { medicine, day, planned: slot.planned }));
    }
    found.sort_by_key(|dose| dose.planned.minute);
    found
}

/// Today's that are not over, and tomorrow's.
fn appointments(all: &[Known<AppointmentWords>]) -> Vec<AnyView> {
    let now = clock::local_now();
    let is_near = |appointment: &&Known<AppointmentWords>| {
        let words = &appointment.words;
        words.happened_at_s + STAYS_S > now.second && day_of(words) <= now.day() + 1
    };
    // Newest first as they come; the next one stands first.
    all.iter().rev().filter(is_near).map(appointment).collect()
}

fn day_of(words: &AppointmentWords) -> i32 {
    (words.happened_at_s + i64::from(words.offset_min) * 60).div_euclid(86_400) as i32
}

fn appointment(known: &Known<AppointmentWords>) -> AnyView {
    let screens = expect_screens();
    let (id, words) = (known.id, &known.words);
    let when = near_day(day_of(words)) + ", " + &dates::clock(words.happened_at_s, words.offset_min);
    let what = if words.with_whom.is_empty() { words.purpose.clone() } else { words.with_whom.clone() };
    view! {
        <li>
            <button type="button" class="row row-plain" on:click=move |_| screens.push(Screen::Record(id))>
                <span class="row-body">{span("row-title", what)}{span("soft", when)}</span>
            </button>
        </li>
    }
    .into_any()
}

/// Refill and injection, today or tomorrow.
fn dates_of(medicine: &MedicineWords) -> Vec<AnyView> {
    let today = clock::today();
    let days = [
        (medicine.refill_day, say!(medical.refill_today), say!(medical.refill_tomorrow)),
        (medicine.injection_day, say!(medical.injection_today), say!(medical.injection_tomorrow)),
    ];
    let near = days.into_iter().filter_map(|(day, on_day, before)| match day?.checked_sub(today)? {
        0 => Some(on_day),
        1 => Some(before),
        _ => None,
    });
    if medicine.ended {
        return Vec::new();
    }
    let line = |words: &'static str| {
        let name = medicine.name.clone();
        view! { <li class="due-line">{span("row-title", name)}{span("soft", words)}</li> }.into_any()
    };
    near.map(line).collect()
}

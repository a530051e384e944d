//! All medicines: what each is, what is planned today, and what has to be known.

use keeper::protocol::support::medical::{DoseWords, MedicineWords, has_lost_tolerance, unrecorded_since};
use keeper::protocol::{Day, Failure, RowKind};
use leptos::prelude::*;

use super::care::tolerance;
use super::due::to_be_taken;
use super::known::{Known, Medicines, shown, watched};
use super::names::{near_day, schedule_words};
use super::silent::silent;
use super::take::{Called, rows, to_take};
use crate::screen::components::{
    back_row, boxed, button, fold, group, heading, lead, nothing, numbered, plain, soft,
};
use crate::screen::contexts::{MedicalPlace, Screen, Seed, SupportPlace, expect_choices, expect_screens};
use crate::screen::keeper_link::Keeper;
use crate::screen::words::say;

/// Days back that are looked at for what was skipped, and for silence.
const BACK: i64 = 60;

/// All medicines.
pub fn medicines() -> AnyView {
    let screens = expect_screens();
    let found = watched(ask);
    let new = move || screens.push(Screen::form(RowKind::Medicine, Seed::New));
    group([
        back_row(move || screens.back()),
        heading(say!(medical.medicines)),
        lead(say!(medical.list.lead)),
        shown(found, list),
        boxed("actions", [button(say!(medical.list.new), new).icon("#i-plus").main().piece()]),
    ])
}

async fn ask(keeper: Keeper) -> Result<Medicines, Failure> {
    Medicines::ask(keeper, BACK).await
}

fn list(known: Medicines) -> AnyView {
    let all: Vec<&Known<MedicineWords>> =
        known.all.iter().filter(|medicine| medicine.words.naloxone.is_none()).collect();
    if all.is_empty() {
        return plain(say!(medical.list.empty));
    }
    let cards = |ended: bool| -> Vec<AnyView> {
        let some = all.iter().enumerate().filter(|(_, medicine)| medicine.words.ended == ended);
        some.map(|(at, medicine)| card(&known, medicine, at)).collect()
    };
    let ended = cards(true);
    let ended = if ended.is_empty() { nothing() } else { fold(say!(medical.list.ended), [ended.into_any()]) };
    group([cards(false).into_any(), ended])
}

fn card(known: &Medicines, medicine: &Known<MedicineWords>, at: usize) -> AnyView {
    let screens = expect_screens();
    let (id, words) = (medicine.id, &medicine.words);
    let place = SupportPlace::Medical(MedicalPlace::Medicine(id));
    let more = button(say!(medical.list.more), move || screens.push(Screen::Support(place.clone()))).quiet();
    let label = if words.label.is_empty() { nothing() } else { plain(words.label.clone()) };
    let inside = vec![
        label,
        soft(schedule_words(words)),
        remarks(known, medicine),
        today(known, medicine),
        boxed("beside", [more.piece()]),
    ];
    let name_id = numbered("medicine", at);
    view! {
        <section class="card" aria-labelledby=name_id>
            <h2 class="card-title" id=name_id dir="auto">{words.name.clone()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// What has to be said of it now: tolerance first, then the one question.
pub fn remarks(known: &Medicines, medicine: &Known<MedicineWords>) -> AnyView {
    let doses = known.doses_of(medicine.id);
    let doses: Vec<&DoseWords> = doses.iter().map(|dose| &dose.words).collect();
    if has_lost_tolerance(&medicine.words, &doses) {
        return tolerance();
    }
    asked(medicine, &doses, Called::Time).unwrap_or_else(nothing)
}

/// "Did you take it?", where that is asked now.
pub fn asked(medicine: &Known<MedicineWords>, doses: &[&DoseWords], called: Called) -> Option<AnyView> {
    let today = Day::new(expect_choices().today()).ok()?;
    let since = unrecorded_since(&medicine.words, today, doses)?;
    Some(silent(medicine, since.days(), called))
}

/// What is planned today and not written down; or that there is nothing of it.
pub fn today(known: &Medicines, medicine: &Known<MedicineWords>) -> AnyView {
    let today = expect_choices().today();
    let Ok(day) = Day::new(today) else { return nothing() };
    let open: Vec<AnyView> = to_be_taken(known, today)
        .iter()
        .filter(|dose| dose.medicine.id == medicine.id)
        .map(|dose| to_take(dose, Called::Time))
        .collect();
    if !open.is_empty() {
        return rows(open);
    }
    let next = Day::new(today + 1).ok().and_then(|tomorrow| medicine.words.next_planned(tomorrow));
    let next = next.map(|next| say!(medical.list.next, day = near_day(next.days())));
    match (medicine.words.planned_on(day).is_empty(), next) {
        (false, _) => soft(say!(medical.list.all_noted)),
        (true, Some(next)) => soft([say!(medical.list.nothing_today), " ", &next].concat()),
        (true, None) => nothing(),
    }
}

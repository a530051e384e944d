//! A planned dose as a row: what it is, "Taken" in one tap, and the way to say something else.

use keeper::protocol::support::medical::{DoseWords, MedicineWords, Planned};
use keeper::protocol::{Base, Draft, Failure, Id, OneKind, Reply, Request, RowKind};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::known::Known;
use super::names::time_name;
use crate::screen::browser::clock;
use crate::screen::components::{boxed, button, failure_note, nothing, own, soft};
use crate::screen::contexts::{Screen, Seed, Undoable, expect_announcer, expect_offer, expect_screens};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// What a row is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// By the medicine: it stands among others.
    Medicine,
    /// By the time: it stands below its medicine.
    Time,
}

/// A planned dose of a medicine.
pub struct ToTake<'a> {
    pub medicine: &'a Known<MedicineWords>,
    pub day: i32,
    pub planned: Planned,
}

/// The row.
pub fn to_take(dose: &ToTake, called: Called) -> AnyView {
    let screens = expect_screens();
    let words = first_words(dose.medicine.id, Some((dose.day, dose.planned)));
    let (failure, tap) = taken(words.clone());
    let something_else = move || {
        screens.push(Screen::form(RowKind::Dose, Seed::From(Box::new(words.clone().written()))));
    };
    let name = dose.medicine.words.name.clone();
    let label = [name.as_str(), ", ", &when_words(dose, Called::Medicine)].concat();
    let when = when_words(dose, called);
    let words_shown = match called {
        Called::Medicine => boxed("dose-words", [own("row-title", name), soft(when)]),
        Called::Time => boxed("dose-words", [own("row-title", when)]),
    };
    let does = [
        button(say!(medical.taken), tap).piece(),
        button(say!(medical.other), something_else).quiet().piece(),
    ];
    let inside = vec![words_shown, boxed("dose-does", does), failure_note(move || failure.get())];
    view! { <li><div class="dose" role="group" aria-label=label>{inside}</div></li> }.into_any()
}

/// "8:00, 1 tablet, at the clinic"; the label only where it does not stand above.
fn when_words(dose: &ToTake, called: Called) -> String {
    let mut words = vec![time_name(dose.planned.minute)];
    if called == Called::Medicine && !dose.medicine.words.label.is_empty() {
        words.push(dose.medicine.words.label.clone());
    }
    if dose.planned.at_clinic {
        words.push(say!(medical.at_clinic).to_owned());
    }
    words.join(", ")
}

/// The first words of a dose, planned or not.
pub fn first_words(medicine: Id, planned: Option<(i32, Planned)>) -> DoseWords {
    let mut words = DoseWords {
        medicine,
        planned_day: planned.map(|(day, _)| day),
        planned_min: planned.map(|(_, planned)| planned.minute),
        ..DoseWords::default()
    };
    words.put_when(clock::local_now());
    words
}

/// The tap that writes it down as taken, now; and why that could not be.
fn taken(words: DoseWords) -> (RwSignal<Option<Failure>>, impl Fn() + 'static) {
    let (keeper, offer, announcer) = (expect_keeper(), expect_offer(), expect_announcer());
    let failure = RwSignal::new(None::<Failure>);
    let tap = move || {
        let mut words = words.clone();
        words.put_when(clock::local_now());
        spawn_local(async move {
            match save(keeper, words).await {
                Ok(id) => {
                    offer.make(Undoable::Noted(id, say!(medical.noted)));
                    announcer.say(say!(editor.saved));
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    (failure, tap)
}

async fn save(keeper: Keeper, words: DoseWords) -> Result<Id, Failure> {
    let Reply::Begun { id, draft_id } = keeper.ask(Request::BeginEntry).await? else {
        return Err(Failure::NotFound);
    };
    keeper.ask(Request::Save(Draft { draft_id, id, base: Base::default(), text: words.written() })).await?;
    Ok(id)
}

/// The rows in a list.
pub fn rows(rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() { nothing() } else { view! { <ul class="doses">{rows}</ul> }.into_any() }
}

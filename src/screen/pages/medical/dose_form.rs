//! What became of a dose: taken, late, partly, skipped or not needed, why, and how it was borne.

use keeper::protocol::support::medical::{DoseReason, DoseWords, MedicineWords, Outcome, SideEffect};
use keeper::protocol::{Id, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::fields::{Chosen, line, one_of, text};
use super::names::{near_day, outcome_name, reason_name, time_name};
use crate::screen::components::{
    Names, OwnScale, fold, follow, follow_if, group, nothing, numbered, own, soft,
};
use crate::screen::contexts::Seed;
use crate::screen::keeper_link::expect_keeper;
use crate::screen::pages::writing::{self, Desk, opening_of};
use crate::screen::words::say;

/// The form.
pub fn form(seed: Seed) -> AnyView {
    opening_of(seed, dose_form)
}

fn dose_form(desk: Desk<DoseWords>) -> AnyView {
    let outcome: Chosen<DoseWords, Outcome> = (|dose| Some(dose.outcome), put_outcome);
    let fields = vec![
        about(desk),
        one_of(desk, ("outcome", say!(medical.dose.outcome)), (&Outcome::ALL, outcome_name), outcome),
        reason(desk),
        effects(desk),
        text(desk, ("note", say!(medical.dose.note)), |dose| &mut dose.note),
        fold(
            say!(medical.dose.injection),
            [
                line(desk, ("site", say!(medical.dose.site)), "", |dose| &mut dose.site),
                line(desk, ("batch", say!(medical.dose.batch)), "", |dose| &mut dose.batch),
            ],
        ),
        fold(say!(medical.dose.when), [desk.when_fields()]),
    ];
    writing::form(desk, say!(medical.dose.title), fields, |_| None)
}

fn put_outcome(dose: &mut DoseWords, outcome: Outcome) {
    dose.outcome = outcome;
    if outcome == Outcome::Taken {
        dose.reason = None;
    }
}

/// Which medicine it is about, and what was planned.
fn about(desk: Desk<DoseWords>) -> AnyView {
    let (medicine, planned) =
        desk.words.with_untracked(|dose| (dose.medicine, dose.planned_day.zip(dose.planned_min)));
    let planned = match planned {
        Some((day, minute)) => {
            soft(say!(medical.dose.planned, day = near_day(day), time = time_name(minute)))
        }
        None => nothing(),
    };
    group([medicine_name(medicine), planned])
}

/// The name of a medicine, once it is read.
fn medicine_name(id: Id) -> AnyView {
    let keeper = expect_keeper();
    let name = RwSignal::new(String::new());
    spawn_local(async move {
        if let Ok(Reply::Entry(read)) = keeper.ask(Request::Read { id }).await {
            let words = read.wordings.into_iter().next().and_then(MedicineWords::of);
            name.try_set(words.map(|words| words.name).unwrap_or_default());
        }
    });
    follow(move || own("lead", name.get()))
}

fn reason(desk: Desk<DoseWords>) -> AnyView {
    let field: Chosen<DoseWords, DoseReason> =
        (|dose| dose.reason, |dose, reason| dose.reason = Some(reason));
    let wanted = Memo::new(move |_| desk.words.with(|dose| dose.outcome != Outcome::Taken));
    follow_if(move || {
        wanted.get().then(|| {
            let label = ("reason", say!(medical.dose.reason));
            untrack(|| one_of(desk, label, (&DoseReason::ALL, reason_name), field))
        })
    })
}

/// Side effects by own names, each with a number.
fn effects(desk: Desk<DoseWords>) -> AnyView {
    let names = move || {
        desk.words.with(|dose| dose.effects.iter().map(|effect| effect.name.clone()).collect::<Vec<_>>())
    };
    let field = Names {
        id: "effect",
        label: say!(medical.dose.effect_name),
        names: names.into(),
        on_add: (move |name| desk.chosen(|dose| dose.effects.push(SideEffect { name, strength: None })))
            .into(),
        on_remove: (move |at: usize| {
            desk.chosen(|dose| {
                if at < dose.effects.len() {
                    dose.effects.remove(at);
                }
            });
        })
        .into(),
    };
    let given = Memo::new(move |_| names());
    let scales = follow(move || {
        let given = given.get();
        untrack(|| {
            given
                .into_iter()
                .enumerate()
                .map(|(at, name)| scale(desk, at, name))
                .collect::<Vec<_>>()
                .into_any()
        })
    });
    let title = view! { <h2 class="section-name">{say!(medical.dose.effects)}</h2> };
    group([title.into_any(), field.piece(), scales])
}

fn scale(desk: Desk<DoseWords>, at: usize, name: String) -> AnyView {
    let value = RwSignal::new(
        desk.words.with_untracked(|dose| dose.effects.get(at).and_then(|effect| effect.strength)),
    );
    let scale = OwnScale {
        id: numbered("effect-strength", at),
        label: [name.as_str(), ": ", say!(medical.dose.strength)].concat(),
        ends: (say!(medical.dose.low).to_owned(), say!(medical.dose.high).to_owned()),
    };
    scale.or_skip(value, move |_| {
        desk.chosen(|dose| {
            if let Some(effect) = dose.effects.get_mut(at) {
                effect.strength = value.get_untracked();
            }
        });
    })
}

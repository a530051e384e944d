//! Steps or modules of one's own programme, in own words and in order.

use keeper::protocol::support::programme::{RoutineSort, RoutineWords, StepState};
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::lines::{begin, does, line, list};
use super::names::step_name;
use super::records::{Loaded, Taps};
use crate::screen::components::{back_row, boxed, button, follow, group, heading, lead, nothing};
use crate::screen::contexts::expect_screens;
use crate::screen::words::say;

/// The page.
pub fn steps() -> AnyView {
    let screens = expect_screens();
    let routines = Loaded::<RoutineWords>::all();
    let taps = Taps::expect();
    let steps = Memo::new(move |_| in_order(routines));
    let still = Memo::new(move |_| {
        let words = |(id, words): (Id, RoutineWords)| (id, words.name, words.note);
        steps.get().into_iter().map(words).collect::<Vec<_>>()
    });
    let rows = follow(move || {
        let all = still.get();
        let count = all.len();
        let lines = all.into_iter().enumerate().map(|(at, (id, name, note))| {
            let state = Memo::new(move |_| {
                let of = |(_, words): &(Id, RoutineWords)| words.state;
                steps.with(|steps| steps.iter().find(|step| step.0 == id).map(of).unwrap_or_default())
            });
            let marks = [StepState::AtIt, StepState::Done].map(|mark| {
                let turn = move || turn(taps, routines, id, mark);
                button(step_name(mark), turn)
                    .named(step_name(mark).to_owned() + ": " + &name)
                    .pressed_while(move || state.get() == mark)
                    .piece()
            });
            let earlier = move || swap(taps, routines, id);
            let up = match at {
                0 => nothing(),
                _ => button(say!(programme.step_earlier), earlier)
                    .quiet()
                    .named(say!(programme.step_earlier).to_owned() + ": " + &name)
                    .piece(),
            };
            let numbered = say!(programme.step_of, number = at + 1, count = count);
            line(
                (RowKind::Routine, id),
                name,
                vec![numbered, note],
                does(marks.into_iter().chain([up]).collect()),
            )
        });
        list(lines.collect(), say!(programme.steps_none))
    });
    let new = begin(say!(programme.step_new), move || RoutineWords {
        sort: RoutineSort::Step,
        place: untrack(|| {
            steps.with(|steps| steps.last().map_or(0, |(_, words)| words.place.saturating_add(1)))
        }),
        ..RoutineWords::default()
    });
    group([
        back_row(move || screens.back()),
        heading(say!(programme.steps)),
        lead(say!(programme.steps_lead)),
        taps.failure_note(),
        routines.failure_note(),
        rows,
        boxed("actions", [new.main().piece()]),
    ])
}

/// Says of a step that it stands so, or takes that off again.
fn turn(taps: Taps, routines: Loaded<RoutineWords>, id: Id, mark: StepState) {
    let Some(mut own) = routines.one(id) else { return };
    own.words.state = if own.words.state == mark { StepState::NotYet } else { mark };
    taps.change(own);
}

fn in_order(routines: Loaded<RoutineWords>) -> Vec<(Id, RoutineWords)> {
    let mut steps: Vec<(Id, RoutineWords)> = routines.with(|all| {
        let steps = all.iter().rev().filter(|own| own.words.sort == RoutineSort::Step);
        steps.map(|own| (own.id, own.words.clone())).collect()
    });
    steps.sort_by_key(|(_, words)| words.place);
    steps
}

/// Changes places with the step before.
fn swap(taps: Taps, routines: Loaded<RoutineWords>, id: Id) {
    let steps = untrack(|| in_order(routines));
    let Some(at) = steps.iter().position(|step| step.0 == id).filter(|at| *at > 0) else { return };
    let order: Vec<Id> = {
        let mut ids: Vec<Id> = steps.iter().map(|step| step.0).collect();
        ids.swap(at, at - 1);
        ids
    };
    // Only those whose place is another one now are written.
    let moved = order.iter().enumerate().filter_map(|(place, id)| {
        let mut own = routines.one(*id)?;
        let place = u16::try_from(place).ok().filter(|place| *place != own.words.place)?;
        own.words.place = place;
        Some(own)
    });
    taps.change_all(moved.collect());
}

//! The form of a goal: what it is about, what is wanted, and whatever else somebody wants to set.

use keeper::protocol::{Aim, GoalWords, Measure, Substance};
use leptos::prelude::*;
use rules::{hundredths_words, parse_hundredths, parse_tenths, tenths_words};

use super::fields::{NO_NUMBER, Reading, number};
use super::names::{aim_help, aim_name, measure_name, substance_name};
use super::warning::warning;
use crate::screen::components::{
    Choice, Many, RadioGroup, Shape, fold, follow_if, group, nothing, radio_group, soft,
};
use crate::screen::contexts::{Seed, expect_choices};
use crate::screen::pages::writing::{Desk, NO_DATE, date_field, form, opening_of, switch, words_field};
use crate::screen::words::say;

/// The form.
pub fn goal(seed: Seed) -> AnyView {
    opening_of(seed, goal_form)
}

fn goal_form(desk: Desk<GoalWords>) -> AnyView {
    let is_fresh = desk.is_new() && desk.words.with_untracked(|goal| goal.since_day == 0);
    if is_fresh {
        let today = untrack(|| expect_choices().today());
        // One figure that cannot be lost in a day; the others only for who chooses them.
        desk.words.update_untracked(|goal| {
            (goal.since_day, goal.measures) = (today, vec![Measure::DaysInLine, Measure::DaysSince]);
        });
    }
    let title = if desk.is_new() { say!(goals.new_title) } else { say!(goals.edit) };
    let fields = vec![
        substance(desk),
        name(desk),
        aim(desk),
        warning(desk),
        limits(desk),
        since(desk),
        figures(desk),
        fold(say!(goals.more), [amounts(desk), cost(desk), sober(desk)]),
        why(desk),
        if desk.is_new() { nothing() } else { ended(desk) },
    ];
    form(desk, title, fields, problem)
}

fn problem(goal: &GoalWords) -> Option<&'static str> {
    let numbers = [goal.day_limit_tenths, goal.week_limit_tenths, goal.cents_a_day];
    if goal.name.trim().is_empty() && goal.substance.is_none() {
        Some(say!(goals.problem.name))
    } else if goal.aim.is_none() {
        Some(say!(goals.problem.aim))
    } else if numbers.contains(&Some(NO_NUMBER)) || goal.days_off.is_some_and(|days| days > 7) {
        Some(say!(goals.problem.number))
    } else if goal.since_day == NO_DATE || goal.sober_since_day == Some(NO_DATE) {
        Some(say!(goals.problem.date))
    } else {
        None
    }
}

fn substance(desk: Desk<GoalWords>) -> AnyView {
    let place = |goal: &GoalWords| Substance::ALL.iter().position(|one| goal.substance == Some(*one));
    radio_group(RadioGroup {
        id: "substance",
        label: say!(goals.substance),
        choices: Substance::ALL.into_iter().map(|one| Choice::plain(substance_name(one))).collect(),
        shape: Shape::Row,
        chosen: (move || desk.words.with(place)).into(),
        on_choose: (move |at: usize| desk.chosen(|goal| goal.substance = Some(Substance::ALL[at]))).into(),
    })
}

fn aim(desk: Desk<GoalWords>) -> AnyView {
    let card = |aim| Choice { label: aim_name(aim).to_owned(), more: aim_help(aim) };
    let place = |goal: &GoalWords| Aim::ALL.iter().position(|one| goal.aim == Some(*one));
    radio_group(RadioGroup {
        id: "aim",
        label: say!(goals.aim),
        choices: Aim::ALL.into_iter().map(card).collect(),
        shape: Shape::Cards,
        chosen: (move || desk.words.with(place)).into(),
        on_choose: (move |at: usize| desk.chosen(|goal| goal.aim = Some(Aim::ALL[at]))).into(),
    })
}

fn name(desk: Desk<GoalWords>) -> AnyView {
    words_field(desk, ("name", say!(goals.name), "text", say!(goals.name_help)), |goal| &mut goal.name)
}

fn why(desk: Desk<GoalWords>) -> AnyView {
    words_field(desk, ("why", say!(goals.why), "several", ""), |goal| &mut goal.why)
}

/// Limits, for whoever cuts down.
fn limits(desk: Desk<GoalWords>) -> AnyView {
    let cuts = Memo::new(move |_| desk.words.with(|goal| goal.aim == Some(Aim::CutDown)));
    follow_if(move || cuts.get().then(|| untrack(|| limit_fields(desk))))
}

fn limit_fields(desk: Desk<GoalWords>) -> AnyView {
    const TENTHS: Reading = (parse_tenths, tenths_words);
    let fields = [
        number(desk, ("day-limit", say!(goals.day_limit), ""), TENTHS, |goal| &mut goal.day_limit_tenths),
        number(desk, ("week-limit", say!(goals.week_limit), ""), TENTHS, |goal| &mut goal.week_limit_tenths),
        days_off(desk),
    ];
    let fields: Vec<AnyView> = fields.into();
    view! {
        <fieldset class="limits">
            <legend class="field-label">{say!(goals.limits)}</legend>
            {unit(desk, "limit-unit")}
            {fields}
        </fieldset>
    }
    .into_any()
}

fn unit(desk: Desk<GoalWords>, id: &'static str) -> AnyView {
    words_field(desk, (id, say!(goals.unit), "text", say!(goals.unit_help)), |goal| &mut goal.unit)
}

fn days_off(desk: Desk<GoalWords>) -> AnyView {
    radio_group(RadioGroup {
        id: "days-off",
        label: say!(goals.days_off),
        choices: (0..=7).map(|days: u8| Choice::plain(days.to_string())).collect(),
        shape: Shape::Row,
        chosen: (move || desk.words.with(|goal| goal.days_off.map(usize::from))).into(),
        on_choose: (move |at: usize| desk.chosen(|goal| goal.days_off = u8::try_from(at).ok())).into(),
    })
}

fn since(desk: Desk<GoalWords>) -> AnyView {
    let day = desk.words.with_untracked(|goal| goal.since_day);
    date_field(("since", say!(goals.since), ""), Some(day), move |day| {
        desk.typed(|goal| goal.since_day = day.unwrap_or(NO_DATE));
    })
}

fn sober(desk: Desk<GoalWords>) -> AnyView {
    let day = desk.words.with_untracked(|goal| goal.sober_since_day);
    date_field(("sober", say!(goals.sober), say!(goals.sober_help)), day, move |day| {
        desk.typed(|goal| goal.sober_since_day = day);
    })
}

fn figures(desk: Desk<GoalWords>) -> AnyView {
    let toggle = move |at: usize| {
        let measure = Measure::ALL[at];
        desk.chosen(|goal| match goal.measures.contains(&measure) {
            true => goal.measures.retain(|chosen| *chosen != measure),
            false => goal.measures.push(measure),
        });
    };
    let chosen = move || {
        let places = |goal: &GoalWords| {
            let all = Measure::ALL.iter().enumerate();
            all.filter(|(_, measure)| goal.measures.contains(measure)).map(|(at, _)| at).collect()
        };
        desk.words.with(places)
    };
    let many = Many {
        id: "figures",
        label: say!(goals.figures),
        choices: Measure::ALL.into_iter().map(|measure| measure_name(measure).to_owned()).collect(),
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    group([many.piece(), soft(say!(goals.figures_help))])
}

fn amounts(desk: Desk<GoalWords>) -> AnyView {
    // Whoever cuts down finds the unit beside the limits.
    let apart = Memo::new(move |_| desk.words.with(|goal| goal.amounts && goal.aim != Some(Aim::CutDown)));
    let unit = follow_if(move || apart.get().then(|| untrack(|| unit(desk, "unit"))));
    group([switch(desk, "amounts", say!(goals.amounts), |goal| &mut goal.amounts), unit])
}

fn cost(desk: Desk<GoalWords>) -> AnyView {
    let field = ("cost", say!(goals.cost), say!(goals.cost_help));
    number(desk, field, (parse_hundredths, hundredths_words), |goal| &mut goal.cents_a_day)
}

fn ended(desk: Desk<GoalWords>) -> AnyView {
    switch(desk, "ended", say!(goals.ended), |goal| &mut goal.ended)
}

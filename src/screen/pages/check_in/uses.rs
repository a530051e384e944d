//! "Did you use today?": one answer for all that is tracked; for each goal in detail only where somebody wants to say.

use keeper::protocol::{Aim, CheckInWords, DayUse, Id, OneKind, ReturnWords, Used};
use leptos::prelude::*;
use rules::{parse_tenths, tenths_words};

use super::{Desk, KnownGoal};
use crate::screen::browser::clock;
use crate::screen::components::{
    Choice, Choose, Live, RadioGroup, Say, Shape, Tap, Typed, boxed, button, fold, follow_if, group, nothing,
    numbered, own, radio_group, soft,
};
use crate::screen::contexts::{Screen, Seed, expect_screens};
use crate::screen::pages::goals::goal_name;
use crate::screen::pages::writing::{Around, Fields, outcome, save_then};
use crate::screen::words::say;

/// An amount that is no number.
pub const NO_NUMBER: u32 = u32::MAX;

const ANSWERS: [Used; 3] = [Used::None, Used::Some, Used::RatherNotSay];

/// The row.
pub fn use_row(desk: Desk<CheckInWords>) -> AnyView {
    let answers = [say!(check_in.used_none), say!(check_in.used_some), say!(check_in.used_rather_not)];
    let choose = move |at: usize| {
        desk.chosen(|words| {
            words.used = Some(ANSWERS[at]);
            if ANSWERS[at] != Used::Some {
                words.uses.clear();
            }
        });
    };
    let row = in_a_row(
        ("used", say!(check_in.used)),
        &answers,
        move || desk.words.with(|words| ANSWERS.iter().position(|answer| words.used == Some(*answer))),
        choose,
    );
    let is_some = Memo::new(move |_| desk.words.with(|words| words.used == Some(Used::Some)));
    let more = follow_if(move || is_some.get().then(|| untrack(|| after_some(desk))));
    boxed("stack-wide", [row, soft(say!(check_in.used_help)), about_records(), more])
}

/// The first time it is asked, and after a week without a check-in: what a written record is, before one is made.
fn about_records() -> AnyView {
    if !super::expect_known().with_value(|known| known.days.is_empty()) {
        return nothing();
    }
    let screens = expect_screens();
    button(say!(made_to_open.title), move || screens.push(Screen::MadeToOpen)).quiet().icon("#i-info").piece()
}

fn in_a_row(
    (id, label): (&'static str, &'static str),
    choices: &[&'static str],
    chosen: impl Into<Live<Option<usize>>>,
    on_choose: impl Into<Choose>,
) -> AnyView {
    let choices = choices.iter().map(|words| Choice::plain(*words)).collect();
    let (shape, chosen, on_choose) = (Shape::Row, chosen.into(), on_choose.into());
    radio_group(RadioGroup { id, label, choices, shape, chosen, on_choose })
}

/// The goals in detail, and the way to a page of its own.
fn after_some(desk: Desk<CheckInWords>) -> AnyView {
    let goals = super::expect_known().with_value(|known| known.goals.clone());
    let each: Vec<AnyView> =
        goals.into_iter().enumerate().map(|(at, goal)| of_goal(desk, at, goal)).collect();
    let details = match each.is_empty() {
        true => nothing(),
        false => fold(say!(check_in.for_each), [each.into_any()]),
    };
    group([details, page_of_its_own(desk)])
}

/// Saves the check-in, then opens a return to use with the goals that were named.
fn page_of_its_own(desk: Desk<CheckInWords>) -> AnyView {
    let around = Around::expect();
    let then = move || {
        let used = |said: &DayUse| said.used.then_some(said.goal);
        let goals = desk.words.with_untracked(|words| words.uses.iter().filter_map(used).collect());
        let mut words = ReturnWords { goals, ..ReturnWords::default() };
        words.put_when(clock::local_now());
        around.screens.instead(Screen::Return(Seed::From(Box::new(words.written()))));
    };
    let save = move || save_then(desk.drafting, desk.checked(super::problem), around, Tap::from(then));
    let open = button(say!(check_in.after_use), save).piece();
    boxed("stack", [soft(say!(check_in.after_use_help)), open, outcome(around.saving)])
}

/// One goal: used or not, within the limits, how much, each only where the goal asks for it.
fn of_goal(desk: Desk<CheckInWords>, at: usize, goal: KnownGoal) -> AnyView {
    let id = goal.id;
    let used = Memo::new(move |_| desk.words.with(|words| said_of(words, id).map(|said| said.used)));
    let row = in_a_row(
        (numbered("used-of", at), say!(check_in.of_goal)),
        &[say!(check_in.not_used), say!(check_in.was_used)],
        move || used.get().map(usize::from),
        move |place: usize| {
            desk.chosen(|words| {
                *said_in(words, id) = DayUse { goal: id, used: place == 1, ..DayUse::default() };
            });
        },
    );
    let name_id = numbered("goal-of", at);
    let name = view! { <p class="row-title" id=name_id dir="auto">{goal_name(&goal.words)}</p> };
    let goal = StoredValue::new(goal);
    let details = follow_if(move || {
        (used.get() == Some(true)).then(|| untrack(|| goal.with_value(|goal| details(desk, at, goal))))
    });
    view! { <div class="stack-wide" role="group" aria-labelledby=name_id>{name}{row}{details}</div> }
        .into_any()
}

fn details(desk: Desk<CheckInWords>, at: usize, goal: &KnownGoal) -> AnyView {
    let id = goal.id;
    let limits = match goal.words.aim {
        Some(Aim::CutDown | Aim::SaferUse) => in_a_row(
            (numbered("within", at), say!(check_in.limits)),
            &[say!(check_in.within), say!(check_in.over)],
            move || {
                let within = desk.words.with(|words| said_of(words, id).and_then(|said| said.within));
                within.map(|within| usize::from(!within))
            },
            move |place: usize| desk.chosen(|words| said_in(words, id).within = Some(place == 0)),
        ),
        _ => nothing(),
    };
    group([limits, if goal.words.amounts { amount(desk, at, goal) } else { nothing() }])
}

fn amount(desk: Desk<CheckInWords>, at: usize, goal: &KnownGoal) -> AnyView {
    let id = goal.id;
    let tenths = desk.words.with_untracked(|words| said_of(words, id).and_then(|said| said.tenths));
    let on_words: Say = (move |words: String| {
        let tenths = parse_tenths(&words).unwrap_or(NO_NUMBER);
        desk.typed(|said| said_in(said, id).tenths = (!words.trim().is_empty()).then_some(tenths));
    })
    .into();
    let typed = Typed {
        id: numbered("amount", at),
        label: say!(check_in.amount),
        kind: "number",
        help: "",
        value: tenths.filter(|tenths| *tenths != NO_NUMBER).map(tenths_words).unwrap_or_default(),
        on_words,
    };
    let unit = match goal.words.unit.is_empty() {
        true => nothing(),
        false => own("soft", say!(check_in.unit, unit = goal.words.unit.clone())),
    };
    group([typed.piece(), unit])
}

fn said_of(words: &CheckInWords, goal: Id) -> Option<&DayUse> {
    words.uses.iter().find(|said| said.goal == goal)
}

fn said_in(words: &mut CheckInWords, goal: Id) -> &mut DayUse {
    let at = words.uses.iter().position(|said| said.goal == goal).unwrap_or_else(|| {
        words.uses.push(DayUse { goal, ..DayUse::default() });
        words.uses.len() - 1
    });
    &mut words.uses[at]
}

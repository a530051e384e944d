//! Check-ins, returns to use, goals and rulers, to read: all that was answered, nothing that was left out.

use keeper::protocol::{CheckInWords, DayUse, GoalWords, Id, ReturnWords, RulerWords, Used, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{hours_words, tenths_words};

use super::check_in::{KnownGoal, day_name, goals, row_name, scale_name};
use super::goals::{aim_name, goal_name, substance_name};
use super::return_to_use::can_be_looked_back_on;
use crate::screen::components::{boxed, button, follow, group, nothing, own, plain};
use crate::screen::contexts::{Screen, Seed, expect_choices, expect_screens};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

type Line = (String, String);

/// The lines of a check-in.
pub fn check_in(words: &CheckInWords, written_on: i32) -> AnyView {
    let choices = untrack(|| expect_choices().chosen());
    let today = untrack(|| expect_choices().today());
    let of_ten = |name: &str, number: Option<u8>| Some((name.to_owned(), said_of_ten(number?)));
    let numbers = [
        of_ten(say!(check_in.mood), words.mood),
        of_ten(say!(check_in.craving), words.craving),
        of_ten(say!(check_in.sleep), words.sleep),
        words.sleep_minutes.map(|minutes| {
            (say!(check_in.hours).to_owned(), say!(check_in.hours_said, hours = hours_words(minutes)))
        }),
        of_ten(say!(check_in.confidence), words.confidence),
        of_ten(say!(check_in.connection), words.connection),
        words.used.map(|used| (say!(check_in.used).to_owned(), used_name(used).to_owned())),
    ];
    let more = words.more.iter().map(|(row, answer)| (row_name(*row).to_owned(), said_of_ten(*answer)));
    let own_scales =
        words.own.iter().map(|(number, answer)| (scale_name(&choices.scales, *number), said_of_ten(*answer)));
    let lines = numbers.into_iter().flatten().chain(more).chain(own_scales).collect();
    let late = (words.day < written_on)
        .then(|| plain(say!(check_in.for_day, day = day_name(words.day, today)) + " " + say!(check_in.late)));
    let ordinary = words.ordinary.then(|| plain(say!(check_in.ordinary_said)));
    group([
        late.unwrap_or_else(nothing),
        ordinary.unwrap_or_else(nothing),
        list(lines),
        uses(words.uses.clone()),
        own("prose", words.line.clone()),
    ])
}

fn said_of_ten(number: u8) -> String {
    say!(check_in.of_ten, number = number)
}

fn used_name(used: Used) -> &'static str {
    match used {
        Used::None => say!(check_in.used_none),
        Used::Some => say!(check_in.used_some),
        Used::RatherNotSay => say!(check_in.used_rather_not),
    }
}

/// What was said of each goal. Names come with the goals.
fn uses(uses: Vec<DayUse>) -> AnyView {
    if uses.is_empty() {
        return nothing();
    }
    with_goals(move |goals| {
        let line = |said: &DayUse| {
            let goal = goals.iter().find(|goal| goal.id == said.goal)?;
            let mut parts =
                vec![if said.used { say!(check_in.was_used) } else { say!(check_in.not_used) }.to_owned()];
            parts.extend(said.tenths.map(|tenths| tenths_words(tenths) + " " + &goal.words.unit));
            if said.within == Some(true) {
                parts.push(say!(check_in.limits).to_owned());
            }
            Some((goal_name(&goal.words), parts.join(" · ")))
        };
        list(uses.iter().filter_map(line).collect())
    })
}

/// A piece that needs the goals, once they are there.
fn with_goals(piece: impl Fn(&[KnownGoal]) -> AnyView + Send + Sync + 'static) -> AnyView {
    let keeper = expect_keeper();
    let found = RwSignal::new(Vec::<KnownGoal>::new());
    spawn_local(async move {
        let all = goals(keeper).await;
        found.try_set(all);
    });
    follow(move || found.with(|goals| piece(goals)))
}

/// The lines of a return to use.
pub fn returned(words: &ReturnWords) -> AnyView {
    let ids = words.goals.clone();
    let touched = with_goals(move |goals| touched(goals, &ids));
    let texts = [
        (say!(return_to_use.named), &words.what.join(", ")),
        (say!(return_to_use.amount), &words.amount),
        (say!(return_to_use.tell_field), &words.tell),
        (say!(return_to_use.different), &words.different),
        (say!(return_to_use.link), &words.link),
        (say!(return_to_use.still_have), &words.still_have),
        (say!(return_to_use.next_step), &words.next_step),
    ];
    group([own("prose", words.line.clone()), touched, list(said(texts.iter()))])
}

fn touched(goals: &[KnownGoal], ids: &[Id]) -> AnyView {
    let named = goals.iter().filter(|goal| ids.contains(&goal.id)).map(|goal| goal_name(&goal.words));
    let named: Vec<String> = named.collect();
    if named.is_empty() { nothing() } else { own("", named.join(", ")) }
}

fn said<'a>(texts: impl Iterator<Item = &'a (&'static str, &'a String)>) -> Vec<Line> {
    let there = texts.filter(|(_, words)| !words.is_empty());
    there.map(|(name, words)| ((*name).to_owned(), (*words).clone())).collect()
}

/// The way to look back, from the next day on.
pub fn look_back(id: Id, words: Option<&Written>) -> AnyView {
    let screens = expect_screens();
    match words {
        Some(Written::Return(words)) if !words.is_reviewed() && can_be_looked_back_on(words) => {
            let open = move || screens.push(Screen::Return(Seed::Edit(id, 0)));
            boxed("stack", [button(say!(return_to_use.review_open), open).piece()])
        }
        _ => nothing(),
    }
}

/// The lines of a goal.
pub fn goal(words: &GoalWords) -> AnyView {
    let aim = words.aim.map(|aim| (say!(goals.aim).to_owned(), aim_name(aim).to_owned()));
    let about =
        words.substance.map(|about| (say!(goals.substance).to_owned(), substance_name(about).to_owned()));
    let why = own("prose", words.why.clone());
    group([own("row-title", goal_name(words)), list(about.into_iter().chain(aim).collect()), why])
}

/// The lines of a ruler.
pub fn ruler(words: &RulerWords) -> AnyView {
    let numbers = [
        (say!(goals.importance), words.importance),
        (say!(goals.ruler_confidence), words.confidence),
        (say!(goals.readiness), words.readiness),
    ];
    let numbers =
        numbers.into_iter().filter_map(|(name, number)| Some((name.to_owned(), said_of_ten(number?))));
    let texts = [
        (say!(goals.why_not_lower), &words.why_not_lower),
        (say!(goals.what_would_raise), &words.what_would_raise),
    ];
    list(numbers.chain(said(texts.iter())).collect())
}

fn list(lines: Vec<Line>) -> AnyView {
    let each: Vec<AnyView> = lines.into_iter().map(line).collect();
    if each.is_empty() { nothing() } else { view! { <dl class="figures">{each}</dl> }.into_any() }
}

fn line((name, words): Line) -> AnyView {
    view! { <div class="figure"><dt dir="auto">{name}</dt><dd dir="auto">{words}</dd></div> }.into_any()
}

//! "Is your body safe?": lines that follow from what was used, each of which opens Help now at the right place, the
//! emergency number on top of it. Which lines is a rule of the journal's meaning (`journal::BodyLine`).

use keeper::protocol::{BodyLine, ReturnWords, Substance};
use leptos::prelude::*;

use super::{expect_goals, names_goal};
use crate::screen::browser::help_now::{self, Topic};
use crate::screen::components::{Many, button, follow, nothing, soft};
use crate::screen::pages::goals::goal_name;
use crate::screen::pages::writing::Desk;
use crate::screen::words::say;

/// The section.
pub fn body(desk: Desk<ReturnWords>) -> AnyView {
    let lines = Memo::new(move |_| BodyLine::of(&desk.words.with(substances)));
    let lines = follow(move || {
        let each: Vec<AnyView> = lines.get().into_iter().map(line).collect();
        view! { <ul class="body-lines">{each}</ul> }.into_any()
    });
    view! {
        <section class="stack-wide" aria-labelledby="body">
            <h2 id="body">{say!(return_to_use.body)}</h2>
            {what(desk)}
            {lines}
            {soft(say!(return_to_use.body_help))}
        </section>
    }
    .into_any()
}

/// Of the goals that were named, else of all: whoever does not say leaves it open.
fn substances(words: &ReturnWords) -> Vec<Substance> {
    expect_goals().with_value(|goals| {
        let named = goals.iter().any(|goal| names_goal(words, goal.id));
        let counts = goals.iter().filter(|goal| !named || names_goal(words, goal.id));
        counts.map(|goal| goal.words.substance.unwrap_or(Substance::OtherSubstance)).collect()
    })
}

fn line(line: BodyLine) -> AnyView {
    let (words, topic) = match line {
        BodyLine::Drowsy => (say!(return_to_use.safety.drowsy), Topic::Wake),
        BodyLine::AfterBreak => (say!(return_to_use.safety.after_break), Topic::Ill),
        BodyLine::Ill => (say!(return_to_use.safety.ill), Topic::Ill),
        BodyLine::Hot => (say!(return_to_use.safety.hot), Topic::Ill),
        BodyLine::Panic => (say!(return_to_use.safety.panic), Topic::Panic),
        BodyLine::Hurt => (say!(return_to_use.safety.hurt), Topic::Hurt),
    };
    let open = button(words, move || help_now::open(topic)).piece();
    view! { <li>{open}</li> }.into_any()
}

/// Which goals it touches, where there are several.
fn what(desk: Desk<ReturnWords>) -> AnyView {
    let goals = expect_goals();
    let names: Vec<String> =
        goals.with_value(|goals| goals.iter().map(|goal| goal_name(&goal.words)).collect());
    if names.len() < 2 {
        return nothing();
    }
    let toggle = move |at: usize| {
        let Some(id) = goals.with_value(|goals| goals.get(at).map(|goal| goal.id)) else { return };
        desk.chosen(|words| match names_goal(words, id) {
            true => words.goals.retain(|goal| *goal != id),
            false => words.goals.push(id),
        });
    };
    let chosen = move || {
        desk.words.with(|words| {
            goals.with_value(|goals| {
                let named = goals.iter().enumerate().filter(|(_, goal)| names_goal(words, goal.id));
                named.map(|(at, _)| at).collect()
            })
        })
    };
    let many = Many {
        id: "goals",
        label: say!(return_to_use.what),
        choices: names,
        chosen: chosen.into(),
        on_toggle: toggle.into(),
    };
    many.piece()
}

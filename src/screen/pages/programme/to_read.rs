//! All that one record of these kinds says, to read; nothing that was left out.

use keeper::protocol::Written;
use keeper::protocol::support::programme::{
    GuidanceWords, MeetingWords, PromiseWords, RoutineSort, RoutineWords, StayWords, TaskWords,
};
use leptos::prelude::*;

use super::names::{day_words, days_on, dotted, heading_name, promise_name, step_name, way_name};
use super::stays::dates_of;
use crate::screen::browser::clock;
use crate::screen::components::nothing;
use crate::screen::words::say;

type Line = (&'static str, String);

/// It.
pub fn read(written: &Written) -> AnyView {
    let lines = match written {
        Written::Routine(words) => routine(words),
        Written::Meeting(words) => meeting(words),
        Written::Stay(words) => stay(words),
        Written::Task(words) => task(words),
        Written::Promise(words) => promise(words),
        Written::Guidance(words) => guidance(words),
        _ => return nothing(),
    };
    let lines = lines.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| {
        view! {
            <div class="figure">
                <dt>{name}</dt>
                <dd dir="auto">{said}</dd>
            </div>
        }
        .into_any()
    });
    let lines: Vec<AnyView> = lines.collect();
    view! { <dl class="figures">{lines}</dl> }.into_any()
}

fn day(day: Option<i32>) -> String {
    day.map(|day| day_words(day, clock::today())).unwrap_or_default()
}

fn routine(words: &RoutineWords) -> Vec<Line> {
    let days = match words.sort {
        RoutineSort::Habit => (say!(programme.which_days), days_on(words)),
        RoutineSort::Step => (say!(programme.step_state), step_name(words.state).to_owned()),
    };
    vec![(say!(programme.routine_name), words.name.clone()), days, (say!(programme.note), words.note.clone())]
}

fn meeting(words: &MeetingWords) -> Vec<Line> {
    let state = if words.been { say!(programme.been) } else { say!(programme.planned) };
    let weekly = if words.weekly { say!(programme.every_week) } else { "" };
    let day = day(Some(words.day)) + ", " + &super::names::minute_words(words.minute);
    vec![
        (say!(programme.meeting_name), words.name.clone()),
        (state, dotted([&day, weekly])),
        (say!(programme.way), way_name(words.way).to_owned()),
        (say!(programme.place), words.place.clone()),
        (say!(programme.with), words.with.clone()),
        (say!(programme.takeaway), words.takeaway.clone()),
    ]
}

fn stay(words: &StayWords) -> Vec<Line> {
    vec![
        (say!(programme.stay_where), words.name.clone()),
        (say!(programme.stay_when), dates_of(words, clock::today())),
        (say!(programme.rules), words.rules.clone()),
        (say!(programme.bring), words.bring.clone()),
        (say!(programme.note), words.note.clone()),
    ]
}

fn task(words: &TaskWords) -> Vec<Line> {
    vec![
        (say!(programme.share_who), words.who.clone()),
        (say!(programme.task_name), words.name.clone()),
        (say!(programme.task_goal), words.goal.clone()),
        (say!(programme.task_next), words.next.clone()),
        (say!(programme.task_review), day(words.review_day)),
    ]
}

fn promise(words: &PromiseWords) -> Vec<Line> {
    vec![
        (say!(programme.said_what), words.name.clone()),
        (say!(programme.said_whom), words.whom.clone()),
        (say!(programme.said_by), day(words.by_day)),
        (say!(programme.became), promise_name(words.state).to_owned()),
        (say!(programme.story), words.story.clone()),
    ]
}

fn guidance(words: &GuidanceWords) -> Vec<Line> {
    vec![(heading_name(words.heading), words.words.clone()), (say!(programme.note_from), words.from.clone())]
}

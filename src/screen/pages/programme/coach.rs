//! Coach and case manager: the gap check, what was promised, small steps, and who does what.

use keeper::protocol::support::programme::{PromiseWords, TaskSort, TaskWords};
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::gaps::gaps;
use super::lines::{begin, does, line, list, part, staying};
use super::names::{day_within, dotted};
use super::promises::promised;
use super::records::{Loaded, Taps};
use crate::screen::components::{
    back_row, boxed, button, fold, follow, follow_if, group, heading, lead, nothing,
};
use crate::screen::contexts::{Screen, expect_choices, expect_screens};
use crate::screen::words::say;

/// The page.
pub fn coach() -> AnyView {
    let (screens, choices) = (expect_screens(), expect_choices());
    let today = untrack(|| choices.today());
    let (promises, tasks) = (Loaded::<PromiseWords>::all(), Loaded::<TaskWords>::all());
    let taps = Taps::expect();
    let goals = button(say!(programme.goals_of_change), move || screens.push(Screen::Goals)).quiet();
    group([
        back_row(move || screens.back()),
        heading(say!(programme.coach)),
        lead(say!(programme.coach_lead)),
        taps.failure_note(),
        promises.failure_note(),
        part(say!(programme.said), promised(promises, taps, today)),
        part(say!(programme.tasks), vec![steps(tasks, taps, today), goals.piece()]),
        part(say!(programme.shares), vec![shares(tasks)]),
        gaps(today),
    ])
}

fn steps(tasks: Loaded<TaskWords>, taps: Taps, today: i32) -> AnyView {
    let open = staying(
        tasks,
        |words| words.sort == TaskSort::Mine && !words.done,
        |words| TaskWords { done: false, ..words.clone() },
        |words| words.review_day.unwrap_or(i32::MAX),
    );
    let rows = follow(move || {
        let lines = open.get().into_iter().map(|(id, words)| {
            let done = done_task(tasks, taps, id, &words);
            line((RowKind::Task, id), words.name.clone(), task_lines(&words, today), does(vec![done]))
        });
        list(lines.collect(), say!(programme.tasks_none))
    });
    let done = Memo::new(move |_| {
        let shown: Vec<Id> = open.with(|open| open.iter().map(|(id, _)| *id).collect());
        tasks.with(|all| {
            let is_done = |words: &TaskWords| words.sort == TaskSort::Mine && words.done;
            let done = all.iter().filter(|own| is_done(&own.words) && !shown.contains(&own.id));
            done.map(|own| (own.id, own.words.clone())).collect::<Vec<_>>()
        })
    });
    let done = follow_if(move || {
        let lines = done.get().into_iter().map(|(id, words)| {
            line((RowKind::Task, id), words.name.clone(), task_lines(&words, today), nothing())
        });
        let lines: Vec<AnyView> = lines.collect();
        (!lines.is_empty()).then(|| fold(say!(programme.tasks_done), [list(lines, "")]))
    });
    let new = begin(say!(programme.task_new), TaskWords::default);
    group([rows, boxed("actions", [new.piece()]), done])
}

/// The next action, for which goal, and when to look at it again.
pub fn task_lines(words: &TaskWords, today: i32) -> Vec<String> {
    let next =
        if words.next.is_empty() { String::new() } else { say!(programme.next_is, what = &words.next) };
    let goal =
        if words.goal.is_empty() { String::new() } else { say!(programme.for_goal, goal = &words.goal) };
    let review = words.review_day.map(|day| say!(programme.review_on, day = day_within(day, today)));
    vec![next, dotted([&goal, &review.unwrap_or_default()])]
}

fn done_task(tasks: Loaded<TaskWords>, taps: Taps, id: Id, words: &TaskWords) -> AnyView {
    let turn = move || {
        let Some(mut own) = tasks.one(id) else { return };
        own.words.done = !own.words.done;
        taps.change(own);
    };
    button(say!(programme.done), turn)
        .named(say!(programme.done).to_owned() + ": " + &words.name)
        .pressed_while(move || tasks.is(id, |words| words.done))
        .piece()
}

fn shares(tasks: Loaded<TaskWords>) -> AnyView {
    let shares = Memo::new(move |_| {
        tasks.with(|all| {
            let theirs = all.iter().filter(|own| own.words.sort == TaskSort::Theirs && !own.words.done);
            theirs.map(|own| (own.id, own.words.clone())).collect::<Vec<_>>()
        })
    });
    let rows = follow(move || {
        let lines = shares.get().into_iter().map(|(id, words)| {
            let (who, what) = match words.who.is_empty() {
                true => (words.name, String::new()),
                false => (words.who, words.name),
            };
            line((RowKind::Task, id), who, vec![what], nothing())
        });
        list(lines.collect(), say!(programme.shares_none))
    });
    let new =
        begin(say!(programme.share_new), || TaskWords { sort: TaskSort::Theirs, ..TaskWords::default() });
    group([rows, boxed("actions", [new.piece()])])
}

//! The forms of a promise, of a small step, and of what somebody else does.

use keeper::protocol::support::programme::{PromiseState, PromiseWords, TaskSort, TaskWords};
use leptos::prelude::*;

use super::fields::{date, one_of, problem, words};
use super::names::promise_name;
use crate::screen::components::nothing;
use crate::screen::contexts::Seed;
use crate::screen::pages::writing::{Desk, form, opening_of, switch};
use crate::screen::words::say;

/// The form of a promise.
pub fn promise(seed: Seed) -> AnyView {
    opening_of(seed, promise_form)
}

fn promise_form(desk: Desk<PromiseWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.said_new) } else { say!(programme.said_edit) };
    let by = desk.words.with_untracked(|words| words.by_day);
    let fields = vec![
        words(desk, ("name", say!(programme.said_what), "text", ""), |words| &mut words.name),
        words(desk, ("whom", say!(programme.said_whom), "text", say!(programme.role_help)), |words| {
            &mut words.whom
        }),
        date(("by", say!(programme.said_by), ""), by, move |day| desk.typed(|words| words.by_day = day)),
        if desk.is_new() { nothing() } else { became(desk) },
    ];
    form(desk, title, fields, |words| problem(&words.name, &[words.by_day]))
}

fn became(desk: Desk<PromiseWords>) -> AnyView {
    let state = one_of(desk, ("state", say!(programme.became)), &PromiseState::ALL, promise_name, |words| {
        &mut words.state
    });
    let story = words(desk, ("story", say!(programme.story), "several", ""), |words| &mut words.story);
    vec![state, story].into_any()
}

/// The form of a step, or of what somebody else does.
pub fn task(seed: Seed) -> AnyView {
    opening_of(seed, |desk: Desk<TaskWords>| match desk.words.with_untracked(|words| words.sort) {
        TaskSort::Mine => step_form(desk),
        TaskSort::Theirs => share_form(desk),
    })
}

fn step_form(desk: Desk<TaskWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.task_new) } else { say!(programme.task_edit) };
    let review = desk.words.with_untracked(|words| words.review_day);
    let fields = vec![
        words(desk, ("name", say!(programme.task_name), "text", say!(programme.task_help)), |words| {
            &mut words.name
        }),
        words(desk, ("goal", say!(programme.task_goal), "text", ""), |words| &mut words.goal),
        words(desk, ("next", say!(programme.task_next), "text", ""), |words| &mut words.next),
        date(("review", say!(programme.task_review), ""), review, move |day| {
            desk.typed(|words| words.review_day = day);
        }),
        if desk.is_new() { nothing() } else { done(desk) },
    ];
    form(desk, title, fields, |words| problem(&words.name, &[words.review_day]))
}

fn done(desk: Desk<TaskWords>) -> AnyView {
    switch(desk, "done", say!(programme.done), |words| &mut words.done)
}

fn share_form(desk: Desk<TaskWords>) -> AnyView {
    let title = if desk.is_new() { say!(programme.share_new) } else { say!(programme.share_edit) };
    let fields = vec![
        words(desk, ("who", say!(programme.share_who), "text", say!(programme.role_help)), |words| {
            &mut words.who
        }),
        words(desk, ("name", say!(programme.share_what), "text", ""), |words| &mut words.name),
        if desk.is_new() { nothing() } else { done(desk) },
    ];
    form(desk, title, fields, |words| problem(&words.name, &[]))
}

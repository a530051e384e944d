//! "I said I would": what stands, and what is settled. A day that has passed is a fact, no verdict.

use keeper::protocol::support::programme::{PromiseState, PromiseWords};
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::lines::{begin, does, line, list, staying};
use super::names::{day_within, dotted, promise_name};
use super::records::{Loaded, Taps};
use crate::screen::components::{boxed, button, fold, follow, follow_if, nothing};
use crate::screen::words::say;

/// Those that stand, a way to add one, and those that are settled.
pub fn promised(promises: Loaded<PromiseWords>, taps: Taps, today: i32) -> Vec<AnyView> {
    let standing = staying(
        promises,
        |words| words.state.stands(),
        |words| PromiseWords {
            state: if words.state == PromiseState::Done { PromiseState::Open } else { words.state },
            ..words.clone()
        },
        |words| words.by_day.unwrap_or(i32::MAX),
    );
    let rows = follow(move || {
        let lines = standing.get().into_iter().map(|(id, words)| {
            let more = promise_lines(&words, today);
            line(
                (RowKind::Promise, id),
                words.name.clone(),
                more,
                does(vec![done_promise(promises, taps, id, &words)]),
            )
        });
        list(lines.collect(), say!(programme.said_none))
    });
    let settled = Memo::new(move |_| {
        let shown: Vec<Id> = standing.with(|standing| standing.iter().map(|(id, _)| *id).collect());
        promises.with(|all| {
            let settled = all.iter().filter(|own| !shown.contains(&own.id));
            settled.map(|own| (own.id, own.words.clone())).collect::<Vec<_>>()
        })
    });
    let settled = follow_if(move || {
        let lines = settled.get().into_iter().map(|(id, words)| {
            let more = promise_lines(&words, today);
            line((RowKind::Promise, id), words.name.clone(), more, nothing())
        });
        let lines: Vec<AnyView> = lines.collect();
        (!lines.is_empty()).then(|| fold(say!(programme.said_before), [list(lines, "")]))
    });
    let new = begin(say!(programme.said_new), PromiseWords::default);
    vec![rows, boxed("actions", [new.piece()]), settled]
}

/// To whom and by when, what became of it, and what was said of that. A day that has passed is a fact.
pub fn promise_lines(words: &PromiseWords, today: i32) -> Vec<String> {
    let whom = if words.whom.is_empty() { String::new() } else { say!(programme.to_whom, who = &words.whom) };
    let by = words.by_day.map(|day| match day < today {
        true => say!(programme.day_was, day = day_within(day, today)),
        false => say!(programme.by_day, day = day_within(day, today)),
    });
    let state = match words.state {
        PromiseState::Open => "",
        state => promise_name(state),
    };
    vec![dotted([&whom, &by.unwrap_or_default()]), dotted([state, &words.story])]
}

/// "Done", on or off.
pub fn done_promise(promises: Loaded<PromiseWords>, taps: Taps, id: Id, words: &PromiseWords) -> AnyView {
    let turn = move || {
        let Some(mut own) = promises.one(id) else { return };
        own.words.state = match own.words.state {
            PromiseState::Done => PromiseState::Open,
            _ => PromiseState::Done,
        };
        taps.change(own);
    };
    button(say!(programme.done), turn)
        .named(say!(programme.done).to_owned() + ": " + &words.name)
        .pressed_while(move || promises.is(id, |words| words.state == PromiseState::Done))
        .piece()
}

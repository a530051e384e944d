//! Meetings: planned ones with "I went" beside them, and those one was at.

use keeper::protocol::RowKind;
use keeper::protocol::support::programme::MeetingWords;
use leptos::prelude::*;

use super::calendar::calendar;
use super::lines::{begin, does, line, list, part};
use super::names::{day_words, meeting_name};
use super::plans::{Meetings, Plan, when_and_where};
use super::records::Taps;
use crate::screen::browser::clock;
use crate::screen::components::{
    back_row, boxed, fold, follow, follow_if, group, heading, lead, nothing, soft,
};
use crate::screen::contexts::{expect_choices, expect_screens};
use crate::screen::words::say;

/// Those one was at, shown before the rest is folded away.
const SHOWN: usize = 5;
const WEEK: i32 = 7;

/// The page.
pub fn meetings() -> AnyView {
    let (screens, choices) = (expect_screens(), expect_choices());
    let today = untrack(|| choices.today());
    let meetings = Meetings::load(Taps::expect());
    let new = begin(say!(programme.meeting_new), move || MeetingWords {
        day: today,
        minute: 19 * 60,
        ..MeetingWords::default()
    });
    let was = begin(say!(programme.meeting_was), move || {
        let now = clock::local_now();
        let civil = rules::Civil::at(now.second, now.offset_min);
        let minute = u16::from(civil.hour) * 60 + u16::from(civil.minute);
        MeetingWords { day: now.day(), minute, been: true, ..MeetingWords::default() }
    });
    group([
        back_row(move || screens.back()),
        heading(say!(programme.meetings)),
        lead(say!(programme.meetings_lead)),
        boxed("actions", [new.main().piece(), was.piece()]),
        meetings.taps.failure_note(),
        meetings.all.failure_note(),
        part(say!(programme.planned), vec![planned(meetings, today)]),
        part(say!(programme.been), vec![been(meetings, today)]),
        before(meetings, today),
    ])
}

fn planned(meetings: Meetings, today: i32) -> AnyView {
    let plans = Memo::new(move |_| {
        let next = |plan: Plan| plan.1.next_from(today).map(|day| (day, plan));
        let mut plans: Vec<(i32, Plan)> = meetings.plans().into_iter().filter_map(next).collect();
        plans.sort_by_key(|(day, (_, words))| (*day, words.minute));
        plans
    });
    follow(move || {
        let lines = plans.get().into_iter().enumerate().map(|(at, (day, plan))| {
            let words = &plan.1;
            let last = if day == today {
                Some(today)
            } else {
                Some(day - WEEK).filter(|day| words.weekly && *day >= words.day)
            };
            let went = match last {
                Some(day) => {
                    let of = if day == today { nothing() } else { soft(day_words(day, today)) };
                    boxed("beside plan-went", [meetings.went_button(plan.clone(), day), of])
                }
                None => nothing(),
            };
            let more = when_and_where(words, day, today);
            let calendar = calendar(at, words.clone(), day);
            line((RowKind::Meeting, plan.0), meeting_name(words), more, does(vec![went, calendar]))
        });
        list(lines.collect(), say!(programme.planned_none))
    })
}

fn been(meetings: Meetings, today: i32) -> AnyView {
    let been = Memo::new(move |_| {
        meetings.all.with(|all| {
            let been = all.iter().filter(|own| own.words.been);
            been.map(|own| (own.id, own.words.clone())).collect::<Vec<Plan>>()
        })
    });
    follow(move || {
        let mut lines: Vec<AnyView> = been.get().into_iter().map(|plan| been_line(plan, today)).collect();
        let rest = lines.split_off(lines.len().min(SHOWN));
        let rest = match rest.is_empty() {
            true => nothing(),
            false => fold(say!(programme.been_earlier), [list(rest, "")]),
        };
        group([list(lines, say!(programme.been_none)), rest])
    })
}

fn been_line((id, words): Plan, today: i32) -> AnyView {
    let mut more = when_and_where(&words, words.day, today);
    more.push(words.takeaway.clone());
    line((RowKind::Meeting, id), meeting_name(&words), more, nothing())
}

/// Planned for a day that has gone by, with nothing said of it.
fn before(meetings: Meetings, today: i32) -> AnyView {
    let plans = Memo::new(move |_| {
        let is_open = |(id, words): &Plan| {
            words.next_from(today).is_none() && meetings.been_on(*id, words.day).is_empty()
        };
        meetings.plans().into_iter().rev().filter(is_open).collect::<Vec<Plan>>()
    });
    follow_if(move || {
        let lines = plans.get().into_iter().map(|plan| {
            let more = when_and_where(&plan.1, plan.1.day, today);
            let went = meetings.went_button(plan.clone(), plan.1.day);
            line((RowKind::Meeting, plan.0), meeting_name(&plan.1), more, does(vec![went]))
        });
        let lines: Vec<AnyView> = lines.collect();
        (!lines.is_empty()).then(|| fold(say!(programme.planned_before), [list(lines, "")]))
    })
}

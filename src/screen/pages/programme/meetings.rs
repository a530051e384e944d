//! Meetings: planned ones with "I went" beside them, and those one was at.

use keeper::protocol::support::programme::MeetingWords;
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::calendar::calendar;
use super::lines::{begin, does, line, list, part};
use super::names::{day_words, dotted, meeting_name, minute_words, way_name};
use super::records::{Loaded, Taps};
use crate::screen::browser::clock;
use crate::screen::components::{
    back_row, boxed, button, fold, follow, follow_if, group, heading, lead, nothing, soft,
};
use crate::screen::contexts::{expect_choices, expect_screens};
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// Those one was at, shown before the rest is folded away.
const SHOWN: usize = 5;
const WEEK: i32 = 7;

type Plan = (Id, MeetingWords);

/// All meetings, and what one tap writes of them.
#[derive(Clone, Copy)]
pub struct Meetings {
    pub all: Loaded<MeetingWords>,
    pub taps: Taps,
}

impl Meetings {
    /// For a page or card.
    pub fn load(taps: Taps) -> Self {
        Self { all: Loaded::all(), taps }
    }

    /// Those that are planned, in the order in which they were written down.
    pub fn plans(self) -> Vec<Plan> {
        self.all.with(|all| {
            let plans = all.iter().rev().filter(|own| !own.words.been && !own.words.ended);
            plans.map(|own| (own.id, own.words.clone())).collect()
        })
    }

    fn been_on(self, plan: Id, day: i32) -> Vec<Id> {
        let is_it = |words: &MeetingWords| words.been && words.of == Some(plan) && words.day == day;
        self.all.with(|all| all.iter().filter(|own| is_it(&own.words)).map(|own| own.id).collect())
    }

    fn went(self, (plan, words): &Plan, day: i32) {
        let there = untrack(|| self.been_on(*plan, day));
        if !there.is_empty() {
            return self.taps.take_back(there);
        }
        let mut been = MeetingWords {
            day,
            been: true,
            weekly: false,
            of: Some(*plan),
            takeaway: String::new(),
            ..words.clone()
        };
        been.put_when(moment_of(day, been.minute));
        self.taps.note(been);
    }

    /// "I went", of that day.
    pub fn went_button(self, plan: Plan, day: i32) -> AnyView {
        let id = plan.0;
        let name = say!(programme.went).to_owned() + ": " + &meeting_name(&plan.1);
        button(say!(programme.went), move || self.went(&plan, day))
            .named(name)
            .pressed_while(move || !self.been_on(id, day).is_empty())
            .piece()
    }
}

/// That day and minute here, but never later than now.
pub fn moment_of(day: i32, minute: u16) -> clock::LocalTime {
    let civil = rules::Civil::at(i64::from(day) * 86_400 + i64::from(minute) * 60, 0);
    let date = (civil.year, civil.month, civil.day);
    let then = clock::local_at(rules::When { date, clock: (civil.hour, civil.minute) });
    let now = clock::local_now();
    if then.second < now.second { then } else { now }
}

/// "Today, 19:30 · every week", and how and where below.
pub fn when_and_where(words: &MeetingWords, day: i32, today: i32) -> Vec<String> {
    let when = day_words(day, today) + ", " + &minute_words(words.minute);
    let weekly = if words.weekly { say!(programme.every_week) } else { "" };
    vec![dotted([&when, weekly]), dotted([way_name(words.way), &words.place, &words.with])]
}

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

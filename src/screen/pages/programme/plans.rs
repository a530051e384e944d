//! Meetings that are planned, and "I went" of a day: a record of its own, so that the plan stays as it is.

use keeper::protocol::Id;
use keeper::protocol::support::programme::MeetingWords;
use leptos::prelude::*;

use super::names::{day_words, dotted, meeting_name, minute_words, way_name};
use super::records::{Loaded, Taps};
use crate::screen::browser::clock;
use crate::screen::components::button;
use crate::screen::pages::writing::Fields;
use crate::screen::words::say;

/// A meeting that is planned.
pub type Plan = (Id, MeetingWords);

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

    /// What says that one was there on that day.
    pub fn been_on(self, plan: Id, day: i32) -> Vec<Id> {
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

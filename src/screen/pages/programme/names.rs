//! What things are called here: ways of meeting, states, headings, days to come.

use keeper::protocol::support::programme::{
    GuidanceHeading, MeetingWay, MeetingWords, PromiseState, RoutineWords, StepState,
};
use rules::Civil;

use crate::screen::browser::{clock, dates};
use crate::screen::words::say;

/// "Today", "Tomorrow", "Yesterday", or the day's name.
pub fn day_words(day: i32, today: i32) -> String {
    let now = clock::local_now();
    match day.saturating_sub(today) {
        0 => say!(journal.today).to_owned(),
        1 => say!(programme.tomorrow).to_owned(),
        -1 => say!(journal.yesterday).to_owned(),
        _ => dates::day(day, Civil::at(now.second, now.offset_min).year),
    }
}

/// The same inside of a sentence: "today", "tomorrow", "yesterday", or the day's name.
pub fn day_within(day: i32, today: i32) -> String {
    match day.saturating_sub(today) {
        0 => say!(programme.within_today).to_owned(),
        1 => say!(programme.within_tomorrow).to_owned(),
        -1 => say!(programme.within_yesterday).to_owned(),
        _ => day_words(day, today),
    }
}

/// "19:30".
pub fn minute_words(minute: u16) -> String {
    dates::clock(i64::from(minute) * 60, 0)
}

/// Parts that are there, with a dot between.
pub fn dotted<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A meeting's name.
pub fn meeting_name(words: &MeetingWords) -> String {
    if words.name.is_empty() { say!(programme.meeting).to_owned() } else { words.name.clone() }
}

/// How one is at a meeting.
pub fn way_name(way: MeetingWay) -> &'static str {
    match way {
        MeetingWay::InPerson => say!(programme.in_person),
        MeetingWay::Online => say!(programme.online),
        MeetingWay::Phone => say!(programme.phone),
    }
}

/// How far a step is.
pub fn step_name(state: StepState) -> &'static str {
    match state {
        StepState::NotYet => say!(programme.step_not_yet),
        StepState::AtIt => say!(programme.step_at_it),
        StepState::Done => say!(programme.done),
    }
}

/// What became of a promise.
pub fn promise_name(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Open => say!(programme.promise_open),
        PromiseState::Done => say!(programme.done),
        PromiseState::Changed => say!(programme.promise_changed),
        PromiseState::NotYet => say!(programme.promise_not_yet),
    }
}

/// A heading of guidance.
pub fn heading_name(heading: GuidanceHeading) -> &'static str {
    match heading {
        GuidanceHeading::Guidance => say!(programme.heading_guidance),
        GuidanceHeading::Practice => say!(programme.heading_practice),
        GuidanceHeading::Service => say!(programme.heading_service),
        GuidanceHeading::Meaning => say!(programme.heading_meaning),
    }
}

/// The days of a routine.
pub fn days_on(words: &RoutineWords) -> String {
    match (words.every_days, &words.weekdays[..]) {
        (0 | 1, [] | [_, _, _, _, _, _, _]) => say!(programme.every_day).to_owned(),
        // 1970-01-05 was a Monday, and 1 is Monday.
        (0, days) => {
            let names = days.iter().map(|day| dates::short_weekday(3 + i32::from(*day)));
            names.collect::<Vec<_>>().join(", ")
        }
        (every, _) => say!(programme.every_days, days = every),
    }
}

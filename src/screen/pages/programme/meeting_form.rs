//! The form of a meeting, planned or been.

use keeper::protocol::support::programme::{MeetingWay, MeetingWords};
use leptos::prelude::*;
use rules::{Civil, parse_clock};

use super::fields::{NO_DATE, date, one_of, words};
use super::names::way_name;
use super::plans::moment_of;
use crate::screen::components::{Typed, boxed, nothing, soft};
use crate::screen::contexts::{Seed, expect_choices};
use crate::screen::pages::writing::{Desk, Fields, form, opening_of, switch};
use crate::screen::words::say;

/// A time that is none.
const NO_TIME: u16 = u16::MAX;

/// The form.
pub fn meeting(seed: Seed) -> AnyView {
    opening_of(seed, meeting_form)
}

fn meeting_form(desk: Desk<MeetingWords>) -> AnyView {
    let (is_new, been) = (desk.is_new(), desk.words.with_untracked(|words| words.been));
    if is_new && desk.words.with_untracked(|words| words.day == 0) {
        let today = untrack(|| expect_choices().today());
        desk.words.update_untracked(|words| (words.day, words.minute) = (today, 19 * 60));
    }
    let title = match (is_new, been) {
        (_, true) => say!(programme.meeting_been_title),
        (true, false) => say!(programme.meeting_new),
        (false, false) => say!(programme.meeting_edit),
    };
    let weekly = || switch(desk, "weekly", say!(programme.weekly), |words| &mut words.weekly);
    let ended = || switch(desk, "ended", say!(programme.meeting_end), |words| &mut words.ended);
    let fields = vec![
        words(desk, ("name", say!(programme.meeting_name), "text", ""), |words| &mut words.name),
        when(desk),
        if been { nothing() } else { weekly() },
        one_of(desk, ("way", say!(programme.way)), &MeetingWay::ALL, way_name, |words| &mut words.way),
        words(desk, ("place", say!(programme.place), "text", ""), |words| &mut words.place),
        words(desk, ("with", say!(programme.with), "text", say!(programme.with_help)), |words| {
            &mut words.with
        }),
        if been { takeaway(desk) } else { nothing() },
        soft(say!(programme.no_names)),
        if been || is_new { nothing() } else { ended() },
    ];
    form(desk, title, fields, problem)
}

fn takeaway(desk: Desk<MeetingWords>) -> AnyView {
    words(desk, ("takeaway", say!(programme.takeaway), "several", ""), |words| &mut words.takeaway)
}

fn problem(meeting: &MeetingWords) -> Option<&'static str> {
    (meeting.day == NO_DATE || meeting.minute == NO_TIME).then(|| say!(editor.problem.when))
}

/// Day and time. A meeting that was stands in the journal at its own time.
fn when(desk: Desk<MeetingWords>) -> AnyView {
    let (day, minute) = desk.words.with_untracked(|words| (words.day, words.minute));
    let day = date(("day", say!(editor.date), ""), Some(day), move |day| {
        desk.typed(|words| {
            words.day = day.unwrap_or(NO_DATE);
            settle(words);
        });
    });
    let time = Typed {
        id: "minute",
        label: say!(editor.time),
        kind: "time",
        help: "",
        value: Civil::at(i64::from(minute) * 60, 0).clock_value(),
        on_words: (move |typed: String| {
            let clock = parse_clock(&typed);
            desk.typed(|words| {
                words.minute =
                    clock.map_or(NO_TIME, |(hour, minute)| u16::from(hour) * 60 + u16::from(minute));
                settle(words);
            });
        })
        .into(),
    };
    boxed("beside", [day, time.piece()])
}

fn settle(words: &mut MeetingWords) {
    if words.been && words.day != NO_DATE && words.minute != NO_TIME {
        words.put_when(moment_of(words.day, words.minute));
    }
}

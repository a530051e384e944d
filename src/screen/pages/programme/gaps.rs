//! The gap check as a card: facts of what is written here, and nothing of what is not.

use keeper::protocol::support::programme::{Gap, GapFacts, MeetingWords};
use leptos::prelude::*;

use super::names::day_within;
use super::records::Loaded;
use crate::screen::components::{card, follow, plain, soft};
use crate::screen::words::say;

/// The card.
pub fn gaps(today: i32) -> AnyView {
    let meetings = Loaded::<MeetingWords>::all();
    let found =
        Memo::new(move |_| facts(today, meetings).gaps().iter().map(|gap| said(gap, today)).collect());
    let lines = follow(move || {
        let lines: Vec<String> = found.get();
        if lines.is_empty() {
            return plain(say!(programme.gaps_none));
        }
        let lines: Vec<AnyView> =
            lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }.into_any()).collect();
        view! { <ul class="facts">{lines}</ul> }.into_any()
    });
    card("gaps", say!(programme.gaps), [lines, soft(say!(programme.gaps_help))])
}

fn facts(today: i32, meetings: Loaded<MeetingWords>) -> GapFacts {
    let next = |all: &[super::records::Own<MeetingWords>]| {
        all.iter().filter_map(|own| own.words.next_from(today)).collect::<Vec<i32>>()
    };
    let meetings = meetings.with(|all| (!all.is_empty()).then(|| next(all)));
    GapFacts { today, meetings, ..GapFacts::default() }
}

fn said(gap: &Gap, today: i32) -> String {
    let day = |day: i32| day_within(day, today);
    match gap {
        Gap::Supply { name, ends, refill } => {
            say!(programme.gap_supply, name = name, ends = day(*ends), refill = day(*refill))
        }
        Gap::NoRefill { name, ends } => say!(programme.gap_no_refill, name = name, ends = day(*ends)),
        Gap::NoAppointment => say!(programme.gap_appointment).to_owned(),
        Gap::NoMeeting => say!(programme.gap_meeting).to_owned(),
        Gap::NoContact { name, since: Some(since) } => {
            say!(programme.gap_contact, name = name, day = day(*since))
        }
        Gap::NoContact { name, since: None } => say!(programme.gap_no_contact, name = name),
    }
}

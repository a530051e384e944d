//! Journals in memory: the card that says so on Today, and the made-up pages of "Look around".

use keeper::protocol::{EntryText, UrgeWords, Written};
use leptos::prelude::*;

use crate::screen::browser::clock;
use crate::screen::components::{button, card, plain};
use crate::screen::contexts::{Screen, expect_screens};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Says that nothing of this journal rests anywhere, and how it ends.
pub fn in_memory_card() -> AnyView {
    let (session, screens) = (expect_session(), expect_screens());
    if session.is_looking_around_now() {
        let end = button(say!(today.look_around_end), move || session.end_for_good()).piece();
        return card("in-memory", say!(today.look_around_title), [plain(say!(today.look_around)), end]);
    }
    let end = button(say!(today.borrowed_end), move || screens.push(Screen::Ending)).piece();
    card("in-memory", say!(today.borrowed_title), [plain(say!(today.borrowed)), end])
}

/// The made-up pages, newest last. They grow with the rooms.
pub fn made_up() -> Vec<Written> {
    let mut written = rules::made_up_days(today(), moment_of);
    written.extend([
        entry(4.2, say!(made_up.first_title), say!(made_up.first), 4),
        urge(2.6, 6, say!(made_up.urge)),
        entry(1.9, say!(made_up.second_title), say!(made_up.second), 6),
        urge(0.3, 4, say!(made_up.urge_again)),
        entry(0.1, say!(made_up.third_title), say!(made_up.third), 7),
    ]);
    written
}

fn today() -> i32 {
    let now = clock::local_now();
    (now.second + i64::from(now.offset_min) * 60).div_euclid(86_400) as i32
}

/// What the clock here makes of that day and hour.
fn moment_of(day: i32, hour: u8) -> rules::MadeUpMoment {
    let date = rules::Civil::at(i64::from(day) * 86_400, 0);
    let when = rules::When { date: (date.year, date.month, date.day), clock: (hour, 0) };
    let local = clock::local_at(when);
    (local.second, local.offset_min, local.zone)
}

fn entry(days_ago: f64, title: &str, text: &str, mood: u8) -> Written {
    let when = clock::local_ago(days_ago * 86_400_000.0);
    Written::Entry(EntryText {
        title: title.to_owned(),
        text: text.to_owned(),
        mood: Some(mood),
        tags: Vec::new(),
        happened_at_s: when.second,
        offset_min: when.offset_min,
        zone: when.zone,
    })
}

fn urge(days_ago: f64, strength: u8, line: &str) -> Written {
    let when = clock::local_ago(days_ago * 86_400_000.0);
    Written::Urge(UrgeWords {
        strength: Some(strength),
        line: line.to_owned(),
        happened_at_s: when.second,
        offset_min: when.offset_min,
        zone: when.zone,
        ..UrgeWords::default()
    })
}

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
    vec![
        entry(4.2, say!(made_up.first_title), say!(made_up.first), 4),
        urge(2.6, 6, say!(made_up.urge)),
        entry(1.9, say!(made_up.second_title), say!(made_up.second), 6),
        urge(0.3, 4, say!(made_up.urge_again)),
        entry(0.1, say!(made_up.third_title), say!(made_up.third), 7),
    ]
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

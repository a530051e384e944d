//! Urges: the way into logging one and riding one out, the line left for this time, the list, what helped, own reasons,
//! a person to call.

mod helped;
mod list;

use keeper::protocol::RowKind;
use leptos::prelude::*;

use super::person::person_card;
use super::ride_out::minutes;
use super::urge::Known;
use crate::screen::components::{
    boxed, button, card, follow, follow_if, follow_words, group, heading, lead, own, plain, table_drawing,
};
use crate::screen::contexts::{Screen, Seed, expect_open_journal, expect_riding, expect_screens};
use crate::screen::words::say;

/// Urges.
pub fn urges() -> AnyView {
    let (screens, journal) = (expect_screens(), expect_open_journal());
    let (list, known) = (list::UrgeList::new(), Known::new());
    // What the keeper holds is the outside world: asked again whenever it says that something changed.
    Effect::new(move || {
        journal.changed();
        list.refresh();
        known.ask();
    });
    let log =
        button(say!(today.log_urge), move || screens.push(Screen::form(RowKind::Urge, Seed::New))).main();
    let is_empty = Memo::new(move |_| list.is_empty());
    let body = follow(move || match is_empty.get() {
        true => boxed("empty", [table_drawing(), lead(say!(urges.empty))]),
        false => untrack(|| group([line(known), list::list(list), helped::helped(known)])),
    });
    group([
        heading(say!(urges.title)),
        boxed("today-actions", [log.piece(), ride_button()]),
        body,
        reasons_card(),
        person_card(),
    ])
}

/// "Ride it out", or how long it has gone on.
fn ride_button() -> AnyView {
    let (screens, riding) = (expect_screens(), expect_riding());
    riding.keep_time();
    let open = move || screens.push(Screen::RideOut);
    let going_on = follow_if(move || {
        riding
            .is_on()
            .then(|| view! { <p class="soft">{follow_words(move || minutes(riding))}</p> }.into_any())
    });
    boxed("ride-entry", [button(say!(ride.title), open).icon("#i-urges").piece(), going_on])
}

/// The newest line to next time.
fn line(known: Known) -> AnyView {
    let line = Memo::new(move |_| known.with(|earlier| earlier.to_next.clone()));
    follow_if(move || {
        let line = line.get();
        (!line.is_empty()).then(|| card("to-next-card", say!(urges.to_next), [own("own-line", line)]))
    })
}

fn reasons_card() -> AnyView {
    let screens = expect_screens();
    let open = button(say!(urges.reasons_open), move || screens.push(Screen::Reasons)).piece();
    card("reasons-card", say!(reasons.title), [plain(say!(urges.reasons_line)), boxed("beside", [open])])
}

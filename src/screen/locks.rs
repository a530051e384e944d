//! When the app locks by itself: after rest, when hidden, when the page goes, after sleep. Also what is done when the
//! page comes back from the browser's memory.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::{Rest, RestLimit};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, PageTransitionEvent};

use super::browser::{dom, events, guard, page};
use super::contexts::LockNote;
use super::session::Session;

const HIDDEN_LIMIT_MS: f64 = 30_000.0;
/// While the app itself opened what hides it, or sent somebody out on a call.
const OUTSIDE_LIMIT_MS: f64 = 300_000.0;
const SIGNS_OF_SOMEBODY: [&str; 4] = ["pointerdown", "keydown", "wheel", "touchstart"];

/// Listens to the page, for as long as it lives.
pub fn watch_page(session: Session) {
    let Some((window, document)) = dom::window().zip(dom::document()) else { return };
    let window: &EventTarget = &window;
    let document: &EventTarget = &document;
    for sign in SIGNS_OF_SOMEBODY {
        // Before the touch counts, it is asked whether it comes too late: after a sleep nobody has locked yet.
        events::on_first(window, sign, move |_| {
            if !lock_if_over(session) {
                session.rest.touch()
            }
        });
    }
    events::on(document, "visibilitychange", move |_| visibility_changed(session));
    // It gives the keeper the time that leaving takes anyway, and asks only where closing would lose a journal.
    events::on(window, "beforeunload", move |event: Event| {
        session.seal_now();
        // A link that dials asks this as well, and closes nothing.
        if session.would_lose_now() && session.rest.out_ms().is_none() {
            event.prevent_default();
        }
    });
    // Leave quickly has covered the page already (`src/leave.js`).
    events::on(window, "trestle-leave", move |_| session.leave_quickly());
    events::on(window, "pagehide", move |_| session.leave());
    events::on(document, "freeze", move |_| session.leave());
    events::on(document, "resume", |_| page::reload());
    events::on(window, "pageshow", |event: Event| {
        if event.dyn_into::<PageTransitionEvent>().is_ok_and(|event| event.persisted()) {
            page::reload();
        }
    });
    guard::on_back(move || session.went_back());
}

/// Looks once a second, for as long as its owner (the open branch) lives.
pub fn watch_rest(session: Session) {
    let alive = StoredValue::new(());
    session.rest.touch();
    spawn_local(async move {
        loop {
            link::wait(1_000).await;
            if alive.try_get_value().is_none() || lock_if_over(session) {
                return;
            }
        }
    });
}

/// Locks if it is time, or sets the countdown; true when it locked.
fn lock_if_over(session: Session) -> bool {
    if !session.stage.is_open_now() {
        return false;
    }
    if let Some(out_ms) = session.rest.out_ms() {
        if out_ms >= OUTSIDE_LIMIT_MS {
            session.lock(LockNote::Nothing);
        }
        return !session.stage.is_open_now();
    }
    let limit = RestLimit::of_minutes(session.minutes_of_rest_now());
    let hidden_limit = if session.rest.is_outside() { OUTSIDE_LIMIT_MS } else { HIDDEN_LIMIT_MS };
    let hidden_too_long = session.rest.hidden_ms().is_some_and(|ms| ms >= hidden_limit);
    match limit.judge(session.rest.rested_ms()) {
        Rest::Over => session.lock(LockNote::Nothing),
        _ if hidden_too_long => session.lock(LockNote::Nothing),
        Rest::Ending { seconds_left } => session.rest.set_ending(Some(seconds_left)),
        Rest::Calm => session.rest.set_ending(None),
    }
    !session.stage.is_open_now()
}

fn visibility_changed(session: Session) {
    let hidden = dom::document().is_some_and(|document| document.hidden());
    if hidden {
        session.rest.set_hidden(true);
        session.seal_now();
    } else {
        lock_if_over(session);
        session.rest.set_hidden(false);
    }
}

//! When the app locks by itself: after rest, when hidden, when the page goes, after sleep, and when another tab of the
//! same journal was locked. Also what is done when the page comes back from the browser's memory.

use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Rest;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, PageTransitionEvent};

use super::browser::{dom, events, guard, page};
use super::contexts::LockNote;
use super::session::Session;

/// Whoever dictates sends words and no keys.
const SIGNS_OF_SOMEBODY: [&str; 5] = ["pointerdown", "keydown", "wheel", "touchstart", "input"];

/// Listens to the page, for as long as it lives.
pub fn watch_page(session: Session) {
    let Some((window, document)) = dom::window().zip(dom::document()) else { return };
    let window: &EventTarget = &window;
    let document: &EventTarget = &document;
    for sign in SIGNS_OF_SOMEBODY {
        events::on_first(window, sign, move |_| touch(session));
    }
    events::on(document, "visibilitychange", move |_| visibility_changed(session));
    // It gives the keeper the time that leaving takes anyway, and asks only where closing would lose a journal.
    events::on(window, "beforeunload", move |event: Event| {
        session.seal_now();
        // A link that dials asks this as well, and closes nothing.
        if session.would_lose_now() && !session.rest.is_out_now() {
            event.prevent_default();
        }
    });
    // Leave quickly has covered the page already (`src/first.js`).
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

/// Looks once a second, and when it is over, for as long as its owner (the open branch) lives.
pub fn watch_rest(session: Session) {
    let alive = StoredValue::new(());
    session.rest.touch();
    spawn_local(async move {
        loop {
            link::wait(session.lock_times_now().next_look_ms(session.rest.away())).await;
            if alive.try_get_value().is_none() || lock_if_over(session) {
                return;
            }
        }
    });
}

/// Somebody is here; unless they come too late, after a sleep that nobody has looked at yet. Then it locks.
pub fn touch(session: Session) {
    if !lock_if_over(session) {
        session.rest.touch();
    }
}

/// The app itself opens what may hide it, or sends somebody out: an open journal is covered at once, until they are back.
pub fn go_out(session: Session) {
    if session.stage.is_open_now() {
        session.rest.go_out();
        look_at_the_end(session);
    }
}

/// They are back, and see their journal again; unless they come too late. False when that locked it.
pub fn come_back(session: Session) -> bool {
    if lock_if_over(session) {
        return false;
    }
    session.rest.come_back();
    true
}

/// Locks if it is time, or sets the countdown; true when it locked.
fn lock_if_over(session: Session) -> bool {
    if !session.stage.is_open_now() {
        return false;
    }
    match session.lock_times_now().judge(session.rest.away()) {
        Rest::Over => session.lock(LockNote::Nothing),
        Rest::Ending { seconds_left } => session.rest.set_ending(Some(seconds_left)),
        Rest::Calm => session.rest.set_ending(None),
    }
    !session.stage.is_open_now()
}

/// Browsers let a hidden page's chain of timers run once a minute only; one by itself keeps its time.
fn look_at_the_end(session: Session) {
    let ms = session.lock_times_now().last_look_ms(session.rest.away());
    spawn_local(async move {
        link::wait(ms).await;
        lock_if_over(session);
    });
}

fn visibility_changed(session: Session) {
    let hidden = dom::document().is_some_and(|document| document.hidden());
    if hidden {
        // What comes back into sight is looked at only once it is known not to be over.
        page::cover();
        session.rest.set_hidden(true);
        session.seal_now();
        look_at_the_end(session);
    } else {
        lock_if_over(session);
        session.rest.set_hidden(false);
        page::uncover();
    }
}

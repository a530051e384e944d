//! The one guard entry above the page's own entry in the history, on the owner's device only: it lets Back be caught,
//! acted on and armed again. Same address, a bare number as state; nothing of the journal.

use wasm_bindgen::JsValue;
use web_sys::History;

use super::{dom, events};

const ARMED: f64 = 1.0;

/// Puts the guard up, unless it stands already.
pub fn arm() {
    let Some(history) = dom::window().and_then(|window| window.history().ok()) else { return };
    if !is_armed(&history) {
        let _ = history.push_state(&JsValue::from_f64(ARMED), "");
    }
}

/// Leaves the page by one more step back.
pub fn step_back() {
    if let Some(history) = dom::window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Calls `then` when Back took the guard away.
pub fn on_back(mut then: impl FnMut() + 'static) {
    let Some((window, history)) =
        dom::window().and_then(|window| Some((window.clone(), window.history().ok()?)))
    else {
        return;
    };
    // Forward, onto the guard again, is no step back.
    events::on(&window, "popstate", move |_| {
        if !is_armed(&history) {
            then();
        }
    });
}

fn is_armed(history: &History) -> bool {
    history.state().ok().and_then(|state| state.as_f64()) == Some(ARMED)
}

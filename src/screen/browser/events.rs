//! Events of the page for as long as the page lives.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// Calls `then` with each event of that name, for as long as the page lives.
pub fn on(target: &EventTarget, name: &str, then: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(then);
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The same, before the page's elements see the event.
pub fn on_first(target: &EventTarget, name: &str, then: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(then);
    let _ = target.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
    closure.forget();
}

/// Calls `then` with the next event of that name alone.
pub fn once(target: &EventTarget, name: &str, then: impl FnOnce(Event) + 'static) {
    let closure = Closure::once_into_js(then);
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let listener = closure.unchecked_ref();
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, listener, &options);
}

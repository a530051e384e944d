//! The end of the list: older entries come as one scrolls, or by the button.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

use crate::screen::components::{button, follow_if};
use crate::screen::contexts::{ListState, expect_list_state};
use crate::screen::words::say;

/// Loads more when it comes into sight.
pub fn more() -> AnyView {
    let list = expect_list_state();
    let end = NodeRef::<html::Div>::new();
    let observing = StoredValue::new_local(None::<Observing>);
    Effect::new(move || {
        if let Some(end) = end.get() {
            observing.set_value(Observing::start(&end, list));
        }
    });
    let load = follow_if(move || {
        list.has_more().then(|| button(say!(journal.more), move || list.load_more()).piece())
    });
    view! { <div class="more" node_ref=end>{load}</div> }.into_any()
}

/// An observer and what it calls; ended when dropped.
struct Observing {
    observer: IntersectionObserver,
    _then: Closure<dyn FnMut(js_sys::Array)>,
}

impl Observing {
    fn start(end: &web_sys::Element, list: ListState) -> Option<Self> {
        let then = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let in_sight = |entry: wasm_bindgen::JsValue| {
                entry.dyn_into::<IntersectionObserverEntry>().is_ok_and(|entry| entry.is_intersecting())
            };
            if entries.iter().any(in_sight) {
                list.load_more();
            }
        });
        let observer = IntersectionObserver::new(then.as_ref().unchecked_ref()).ok()?;
        observer.observe(end);
        Some(Self { observer, _then: then })
    }
}

impl Drop for Observing {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

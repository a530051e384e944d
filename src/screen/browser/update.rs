//! A newer version of the app, as `src/offline.js` tells of it in one global: whether one waits, what is new in it, and
//! loading it. Where there is no service worker there is nothing to tell.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{dom, events, page};

/// What is known of a newer version.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Newer {
    /// Nothing.
    #[default]
    None,
    /// It is here and waits; what changed, in sentences.
    Waiting(Vec<String>),
    /// Another tab has loaded it.
    Taken,
}

/// What is known now.
pub fn newer() -> Newer {
    match part("state").as_string().as_deref() {
        Some("waiting") => {
            let news = part("news").dyn_into::<Array>().unwrap_or_default();
            Newer::Waiting(news.iter().filter_map(|line| line.as_string()).collect())
        }
        Some("taken") => Newer::Taken,
        _ => Newer::None,
    }
}

/// Calls `then` whenever more is known, for as long as the page lives.
pub fn on_change(mut then: impl FnMut() + 'static) {
    if let Some(window) = dom::window() {
        events::on(&window, "trestle-update", move |_| then());
    }
}

/// Lets the version that waits take over, and loads the page anew. Nothing may be open.
pub fn load() {
    call("load");
}

/// Loads the page anew for somebody whom the version that is here does not help: looks for a newer one first.
pub fn load_newest() {
    call("loadNewest");
}

fn call(name: &str) {
    let called = part(name).dyn_into::<Function>().is_ok_and(|order| order.call0(&JsValue::NULL).is_ok());
    if !called {
        page::reload();
    }
}

fn part(name: &str) -> JsValue {
    let update = Reflect::get(&js_sys::global(), &"trestleUpdate".into()).unwrap_or_default();
    Reflect::get(&update, &name.into()).unwrap_or_default()
}

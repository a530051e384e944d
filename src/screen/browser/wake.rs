//! A screen that stays lit, where the browser knows how. Nothing depends on it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Holds the screen lit until it is let go. The browser lets go by itself when the page is hidden.
#[derive(Clone)]
pub struct Lit(JsValue);

/// Asks for it.
pub async fn stay_lit() -> Option<Lit> {
    let navigator: JsValue = dom::window()?.navigator().into();
    let locks = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let asked: Promise = call(&locks, "request", &"screen".into())?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok().map(Lit)
}

impl Lit {
    /// Lets go.
    pub fn let_go(&self) {
        let _ = call(&self.0, "release", &JsValue::UNDEFINED);
    }
}

fn call(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let order: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    order.call1(object, argument).ok()
}

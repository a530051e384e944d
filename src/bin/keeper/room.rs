//! The room that the browser says this site still has.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Bytes this site may still store; `None` where the browser does not say.
pub async fn free_bytes() -> Option<u64> {
    let storage = of_navigator("storage")?;
    let estimate = Reflect::get(&storage, &"estimate".into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = estimate.call0(&storage).ok()?.dyn_into::<Promise>().ok()?;
    let estimate = JsFuture::from(promise).await.ok()?;
    let figure = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    let free = figure("quota")? - figure("usage")?;
    Some(free.max(0.0) as u64)
}

/// A part of this worker's navigator; `None` where it has none, as on pages without a secure origin.
pub fn of_navigator(name: &str) -> Option<JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    Reflect::get(&navigator, &name.into()).ok().filter(JsValue::is_object)
}

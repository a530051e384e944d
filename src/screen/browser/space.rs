//! What the browser says of the room for this site, and whether it promises to keep it.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::dom;

/// What the browser says. `None` where it does not.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Space {
    pub used_bytes: Option<f64>,
    /// Room the site may still use.
    pub left_bytes: Option<f64>,
    pub persistent: Option<bool>,
}

/// Asks the browser.
pub async fn space() -> Space {
    let Some(storage) = manager() else { return Space::default() };
    let estimate = match storage.estimate() {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        Err(_) => None,
    };
    let figure = |name: &str| Reflect::get(estimate.as_ref()?, &name.into()).ok()?.as_f64();
    let used_bytes = figure("usage");
    let left_bytes = figure("quota").zip(used_bytes).map(|(quota, used)| (quota - used).max(0.0));
    let persistent = match storage.persisted() {
        Ok(promise) => JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()),
        Err(_) => None,
    };
    Space { used_bytes, left_bytes, persistent }
}

/// Asks the browser to keep this site's data.
pub async fn ask_to_keep() {
    if let Some(promise) = manager().and_then(|storage| storage.persist().ok()) {
        let _ = JsFuture::from(promise).await;
    }
}

fn manager() -> Option<StorageManager> {
    let navigator = dom::window()?.navigator();
    // Missing on old browsers and on pages without a secure origin.
    Reflect::get(&navigator, &"storage".into()).ok().filter(|storage| storage.is_object())?;
    Some(navigator.storage())
}

//! Copying words for another app. Other apps can read what was copied; whoever calls this says so.

use wasm_bindgen_futures::JsFuture;

use super::dom;

/// Copies; `None` where the browser refuses.
pub async fn copy(words: &str) -> Option<()> {
    let navigator = dom::window()?.navigator();
    // Older browsers have none, and a page that is not secure gets none.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
    if clipboard.is_undefined() {
        return None;
    }
    JsFuture::from(navigator.clipboard().write_text(words)).await.ok().map(drop)
}

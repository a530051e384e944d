//! The addresses of the site's files, as `start.js` left them in one frozen global.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom;

/// The address under these names; empty when it is not there.
pub fn address(names: &[&str]) -> String {
    let mut value: JsValue = js_sys::global().into();
    for name in core::iter::once(&"trestle").chain(names) {
        value = Reflect::get(&value, &JsValue::from_str(name)).unwrap_or_default();
    }
    value.as_string().unwrap_or_default()
}

/// A file of the site as text.
pub async fn text_of(address: &str) -> Option<String> {
    let response = JsFuture::from(dom::window()?.fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    text.dyn_into::<JsString>().ok().map(String::from)
}

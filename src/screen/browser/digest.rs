//! SHA-256 of a text by the browser, where it offers that (in a secure context alone).

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::dom;

/// In small hexadecimal digits.
pub async fn sha256(text: &str) -> Option<String> {
    let window: JsValue = dom::window()?.into();
    let crypto = Reflect::get(&window, &"crypto".into()).ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok().filter(JsValue::is_object)?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let bytes = Uint8Array::from(text.as_bytes());
    let asked: Promise = digest.call2(&subtle, &"SHA-256".into(), &bytes).ok()?.dyn_into().ok()?;
    let digest = Uint8Array::new(&JsFuture::from(asked).await.ok()?);
    Some(digest.to_vec().iter().map(|byte| format!("{byte:02x}")).collect())
}

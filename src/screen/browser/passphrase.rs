//! Reading a passphrase field: once, normalised (NFC), then cleared.

use js_sys::{Function, JsString, Reflect};
use keeper::protocol::SecretBytes;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

use super::dom;

/// What was typed, in Unicode normal form C, so that composed and decomposed letters open alike.
///
/// # Security
/// The browser keeps copies of its own strings that nobody can wipe; ours is moved on as bytes and wiped there.
pub fn read(field: &HtmlInputElement) -> Zeroizing<String> {
    Zeroizing::new(JsString::from(field.value()).normalize("NFC").into())
}

/// The same, on its way to the worker.
pub fn secret(mut typed: Zeroizing<String>) -> SecretBytes {
    SecretBytes::new(core::mem::take(&mut *typed).into_bytes())
}

/// Whether this browser can show dots in a field of text.
pub fn can_mask() -> bool {
    let supports = dom::window().and_then(|window| {
        let css = Reflect::get(&window, &"CSS".into()).ok()?;
        let supports = Reflect::get(&css, &"supports".into()).ok()?.dyn_into::<Function>().ok()?;
        supports.call2(&css, &"-webkit-text-security".into(), &"disc".into()).ok()?.as_bool()
    });
    supports == Some(true)
}

/// Empties the field.
pub fn clear(field: &HtmlInputElement) {
    field.set_value("");
}

//! Reading a passphrase field: once, normalised (NFC), then cleared.

use js_sys::JsString;
use web_sys::HtmlInputElement;

/// What was typed, in Unicode normal form C, so that composed and decomposed letters open alike.
///
/// # Security
/// The browser keeps copies of its own strings that nobody can wipe; ours is moved on as bytes and wiped there.
pub fn take_typed(field: &HtmlInputElement) -> String {
    JsString::from(field.value()).normalize("NFC").into()
}

/// Empties the field.
pub fn clear(field: &HtmlInputElement) {
    field.set_value("");
}

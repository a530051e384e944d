//! Reading a passphrase field: once, normalised (NFC), then cleared.

use js_sys::JsString;
use keeper::protocol::SecretBytes;
use web_sys::HtmlInputElement;
use zeroize::Zeroizing;

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

/// Empties the field.
pub fn clear(field: &HtmlInputElement) {
    field.set_value("");
}

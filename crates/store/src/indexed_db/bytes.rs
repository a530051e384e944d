//! Bytes and keys on their way into and out of JavaScript.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use vault::RowKey;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

use super::fault::Fault;

pub(super) fn to_js(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// The bytes of a stored value, `None` when there is none. Whatever is no byte string reads as an empty one: it is
/// damaged, and its reader says so.
pub(super) fn from_js(value: &JsValue) -> Option<Vec<u8>> {
    if value.is_undefined() {
        return None;
    }
    Some(value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default())
}

pub(super) fn key_to_js(key: &RowKey) -> JsValue {
    to_js(key.as_bytes())
}

/// All keys after this one, as a query.
pub(super) fn range_after(key: Option<RowKey>) -> Result<JsValue, Fault> {
    match key {
        Some(key) => Ok(IdbKeyRange::lower_bound_with_open(&key_to_js(&key), true)?.into()),
        None => Ok(JsValue::UNDEFINED),
    }
}

/// A row's key; `None` for a key that no row of ours has.
fn key_from_js(key: &JsValue) -> Option<RowKey> {
    let bytes = Uint8Array::new(key.dyn_ref::<ArrayBuffer>()?).to_vec();
    bytes.try_into().ok().map(RowKey::from_bytes)
}

/// The row keys in an answer of `getAllKeys`.
pub(super) fn keys_from_js(keys: JsValue) -> Vec<RowKey> {
    Array::from(&keys).into_iter().filter_map(|key| key_from_js(&key)).collect()
}

/// Rows from the answers of `getAllKeys` and `getAll` over the same range.
pub(super) fn rows_from_js(keys: JsValue, values: JsValue) -> Vec<(RowKey, Vec<u8>)> {
    let pairs = Array::from(&keys).into_iter().zip(Array::from(&values));
    pairs.filter_map(|(key, value)| Some((key_from_js(&key)?, from_js(&value)?))).collect()
}

/// Notes from the answers of `getAllKeys` and `getAll` over the inbox.
pub(super) fn notes_from_js(keys: JsValue, values: JsValue) -> Vec<(u64, Vec<u8>)> {
    let pairs = Array::from(&keys).into_iter().zip(Array::from(&values));
    // Keys are the whole numbers of a key generator, which stops at 2^53.
    pairs.filter_map(|(key, value)| Some((key.as_f64()? as u64, from_js(&value)?))).collect()
}

/// The keys in an answer of `getAllKeys` over the inbox.
pub(super) fn note_keys_from_js(keys: &JsValue) -> Vec<u64> {
    Array::from(keys).into_iter().filter_map(|key| Some(key.as_f64()? as u64)).collect()
}

pub(super) fn note_key_to_js(key: u64) -> JsValue {
    JsValue::from_f64(key as f64)
}

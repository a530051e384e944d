//! What IndexedDB's exceptions mean to us.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::{StoreError, WriteError};

/// Why a request or a transaction failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// The quota is used up.
    Full,
    /// A key was added that is there already.
    KeyExists,
    /// Anything else.
    Store(StoreError),
}

impl From<JsValue> for Fault {
    /// Reads an exception that a call threw, or the error of a request or a transaction. It goes by the name, because
    /// `QuotaExceededError` is a `DOMException` in older browsers and a class of its own in newer ones.
    fn from(exception: JsValue) -> Self {
        match name(&exception).as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("ConstraintError") => Self::KeyExists,
            // `transaction()` on a closed connection throws the first; work cut off by a forced close has the second.
            Some("InvalidStateError" | "AbortError") => Self::Store(StoreError::Closed),
            _ => Self::Store(StoreError::Failed),
        }
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Store(error) => error,
            Fault::Full | Fault::KeyExists => Self::Failed,
        }
    }
}

impl From<Fault> for WriteError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Full => Self::Full,
            Fault::KeyExists => Self::RowExists,
            Fault::Store(error) => Self::Store(error),
        }
    }
}

/// Reads an exception met while a database was listed, opened or deleted.
pub(super) fn on_opening(exception: &JsValue) -> StoreError {
    match name(exception).as_deref() {
        Some("VersionError") => StoreError::TooNew,
        Some("SecurityError" | "InvalidStateError") => StoreError::Denied,
        _ => StoreError::Failed,
    }
}

fn name(exception: &JsValue) -> Option<String> {
    Reflect::get(exception, &"name".into()).ok()?.as_string()
}

//! The object stores of a journal's database and how each version of the layout is reached.

use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbObjectStoreParameters};

/// The layout this program writes. An older program finding a newer one says `TooNew`.
pub(super) const VERSION: u32 = 1;

/// Sealed rows by their 16-byte keys.
pub(super) const ROWS: &str = "rows";
/// Three values under the keys below.
pub(super) const ROOT: &str = "root";
/// Waiting notes by a counted key: a generator never gives a key twice, so a note that another tab has removed cannot
/// hand its key to a newer one.
pub(super) const INBOX: &str = "inbox";
/// 1 MiB of noise, given up when the device is full.
pub(super) const BALLAST: &str = "ballast";

pub(super) const HEADER_KEY: &str = "header";
pub(super) const ROOT_KEY: &str = "root";
pub(super) const PREVIOUS_KEY: &str = "previous";
pub(super) const BALLAST_BYTES: u32 = 1024 * 1024;
pub(super) const BALLAST_KEY: f64 = 0.0;

/// Makes the object stores in a database that has none.
pub(super) fn lay_out(database: &IdbDatabase) -> Result<(), JsValue> {
    for name in [ROWS, ROOT, BALLAST] {
        database.create_object_store(name)?;
    }
    let counted = IdbObjectStoreParameters::new();
    counted.set_auto_increment(true);
    database.create_object_store_with_optional_parameters(INBOX, &counted)?;
    Ok(())
}

//! Scripts run in the test's own realm.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Runs the body of an async function with one text argument, `name`; what it returns.
pub async fn run(body: &str, name: &str) -> JsValue {
    let function = Function::new_with_args("name", &format!("return (async () => {{ {body} }})()"));
    let promise: Promise =
        function.call1(&JsValue::NULL, &name.into()).expect("a script starts").unchecked_into();
    JsFuture::from(promise).await.expect("a script ends well")
}

/// Opens a connection that ignores `versionchange`, as a tab with an old program would, and keeps it.
pub const HOLD: &str = "
    globalThis.held = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 1);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });";

/// Closes the connection that `HOLD` keeps.
pub const LET_GO: &str = "globalThis.held.close();";

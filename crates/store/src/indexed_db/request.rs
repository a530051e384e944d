//! A request's answer as a future.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbRequest;

use super::fault::Fault;

/// Waits for a request that was just issued. The promise's own functions are the event handlers, so no closure has to
/// be kept alive, and it settles in a microtask of the event, in which the transaction is still active.
///
/// The handlers are in place when this returns: several requests may be issued before the first answer is awaited.
pub(super) fn answer(
    issued: Result<IdbRequest, JsValue>,
) -> Result<impl Future<Output = Result<JsValue, Fault>>, Fault> {
    let request = issued?;
    let settled = JsFuture::from(Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(resolve.unchecked_ref()));
        request.set_onerror(Some(reject.unchecked_ref()));
    }));
    Ok(async move {
        match settled.await {
            Ok(_) => Ok(request.result()?),
            Err(_) => Err(Fault::from(error(&request))),
        }
    })
}

/// The exception a failed request holds.
pub(super) fn error(request: &IdbRequest) -> JsValue {
    match request.error() {
        Ok(Some(exception)) => exception.into(),
        Ok(None) => JsValue::NULL,
        Err(exception) => exception,
    }
}

//! A request and its answer.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbRequest;

use super::fault::Fault;

/// A request that was just issued.
pub(super) struct Asked(IdbRequest);

/// Takes a request as the call that issued it returned it.
pub(super) fn ask(issued: Result<IdbRequest, JsValue>) -> Result<Asked, Fault> {
    Ok(Asked(issued?))
}

impl Asked {
    /// The answer of a request whose transaction is complete.
    pub(super) fn answer(&self) -> Result<JsValue, Fault> {
        Ok(self.0.result()?)
    }

    /// Waits for the answer inside the transaction, which is still active when this returns: the promise's own
    /// functions are the event handlers, so it settles in a microtask of the event. To be called before anything else
    /// is awaited.
    pub(super) async fn wait(self) -> Result<JsValue, Fault> {
        let settled = JsFuture::from(Promise::new(&mut |resolve, reject| {
            self.0.set_onsuccess(Some(resolve.unchecked_ref()));
            self.0.set_onerror(Some(reject.unchecked_ref()));
        }));
        match settled.await {
            Ok(_) => self.answer(),
            Err(_) => Err(Fault::from(error(&self.0))),
        }
    }
}

/// The exception a failed request holds.
pub(super) fn error(request: &IdbRequest) -> JsValue {
    match request.error() {
        Ok(Some(exception)) => exception.into(),
        Ok(None) => JsValue::NULL,
        Err(exception) => exception,
    }
}

//! The far end: what a worker can do with its own scope.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use crate::worker::take_bytes;

/// The scope of the worker this code runs in.
#[derive(Clone)]
pub struct Scope(DedicatedWorkerGlobalScope);

impl Scope {
    /// The scope; `None` outside a dedicated worker.
    #[must_use]
    pub fn of_this_worker() -> Option<Self> {
        js_sys::global().dyn_into().ok().map(Self)
    }

    /// The name the worker was started under.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// The address of the worker's own script.
    #[must_use]
    pub fn script_address(&self) -> String {
        self.0.location().href()
    }

    /// Calls `on_message` with each message's bytes, as long as the worker lives.
    pub fn listen(&self, on_message: impl FnMut(Vec<u8>) + 'static) {
        self.listen_also_for_files(on_message, |_| ());
    }

    /// As [`Scope::listen`]; `on_file` gets each file that [`WorkerLink::post_file`](crate::WorkerLink::post_file) hands
    /// over.
    pub fn listen_also_for_files(
        &self,
        mut on_message: impl FnMut(Vec<u8>) + 'static,
        mut on_file: impl FnMut(Blob) + 'static,
    ) {
        let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(bytes) = take_bytes(&event) {
                on_message(bytes);
            } else if let Ok(file) = event.data().dyn_into() {
                on_file(file);
            }
        });
        self.0.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        closure.forget();
        // The starter waits for this one empty message: only then is somebody listening.
        let _ = self.0.post_message(&JsValue::NULL);
    }

    /// Hands a message over.
    pub fn post(&self, bytes: &[u8]) {
        let array = Uint8Array::from(bytes);
        let buffer = array.buffer();
        let _ = self.0.post_message_with_transfer(&buffer, &Array::of1(&buffer));
    }

    /// Ends this worker after the running task.
    pub fn close(&self) {
        self.0.close();
    }
}

//! The near end: a worker that this side started, talks to, and can end.

use core::cell::RefCell;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Blob, Event, MessageEvent, Worker, WorkerOptions, WorkerType};
use zeroize::Zeroizing;

/// The browser refused to start a worker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkError;

impl core::fmt::Display for LinkError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the browser refused to start a worker")
    }
}

impl core::error::Error for LinkError {}

/// Messages for a worker that does not listen yet; `None` once it does.
type Waiting = Rc<RefCell<Option<Vec<Parcel>>>>;

enum Parcel {
    Bytes(Zeroizing<Vec<u8>>),
    File(Blob),
}

/// A running worker. Dropping it ends the worker at once, and its memory with it.
pub struct WorkerLink {
    worker: Worker,
    waiting: Waiting,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl WorkerLink {
    /// Starts the module worker at `url` under `name`. `on_message` gets each message's bytes; `on_error` is called
    /// when the worker's script cannot be loaded or throws.
    ///
    /// # Errors
    /// When the browser refuses to start it.
    pub fn start(
        url: &str,
        name: &str,
        mut on_message: impl FnMut(Vec<u8>) + 'static,
        mut on_error: impl FnMut() + 'static,
    ) -> Result<Self, LinkError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(name);
        let worker = Worker::new_with_options(url, &options).map_err(|_| LinkError)?;
        let waiting: Waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let (starting, queue) = (worker.clone(), Rc::clone(&waiting));
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data().is_null() {
                for parcel in queue.take().unwrap_or_default() {
                    parcel.hand_over(&starting);
                }
            } else if let Some(bytes) = take_bytes(&event) {
                on_message(bytes);
            }
        });
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            on_error();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, _on_message: on_message, _on_error: on_error })
    }

    /// Hands a message over, once the worker listens.
    pub fn post(&self, message: Zeroizing<Vec<u8>>) {
        self.hand_over(Parcel::Bytes(message));
    }

    /// Hands a file over, once the worker listens: what it may read, not its bytes.
    pub fn post_file(&self, file: &Blob) {
        self.hand_over(Parcel::File(file.clone()));
    }

    fn hand_over(&self, parcel: Parcel) {
        match self.waiting.borrow_mut().as_mut() {
            Some(waiting) => waiting.push(parcel),
            None => parcel.hand_over(&self.worker),
        }
    }
}

impl Drop for WorkerLink {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

impl Parcel {
    /// A worker that no longer takes messages is noticed by its silence.
    fn hand_over(&self, worker: &Worker) {
        let _ = match self {
            Self::Bytes(message) => {
                let buffer = Uint8Array::from(message.as_slice()).buffer();
                worker.post_message_with_transfer(&buffer, &Array::of1(&buffer))
            }
            Self::File(file) => worker.post_message(file),
        };
    }
}

/// Copies a message's bytes out and overwrites the buffer it came in.
pub(crate) fn take_bytes(event: &MessageEvent) -> Option<Vec<u8>> {
    let buffer: ArrayBuffer = event.data().dyn_into().ok()?;
    let array = Uint8Array::new(&buffer);
    let bytes = array.to_vec();
    array.fill(0, 0, array.length());
    Some(bytes)
}

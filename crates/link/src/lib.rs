//! The link: messages between the screen and its workers, and a worker's own means to wait and to end.
//!
//! Every message is one buffer of postcard bytes, handed over (transferred), not copied. Knows nothing of what the
//! messages mean. A thin edge over `web_sys::Worker`, because the ready-made ones cannot end a worker.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod message;
#[cfg(target_arch = "wasm32")]
mod panic;
#[cfg(target_arch = "wasm32")]
mod pause;
#[cfg(target_arch = "wasm32")]
mod scope;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use message::{decode, encode};
#[cfg(target_arch = "wasm32")]
pub use panic::report_panics;
#[cfg(target_arch = "wasm32")]
pub use pause::{let_others_run, wait};
#[cfg(target_arch = "wasm32")]
pub use scope::Scope;
#[cfg(target_arch = "wasm32")]
pub use worker::{LinkError, WorkerLink};

//! The store: where sealed rows rest. The port, a memory version, the IndexedDB version, and one suite both pass.
//!
//! Knows nothing of what is inside a sealed row. It accepts sealed types only, and sealing is the only way to make one.
#![forbid(unsafe_code)]

mod port;

pub use port::*;

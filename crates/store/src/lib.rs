//! The store: where sealed rows rest. The port, a memory version, the IndexedDB version, both side by side, and one
//! suite all pass.
//!
//! Knows nothing of what is inside a sealed row. It accepts sealed types only, and sealing is the only way to make one.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod error;
#[cfg(target_arch = "wasm32")]
mod indexed_db;
mod memory;
mod name;
mod paired;
mod port;
pub mod suite;

// The port, and what may go wrong behind it.
pub use error::{StoreError, WriteError};
pub use name::{is_journal_name, is_memory_name, journal_name, memory_name};
pub use port::{Head, MAX_NOTES, Previous, Shelf, Store, Write};

// The versions.
#[cfg(target_arch = "wasm32")]
pub use indexed_db::{IndexedDbShelf, IndexedDbStore};
pub use memory::{Failure, MemoryShelf, MemoryStore, Place};
pub use paired::{Paired, PairedStore};

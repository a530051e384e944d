//! The memory version: the same rules as on the disk, without one. For journals in memory, tests and the command
//! line tool.
//!
//! A [`MemoryShelf`] is a cheap handle; its clones are the same shelf, as the tabs of one browser profile see it. Each
//! `open` is a connection of its own, each clone of a [`MemoryStore`] the same connection. It can be told to fail and
//! its stored bytes can be read and altered; those methods are in `controls.rs` and none of them is behind a feature.

mod controls;
mod database;
mod shelf;
mod store;

pub use controls::{Failure, Place};
pub use shelf::MemoryShelf;
pub use store::MemoryStore;

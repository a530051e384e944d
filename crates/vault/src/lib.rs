//! The vault: bytes. Keys, the one box, header and slots, rows, pages and root, drafts, inbox, witness.
//!
//! Pure: takes randomness, time and bytes as arguments. Knows nothing of browsers, of where rows rest, or of what a
//! record means. `docs/format.md` is the text this room implements.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

mod api;
pub use api::*;

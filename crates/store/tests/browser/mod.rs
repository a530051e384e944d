//! What only a browser does. IndexedDB is put into each state from outside, by scripts and raw connections.

mod connections;
mod durability;
mod layout;
mod quota;
mod refusals;
mod script;

use store::suite::Sealing;
use store::{Previous, Write};
use vault::SealedRoot;

/// A write of a root over another that also puts a header.
fn over<'a>(expected: Option<&SealedRoot>, root: &'a SealedRoot, sealing: &'a Sealing) -> Write<'a> {
    Write {
        expected: expected.map(SealedRoot::commitment),
        header: Some(sealing.header()),
        root,
        rows: &[],
        remove: &[],
        previous: Previous::Keep,
        remove_notes: &[],
        expected_notes: None,
        add_notes: &[],
    }
}

//! One record: as read, as a draft, as saved.

use serde::{Deserialize, Serialize};

use super::{Id, Written};

/// The state of a record an editor began from; opaque to the screen. Empty for a new entry.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Base(pub Vec<u8>);

/// An entry as read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EntryRead {
    /// The record.
    pub id: Id,
    /// What an edit begins from.
    pub base: Base,
    /// The wordings side by side: one, or more where two devices or tabs wrote at the same time. A deletion beside an
    /// edit is not among them.
    pub wordings: Vec<Written>,
    /// Somewhere else it was deleted while it was edited here.
    pub also_deleted: bool,
    /// Made by a newer version: shown, never rewritten.
    pub newer: bool,
    /// Last change, ms since 1970 UTC.
    pub changed_at_ms: u64,
}

/// A draft as the screen posts it and gets it back.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The draft.
    pub draft_id: Id,
    /// The record it will become or change.
    pub id: Id,
    /// What the edit began from.
    pub base: Base,
    /// The words.
    pub text: Written,
}

/// After a save.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Saved {
    /// The entry as it now stands.
    pub entry: EntryRead,
    /// The same entry was changed elsewhere meanwhile: both wordings are kept.
    pub changed_elsewhere: bool,
    /// The root's sequence.
    pub sequence: u64,
}

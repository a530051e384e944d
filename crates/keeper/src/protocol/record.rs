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
    /// How many earlier wordings are kept.
    pub earlier: u32,
}

/// How an entry read before it was changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct EarlierWording {
    /// Its title then.
    pub title: String,
    /// Its text then.
    pub text: String,
    /// Its mood then.
    pub mood: Option<u8>,
    /// Its tags then.
    pub tags: Vec<String>,
    /// When the next wording took its place, ms since 1970 UTC.
    pub replaced_at_ms: u64,
}

/// What can be said of an entry without changing a word of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Mark {
    /// A favourite, or not.
    Favourite(bool),
    /// Left out when somebody looks back on a date, or not.
    KeptBack(bool),
    /// Left out of everything that is made for somebody else, or not.
    NeverShare(bool),
}

/// After a tag was renamed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TagRenamed {
    /// Entries that carry the new one in its place.
    pub changed: u32,
    /// Entries that were left as they are: they cannot be read, are of a newer version, or have two wordings.
    pub left: u32,
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

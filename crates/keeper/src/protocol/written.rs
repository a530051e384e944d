//! What a person writes, by kind of record.

use serde::{Deserialize, Serialize};

/// One thing written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Written {
    /// A journal entry.
    Entry(EntryText),
    /// An urge.
    Urge(UrgeText),
}

impl Default for Written {
    fn default() -> Self {
        Self::Entry(EntryText::default())
    }
}

/// What a person writes: all fields of an entry.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct EntryText {
    /// Title, may be empty.
    pub title: String,
    /// Markdown, may be empty.
    pub text: String,
    /// 0 very low to 10 very good.
    pub mood: Option<u8>,
    /// Tags without marks, in the order given.
    pub tags: Vec<String>,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// Zone name as the device gives it (`Europe/London`), may be empty.
    pub zone: String,
}

/// An urge, at its smallest: when, how strong, one line.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct UrgeText {
    /// 0 not at all to 10 as strong as can be; `None` only in a draft.
    pub strength: Option<u8>,
    /// One line, may be empty.
    pub line: String,
    /// When it was there, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// Zone name as the device gives it (`Europe/London`), may be empty.
    pub zone: String,
}

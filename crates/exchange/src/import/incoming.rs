//! One record on its way in.

use serde::{Deserialize, Serialize};

/// One record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Incoming {
    /// What tells it from all others for ever: a second import of it does nothing.
    pub key: Key,
    /// When it was last changed, ms since 1970 UTC; 0 where nobody knows.
    pub changed_at_ms: u64,
    /// What it says.
    pub said: Said,
    /// Its photos and recordings, in order.
    pub media: Vec<MediaRef>,
}

/// A photo or recording of a record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MediaRef {
    /// What tells it from all others.
    pub key: Key,
    /// Its name, as [`Looked::media`](super::Looked::media) takes it.
    pub file: String,
}

/// What tells a record from all others.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Key {
    /// A record of ours: its id.
    Own([u8; 16]),
    /// A name in another program, or what its words make.
    Foreign(String),
}

/// What a record says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Said {
    /// An entry of another program.
    Plain(Plain),
    /// A record of ours, as it rests.
    Own {
        /// The number of its kind.
        kind: u8,
        /// The form of its body.
        schema: u16,
        /// JSON.
        body: String,
    },
}

/// An entry of another program.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Plain {
    /// May be empty.
    pub title: String,
    /// Markdown.
    pub text: String,
    /// Without marks.
    pub tags: Vec<String>,
    /// Marked there as a favourite.
    pub favourite: bool,
    /// The mood as it was called there.
    pub mood: Option<String>,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset there and then, minutes.
    pub offset_min: i16,
    /// The zone's name, may be empty.
    pub zone: String,
}

impl Plain {
    /// Whether anything was said.
    pub(super) fn says_anything(&self) -> bool {
        !self.title.trim().is_empty()
            || !self.text.trim().is_empty()
            || self.mood.is_some()
            || !self.tags.is_empty()
    }
}

//! How an entry read before it was changed.

use serde::Serialize;

use crate::fields::{Fields, UnknownFields};
use crate::{BodyError, Mood, Tags, Words};

/// An earlier wording of an entry. When and where it happened is not part of a wording.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Wording {
    /// Its title then.
    pub title: String,
    /// Its text then.
    pub text: String,
    /// Its mood then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mood: Option<Mood>,
    /// Its tags then.
    pub tags: Tags,
    /// When the next wording took its place, ms since 1970 UTC.
    pub replaced_at_ms: u64,
    #[serde(flatten)]
    unknown: UnknownFields,
}

/// Most earlier wordings of one entry (FORMAT 4).
const COUNT: usize = 5;
/// Most bytes of all of them, as they rest.
const BYTES: usize = 256 * 1024;

impl Wording {
    pub(crate) fn of(words: Words, replaced_at_ms: u64) -> Self {
        let Words { title, text, mood, tags, .. } = words;
        Self { title, text, mood, tags, replaced_at_ms, unknown: UnknownFields::default() }
    }

    pub(crate) fn read(json: &[u8]) -> Result<Self, BodyError> {
        let mut fields = Fields::read(json)?;
        Ok(Self {
            title: fields.require("title")?,
            text: fields.require("text")?,
            mood: fields.take("mood")?,
            tags: fields.require("tags")?,
            replaced_at_ms: fields.require("replaced_at_ms")?,
            unknown: fields.rest(),
        })
    }
}

/// Drops the oldest (they stand first) until number and bytes are within bounds.
pub(crate) fn keep_last(mut earlier: Vec<Wording>) -> Vec<Wording> {
    let mut room = BYTES;
    let fitting = earlier.iter().rev().take(COUNT).take_while(|wording| {
        let bytes = serde_json::to_vec(wording).expect("a wording is plain JSON").len();
        let fits = bytes <= room;
        room = room.saturating_sub(bytes);
        fits
    });
    let kept = fitting.count();
    earlier.split_off(earlier.len() - kept)
}

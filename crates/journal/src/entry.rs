//! A journal entry: its words, its earlier wordings, what a newer version added; and its body of JSON.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::body::{BODY_LIMIT, BodyError};
use crate::fields::{Fields, UnknownFields};
use crate::{Tags, Wording, Words, wording};

/// An entry whose body fits.
///
/// ```
/// use journal::{Entry, Words};
/// let first = Entry::new(Words { text: "Long walk.".into(), ..Words::default() }).unwrap();
/// let second = first.revise(Words { text: "Long walk by the sea.".into(), ..Words::default() }, 7).unwrap();
/// assert_eq!(second.earlier()[0].text, "Long walk.");
/// assert_eq!(Entry::from_body(Entry::SCHEMA, &second.to_body()).unwrap(), second);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Entry {
    #[serde(flatten)]
    words: Words,
    earlier: Vec<Wording>,
    #[serde(flatten)]
    unknown: UnknownFields,
}

impl Entry {
    /// The schema that this version writes.
    pub const SCHEMA: u16 = 2;
    /// Most bytes of a body, earlier wordings included (FORMAT 4).
    pub const BODY_LIMIT: usize = BODY_LIMIT;

    /// A new entry.
    ///
    /// # Errors
    /// [`BodyError::TooLong`].
    pub fn new(words: Words) -> Result<Self, BodyError> {
        Self { words, earlier: Vec::new(), unknown: UnknownFields::default() }.fitting()
    }

    /// What stands now.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// What stands now, taken out.
    #[must_use]
    pub fn into_words(self) -> Words {
        self.words
    }

    /// Earlier wordings, oldest first: at most five and 256 KiB.
    #[must_use]
    pub fn earlier(&self) -> &[Wording] {
        &self.earlier
    }

    /// Fields of a newer version.
    #[must_use]
    pub fn unknown(&self) -> &UnknownFields {
        &self.unknown
    }

    /// The entry with new words; the old ones become an earlier wording if title, text, mood or tags differ. Earlier
    /// wordings give way, oldest first, where there is no room for them.
    ///
    /// # Errors
    /// [`BodyError::TooLong`] when it would not fit even without them.
    pub fn revise(self, words: Words, now_ms: u64) -> Result<Self, BodyError> {
        let Self { words: old, mut earlier, unknown } = self;
        let new_wording = (&old.title, &old.text, old.mood, &old.tags)
            != (&words.title, &words.text, words.mood, &words.tags);
        if new_wording {
            earlier.push(Wording::of(old, now_ms));
        }
        Self { words, earlier: wording::keep_last(earlier), unknown }.fitting()
    }

    /// The body as it rests: UTF-8 JSON of [`Entry::SCHEMA`], at most [`Entry::BODY_LIMIT`] bytes.
    #[must_use]
    pub fn to_body(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an entry is plain JSON")
    }

    /// Reads a body, of this schema or the one before: what was not there yet is empty.
    ///
    /// # Errors
    /// Each [`BodyError`]; none quotes what was read.
    pub fn from_body(schema: u16, body: &[u8]) -> Result<Self, BodyError> {
        let mut fields = Fields::of_schema(schema, Self::SCHEMA, body)?;
        let words = Words {
            title: fields.require("title")?,
            text: fields.require("text")?,
            mood: fields.take("mood")?,
            tags: fields.require::<Tags>("tags")?,
            happened_at_s: fields.require("happened_at_s")?,
            offset_min: fields.require("offset_min")?,
            zone: fields.require("zone")?,
            favourite: fields.take("favourite")?.unwrap_or_default(),
            kept_back: fields.take("kept_back")?.unwrap_or_default(),
            never_share: fields.take("never_share")?.unwrap_or_default(),
            attachments: fields.take("attachments")?.unwrap_or_default(),
        };
        let earlier: Vec<&RawValue> = fields.require("earlier")?;
        let earlier = earlier.into_iter().map(|json| Wording::read(json.get().as_bytes()));
        Ok(Self { words, earlier: earlier.collect::<Result<_, _>>()?, unknown: fields.rest() })
    }

    /// Drops earlier wordings, oldest first, until the body fits.
    fn fitting(mut self) -> Result<Self, BodyError> {
        loop {
            let bytes = self.to_body().len();
            if bytes <= Self::BODY_LIMIT {
                return Ok(self);
            }
            if self.earlier.is_empty() {
                return Err(BodyError::TooLong { bytes, limit: Self::BODY_LIMIT });
            }
            self.earlier.remove(0);
        }
    }
}

//! An urge at its smallest: when, how strong, at most one line; and its body of JSON.

use serde::Serialize;

use crate::body::BodyError;
use crate::fields::{Fields, UnknownFields};
use crate::search::fold;
use crate::{Line, Strength, plain};

/// Most bytes of an urge's line in the list (FORMAT 4).
const TITLE_BYTES: usize = 64;

/// All that the writer of an urge decides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct UrgeWords {
    /// How strong it was.
    pub strength: Strength,
    /// May be empty.
    pub line: Line,
    /// When it was there, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it (`Europe/London`), may be empty.
    pub zone: String,
}

/// An urge.
///
/// ```
/// use journal::{Line, Strength, Urge, UrgeWords};
/// let words = UrgeWords {
///     strength: Strength::new(7).unwrap(),
///     line: Line::new("outside the shop").unwrap(),
///     happened_at_s: 0,
///     offset_min: 0,
///     zone: String::new(),
/// };
/// let urge = Urge::new(words, 9);
/// assert_eq!(Urge::from_body(Urge::SCHEMA, &urge.to_body()).unwrap(), urge);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Urge {
    #[serde(flatten)]
    words: UrgeWords,
    logged_at_ms: u64,
    #[serde(flatten)]
    unknown: UnknownFields,
}

impl Urge {
    /// The schema that this version writes.
    pub const SCHEMA: u16 = 1;

    /// An urge written down at `now_ms`.
    #[must_use]
    pub fn new(words: UrgeWords, now_ms: u64) -> Self {
        Self { words, logged_at_ms: now_ms, unknown: UnknownFields::default() }
    }

    /// The same urge in new words: when it was first written down stays.
    #[must_use]
    pub fn revise(self, words: UrgeWords) -> Self {
        Self { words, ..self }
    }

    /// What stands now.
    #[must_use]
    pub fn words(&self) -> &UrgeWords {
        &self.words
    }

    /// What stands now, taken out.
    #[must_use]
    pub fn into_words(self) -> UrgeWords {
        self.words
    }

    /// When it was first written down, ms since 1970 UTC.
    #[must_use]
    pub fn logged_at_ms(&self) -> u64 {
        self.logged_at_ms
    }

    /// Fields of a newer version.
    #[must_use]
    pub fn unknown(&self) -> &UnknownFields {
        &self.unknown
    }

    /// The body as it rests: UTF-8 JSON of [`Urge::SCHEMA`].
    #[must_use]
    pub fn to_body(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an urge is plain JSON")
    }

    /// Reads a body.
    ///
    /// # Errors
    /// Each [`BodyError`]; none quotes what was read.
    pub fn from_body(schema: u16, body: &[u8]) -> Result<Self, BodyError> {
        let mut fields = Fields::of_schema(schema, Self::SCHEMA, body)?;
        let words = UrgeWords {
            strength: fields.require("strength")?,
            line: fields.require("line")?,
            happened_at_s: fields.require("happened_at_s")?,
            offset_min: fields.require("offset_min")?,
            zone: fields.require("zone")?,
        };
        Ok(Self { words, logged_at_ms: fields.require("logged_at_ms")?, unknown: fields.rest() })
    }
}

impl UrgeWords {
    /// How the line begins: at most 64 bytes.
    #[must_use]
    pub fn list_title(&self) -> String {
        let line = self.line.as_str();
        line[..plain::end_within(line, TITLE_BYTES)].trim_end().to_owned()
    }

    /// All that a search looks at, folded once.
    #[must_use]
    pub fn search_text(&self) -> String {
        fold(self.line.as_str())
    }
}

//! What the smaller kinds of record share: plain fields as they were written, when they were first written down, what a
//! newer version added; and a body of JSON.

use core::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::body::BodyError;
use crate::fields::{Fields, UnknownFields};
use crate::insights::Fact;
use crate::{Ending, Kind};

/// Most bytes of one of the longer texts of a smaller kind.
pub const TEXT_LIMIT: usize = 16 * 1024;
/// Most things chosen or named under one heading.
pub const CHOICES_LIMIT: usize = 64;

/// The fields of one kind of record. They stand as they were written, so that a draft may hold anything;
/// [`Said::check`] says what may be saved.
pub trait Said: Clone + PartialEq + Default + fmt::Debug + Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: Kind;
    /// The schema that this version writes.
    const SCHEMA: u16;
    /// The names of all its fields in the body.
    const FIELDS: &'static [&'static str];

    /// When it happened, s since 1970 UTC, and the offset there and then, minutes.
    fn moment(&self) -> (i64, i16);

    /// The same with its words in order: white space around them gone, lines on one line, nothing said twice.
    #[must_use]
    fn tidied(self) -> Self;

    /// Whether it may be saved.
    ///
    /// # Errors
    /// The first field that stands against it.
    fn check(&self) -> Result<(), SaidError>;

    /// What the fast list keeps of it: at most 64 bytes.
    fn list_title(&self) -> String;

    /// The beginning of its words, for the list.
    fn preview(&self) -> String;

    /// All that a search looks at, folded.
    fn search_text(&self) -> String;

    /// The numbers that a line of the list shows of it.
    fn figures(&self) -> Figures {
        Figures::default()
    }

    /// What it says in numbers; `None` of what is not about a moment or a day.
    fn fact(&self) -> Option<Fact> {
        None
    }

    /// The attachments that belong to it.
    fn attachments(&self) -> Vec<[u8; 16]> {
        Vec::new()
    }
}

/// What a line of the list shows of a record in numbers, each from 0 to 10.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Figures {
    /// Mood.
    pub mood: Option<u8>,
    /// Strength of an urge, or the craving of a day.
    pub strength: Option<u8>,
    /// Strength afterwards.
    pub after: Option<u8>,
    /// How it ended.
    pub ending: Option<Ending>,
}

/// A record of a smaller kind.
///
/// ```
/// use journal::{Noted, UrgeWords};
/// let words = UrgeWords { strength: Some(7), line: "outside the shop".into(), ..UrgeWords::default() };
/// let urge = Noted::new(words, 9).unwrap();
/// assert_eq!(Noted::from_body(2, &urge.to_body()).unwrap(), urge);
/// ```
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Noted<S> {
    #[serde(flatten)]
    said: S,
    logged_at_ms: u64,
    #[serde(flatten)]
    unknown: UnknownFields,
}

impl<S: Said> Noted<S> {
    /// Written down at `now_ms`.
    ///
    /// # Errors
    /// What may not be saved.
    pub fn new(said: S, now_ms: u64) -> Result<Self, SaidError> {
        Ok(Self { said: checked(said)?, logged_at_ms: now_ms, unknown: UnknownFields::default() })
    }

    /// The same record in new words: when it was first written down stays.
    ///
    /// # Errors
    /// What may not be saved.
    pub fn revise(self, said: S) -> Result<Self, SaidError> {
        Ok(Self { said: checked(said)?, ..self })
    }

    /// What stands now.
    pub fn said(&self) -> &S {
        &self.said
    }

    /// What stands now, taken out.
    pub fn into_said(self) -> S {
        self.said
    }

    /// When it was first written down, ms since 1970 UTC.
    pub fn logged_at_ms(&self) -> u64 {
        self.logged_at_ms
    }

    /// Fields of a newer version.
    pub fn unknown(&self) -> &UnknownFields {
        &self.unknown
    }

    /// The body as it rests: UTF-8 JSON of [`Said::SCHEMA`].
    pub fn to_body(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a record is plain JSON")
    }

    /// Reads a body, of this schema or an older one: fields that were not there yet are empty.
    ///
    /// # Errors
    /// Each [`BodyError`]; none quotes what was read.
    pub fn from_body(schema: u16, body: &[u8]) -> Result<Self, BodyError> {
        let mut fields = Fields::of_schema(schema, S::SCHEMA, body)?;
        let logged_at_ms = fields.require("logged_at_ms")?;
        // A record without its moment is none.
        fields.require::<i64>("happened_at_s")?;
        for field in S::FIELDS {
            fields.drop(field);
        }
        let said: S = serde_json::from_slice(body).map_err(|_| BodyError::Malformed { field: "body" })?;
        said.check().map_err(|error| BodyError::Malformed { field: error.field() })?;
        Ok(Self { said, logged_at_ms, unknown: fields.rest() })
    }
}

fn checked<S: Said>(said: S) -> Result<S, SaidError> {
    let said = said.tidied();
    said.check()?;
    Ok(said)
}

/// Why something said may not be saved. Never carries content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum SaidError {
    /// A field without which there is nothing to save.
    Missing {
        /// It.
        field: &'static str,
    },
    /// A number outside its range.
    OutOfRange {
        /// Of which field.
        field: &'static str,
    },
    /// Words longer than fit.
    TooLong {
        /// Of which field.
        field: &'static str,
        /// Their bytes.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// More things than fit.
    TooMany {
        /// In which field.
        field: &'static str,
        /// How many.
        count: usize,
        /// Allowed.
        limit: usize,
    },
}

impl SaidError {
    /// The field it is about.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::Missing { field }
            | Self::OutOfRange { field }
            | Self::TooLong { field, .. }
            | Self::TooMany { field, .. } => field,
        }
    }
}

impl fmt::Display for SaidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { field } => write!(f, "{field} is missing"),
            Self::OutOfRange { field } => write!(f, "{field} is out of range"),
            Self::TooLong { field, bytes, limit } => write!(f, "{field} has {bytes} bytes, allowed {limit}"),
            Self::TooMany { field, count, limit } => write!(f, "{field} names {count}, allowed {limit}"),
        }
    }
}

impl core::error::Error for SaidError {}

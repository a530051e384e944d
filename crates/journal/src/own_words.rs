//! Own words kept for later: reasons to come back to, and own beginnings for entries.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A reason as it rests.
pub type Reason = Noted<ReasonWords>;
/// An own template as it rests.
pub type Template = Noted<TemplateWords>;

/// "Coming back to me": one thing that was loved, a strength, something that returned, a reason.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ReasonWords {
    /// Under which heading.
    pub heading: Heading,
    /// The words; may be empty beside a picture.
    pub words: String,
    /// The attachment that holds its picture.
    pub picture: Option<[u8; 16]>,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// The headings of "Coming back to me".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heading {
    /// Why.
    #[default]
    Why,
    /// What I loved.
    Loved,
    /// Strengths.
    Strength,
    /// What returned.
    Returned,
}

impl Heading {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Why, Self::Loved, Self::Strength, Self::Returned];
}

impl Said for ReasonWords {
    const KIND: Kind = Kind::REASON;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["heading", "words", "picture", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { words: self.words.trim().to_owned(), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.words.is_empty() && self.picture.is_none() {
            return Err(SaidError::Missing { field: "words" });
        }
        check::texts(&[("words", &self.words)])
    }

    fn list_title(&self) -> String {
        check::title(self.words.lines().next().unwrap_or_default())
    }

    fn preview(&self) -> String {
        self.words.clone()
    }

    fn search_text(&self) -> String {
        fold(&self.words)
    }

    fn attachments(&self) -> Vec<[u8; 16]> {
        self.picture.into_iter().collect()
    }
}

/// An own beginning for entries.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct TemplateWords {
    /// Its name.
    pub name: String,
    /// The Markdown an entry begins with.
    pub text: String,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl Said for TemplateWords {
    const KIND: Kind = Kind::TEMPLATE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &["name", "text", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { name: check::one_line(&self.name), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::lines(&[("name", &self.name)])?;
        check::texts(&[("text", &self.text)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.text.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.text].join("\n"))
    }
}

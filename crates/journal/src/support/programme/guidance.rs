//! Guidance, practices, service, meaning: notes under four headings.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A note as it rests.
pub type Guidance = Noted<GuidanceWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct GuidanceWords {
    /// Under which heading.
    pub heading: GuidanceHeading,
    /// The words.
    pub words: String,
    /// From whom or where: a role, nickname or book.
    pub from: String,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// The headings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuidanceHeading {
    /// What somebody said to me.
    #[default]
    Guidance,
    /// What I practise.
    Practice,
    /// What I do for others.
    Service,
    /// What matters.
    Meaning,
}

impl GuidanceHeading {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Guidance, Self::Practice, Self::Service, Self::Meaning];
}

impl Said for GuidanceWords {
    const KIND: Kind = Kind::GUIDANCE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["heading", "words", "from", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { words: self.words.trim().to_owned(), from: check::one_line(&self.from), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.words.is_empty() {
            return Err(SaidError::Missing { field: "words" });
        }
        check::lines(&[("from", &self.from)])?;
        check::texts(&[("words", &self.words)])
    }

    fn list_title(&self) -> String {
        check::title(self.words.lines().next().unwrap_or_default())
    }

    fn preview(&self) -> String {
        self.words.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.words.as_str(), &self.from].join("\n"))
    }
}

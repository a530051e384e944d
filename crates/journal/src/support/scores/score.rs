//! A score that a clinician gave, or that a questionnaire made.

use serde::{Deserialize, Serialize};

use super::Instrument;
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// Least and greatest score of an instrument that is not on the list, in hundredths.
const WIDEST: core::ops::RangeInclusive<i64> = -100_000_000..=100_000_000;

/// A score as it rests.
pub type Score = Noted<ScoreWords>;

/// A score. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ScoreWords {
    /// Of which instrument.
    pub instrument: Instrument,
    /// The name of one that is not on the list.
    pub name: String,
    /// The score, in hundredths.
    pub hundredths: Option<i64>,
    /// Who gave it: a name or a role, may be empty.
    pub given_by: String,
    /// What was said about it.
    pub note: String,
    /// The answers it was made of.
    pub response: Option<[u8; 16]>,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl ScoreWords {
    /// What the instrument is called.
    #[must_use]
    pub fn called(&self) -> &str {
        self.instrument.about().map_or(&self.name, |about| about.name)
    }
}

impl Said for ScoreWords {
    const KIND: Kind = Kind::SCORE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "instrument",
        "name",
        "hundredths",
        "given_by",
        "note",
        "response",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let name = match self.instrument {
            Instrument::Other => check::one_line(&self.name),
            _ => String::new(),
        };
        let (given_by, note) = (check::one_line(&self.given_by), self.note.trim().to_owned());
        Self { name, given_by, note, ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.called().is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        let score = self.hundredths.ok_or(SaidError::Missing { field: "hundredths" })?;
        if !self.instrument.gives(score) || !WIDEST.contains(&score) {
            return Err(SaidError::OutOfRange { field: "hundredths" });
        }
        check::lines(&[("name", &self.name), ("given_by", &self.given_by)])?;
        check::texts(&[("note", &self.note)])
    }

    fn list_title(&self) -> String {
        check::title(self.called())
    }

    fn preview(&self) -> String {
        self.note.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.called(), &self.given_by, &self.note].join("\n"))
    }
}

//! A measurement somebody gave: a name, a value as it was given, a unit. No range, no judgement.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A measurement somebody gave. As it rests.
pub type Measurement = Noted<MeasurementWords>;

/// A measurement somebody gave. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasurementWords {
    /// What was measured.
    pub name: String,
    /// The value as it was given: a number, or words.
    pub value: String,
    /// Its unit, may be empty.
    pub unit: String,
    /// Who gave it.
    pub given_by: String,
    /// A note.
    pub note: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl MeasurementWords {
    fn lines(&self) -> [(&'static str, &str); 4] {
        [("name", &self.name), ("value", &self.value), ("unit", &self.unit), ("given_by", &self.given_by)]
    }
}

impl Said for MeasurementWords {
    const KIND: Kind = Kind::MEASUREMENT;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["name", "value", "unit", "given_by", "note", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            name: check::one_line(&self.name),
            value: check::one_line(&self.value),
            unit: check::one_line(&self.unit),
            given_by: check::one_line(&self.given_by),
            note: self.note.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if let Some((field, _)) = self.lines()[..2].iter().find(|(_, words)| words.is_empty()) {
            return Err(SaidError::Missing { field });
        }
        check::lines(&self.lines())?;
        check::texts(&[("note", &self.note)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.value, &self.unit, &self.given_by, &self.note].join("\n"))
    }
}

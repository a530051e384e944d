//! A measurement somebody gave.

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
    /// Its name, or one line.
    pub name: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl Said for MeasurementWords {
    const KIND: Kind = Kind::MEASUREMENT;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &["name", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { name: check::one_line(&self.name), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::lines(&[("name", &self.name)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        fold(&self.name)
    }
}

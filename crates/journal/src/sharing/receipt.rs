//! What was shared, with whom, when.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::summary::{Audience, Part};
use crate::{Kind, check};

/// What was shared, with whom, when. As it rests.
pub type Receipt = Noted<ReceiptWords>;

/// What was shared, with whom, when. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ReceiptWords {
    /// With whom, in own words; may be empty.
    pub name: String,
    /// Whom it was for.
    pub audience: Option<Audience>,
    /// The first day of what was shared, days since 1970-01-01.
    pub from_day: i32,
    /// The last.
    pub to_day: i32,
    /// What was told.
    pub parts: Vec<Part>,
    /// The way it went out.
    pub way: WayOut,
    /// SHA-256 of the document as it went out, in small hexadecimal digits; may be empty.
    pub sha256: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// The way something went out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayOut {
    /// Shown on this screen.
    #[default]
    Shown,
    /// Printed.
    Printed,
    /// An encrypted copy.
    EncryptedCopy,
    /// Plain text.
    Text,
    /// Rows for a spreadsheet.
    Csv,
    /// FHIR.
    Fhir,
}

impl Said for ReceiptWords {
    const KIND: Kind = Kind::RECEIPT;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "audience",
        "from_day",
        "to_day",
        "parts",
        "way",
        "sha256",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { name: check::one_line(&self.name), parts: check::each_once(self.parts), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        check::lines(&[("name", &self.name), ("sha256", &self.sha256)])?;
        match self.from_day > self.to_day {
            true => Err(SaidError::OutOfRange { field: "from_day" }),
            false => Ok(()),
        }
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

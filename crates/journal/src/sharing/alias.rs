//! Another name for somebody, in what is shared.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// Another name for somebody, in what is shared. As it rests.
pub type Alias = Noted<AliasWords>;

/// Another name for somebody, in what is shared. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct AliasWords {
    /// The name as it stands in the journal.
    pub name: String,
    /// What is read in its place.
    pub other: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl Said for AliasWords {
    const KIND: Kind = Kind::ALIAS;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &["name", "other", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { name: check::one_line(&self.name), other: check::one_line(&self.other), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::lines(&[("name", &self.name), ("other", &self.other)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.other.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.other].join("\n"))
    }
}

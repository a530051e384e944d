//! What the owner of a summary chose: for the keeper, for the page, and for the next time.

use serde::{Deserialize, Serialize};

use super::part::{Audience, Part};
use crate::check;
use crate::noted::SaidError;

/// What the keeper is asked for.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct SummaryAsk {
    /// The first day, days since 1970-01-01.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// What may be told.
    pub parts: Vec<Part>,
    /// Entries picked by hand; only the first three count.
    pub passages: Vec<[u8; 16]>,
}

impl SummaryAsk {
    /// Most days of a summary: ten years.
    pub const DAYS: i32 = 3_660;
    /// Most passages.
    pub const PASSAGES: usize = 3;

    /// Whether that part may be told.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

/// What stands on the page beside what the records give: all of it typed or chosen for this summary.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Chosen {
    /// Name or pseudonym; may be empty.
    pub name: String,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// The day it is made on, days since 1970-01-01.
    pub made_on: i32,
    /// What may be told.
    pub parts: Vec<Part>,
    /// What to know about safety.
    pub safety: String,
    /// Changes since the last session, and homework.
    pub changes: String,
    /// Questions to ask, one a line.
    pub questions: String,
    /// Single lines are hidden.
    pub hides_lines: bool,
    /// Names and what stands in their place, as its owner agreed.
    pub other_names: Vec<(String, String)>,
}

/// What is remembered of the last summary. Nothing of its content.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct SummaryChoices {
    /// Name or pseudonym.
    pub name: String,
    /// Whom it was for.
    pub audience: Option<Audience>,
    /// What was told; `None` while nothing was chosen.
    pub parts: Option<Vec<Part>>,
    /// A receipt is kept.
    pub receipt: bool,
}

impl SummaryChoices {
    pub(crate) fn checked(self) -> Result<Self, SaidError> {
        let name = check::one_line(&self.name);
        check::lines(&[("name", &name)])?;
        Ok(Self { name, parts: self.parts.map(check::each_once), ..self })
    }
}

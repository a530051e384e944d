//! A summary on its way: what was chosen and typed for it. It rests as a draft alone, until it went out or its owner
//! starts over.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::summary::{Audience, Part};
use crate::{Kind, check};

/// A summary on its way. As it rests, should it ever be saved.
pub type SummaryOnItsWay = Noted<SummaryWords>;

/// A summary on its way. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct SummaryWords {
    /// Name or pseudonym on it; may be empty.
    pub name: String,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// The first day, days since 1970-01-01.
    pub from_day: i32,
    /// The last.
    pub to_day: i32,
    /// What may be told.
    pub parts: Vec<Part>,
    /// Entries picked by hand.
    pub passages: Vec<[u8; 16]>,
    /// What to know about safety.
    pub safety: String,
    /// Changes since the last session, and homework.
    pub changes: String,
    /// Questions to ask, one a line.
    pub questions: String,
    /// Keys of lines that are hidden.
    pub hidden: Vec<u64>,
    /// Names, and what stands in their place.
    pub other_names: Vec<(String, String)>,
    /// A receipt is wanted.
    pub receipt: bool,
    /// It went out, and nothing was changed since.
    pub went_out: bool,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

impl Said for SummaryWords {
    const KIND: Kind = Kind::SUMMARY;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "audience",
        "from_day",
        "to_day",
        "parts",
        "passages",
        "safety",
        "changes",
        "questions",
        "hidden",
        "other_names",
        "receipt",
        "went_out",
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
        check::lines(&[("name", &self.name)])?;
        check::texts(&[
            ("safety", &self.safety),
            ("changes", &self.changes),
            ("questions", &self.questions),
        ])?;
        match self.from_day > self.to_day {
            true => Err(SaidError::OutOfRange { field: "from_day" }),
            false => Ok(()),
        }
    }

    fn list_title(&self) -> String {
        check::title(&self.preview())
    }

    fn preview(&self) -> String {
        let said = [&self.questions, &self.changes, &self.safety];
        let first = said.into_iter().flat_map(|text| text.lines()).find(|line| !line.trim().is_empty());
        first.unwrap_or_default().trim().to_owned()
    }

    fn search_text(&self) -> String {
        fold(&[self.questions.as_str(), &self.changes, &self.safety].join("\n"))
    }
}

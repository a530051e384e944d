//! A stay somewhere, with its house rules and what to bring.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A stay as it rests.
pub type Stay = Noted<StayWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct StayWords {
    /// Where, in own words.
    pub name: String,
    /// The first civil day, days since 1970-01-01.
    pub from_day: Option<i32>,
    /// The last civil day; `None` while it is not known.
    pub to_day: Option<i32>,
    /// House rules.
    pub rules: String,
    /// What to bring.
    pub bring: String,
    /// Anything else.
    pub note: String,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// Where a stay stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StayTime {
    /// It comes, or its days are not known.
    Ahead,
    /// It is now.
    Now,
    /// It was.
    Over,
}

impl StayWords {
    /// Where it stands on that day.
    #[must_use]
    pub fn time_on(&self, day: i32) -> StayTime {
        match (self.from_day, self.to_day) {
            (_, Some(to)) if to < day => StayTime::Over,
            (Some(from), _) if from <= day => StayTime::Now,
            _ => StayTime::Ahead,
        }
    }

    fn texts(&self) -> [(&'static str, &str); 3] {
        [("rules", &self.rules), ("bring", &self.bring), ("note", &self.note)]
    }
}

impl Said for StayWords {
    const KIND: Kind = Kind::STAY;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["name", "from_day", "to_day", "rules", "bring", "note", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let text = |words: &str| words.trim().to_owned();
        Self {
            name: check::one_line(&self.name),
            rules: text(&self.rules),
            bring: text(&self.bring),
            note: text(&self.note),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::days(&[("from_day", self.from_day), ("to_day", self.to_day)])?;
        if self.from_day.zip(self.to_day).is_some_and(|(from, to)| to < from) {
            return Err(SaidError::OutOfRange { field: "to_day" });
        }
        check::lines(&[("name", &self.name)])?;
        check::texts(&self.texts())
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        let texts = self.texts().map(|(_, words)| words);
        fold(&core::iter::once(self.name.as_str()).chain(texts).collect::<Vec<_>>().join("\n"))
    }
}

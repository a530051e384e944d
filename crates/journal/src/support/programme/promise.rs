//! "I said I would": what, to whom, by when, and what became of it. A day that has passed is a fact, no verdict.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A promise as it rests.
pub type Promise = Noted<PromiseWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct PromiseWords {
    /// What.
    pub name: String,
    /// To whom: a role or nickname.
    pub whom: String,
    /// By which civil day, days since 1970-01-01.
    pub by_day: Option<i32>,
    /// What became of it.
    pub state: PromiseState,
    /// What got in the way, or what is done instead.
    pub story: String,
    /// When it was said, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// What became of a promise.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    /// It stands.
    #[default]
    Open,
    /// Done.
    Done,
    /// Changed.
    Changed,
    /// Not yet: something got in the way.
    NotYet,
}

impl PromiseState {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Open, Self::Done, Self::Changed, Self::NotYet];

    /// Whether it still stands.
    #[must_use]
    pub const fn stands(self) -> bool {
        matches!(self, Self::Open | Self::NotYet)
    }
}

impl Said for PromiseWords {
    const KIND: Kind = Kind::PROMISE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["name", "whom", "by_day", "state", "story", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            name: check::one_line(&self.name),
            whom: check::one_line(&self.whom),
            story: self.story.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::days(&[("by_day", self.by_day)])?;
        check::lines(&[("name", &self.name), ("whom", &self.whom)])?;
        check::texts(&[("story", &self.story)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.whom, &self.story].join("\n"))
    }
}

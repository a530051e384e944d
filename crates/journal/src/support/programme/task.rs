//! A small step towards a goal; or what somebody else does.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// A step as it rests.
pub type Task = Noted<TaskWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskWords {
    /// Whose it is.
    pub sort: TaskSort,
    /// What.
    pub name: String,
    /// Who does it: a role or nickname. Says nothing of an own step.
    pub who: String,
    /// For which goal, in own words.
    pub goal: String,
    /// The next action.
    pub next: String,
    /// When to look at it again, days since 1970-01-01.
    pub review_day: Option<i32>,
    /// Done.
    pub done: bool,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// Whose a step is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskSort {
    /// My own.
    #[default]
    Mine,
    /// Somebody else's: who does what.
    Theirs,
}

impl Said for TaskWords {
    const KIND: Kind = Kind::TASK;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] =
        &["sort", "name", "who", "goal", "next", "review_day", "done", "happened_at_s", "offset_min", "zone"];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            name: check::one_line(&self.name),
            who: check::one_line(&self.who),
            goal: check::one_line(&self.goal),
            next: check::one_line(&self.next),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        check::days(&[("review_day", self.review_day)])?;
        check::lines(&[("name", &self.name), ("who", &self.who), ("goal", &self.goal), ("next", &self.next)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.who, &self.goal, &self.next].join("\n"))
    }
}

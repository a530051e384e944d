//! What a person writes, by kind of record.

use serde::{Deserialize, Serialize};

// What the smaller kinds say is the journal's.
pub use journal::{
    Aim, BodyLine, BodyState, CheckInWords, CompanyKind, Coping, CopingFamily, DayUse, Ending, Feeling,
    GoalWords, Heading, Measure, PlaceKind, ReasonWords, ReturnWords, RulerWords, Substance, TemplateWords,
    Tracked, Trigger, TriggerLeaf, TriggerRoot, UrgeWords, Used,
};

use super::{Id, RowKind};

// What became of a goal is reckoned where it is shown.
pub use journal::insights::Share;
pub use journal::{Day, DayStart, GoalDays, GoalFigures, OneGoal};

/// One thing written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Written {
    /// A journal entry.
    Entry(EntryText),
    /// An urge.
    Urge(UrgeWords),
    /// A check-in.
    CheckIn(CheckInWords),
    /// A goal of change.
    Goal(GoalWords),
    /// A return to use.
    Return(ReturnWords),
    /// A weekly ruler.
    Ruler(RulerWords),
    /// A reason to come back to.
    Reason(ReasonWords),
    /// An own beginning for entries.
    Template(TemplateWords),
}

impl Written {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> RowKind {
        match self {
            Self::Entry(_) => RowKind::Entry,
            Self::Urge(_) => RowKind::Urge,
            Self::CheckIn(_) => RowKind::CheckIn,
            Self::Goal(_) => RowKind::Goal,
            Self::Return(_) => RowKind::Return,
            Self::Ruler(_) => RowKind::Ruler,
            Self::Reason(_) => RowKind::Reason,
            Self::Template(_) => RowKind::Template,
        }
    }
}

impl Default for Written {
    fn default() -> Self {
        Self::Entry(EntryText::default())
    }
}

/// What a person writes: all fields of an entry.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct EntryText {
    /// Title, may be empty.
    pub title: String,
    /// Markdown, may be empty.
    pub text: String,
    /// 0 very low to 10 very good.
    pub mood: Option<u8>,
    /// Tags without marks, in the order given.
    pub tags: Vec<String>,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// Zone name as the device gives it (`Europe/London`), may be empty.
    pub zone: String,
    /// Its writer wants to find it again soon. Drafts of earlier versions do not say.
    #[serde(default)]
    pub favourite: bool,
    /// Left out when somebody looks back on a date.
    #[serde(default)]
    pub kept_back: bool,
    /// The attachments it carries, in order.
    #[serde(default)]
    pub attachments: Vec<Id>,
}

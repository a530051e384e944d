//! What a person writes, by kind of record.

use serde::{Deserialize, Serialize};

use journal::Said;

// What the smaller kinds say is the journal's.
pub use journal::{
    Aim, BodyLine, BodyState, CheckInWords, CompanyKind, Coping, CopingFamily, DayUse, Ending, Feeling,
    GoalWords, Heading, Measure, PlaceKind, ReasonWords, ReturnWords, RulerWords, Substance, TemplateWords,
    Tracked, Trigger, TriggerLeaf, TriggerRoot, UrgeWords, Used,
};

use super::kinds::smaller_kinds;
use super::{Id, RowKind};

// What became of a goal is reckoned where it is shown.
pub use journal::insights::Share;
pub use journal::{Day, DayStart, GoalDays, GoalFigures, OneGoal};

/// A smaller kind: what screen and keeper make of its words.
pub trait OneKind: Said + Send + Sync + 'static {
    /// As one thing written.
    fn written(self) -> Written;
    /// Out of one thing written; `None` where it is of another kind.
    fn of(written: Written) -> Option<Self>;
    /// The same, looked at.
    fn seen(written: &Written) -> Option<&Self>;
    /// Puts another moment in its place: s since 1970 UTC, the offset there and then in minutes, the zone's name.
    fn put_moment(&mut self, second: i64, offset_min: i16, zone: String);
}

macro_rules! written {
    ($($(#[$doc:meta])* $variant:ident: $words:ty,)+) => {
        /// One thing written.
        #[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
        pub enum Written {
            /// A journal entry.
            Entry(EntryText),
            $($(#[$doc])* $variant($words),)+
        }

        impl Written {
            /// What it is.
            #[must_use]
            pub fn kind(&self) -> RowKind {
                match self {
                    Self::Entry(_) => RowKind::Entry,
                    $(Self::$variant(_) => RowKind::$variant,)+
                }
            }

            /// When it happened, s since 1970 UTC, and the offset there and then, minutes.
            #[must_use]
            pub fn moment(&self) -> (i64, i16) {
                match self {
                    Self::Entry(text) => (text.happened_at_s, text.offset_min),
                    $(Self::$variant(words) => words.moment(),)+
                }
            }

            /// The words that tell it from others: a title, a name, a line; may be empty.
            #[must_use]
            pub fn beginning(&self) -> String {
                match self {
                    Self::Entry(text) if text.title.is_empty() => text.text.clone(),
                    Self::Entry(text) => text.title.clone(),
                    $(Self::$variant(words) => words.preview(),)+
                }
            }
        }

        $(impl OneKind for $words {
            fn written(self) -> Written {
                Written::$variant(self)
            }

            fn of(written: Written) -> Option<Self> {
                match written {
                    Written::$variant(words) => Some(words),
                    _ => None,
                }
            }

            fn seen(written: &Written) -> Option<&Self> {
                match written {
                    Written::$variant(words) => Some(words),
                    _ => None,
                }
            }

            fn put_moment(&mut self, second: i64, offset_min: i16, zone: String) {
                (self.happened_at_s, self.offset_min, self.zone) = (second, offset_min, zone);
            }
        })+
    };
}

smaller_kinds!(written);

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
    /// Left out of everything that is made for somebody else.
    #[serde(default)]
    pub never_share: bool,
    /// The attachments it carries, in order.
    #[serde(default)]
    pub attachments: Vec<Id>,
}

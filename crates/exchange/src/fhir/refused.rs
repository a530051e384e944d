//! Why a file is not taken, and what of it cannot be used. Words of the file are quoted as linkIds alone.

use serde::{Deserialize, Serialize};

/// Why a file is not taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FhirRefused {
    /// More bytes than allowed.
    TooLarge {
        /// How many.
        bytes: usize,
    },
    /// It could not be read.
    Unreadable,
    /// No JSON, or nested too deeply.
    NotJson {
        /// Where.
        line: usize,
        /// And where in it.
        column: usize,
    },
    /// Another kind of file.
    NotAQuestionnaire,
    /// Answers, not questions.
    Answers,
    /// Nothing in it.
    Empty,
    /// More items than allowed, or options of one.
    TooMany {
        /// The item it was too much at.
        link: String,
    },
    /// Items in items, deeper than allowed.
    TooDeep {
        /// At which one.
        link: String,
    },
    /// Words longer than allowed.
    TooLong {
        /// At which item, or in which field.
        link: String,
    },
    /// An item without a linkId.
    NoLink,
    /// Two items with one linkId.
    Twice {
        /// Which.
        link: String,
    },
    /// A condition on an item that is not there, or of a form that is not known.
    Condition {
        /// Whose.
        link: String,
    },
    /// Items that wait for each other.
    Circle {
        /// One of them.
        link: String,
    },
}

/// What of a file cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub enum FhirWarning {
    /// The choices of an item lie on a server: it cannot be answered, and there is no score.
    Remote {
        /// Which.
        link: String,
    },
    /// An item of a type that cannot be given here.
    NotHere {
        /// Which.
        link: String,
    },
    /// A weight that is no number of at most two decimal places: there is no score.
    Weight {
        /// Of which item.
        link: String,
    },
}

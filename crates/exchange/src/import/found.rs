//! What is in a file, told before anything is taken.

use serde::{Deserialize, Serialize};

use super::Warning;

/// What is in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Found {
    /// Which program it comes from.
    pub program: Program,
    /// How many records of which kind.
    pub kinds: Vec<KindFound>,
    /// The first moment, s since 1970 UTC.
    pub first_s: Option<i64>,
    /// The last one.
    pub last_s: Option<i64>,
    /// Photos and recordings that can be brought over.
    pub media: u32,
    /// Moods as they are called there, the most used first.
    pub moods: Vec<MoodFound>,
    /// What does not come over, at most [`Found::MOST_WARNINGS`].
    pub warnings: Vec<Warning>,
    /// Warnings beyond that.
    pub more_warnings: u32,
}

impl Found {
    /// Most warnings that are told one by one.
    pub const MOST_WARNINGS: usize = 500;

    /// Records in all.
    #[must_use]
    pub fn records(&self) -> u32 {
        self.kinds.iter().map(|kind| kind.records).sum()
    }
}

/// The programs whose files are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Program {
    /// Day One: an archive, or its JSON.
    DayOne,
    /// Daylio: its backup.
    Daylio,
    /// Daylio: its table.
    DaylioTable,
    /// Journey.
    Journey,
    /// Standard Notes.
    StandardNotes,
    /// jrnl.
    Jrnl,
    /// A folder of Markdown.
    Markdown,
    /// Ours, in the clear.
    Trestle,
}

/// Records of one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KindFound {
    /// The number of the kind.
    pub kind: u8,
    /// How many.
    pub records: u32,
}

/// One mood as it is called there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MoodFound {
    /// Its name.
    pub name: String,
    /// Entries with it.
    pub entries: u32,
    /// Where it usually stands from 0 to 10; only to be offered.
    pub usual: Option<u8>,
}

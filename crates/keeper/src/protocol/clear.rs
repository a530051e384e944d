//! A journal in the clear on its way out, as screen and keeper speak of it.

use serde::{Deserialize, Serialize};

use super::{Id, MediaType};

/// What is asked for an export.
#[derive(Debug, Serialize, Deserialize)]
pub enum ClearRequest {
    /// What there is. [`ClearReply::Kinds`].
    Kinds,
    /// The next records of a kind, in the order of their ids. [`ClearReply::Records`].
    Next {
        /// The number of the kind.
        kind: u8,
        /// After this one.
        after: Option<Id>,
    },
}

/// What is answered.
#[derive(PartialEq, Debug, Serialize, Deserialize)]
pub enum ClearReply {
    /// To Kinds.
    Kinds {
        /// The journal through all its copies.
        lineage: Id,
        /// The root's sequence.
        sequence: u64,
        /// Kinds that a person writes, or that a newer version made, each with the number of its records.
        kinds: Vec<(u8, u32)>,
    },
    /// To Next.
    Records {
        /// The records; none once all were given.
        records: Vec<ClearRow>,
        /// Records that were passed over, as they cannot be read.
        left_out: u32,
        /// The last id that was looked at.
        last: Option<Id>,
    },
}

/// One record, every field of every wording.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ClearRow {
    /// Its id.
    pub id: Id,
    /// The number of its kind.
    pub kind: u8,
    /// Title, or the beginning of the text; may be empty.
    pub title: String,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset there and then, minutes.
    pub offset_min: i16,
    /// Its photos and voice notes.
    pub attachments: Vec<(Id, MediaType)>,
    /// Its wordings that are not deleted: schema, when it was written in ms since 1970 UTC, JSON.
    pub wordings: Vec<(u16, u64, String)>,
}

//! Photos and voice notes on their way between screen and keeper.

use serde::{Deserialize, Serialize};

// What they may be is the journal's.
pub use journal::MediaType;

use super::Id;

/// One attachment in full.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Attached {
    /// Its record.
    pub id: Id,
    /// What it is.
    pub media_type: MediaType,
    /// All of it.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// Bytes that are to be attached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToAttach {
    /// What they are.
    pub media_type: MediaType,
    /// All of them.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

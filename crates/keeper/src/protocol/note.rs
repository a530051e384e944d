//! Notes written while locked.

use serde::{Deserialize, Serialize};

/// A note written while locked, by whoever held this device.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WaitingNote {
    /// Names it in the inbox.
    pub key: u64,
    /// What it says; `None` for one that does not open: forged, damaged, or sealed to another key.
    pub note: Option<NoteText>,
}

/// What a note says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoteText {
    /// When it was written, s since 1970 UTC, by the clock of this device.
    pub written_at_s: i64,
    /// 0 to 10.
    pub strength: u8,
    /// One line, may be empty.
    pub line: String,
}

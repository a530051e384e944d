//! Owns the backup container, `.trestle`: a header of 512 bytes with two slots, and one box over a stream of records
//! (`docs/format.md`, section 9). Written and read as a stream. Must not know where files rest nor what a record means.

mod error;
mod header;
mod padme;
mod reader;
mod slot;
mod waiting;
mod writer;

use crate::identity::LineageId;

pub use error::{BackupError, BackupWriteError};
pub use header::BackupHeader;
pub use reader::BackupReader;
pub use slot::{BackupKeyed, BackupWay};
pub use writer::BackupWriter;

/// Most records in a backup, the marks of deletions included.
pub(crate) const MAX_RECORDS: u32 = 1 << 20;
/// Most bytes of the stream, padding included: 16 GiB.
const MAX_STREAM: u64 = 1 << 34;
/// lineage_id 16 ‖ sequence 8 ‖ made_at 8 ‖ count 4.
const HEAD: usize = 36;
/// record_id 16 ‖ length 4.
const RECORD_HEAD: usize = 20;

/// What a backup says of itself, before its records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BackupAbout {
    /// The journal it is of, through all its copies.
    pub lineage_id: LineageId,
    /// The sequence of the root it was made from.
    pub sequence: u64,
    /// When it was made, milliseconds since 1970 UTC, by the maker's clock.
    pub made_at_ms: u64,
    /// How many records are in it, the marks of deletions included.
    pub records: u32,
}

//! Imports: another program's file in, records out. Whatever the file holds is hostile until read: limits stand before
//! every growth, nothing is written anywhere, and text stays text. Which program a file comes from is told by what is in it.

mod archive;
mod clock;
mod csv;
mod day_one;
mod daylio;
mod daylio_table;
mod found;
mod front_matter;
mod gathering;
mod incoming;
mod journey;
mod jrnl;
mod json;
mod look;
mod markdown;
mod markup;
mod media;
mod moment;
mod own;
mod refused;
mod standard_notes;
mod text;

pub use clock::Clock;
pub use found::{Found, KindFound, MoodFound, Program};
pub use incoming::{Incoming, Key, MediaRef, Plain, Said};
pub use look::{Looked, look};
pub use media::{Media, MediaForm, NoMedia};
pub use refused::{Place, Refused, Warning, What};

/// Most bytes of one text inside a file, unpacked.
const MOST_TEXT: u64 = 96 * 1024 * 1024;
/// Most bytes of all texts inside a file, unpacked.
const MOST_TEXTS: u64 = 2 * MOST_TEXT;
/// Most files in an archive.
const MOST_FILES: usize = 100_000;
/// Most bytes of an archive's own list of its files.
const MOST_DIRECTORY: u64 = 16 * 1024 * 1024;
/// A text that grows by more than this when unpacked is made to grow.
const MOST_RATIO: u64 = 250;
/// Texts up to here may grow by any ratio.
const ANY_RATIO: u64 = 4 * 1024 * 1024;
/// Most records of one file.
const MOST_RECORDS: usize = 1 << 20;
/// Most bytes of one record's text: with its escapes it fits a body.
const MOST_WORDS: usize = 1024 * 1024;

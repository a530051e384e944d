//! What is wrong with a file: why it is refused whole, or what was left out of it and where.

use serde::{Deserialize, Serialize};

/// Why a file gives nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// No program known here writes such a file.
    Unknown,
    /// A backup of ours: it is opened elsewhere.
    OurBackup,
    /// It is sealed by the program it comes from.
    Encrypted,
    /// An archive that holds another archive and nothing that can be read.
    ArchiveInside,
    /// The archive is damaged or cut off.
    ArchiveDamaged,
    /// More files in the archive than are looked at.
    TooManyFiles,
    /// Larger than is read; `name` is the file inside an archive, or empty.
    TooLarge {
        /// Which file.
        name: String,
    },
    /// It grows beyond measure when unpacked.
    Bomb {
        /// Which file.
        name: String,
    },
    /// Text that is in no known encoding.
    NotText {
        /// The line, the first being 1.
        line: u32,
    },
    /// It ends in the middle.
    Cut {
        /// Which file inside an archive, or empty.
        name: String,
        /// The line it ends in.
        line: u32,
    },
    /// JSON that is none.
    NotJson {
        /// Which file inside an archive, or empty.
        name: String,
        /// The line.
        line: u32,
        /// The column.
        column: u32,
    },
    /// A column that has to be there is missing.
    NoColumn {
        /// Its name.
        name: String,
    },
    /// More records than are read.
    TooManyRecords,
    /// The file could not be read.
    Unreadable,
}

/// Something that does not come over, or not as it was.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Warning {
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Place {
    /// All of it.
    Whole,
    /// A line, the first being 1.
    Line(u32),
    /// An entry, the first being 1.
    Entry(u32),
    /// A file inside an archive.
    File(String),
}

/// What a warning says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum What {
    /// Its form is not known: left out.
    Malformed,
    /// A line with other columns than the first: left out.
    OtherColumns,
    /// Its date cannot be read: dated today.
    NoDate,
    /// Its zone is not known: the zone here is taken.
    UnknownZone,
    /// Times without a zone: the zone here is taken.
    NoZone,
    /// Too long: left out.
    TooLong,
    /// Nothing is said in it: left out.
    NothingSaid,
    /// Deleted there, or in the bin: left out.
    Deleted,
    /// A photo or recording that the file names and does not hold.
    MediaMissing(u32),
    /// A video or a document: left out.
    MediaLeftOut(u32),
    /// Places and weather: left out.
    PlacesLeftOut(u32),
    /// Goals, reminders and the like: left out.
    RestLeftOut(u32),
    /// The name leads out of the archive: not looked at.
    NameLeadsOut,
    /// A link: not followed.
    Link,
    /// An archive inside the archive: not opened.
    ArchiveInside,
    /// Sealed inside the archive: not opened.
    Encrypted,
    /// A record of a newer version, or of a kind that is not brought over: left out.
    OtherKind,
    /// Something that was not text in it was left out.
    NotText,
    /// A second wording of one record: left out.
    OtherWording,
}

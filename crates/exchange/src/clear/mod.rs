//! A journal in the clear: a folder of Markdown files with front matter, or one JSON file (`docs/export.md`). Both carry
//! every field of every wording, also those that this version does not know.

mod json;
mod markdown;
mod moment;
mod name;

pub use json::{json_begin, json_end, json_record};
pub use markdown::markdown;
pub use moment::{local, utc};
pub use name::{attachment_name, file_name, hex, raw_name};

/// One record.
#[derive(Clone, Debug)]
pub struct ClearRecord<'a> {
    /// Its id.
    pub id: [u8; 16],
    /// What it is called: `entry`, `urge`, …; of a kind without a name here, `kind_` and its number.
    pub kind: &'a str,
    /// The number of its kind.
    pub kind_number: u8,
    /// A title for the file name; may be empty, may hold anything.
    pub title: &'a str,
    /// When it happened, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset there and then, minutes.
    pub offset_min: i16,
    /// Files that go with it, by their paths in the folder: photos, voice notes.
    pub files: &'a [String],
    /// Its wordings and marks of deletions; normally one.
    pub wordings: Vec<ClearWording<'a>>,
}

/// One wording of it.
#[derive(Clone, Copy, Debug)]
pub struct ClearWording<'a> {
    /// Which form of its kind the body has.
    pub schema: u16,
    /// When it was written, ms since 1970 UTC.
    pub changed_at_ms: u64,
    /// The mark of a deletion: its body says nothing.
    pub deleted: bool,
    /// What it says.
    pub body: ClearBody<'a>,
}

/// What a wording says.
#[derive(Clone, Copy, Debug)]
pub enum ClearBody<'a> {
    /// JSON.
    Json(&'a str),
    /// Bytes without a form; they stand in a file of their own.
    Raw(&'a [u8]),
}

/// What a kind is called in the clear, by its number; `None` for one of a newer version.
#[must_use]
pub fn kind_name(number: u8) -> Option<&'static str> {
    use journal::Kind;
    Some(match Kind::new(number) {
        Kind::ENTRY => "entry",
        Kind::ATTACHMENT => "attachment",
        Kind::PART => "part",
        Kind::URGE => "urge",
        Kind::SETTINGS => "settings",
        Kind::CHECK_IN => "check_in",
        Kind::GOAL => "goal",
        Kind::RETURN_TO_USE => "return_to_use",
        Kind::RULER => "ruler",
        Kind::REASON => "reason",
        Kind::TEMPLATE => "template",
        Kind::LEG => "leg",
        Kind::PERSON => "person",
        Kind::CONTACT => "contact",
        Kind::REVIEW => "review",
        Kind::MEDICINE => "medicine",
        Kind::DOSE => "dose",
        Kind::APPOINTMENT => "appointment",
        Kind::MEASUREMENT => "measurement",
        Kind::DETOX => "detox",
        Kind::WORKSHEET => "worksheet",
        Kind::SCORE => "score",
        Kind::QUESTIONNAIRE => "questionnaire",
        Kind::RESPONSE => "response",
        Kind::ROUTINE => "routine",
        Kind::KEPT => "kept",
        Kind::MEETING => "meeting",
        Kind::STAY => "stay",
        Kind::TASK => "task",
        Kind::PROMISE => "promise",
        Kind::GUIDANCE => "guidance",
        Kind::RECEIPT => "receipt",
        Kind::ALIAS => "alias",
        Kind::SUMMARY => "summary",
        _ => return None,
    })
}

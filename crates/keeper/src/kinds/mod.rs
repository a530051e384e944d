//! The kinds of record a person writes: what the keeper asks of each, and the one place that knows how each is made and read.
//! The meaning of a kind is the journal's.

mod entry;
mod noted;

use journal::{Entry, Kind, Said, insights::Fact};
use vault::{Codec, PageEntry, Record, Version, VersionClock};

use crate::protocol::{EarlierWording, Ending, Failure, Id, RowKind, Written, smaller_kinds};
pub(crate) use entry::words_of as entry_words;
use noted::{noted, of_body};

/// What stands in one version of a record.
pub(crate) trait Content {
    /// Its kind.
    fn kind(&self) -> Kind;
    /// The schema of [`Content::to_body`].
    fn schema(&self) -> u16;
    /// The body as it rests, JSON.
    fn to_body(&self) -> Vec<u8>;
    /// What the fast list keeps of it.
    fn listing(&self) -> Listing;
    /// What the list shows of it once bodies are read.
    fn shown(&self) -> Shown;
    /// All that a search looks at, folded.
    fn search_text(&self) -> String;
    /// What it says in numbers; `None` of what is not about a moment or a day.
    fn fact(&self) -> Option<Fact>;
    /// The attachments that belong to it.
    fn attachments(&self) -> Vec<Id>;
    /// Whether it says what is written there.
    fn says(&self, written: &Written) -> bool;
    /// Earlier wordings, newest first, where its kind keeps them.
    fn earlier(&self) -> Vec<EarlierWording> {
        Vec::new()
    }
    /// As the screen gets it.
    fn into_written(self: Box<Self>) -> Written;
    /// With other words in the place of its own, which it remembers where its kind does.
    fn revised(self: Box<Self>, written: &Written, now_ms: u64) -> Result<Box<dyn Content>, Failure>;
}

/// What the fast list keeps of a record.
pub(crate) struct Listing {
    /// At most 64 bytes.
    pub(crate) title: String,
    /// When it happened, s since 1970 UTC.
    pub(crate) happened_at_s: i64,
    /// Offset there and then, minutes.
    pub(crate) offset_min: i16,
}

/// What the list shows of a record beside that.
#[derive(Clone, Default)]
pub(crate) struct Shown {
    pub(crate) preview: String,
    pub(crate) mood: Option<u8>,
    pub(crate) strength: Option<u8>,
    pub(crate) after: Option<u8>,
    pub(crate) ending: Option<Ending>,
    pub(crate) tags: Vec<String>,
    pub(crate) favourite: bool,
    pub(crate) kept_back: bool,
    pub(crate) never_share: bool,
}

macro_rules! by_kind {
    ($($(#[$doc:meta])* $variant:ident: $words:ty,)+) => {
        /// What was typed, checked, as the first words of a record.
        ///
        /// # Errors
        /// Whatever is outside its range.
        pub(crate) fn first(written: &Written, now_ms: u64) -> Result<Box<dyn Content>, Failure> {
            match written {
                Written::Entry(text) => Ok(Box::new(Entry::new(entry::words_of(text)?)?)),
                $(Written::$variant(words) => noted(words, now_ms),)+
            }
        }

        /// What stands in a version, when this program can read it.
        pub(crate) fn content_of(kind: u8, version: &Version) -> Option<Box<dyn Content>> {
            if version.deleted || version.codec != Codec::Json {
                return None;
            }
            let (schema, body) = (version.schema, &version.body);
            match row_kind(kind) {
                RowKind::Entry => Some(Box::new(Entry::from_body(schema, body).ok()?)),
                $(RowKind::$variant => of_body::<$words>(schema, body),)+
                RowKind::Other => None,
            }
        }

        /// The attachments that belong to what is written there.
        pub(crate) fn attachments_of(written: &Written) -> Vec<Id> {
            match written {
                Written::Entry(text) => text.attachments.clone(),
                $(Written::$variant(words) => words.attachments(),)+
            }
        }

        /// How a row of the list is called.
        pub(crate) fn row_kind(kind: u8) -> RowKind {
            match Kind::new(kind) {
                Kind::ENTRY => RowKind::Entry,
                $(<$words>::KIND => RowKind::$variant,)+
                _ => RowKind::Other,
            }
        }
    };
}

smaller_kinds!(by_kind);

/// What stands in a record's versions, where this program can read them.
pub(crate) fn contents_of(record: &Record) -> impl Iterator<Item = Box<dyn Content>> {
    record.versions.iter().filter_map(|version| content_of(record.kind, version))
}

/// One content of some versions of `record`: the first, with the others as earlier wordings. `None` where none of them
/// is live.
///
/// # Errors
/// [`Failure::EntryNewer`] when one of them was made by a newer version: it is never rewritten.
pub(crate) fn joined<'a>(
    record: &Record,
    versions: impl IntoIterator<Item = &'a Version, IntoIter: DoubleEndedIterator>,
    now_ms: u64,
) -> Result<Option<Box<dyn Content>>, Failure> {
    let live = versions.into_iter().rev().filter(|version| !version.deleted);
    live.map(|version| content_of(record.kind, version).ok_or(Failure::EntryNewer))
        .reduce(|other, first| other?.revised(&first?.into_written(), now_ms))
        .transpose()
}

/// The version that rests.
pub(crate) fn version_of(content: &dyn Content, clock: VersionClock, now_ms: u64) -> Version {
    Version {
        codec: Codec::Json,
        schema: content.schema(),
        deleted: false,
        changed_at_ms: now_ms,
        clock,
        body: content.to_body(),
    }
}

fn fitted(title: &str) -> String {
    PageEntry::fitted_title(title).to_owned()
}

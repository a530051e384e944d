//! What is kept in memory of each body that was read: folded text to search in, and what the list shows beside the
//! title. Never the whole entry.

use journal::{Entry, Kind};
use std::collections::HashMap;
use vault::{Codec, Record, RecordId, RowKey, Version};

use crate::protocol::Failure;

/// What is remembered of one record's body.
pub(crate) enum Body {
    /// It was read.
    Read {
        /// The row it was read from.
        row: RowKey,
        /// Title, text and tags of every wording, folded.
        folded: String,
        /// The beginning of the text.
        preview: String,
        /// Mood 0–10.
        mood: Option<u8>,
        /// Tags.
        tags: Vec<String>,
    },
    /// Its row does not open, or is not there.
    Damaged {
        /// True when the row is not there.
        missing: bool,
    },
}

/// All bodies read so far.
#[derive(Default)]
pub(crate) struct Bodies(HashMap<RecordId, Body>);

impl Bodies {
    pub(crate) fn get(&self, id: RecordId) -> Option<&Body> {
        self.0.get(&id)
    }

    pub(crate) fn put(&mut self, id: RecordId, body: Body) {
        self.0.insert(id, body);
    }

    pub(crate) fn remove(&mut self, id: RecordId) {
        self.0.remove(&id);
    }

    pub(crate) fn is_read_from(&self, id: RecordId, row: RowKey) -> bool {
        matches!(self.0.get(&id), Some(Body::Read { row: read, .. }) if *read == row)
    }
}

impl Body {
    /// What to remember of `record`, which stands in `row`.
    pub(crate) fn of(record: &Record, row: RowKey) -> Self {
        let mut wordings = entries_of(record).map(Entry::into_words).peekable();
        let (preview, mood, tags) = match wordings.peek() {
            Some(first) => {
                (first.preview(), first.mood.map(|mood| mood.number()), first.tags.as_slice().to_vec())
            }
            None => Default::default(),
        };
        let folded = wordings.map(|words| words.search_text()).collect::<Vec<_>>().join("\n");
        Self::Read { row, folded, preview, mood, tags }
    }
}

/// The entries in a record's versions, where this program can read them.
pub(crate) fn entries_of(record: &Record) -> impl Iterator<Item = Entry> {
    record.versions.iter().filter_map(|version| entry_of(record.kind, version))
}

/// The entry in a version, when it is one this program can read.
pub(crate) fn entry_of(kind: u8, version: &Version) -> Option<Entry> {
    if kind != Kind::ENTRY.number() || version.deleted || version.codec != Codec::Json {
        return None;
    }
    Entry::from_body(version.schema, &version.body).ok()
}

/// One entry of some versions of `record`: the first, with the others as earlier wordings. `None` where none of them
/// is live.
///
/// # Errors
/// [`Failure::EntryNewer`] when one of them was made by a newer version: it is never rewritten.
pub(crate) fn joined<'a>(
    record: &Record,
    versions: impl IntoIterator<Item = &'a Version, IntoIter: DoubleEndedIterator>,
    now_ms: u64,
) -> Result<Option<Entry>, Failure> {
    let live = versions.into_iter().rev().filter(|version| !version.deleted);
    live.map(|version| entry_of(record.kind, version).ok_or(Failure::EntryNewer))
        .reduce(|other, first| Ok(other?.revise(first?.into_words(), now_ms)?))
        .transpose()
}

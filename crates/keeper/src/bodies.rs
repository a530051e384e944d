//! What is kept in memory of each body that was read: folded text to search in, and what the list shows beside the
//! title. Never the whole record.

use journal::insights::Fact;
use journal::{Attachment, Kind};
use std::collections::HashMap;
use vault::{Record, RecordId, RowKey};

use crate::kinds::{Shown, content_of, contents_of};
use crate::protocol::Id;

/// What is remembered of one record's body.
pub(crate) enum Body {
    /// It was read.
    Read {
        /// The row it was read from.
        row: RowKey,
        /// When it was changed last, ms since 1970 UTC, by the clock of whoever did.
        changed_at_ms: u64,
        /// All that a search looks at in every wording, folded.
        folded: String,
        /// What the list shows of it.
        shown: Shown,
        /// What it says in numbers.
        fact: Option<Fact>,
        /// The records that belong to it: an entry's attachments, an attachment's parts. `None` where a wording of it
        /// was made by a newer version, whose meaning is not known here.
        owns: Option<Box<[Id]>>,
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

    /// What all records say in numbers, in no order.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.0.values().filter_map(|body| match body {
            Body::Read { fact, .. } => fact.as_ref(),
            Body::Damaged { .. } => None,
        })
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

    /// The same record now stands in another row.
    pub(crate) fn moved_to(&mut self, id: RecordId, now: RowKey) {
        if let Some(Body::Read { row, .. }) = self.0.get_mut(&id) {
            *row = now;
        }
    }
}

impl Body {
    /// What to remember of `record`, which stands in `row`.
    pub(crate) fn of(record: &Record, row: RowKey) -> Self {
        let mut contents = contents_of(record).peekable();
        let mut shown = contents.peek().map(|first| first.shown()).unwrap_or_default();
        // Of two wordings one is enough.
        shown.never_share = contents_of(record).any(|content| content.shown().never_share);
        let fact = contents.peek().and_then(|first| first.fact());
        let folded = contents.map(|content| content.search_text()).collect::<Vec<_>>().join("\n");
        let changed_at_ms = record.versions.iter().map(|version| version.changed_at_ms).max().unwrap_or(0);
        let owns = owned(record);
        Self::Read { row, changed_at_ms, folded, shown, fact, owns }
    }
}

fn owned(record: &Record) -> Option<Box<[Id]>> {
    let live = record.versions.iter().filter(|version| !version.deleted);
    let each = live.map(|version| match Kind::new(record.kind) {
        Kind::PART | Kind::SETTINGS => Some(Vec::new()),
        Kind::ATTACHMENT => Some(Attachment::from_body(version.schema, &version.body).ok()?.parts().to_vec()),
        _ => Some(content_of(record.kind, version)?.attachments()),
    });
    Some(each.collect::<Option<Vec<_>>>()?.concat().into())
}

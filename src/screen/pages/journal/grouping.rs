//! Rows of one day in one group. A group's key changes with what it shows, so a day is drawn anew only when it must be.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use keeper::protocol::Row;

/// The rows of one day, newest first.
#[derive(Clone)]
pub struct Group {
    pub key: (i32, u64),
    pub rows: Arc<[Row]>,
}

impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// The groups of a list, in its order.
pub fn groups(rows: &[Row]) -> Vec<Group> {
    rows.chunk_by(|one, next| one.day == next.day)
        .map(|rows| Group { key: (rows[0].day, fingerprint(rows)), rows: rows.into() })
        .collect()
}

fn fingerprint(rows: &[Row]) -> u64 {
    let mut hash = DefaultHasher::new();
    for row in rows {
        (row.id, &row.title, &row.preview, row.mood, row.strength, &row.tags, row.happened_at_s, row.damaged)
            .hash(&mut hash);
    }
    hash.finish()
}

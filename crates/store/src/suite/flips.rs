//! Facts about flips: staging, what becomes of the previous root, sweeping.

use vault::{RowKey, SealedRow};

use super::Sealing;
use super::journal::{Journal, bytes, plain};
use crate::{Previous, Shelf, Store, Write, WriteError};

/// Staged rows are there, and the journal is what it was.
pub async fn staged_rows_touch_nothing_else<S: Shelf>(shelf: &S) {
    let (mut journal, _, rows) = Journal::created(shelf, 30, 2).await;
    let head = journal.head().await;
    let staged = journal.sealing.small_rows(2);
    journal.store.stage(&staged).await.expect("rows can be staged");
    assert_eq!(journal.head().await, head);
    let keys: Vec<RowKey> = rows.iter().chain(&staged).map(SealedRow::key).collect();
    let expected: Vec<_> = rows.iter().chain(&staged).map(bytes).collect();
    assert_eq!(journal.store.rows(&keys).await.expect("rows can be read"), expected);
    journal.end(shelf).await;
}

/// When one of the rows to stage exists, none is put.
pub async fn a_stage_is_wholly_refused_when_one_row_exists<S: Shelf>(shelf: &S) {
    let (mut journal, _, rows) = Journal::created(shelf, 31, 1).await;
    let before = journal.contents().await;
    let staged = [journal.sealing.row(100), rows[0].clone(), journal.sealing.row(100)];
    assert_eq!(journal.store.stage(&staged).await, Err(WriteError::RowExists));
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// `Previous::Keep` leaves the previous root where it is.
pub async fn keep_leaves_the_previous_root<S: Shelf>(shelf: &S) {
    let after = previous_after(shelf, 32, Previous::Keep).await;
    assert_eq!(after.stored, Some(after.first));
}

/// `Previous::Drop` removes the previous root.
pub async fn drop_removes_the_previous_root<S: Shelf>(shelf: &S) {
    let after = previous_after(shelf, 33, Previous::Drop).await;
    assert_eq!(after.stored, None);
}

/// `Previous::Replaced` makes the root that the write takes the place of the previous one.
pub async fn replaced_makes_the_stored_root_the_previous<S: Shelf>(shelf: &S) {
    let after = previous_after(shelf, 34, Previous::Replaced).await;
    assert_eq!(after.stored, Some(after.second));
}

/// Where no root is stored there is none to become the previous one.
pub async fn replaced_on_creating_keeps_none<S: Shelf>(shelf: &S) {
    let mut journal = Journal::empty(shelf, 35).await;
    let root = journal.sealing.root();
    let create = Write { previous: Previous::Replaced, ..plain(None, &root) };
    journal.store.write(create).await.expect("a journal can be created");
    assert_eq!(journal.head().await.previous, None);
    journal.end(shelf).await;
}

/// A flip puts header and root in one step and leaves the rows of the old journal for the sweep.
pub async fn a_flip_puts_header_and_root_together<S: Shelf>(shelf: &S) {
    let (mut journal, first, rows) = Journal::created(shelf, 36, 2).await;
    let mut next = Sealing::new(37);
    let (root, staged) = (next.root(), next.small_rows(2));
    journal.store.stage(&staged).await.expect("rows can be staged");
    let flip =
        Write { header: Some(next.header()), previous: Previous::Replaced, ..plain(Some(&first), &root) };
    journal.store.write(flip).await.expect("a flip lands");
    let head = journal.head().await;
    assert_eq!(head.header.as_deref(), Some(next.header().as_bytes()));
    assert_eq!(head.root.as_deref(), Some(root.as_bytes()));
    assert_eq!(head.previous.as_deref(), Some(first.as_bytes()));
    assert_eq!(journal.store.row_keys().await.expect("keys can be read").len(), rows.len() + staged.len());
    // A write without a header leaves the one that is there.
    let after = journal.sealing.root();
    journal.store.write(plain(Some(&root), &after)).await.expect("a write after a flip lands");
    assert_eq!(journal.head().await.header.as_deref(), Some(next.header().as_bytes()));
    journal.end(shelf).await;
}

/// A sweep removes the rows it names, passes over missing ones and leaves the rest and the head.
pub async fn a_sweep_removes_rows_and_nothing_else<S: Shelf>(shelf: &S) {
    let (mut journal, _, rows) = Journal::created(shelf, 38, 3).await;
    let head = journal.head().await;
    let missing = journal.sealing.row(100).key();
    journal.store.sweep(&[rows[2].key(), missing, rows[0].key()]).await.expect("rows can be swept");
    assert_eq!(journal.store.row_keys().await.expect("keys can be read"), [rows[1].key()]);
    assert_eq!(journal.head().await, head);
    journal.end(shelf).await;
}

struct PreviousAfter {
    stored: Option<Vec<u8>>,
    first: Vec<u8>,
    second: Vec<u8>,
}

/// The previous root after a write with that rule, over a second root whose previous one is the first.
async fn previous_after<S: Shelf>(shelf: &S, number: u8, rule: Previous) -> PreviousAfter {
    let (mut journal, first, _) = Journal::created(shelf, number, 0).await;
    let (second, third) = (journal.sealing.root(), journal.sealing.root());
    let flip = Write { previous: Previous::Replaced, ..plain(Some(&first), &second) };
    journal.store.write(flip).await.expect("a flip lands");
    assert_eq!(journal.head().await.previous.as_deref(), Some(first.as_bytes()));
    let write = Write { previous: rule, ..plain(Some(&second), &third) };
    journal.store.write(write).await.expect("a write after a flip lands");
    let stored = journal.head().await.previous;
    journal.end(shelf).await;
    PreviousAfter { stored, first: first.as_bytes().to_vec(), second: second.as_bytes().to_vec() }
}

//! Facts about rows: never overwritten, read in the order asked, paged through in key order.

use vault::{RowKey, SealedRow};

use super::journal::{Journal, bytes, plain};
use crate::{Shelf, Store, Write, WriteError};

/// Rows come in the order of the keys asked for, missing ones as `None`, one asked for twice twice.
pub async fn rows_come_in_the_order_asked<S: Shelf>(shelf: &S) {
    let (mut journal, _, rows) = Journal::created(shelf, 20, 64).await;
    let missing = journal.sealing.row(100).key();
    let mut keys: Vec<RowKey> = rows.iter().rev().map(SealedRow::key).collect();
    let mut expected: Vec<_> = rows.iter().rev().map(bytes).collect();
    keys.extend([missing, rows[5].key()]);
    expected.extend([None, bytes(&rows[5])]);
    assert_eq!(journal.store.rows(&keys).await.expect("rows can be read"), expected);
    assert_eq!(journal.store.rows(&[]).await.expect("no rows can be read"), []);
    journal.end(shelf).await;
}

/// A row that is there already is neither written again nor changed.
pub async fn rows_are_never_overwritten<S: Shelf>(shelf: &S) {
    let (mut journal, first, rows) = Journal::created(shelf, 21, 1).await;
    let second = journal.sealing.root();
    let again = Write { rows: &rows, ..plain(Some(&first), &second) };
    assert_eq!(journal.store.write(again).await, Err(WriteError::RowExists));
    assert_eq!(journal.store.stage(&rows).await, Err(WriteError::RowExists));
    // Removing it in the same write makes no room for it either.
    let swap = Write { rows: &rows, remove: &[rows[0].key()], ..plain(Some(&first), &second) };
    assert_eq!(journal.store.write(swap).await, Err(WriteError::RowExists));
    assert_eq!(journal.store.rows(&[rows[0].key()]).await.expect("rows can be read"), [bytes(&rows[0])]);
    journal.end(shelf).await;
}

/// The same row twice in one write is refused, and nothing of the write is applied.
pub async fn a_row_twice_in_one_write_is_refused<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 22, 0).await;
    let (second, row) = (journal.sealing.root(), journal.sealing.row(100));
    let twice = [row.clone(), row];
    let refused = journal.store.write(Write { rows: &twice, ..plain(Some(&first), &second) }).await;
    assert_eq!(refused, Err(WriteError::RowExists));
    assert_eq!(journal.store.row_keys().await.expect("keys can be read"), []);
    assert_eq!(journal.head().await.root.as_deref(), Some(first.as_bytes()));
    journal.end(shelf).await;
}

/// A row of the largest size comes back byte for byte.
pub async fn large_rows_come_back_whole<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 23, 0).await;
    let (second, rows) =
        (journal.sealing.root(), [journal.sealing.row(4 * 1024 * 1024), journal.sealing.row(1)]);
    journal
        .store
        .write(Write { rows: &rows, ..plain(Some(&first), &second) })
        .await
        .expect("a large row lands");
    let stored = journal.store.rows(&[rows[0].key(), rows[1].key()]).await.expect("rows can be read");
    assert!(stored == [bytes(&rows[0]), bytes(&rows[1])], "a row changed on its way");
    journal.end(shelf).await;
}

/// Pages of rows follow each other in key order, without a gap and without a repetition, up to an empty one.
pub async fn rows_after_pages_through_all_in_order<S: Shelf>(shelf: &S) {
    let (journal, _, mut rows) = Journal::created(shelf, 24, 10).await;
    rows.sort_by_key(SealedRow::key);
    let mut after = None;
    for page in rows.chunks(4) {
        let expected: Vec<_> = page.iter().map(|row| (row.key(), row.as_bytes().to_vec())).collect();
        assert_eq!(journal.store.rows_after(after, 4).await.expect("rows can be read"), expected);
        after = page.last().map(SealedRow::key);
    }
    assert_eq!(journal.store.rows_after(after, 4).await.expect("rows can be read"), []);
    assert_eq!(journal.store.rows_after(None, 0).await.expect("no rows can be read"), []);
    assert_eq!(journal.store.rows_after(None, u32::MAX).await.expect("rows can be read").len(), 10);
    // Also after a key that no row has.
    let between = RowKey::from_bytes([0; 16]);
    assert_eq!(
        journal.store.rows_after(Some(between), 1).await.expect("rows can be read")[0].0,
        rows[0].key()
    );
    journal.end(shelf).await;
}

/// All keys come in order.
pub async fn row_keys_come_in_order<S: Shelf>(shelf: &S) {
    let (journal, _, rows) = Journal::created(shelf, 25, 20).await;
    let mut keys: Vec<RowKey> = rows.iter().map(SealedRow::key).collect();
    keys.sort();
    assert_eq!(journal.store.row_keys().await.expect("keys can be read"), keys);
    journal.end(shelf).await;
}

/// A write removes the rows it names and passes over those that are missing; new rows come in the same step.
pub async fn removed_rows_are_gone_and_missing_ones_passed_over<S: Shelf>(shelf: &S) {
    let (mut journal, first, rows) = Journal::created(shelf, 26, 3).await;
    let (second, new, missing) =
        (journal.sealing.root(), journal.sealing.small_rows(1), journal.sealing.row(100).key());
    let remove = [rows[0].key(), missing, rows[2].key()];
    let write = Write { rows: &new, remove: &remove, ..plain(Some(&first), &second) };
    journal.store.write(write).await.expect("a write with removals lands");
    let keys = [rows[0].key(), rows[1].key(), rows[2].key(), new[0].key()];
    let stored = journal.store.rows(&keys).await.expect("rows can be read");
    assert_eq!(stored, [None, bytes(&rows[1]), None, bytes(&new[0])]);
    journal.end(shelf).await;
}

//! Facts about writing: compare-and-swap on the stored root, all or nothing.

use core::pin::pin;
use core::task::Poll;

use super::journal::{Journal, bytes, plain};
use crate::{Previous, Shelf, Store, Write, WriteError};

/// The first write of a journal puts header, root and rows.
pub async fn creating_puts_header_root_and_rows<S: Shelf>(shelf: &S) {
    let (journal, root, rows) = Journal::created(shelf, 10, 3).await;
    let head = journal.head().await;
    assert_eq!(head.header.as_deref(), Some(journal.sealing.header().as_bytes()));
    assert_eq!(head.root.as_deref(), Some(root.as_bytes()));
    assert_eq!(head.previous, None);
    let keys: Vec<_> = rows.iter().map(|row| row.key()).collect();
    let stored = journal.store.rows(&keys).await.expect("rows can be read");
    assert_eq!(stored, rows.iter().map(bytes).collect::<Vec<_>>());
    journal.end(shelf).await;
}

/// A write that expects no root is refused where there is one, and told which.
pub async fn creating_twice_is_refused<S: Shelf>(shelf: &S) {
    let (mut journal, root, _) = Journal::created(shelf, 11, 1).await;
    let before = journal.contents().await;
    let (second, rows) = (journal.sealing.root(), journal.sealing.small_rows(1));
    let create = Write { header: Some(journal.sealing.header()), rows: &rows, ..plain(None, &second) };
    let refused = journal.store.write(create).await;
    assert_eq!(refused, Err(WriteError::RootMoved(Some(root.as_bytes().to_vec()))));
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// A write that expects a root is refused where there is none.
pub async fn a_write_without_a_stored_root_is_refused<S: Shelf>(shelf: &S) {
    let mut journal = Journal::empty(shelf, 12).await;
    let (lost, root, rows) = (journal.sealing.root(), journal.sealing.root(), journal.sealing.small_rows(1));
    let refused = journal.store.write(Write { rows: &rows, ..plain(Some(&lost), &root) }).await;
    assert_eq!(refused, Err(WriteError::RootMoved(None)));
    let (head, rows, _) = journal.contents().await;
    assert_eq!((head, rows), Default::default());
    journal.end(shelf).await;
}

/// A write over a root that is no longer the stored one is told the stored one; of all it carries nothing is applied.
pub async fn a_stale_write_is_refused_and_changes_nothing<S: Shelf>(shelf: &S) {
    let (mut journal, first, rows) = Journal::created(shelf, 13, 2).await;
    let second = journal.sealing.root();
    journal
        .store
        .write(Write { previous: Previous::Replaced, ..plain(Some(&first), &second) })
        .await
        .expect("lands");
    journal.put_note().await.expect("a note can be put");
    let before = journal.contents().await;
    let notes: Vec<u64> = before.2.iter().map(|note| note.0).collect();

    let (third, new, other) =
        (journal.sealing.root(), journal.sealing.small_rows(1), super::Sealing::new(99));
    let stale = Write {
        header: Some(other.header()),
        rows: &new,
        remove: &[rows[0].key()],
        previous: Previous::Drop,
        remove_notes: &notes,
        ..plain(Some(&first), &third)
    };
    let refused = journal.store.write(stale).await;
    assert_eq!(refused, Err(WriteError::RootMoved(Some(second.as_bytes().to_vec()))));
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// A refused writer that takes up the stored root lands with the same rows.
pub async fn a_refused_writer_lands_after_reading_again<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 14, 0).await;
    let (second, third, rows) =
        (journal.sealing.root(), journal.sealing.root(), journal.sealing.small_rows(1));
    journal.store.write(plain(Some(&first), &second)).await.expect("a write over the stored root lands");
    let refused = journal.store.write(Write { rows: &rows, ..plain(Some(&first), &third) }).await;
    let Err(WriteError::RootMoved(Some(stored))) = refused else { panic!("a stale write was not refused") };
    let expected = vault::root_commitment(&stored).ok();
    let again = Write { expected, rows: &rows, ..plain(None, &third) };
    journal.store.write(again).await.expect("a write over the root just read lands");
    assert_eq!(journal.head().await.root.as_deref(), Some(third.as_bytes()));
    assert_eq!(journal.store.rows(&[rows[0].key()]).await.expect("rows can be read"), [bytes(&rows[0])]);
    journal.end(shelf).await;
}

/// A write in which one row exists already is refused wholly: other rows, root, header and removals too.
pub async fn a_write_with_a_row_that_exists_changes_nothing<S: Shelf>(shelf: &S) {
    let (mut journal, first, rows) = Journal::created(shelf, 15, 2).await;
    journal.put_note().await.expect("a note can be put");
    let before = journal.contents().await;
    let notes: Vec<u64> = before.2.iter().map(|note| note.0).collect();

    let (second, other) = (journal.sealing.root(), super::Sealing::new(99));
    let new = [journal.sealing.row(100), rows[0].clone(), journal.sealing.row(100)];
    let clash = Write {
        header: Some(other.header()),
        rows: &new,
        remove: &[rows[1].key()],
        previous: Previous::Replaced,
        remove_notes: &notes,
        ..plain(Some(&first), &second)
    };
    assert_eq!(journal.store.write(clash).await, Err(WriteError::RowExists));
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// Two tabs that write over one root at the same moment: one lands, the other is told of it.
pub async fn of_two_writers_at_once_one_lands<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 16, 0).await;
    let other = shelf.open(&journal.name).await.expect("a second connection can be opened");
    let (ours, theirs) = (journal.sealing.root(), journal.sealing.root());
    let (a, b) =
        both(journal.store.write(plain(Some(&first), &ours)), other.write(plain(Some(&first), &theirs)))
            .await;
    let stored = journal.head().await.root.expect("a root is stored");
    let moved = Err(WriteError::RootMoved(Some(stored.clone())));
    let landed = if a.is_ok() { &ours } else { &theirs };
    assert_eq!(stored, landed.as_bytes());
    assert!((a.is_ok() && b == moved) || (b.is_ok() && a == moved), "exactly one lands: {a:?}, {b:?}");
    drop(other);
    journal.end(shelf).await;
}

/// Drives two futures at the same time.
pub(super) async fn both<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (A, B) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut a_done, mut b_done) = (None, None);
    core::future::poll_fn(move |context| {
        if a_done.is_none()
            && let Poll::Ready(done) = a.as_mut().poll(context)
        {
            a_done = Some(done);
        }
        if b_done.is_none()
            && let Poll::Ready(done) = b.as_mut().poll(context)
        {
            b_done = Some(done);
        }
        match (a_done.take(), b_done.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (a_done, b_done) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}

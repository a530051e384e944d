//! Facts about databases: made, opened again and by two, listed, deleted.

use super::journal::{Journal, bytes, plain};
use crate::{Head, Shelf, Store, StoreError, Write, WriteError, journal_name};

/// A database just made holds nothing.
pub async fn a_new_database_is_empty<S: Shelf>(shelf: &S) {
    let journal = Journal::empty(shelf, 50).await;
    assert_eq!(journal.contents().await, (Head::default(), Vec::new(), Vec::new()));
    assert_eq!(journal.store.row_keys().await, Ok(Vec::new()));
    assert_eq!(journal.store.drop_ballast().await, Ok(false));
    journal.end(shelf).await;
}

/// A write that was said to be complete is there when the database is closed and opened again.
pub async fn what_was_written_is_there_after_reopening<S: Shelf>(shelf: &S) {
    let (mut journal, _, _) = Journal::created(shelf, 51, 3).await;
    journal.put_note().await.expect("a note can be put");
    assert_eq!(journal.store.restore_ballast().await, Ok(true));
    let before = journal.contents().await;
    let Journal { store, sealing, name } = journal;
    drop(store);
    let store = shelf.open(&name).await.expect("the database can be opened again");
    let journal = Journal::<S> { store, sealing, name };
    assert_eq!(journal.contents().await, before);
    assert_eq!(journal.store.drop_ballast().await, Ok(true));
    journal.end(shelf).await;
}

/// Two tabs see each other's writes, and the one that has not looked is refused.
pub async fn two_connections_see_one_database<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 52, 0).await;
    let other = shelf.open(&journal.name).await.expect("a second connection can be opened");
    let (second, third, rows) =
        (journal.sealing.root(), journal.sealing.root(), journal.sealing.small_rows(1));
    other
        .write(Write { rows: &rows, ..plain(Some(&first), &second) })
        .await
        .expect("the other tab's write lands");
    assert_eq!(journal.store.rows(&[rows[0].key()]).await.expect("rows can be read"), [bytes(&rows[0])]);
    let refused = journal.store.write(plain(Some(&first), &third)).await;
    assert_eq!(refused, Err(WriteError::RootMoved(Some(second.as_bytes().to_vec()))));
    journal.store.write(plain(Some(&second), &third)).await.expect("a write over the other tab's root lands");
    assert_eq!(other.head().await, Ok(journal.head().await));
    drop(other);
    journal.end(shelf).await;
}

/// What is written to one journal is not seen in another, nor removed with it.
pub async fn two_databases_share_nothing<S: Shelf>(shelf: &S) {
    let (journal, _, _) = Journal::created(shelf, 53, 2).await;
    let other = Journal::<S>::empty(shelf, 54).await;
    assert_eq!(other.contents().await, (Head::default(), Vec::new(), Vec::new()));
    let before = journal.contents().await;
    other.end(shelf).await;
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// Names are sorted, have the form of a journal's name, and go with the database.
pub async fn names_lists_journals_and_nothing_else<S: Shelf>(shelf: &S) {
    let later = Journal::<S>::empty(shelf, 56).await;
    let earlier = Journal::<S>::empty(shelf, 55).await;
    let foreign = ["trestle-files", "trestle-FAC7000000000055", "trestle-fac70000000000555", "other"];
    for name in foreign {
        drop(shelf.open(name).await.expect("a database can be made"));
    }
    let ours = [journal_name([0xfa, 0xc7, 0, 0, 0, 0, 0, 55]), journal_name([0xfa, 0xc7, 0, 0, 0, 0, 0, 56])];
    let mut listed = shelf.names().await.expect("names can be listed");
    assert!(foreign.iter().all(|name| !listed.iter().any(|listed| listed == name)), "{listed:?}");
    listed.retain(|name| ours.contains(name));
    assert_eq!(listed, ours);
    for name in foreign {
        shelf.delete(name).await.expect("a database can be deleted");
    }
    earlier.end(shelf).await;
    later.end(shelf).await;
    let listed = shelf.names().await.expect("names can be listed");
    assert!(ours.iter().all(|name| !listed.contains(name)), "{listed:?}");
}

/// Deleting does not wait for open connections: they are closed, say so from then on, and the data is gone.
pub async fn deleting_closes_open_connections<S: Shelf>(shelf: &S) {
    let (mut journal, first, rows) = Journal::created(shelf, 57, 1).await;
    shelf.delete(&journal.name).await.expect("a database can be deleted while it is open");
    let (key, second) = (rows[0].key(), journal.sealing.root());
    let store = &journal.store;
    assert_eq!(store.head().await, Err(StoreError::Closed));
    assert_eq!(store.rows(&[key]).await, Err(StoreError::Closed));
    assert_eq!(store.rows_after(None, 1).await, Err(StoreError::Closed));
    assert_eq!(store.row_keys().await, Err(StoreError::Closed));
    assert_eq!(store.write(plain(Some(&first), &second)).await, Err(StoreError::Closed.into()));
    assert_eq!(store.stage(&rows).await, Err(StoreError::Closed.into()));
    assert_eq!(store.sweep(&[key]).await, Err(StoreError::Closed));
    assert_eq!(store.restore_ballast().await, Err(StoreError::Closed));
    assert_eq!(store.drop_ballast().await, Err(StoreError::Closed));
    assert_eq!(store.notes().await, Err(StoreError::Closed));
    let (note, header) = (journal.sealing.note(), journal.sealing.header().as_bytes());
    assert_eq!(store.put_note(&note, header).await, Err(StoreError::Closed.into()));
    let again = shelf.open(&journal.name).await.expect("a database of that name can be made again");
    assert_eq!(again.head().await, Ok(Head::default()));
    assert_eq!(again.row_keys().await, Ok(Vec::new()));
    drop(again);
    journal.end(shelf).await;
}

/// Deleting twice is as good as deleting once.
pub async fn deleting_what_is_not_there_is_fine<S: Shelf>(shelf: &S) {
    let journal = Journal::<S>::empty(shelf, 58).await;
    let name = journal.name.clone();
    journal.end(shelf).await;
    assert_eq!(shelf.delete(&name).await, Ok(()));
}

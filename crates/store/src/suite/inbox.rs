//! Facts about waiting notes and the ballast.

use super::journal::{Journal, plain};
use crate::{MAX_NOTES, Shelf, Store, Write, WriteError};

/// Notes come with rising keys, oldest first, byte for byte.
pub async fn notes_come_oldest_first<S: Shelf>(shelf: &S) {
    let mut journal = Journal::empty(shelf, 40).await;
    assert_eq!(journal.store.notes().await.expect("notes can be read"), []);
    let notes: Vec<_> = (0..12).map(|_| journal.sealing.note()).collect();
    for note in &notes {
        journal.store.put_note(note).await.expect("a note can be put");
    }
    let stored = journal.store.notes().await.expect("notes can be read");
    assert!(stored.is_sorted_by(|a, b| a.0 < b.0), "keys do not rise");
    let stored: Vec<_> = stored.into_iter().map(|note| note.1).collect();
    assert_eq!(stored, notes.iter().map(|note| note.as_bytes().to_vec()).collect::<Vec<_>>());
    journal.end(shelf).await;
}

/// The fifty-first note is refused and the fifty stay.
pub async fn a_full_inbox_takes_no_more_notes<S: Shelf>(shelf: &S) {
    let mut journal = Journal::empty(shelf, 41).await;
    for _ in 0..MAX_NOTES {
        journal.store.put_note(&journal.sealing.note()).await.expect("a note can be put");
    }
    let before = journal.contents().await;
    assert_eq!(before.2.len(), 50);
    assert_eq!(journal.store.put_note(&journal.sealing.note()).await, Err(WriteError::InboxFull));
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// A write removes the notes it names, passes over missing ones and leaves the rest.
pub async fn a_write_removes_notes<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 42, 0).await;
    for _ in 0..3 {
        journal.store.put_note(&journal.sealing.note()).await.expect("a note can be put");
    }
    let notes = journal.store.notes().await.expect("notes can be read");
    let (second, missing) = (journal.sealing.root(), notes[2].0 + 1000);
    let remove_notes = [notes[0].0, missing, notes[2].0];
    let write = Write { remove_notes: &remove_notes, ..plain(Some(&first), &second) };
    journal.store.write(write).await.expect("a write that removes notes lands");
    assert_eq!(journal.store.notes().await.expect("notes can be read"), notes[1..2]);
    journal.end(shelf).await;
}

/// A write adds the notes it brings after removing those it names, and adds none when it is refused.
pub async fn a_write_adds_notes<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 45, 0).await;
    journal.store.put_note(&journal.sealing.note()).await.expect("a note can be put");
    let old = journal.store.notes().await.expect("notes can be read");
    let (second, third) = (journal.sealing.root(), journal.sealing.root());
    let again = [journal.sealing.note(), journal.sealing.note()];
    let (remove_notes, add_notes) = ([old[0].0], &again);
    let write = Write { remove_notes: &remove_notes, add_notes, ..plain(Some(&second), &third) };
    assert!(matches!(journal.store.write(write).await, Err(WriteError::RootMoved(_))));
    assert_eq!(journal.store.notes().await.expect("notes can be read"), old);
    let write = Write { remove_notes: &remove_notes, add_notes, ..plain(Some(&first), &second) };
    journal.store.write(write).await.expect("a write that adds notes lands");
    let notes = journal.store.notes().await.expect("notes can be read");
    assert!(notes.iter().all(|(key, _)| *key > old[0].0), "a key was given again");
    let notes: Vec<_> = notes.into_iter().map(|note| note.1).collect();
    assert_eq!(notes, again.map(|note| note.as_bytes().to_vec()));
    journal.end(shelf).await;
}

/// A tab that still knows a removed note by its key cannot hit a newer one with it.
pub async fn the_key_of_a_removed_note_is_not_given_again<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 43, 0).await;
    journal.store.put_note(&journal.sealing.note()).await.expect("a note can be put");
    let old = journal.store.notes().await.expect("notes can be read")[0].0;
    let second = journal.sealing.root();
    let write = Write { remove_notes: &[old], ..plain(Some(&first), &second) };
    journal.store.write(write).await.expect("a write that removes notes lands");
    journal.store.put_note(&journal.sealing.note()).await.expect("a note can be put");
    let new = journal.store.notes().await.expect("notes can be read")[0].0;
    assert!(new > old, "key {new} was given before");
    journal.end(shelf).await;
}

/// The ballast is there once restored, goes once, and touches nothing else.
pub async fn the_ballast_is_dropped_once_and_put_back<S: Shelf>(shelf: &S) {
    let (journal, _, _) = Journal::created(shelf, 44, 1).await;
    let before = journal.contents().await;
    for _ in 0..2 {
        assert_eq!(journal.store.drop_ballast().await, Ok(false));
        assert_eq!(journal.store.restore_ballast().await, Ok(true));
        assert_eq!(journal.store.restore_ballast().await, Ok(true));
        assert_eq!(journal.store.drop_ballast().await, Ok(true));
    }
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

//! Facts about waiting notes and the ballast.

use super::Sealing;
use super::journal::{Journal, plain};
use super::writes::both;
use crate::{MAX_NOTES, Shelf, Store, Write, WriteError};

/// Notes come with rising keys, oldest first, byte for byte.
pub async fn notes_come_oldest_first<S: Shelf>(shelf: &S) {
    let (mut journal, _, _) = Journal::created(shelf, 40, 0).await;
    assert_eq!(journal.store.notes().await.expect("notes can be read"), []);
    let notes: Vec<_> = (0..12).map(|_| journal.sealing.note()).collect();
    for note in &notes {
        journal.store.put_note(note, journal.sealing.header().as_bytes()).await.expect("a note can be put");
    }
    let stored = journal.store.notes().await.expect("notes can be read");
    assert!(stored.is_sorted_by(|a, b| a.0 < b.0), "keys do not rise");
    let stored: Vec<_> = stored.into_iter().map(|note| note.1).collect();
    assert_eq!(stored, notes.iter().map(|note| note.as_bytes().to_vec()).collect::<Vec<_>>());
    journal.end(shelf).await;
}

/// The fifty-first note is refused and the fifty stay.
pub async fn a_full_inbox_takes_no_more_notes<S: Shelf>(shelf: &S) {
    let (mut journal, _, _) = Journal::created(shelf, 41, 0).await;
    for _ in 0..MAX_NOTES {
        journal.put_note().await.expect("a note can be put");
    }
    let before = journal.contents().await;
    assert_eq!(before.2.len(), 50);
    assert_eq!(journal.put_note().await, Err(WriteError::InboxFull));
    assert_eq!(journal.contents().await, before);
    journal.end(shelf).await;
}

/// A write removes the notes it names, passes over missing ones and leaves the rest.
pub async fn a_write_removes_notes<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 42, 0).await;
    for _ in 0..3 {
        journal.put_note().await.expect("a note can be put");
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
    journal.put_note().await.expect("a note can be put");
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

/// A note sealed to the key of another header than the stored one is refused.
pub async fn a_note_under_another_header_is_refused<S: Shelf>(shelf: &S) {
    let (mut journal, _, _) = Journal::created(shelf, 46, 0).await;
    let (note, other) = (journal.sealing.note(), Sealing::new(99));
    let refused = journal.store.put_note(&note, other.header().as_bytes()).await;
    assert_eq!(refused, Err(WriteError::HeaderMoved));
    assert_eq!(journal.store.notes().await.expect("notes can be read"), []);
    journal.end(shelf).await;
}

/// A write that expects the notes it knows of is refused when one has come or gone since, and nothing of it applied.
pub async fn a_write_is_refused_when_notes_came_or_went<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 47, 0).await;
    journal.put_note().await.expect("a note can be put");
    let seen: Vec<u64> =
        journal.store.notes().await.expect("notes can be read").iter().map(|note| note.0).collect();
    journal.put_note().await.expect("a note can be put");
    let before = journal.contents().await;
    let (second, other) = (journal.sealing.root(), Sealing::new(99));
    let all: Vec<u64> = before.2.iter().map(|note| note.0).collect();
    let one_more = [all[0], all[1], all[1] + 1];
    let write = |expected| Write {
        header: Some(other.header()),
        expected_notes: Some(expected),
        remove_notes: &all,
        ..plain(Some(&first), &second)
    };
    for expected in [&[][..], &seen, &one_more, &all[1..]] {
        assert_eq!(journal.store.write(write(expected)).await, Err(WriteError::NotesMoved));
        assert_eq!(journal.contents().await, before);
    }
    journal.store.write(write(&all)).await.expect("a write that knows of all notes lands");
    assert_eq!(journal.store.notes().await.expect("notes can be read"), []);
    journal.end(shelf).await;
}

/// A note and a change of the key at the same moment: one of the two is told to look again, so that no note stays under
/// a key that is gone.
pub async fn a_note_sealed_while_the_key_changes_is_never_lost<S: Shelf>(shelf: &S) {
    for number in [48, 49] {
        let (mut journal, first, _) = Journal::created(shelf, number, 0).await;
        let locked = shelf.open(&journal.name).await.expect("a second connection can be opened");
        let (note, second, next) = (journal.sealing.note(), journal.sealing.root(), Sealing::new(99));
        let flip = journal.store.write(Write {
            header: Some(next.header()),
            expected_notes: Some(&[]),
            ..plain(Some(&first), &second)
        });
        let put = locked.put_note(&note, journal.sealing.header().as_bytes());
        let (put, flip) = if number == 48 {
            both(put, flip).await
        } else {
            let (flip, put) = both(flip, put).await;
            (put, flip)
        };
        let waiting = journal.store.notes().await.expect("notes can be read").len();
        let one_lands = match (&put, &flip) {
            (Ok(()), Err(WriteError::NotesMoved)) => waiting == 1,
            (Err(WriteError::HeaderMoved), Ok(())) => waiting == 0,
            _ => false,
        };
        assert!(one_lands, "exactly one lands: {put:?}, {flip:?}, {waiting} waiting");
        drop(locked);
        journal.end(shelf).await;
    }
}

/// A tab that still knows a removed note by its key cannot hit a newer one with it.
pub async fn the_key_of_a_removed_note_is_not_given_again<S: Shelf>(shelf: &S) {
    let (mut journal, first, _) = Journal::created(shelf, 43, 0).await;
    journal.put_note().await.expect("a note can be put");
    let old = journal.store.notes().await.expect("notes can be read")[0].0;
    let second = journal.sealing.root();
    let write = Write { remove_notes: &[old], ..plain(Some(&first), &second) };
    journal.store.write(write).await.expect("a write that removes notes lands");
    journal.put_note().await.expect("a note can be put");
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

//! The suite and the test controls over the memory version.
#![allow(clippy::unwrap_used)]
#![cfg(not(target_arch = "wasm32"))]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use store::suite::Sealing;
use store::{Failure, MemoryShelf, Place, Previous, Shelf, Store, StoreError, Write, WriteError};

/// The memory version is never pending, so one poll is enough.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("the memory version waited for something"),
    }
}

macro_rules! tests {
    ($($fact:ident)*) => { $(
        #[test]
        fn $fact() {
            ready(store::suite::$fact(&MemoryShelf::new()));
        }
    )* };
}
store::for_each_fact!(tests);

macro_rules! names {
    ($($fact:ident)*) => { [$(stringify!($fact)),*] };
}

#[test]
fn the_list_of_facts_is_complete() {
    let sources = [
        include_str!("../src/suite/flips.rs"),
        include_str!("../src/suite/inbox.rs"),
        include_str!("../src/suite/rows.rs"),
        include_str!("../src/suite/shelves.rs"),
        include_str!("../src/suite/writes.rs"),
    ];
    let written = sources.iter().flat_map(|source| source.split("pub async fn ").skip(1));
    let mut written: Vec<&str> = written.filter_map(|rest| rest.split('<').next()).collect();
    let mut listed = store::for_each_fact!(names).to_vec();
    written.sort();
    listed.sort();
    assert_eq!(listed, written);
}

const NAME: &str = "trestle-0000000000000001";

/// A created journal: shelf, connection, what seals for it, its root.
fn created() -> (MemoryShelf, store::MemoryStore, Sealing, vault::SealedRoot) {
    let shelf = MemoryShelf::new();
    let store = ready(shelf.open(NAME)).unwrap();
    let mut sealing = Sealing::new(1);
    let root = sealing.root();
    ready(store.write(Write { header: Some(sealing.header()), ..over(None, &root) })).unwrap();
    (shelf, store, sealing, root)
}

fn over<'a>(expected: Option<&vault::SealedRoot>, root: &'a vault::SealedRoot) -> Write<'a> {
    let expected = expected.map(vault::SealedRoot::commitment);
    Write {
        expected,
        header: None,
        root,
        rows: &[],
        remove: &[],
        previous: Previous::Drop,
        remove_notes: &[],
        expected_notes: None,
        add_notes: &[],
    }
}

#[test]
fn a_planned_failure_happens_once_and_applies_nothing() {
    let (shelf, store, mut sealing, first) = created();
    let control = ready(shelf.open(NAME)).unwrap();
    let (second, rows) = (sealing.root(), sealing.small_rows(1));
    for (failure, error) in [(Failure::Full, WriteError::Full), (Failure::Failed, StoreError::Failed.into())]
    {
        let before = control.dump();
        control.fail_next_write(failure);
        assert_eq!(
            ready(store.write(Write { rows: &rows, ..over(Some(&first), &second) })),
            Err(error.clone())
        );
        control.fail_next_stage(failure);
        assert_eq!(ready(store.stage(&rows)), Err(error));
        assert_eq!(control.dump(), before);
    }
    assert_eq!(ready(store.stage(&rows)), Ok(()));
    assert_eq!(ready(store.write(over(Some(&first), &second))), Ok(()));
}

#[test]
fn a_kill_between_stage_and_flip_leaves_the_old_journal() {
    let (shelf, store, mut sealing, first) = created();
    let (second, rows) = (sealing.root(), sealing.small_rows(2));
    assert_eq!(ready(store.stage(&rows)), Ok(()));
    store.fail_next_write(Failure::KilledBefore);
    assert_eq!(ready(store.write(over(Some(&first), &second))), Err(StoreError::Closed.into()));
    assert_eq!(ready(store.head()), Err(StoreError::Closed));
    let next = ready(shelf.open(NAME)).unwrap();
    assert_eq!(ready(next.head()).unwrap().root.as_deref(), Some(first.as_bytes()));
    assert_eq!(ready(next.row_keys()).unwrap().len(), 2);
}

#[test]
fn a_kill_after_completion_leaves_the_new_journal() {
    let (shelf, store, mut sealing, first) = created();
    let second = sealing.root();
    store.fail_next_write(Failure::KilledAfter);
    assert_eq!(ready(store.write(over(Some(&first), &second))), Err(StoreError::Closed.into()));
    assert_eq!(ready(store.head()), Err(StoreError::Closed));
    let next = ready(shelf.open(NAME)).unwrap();
    assert_eq!(ready(next.head()).unwrap().root.as_deref(), Some(second.as_bytes()));
}

#[test]
fn giving_up_the_ballast_makes_room_for_one_more_save() {
    let (_, store, mut sealing, first) = created();
    let (second, rows) = (sealing.root(), [sealing.row(1000)]);
    assert_eq!(ready(store.restore_ballast()), Ok(true));
    store.set_capacity_bytes(store.stored_bytes());
    let save = || store.write(Write { rows: &rows, ..over(Some(&first), &second) });
    assert_eq!(ready(save()), Err(WriteError::Full));
    assert_eq!(ready(store.stage(&rows)), Err(WriteError::Full));
    assert_eq!(ready(store.put_note(&sealing.note(), sealing.header().as_bytes())), Err(WriteError::Full));
    assert_eq!(ready(store.head()).unwrap().root.as_deref(), Some(first.as_bytes()));
    assert_eq!(ready(store.drop_ballast()), Ok(true));
    assert_eq!(ready(save()), Ok(()));
    assert_eq!(ready(store.restore_ballast()), Ok(false));
}

#[test]
fn a_write_that_frees_as_much_as_it_takes_fits_a_full_device() {
    let (_, store, mut sealing, first) = created();
    let (second, old, new) = (sealing.root(), [sealing.row(1000)], [sealing.row(1000)]);
    assert_eq!(ready(store.stage(&old)), Ok(()));
    store.set_capacity_bytes(store.stored_bytes());
    let swap = Write { rows: &new, remove: &[old[0].key()], ..over(Some(&first), &second) };
    assert_eq!(ready(store.write(swap)), Ok(()));
}

#[test]
fn stored_bytes_can_be_read_altered_and_removed() {
    let (_, store, mut sealing, _) = created();
    let rows = sealing.small_rows(1);
    ready(store.stage(&rows)).unwrap();
    ready(store.put_note(&sealing.note(), sealing.header().as_bytes())).unwrap();
    let note = ready(store.notes()).unwrap()[0].0;
    assert_eq!(store.dump().len(), 4);
    for place in [Place::Header, Place::Root, Place::Row(rows[0].key()), Place::Note(note)] {
        let sound = store.raw(place).unwrap();
        store.flip_bit(place, 20);
        let damaged = store.raw(place).unwrap();
        assert_eq!(damaged.len(), sound.len());
        assert_eq!(damaged.iter().zip(&sound).filter(|(damaged, sound)| damaged != sound).count(), 1);
        store.set_raw(place, None);
        assert_eq!(store.raw(place), None);
    }
    assert_eq!(store.dump(), Vec::<Vec<u8>>::new());
    store.set_raw(Place::Previous, Some(vec![1]));
    assert_eq!(ready(store.head()).unwrap().previous, Some(vec![1]));
}

#[test]
fn a_damaged_root_is_never_the_expected_one() {
    let (_, store, mut sealing, first) = created();
    let second = sealing.root();
    store.set_raw(Place::Root, Some(vec![0; 5]));
    let refused = ready(store.write(over(Some(&first), &second)));
    assert_eq!(refused, Err(WriteError::RootMoved(Some(vec![0; 5]))));
    let refused = ready(store.write(over(None, &second)));
    assert_eq!(refused, Err(WriteError::RootMoved(Some(vec![0; 5]))));
}

#[test]
fn an_image_is_a_shelf_of_its_own() {
    let (shelf, store, mut sealing, first) = created();
    let image = shelf.image();
    let second = sealing.root();
    ready(store.write(over(Some(&first), &second))).unwrap();
    let old = ready(image.open(NAME)).unwrap();
    assert_eq!(ready(old.head()).unwrap().root.as_deref(), Some(first.as_bytes()));
}

#[test]
fn closing_from_outside_closes_every_connection_made_so_far() {
    let (shelf, store, ..) = created();
    let other = ready(shelf.open(NAME)).unwrap();
    store.close_from_outside();
    assert_eq!(ready(store.head()), Err(StoreError::Closed));
    assert_eq!(ready(other.head()), Err(StoreError::Closed));
    assert!(ready(ready(shelf.open(NAME)).unwrap().head()).is_ok());
}

#[test]
fn a_refused_open_is_refused_once() {
    let shelf = MemoryShelf::new();
    shelf.refuse_next_open(StoreError::Denied);
    assert_eq!(ready(shelf.open(NAME)).err(), Some(StoreError::Denied));
    assert_eq!(ready(shelf.names()), Ok(Vec::new()));
    assert!(ready(shelf.open(NAME)).is_ok());
}

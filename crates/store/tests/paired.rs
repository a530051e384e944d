//! The suite over two shelves as one, and which of them gets what.
#![allow(clippy::unwrap_used)]
#![cfg(not(target_arch = "wasm32"))]

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use store::{Head, MemoryShelf, MemoryStore, Paired, PairedStore, Shelf, Store, StoreError, memory_name};

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
            ready(store::suite::$fact(&Paired::<MemoryShelf, MemoryShelf>::default()));
        }
    )* };
}
store::for_each_fact!(tests);

const ON_DISK: &str = "trestle-0000000000000001";

/// A disk that refuses everything.
#[derive(Clone, Default)]
struct Denied;

impl Shelf for Denied {
    type Store = MemoryStore;

    async fn names(&self) -> Result<Vec<String>, StoreError> {
        Err(StoreError::Denied)
    }

    async fn open(&self, _: &str) -> Result<MemoryStore, StoreError> {
        Err(StoreError::Denied)
    }

    async fn delete(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Denied)
    }
}

#[test]
fn the_name_says_where_a_journal_rests() {
    let shelf = Paired::<MemoryShelf, MemoryShelf>::default();
    let in_memory = memory_name([7; 8]);
    assert!(matches!(ready(shelf.open(&in_memory)), Ok(PairedStore::Memory(_))));
    assert!(shelf.disk.is_empty(), "nothing of it reaches the disk");
    assert!(matches!(ready(shelf.open(ON_DISK)), Ok(PairedStore::Disk(_))));
    assert_eq!(ready(shelf.memory.names()), Ok(vec![in_memory.clone()]));
    assert_eq!(ready(shelf.names()), Ok(vec![in_memory.clone(), ON_DISK.to_owned()]));
    // Whatever begins as a name of memory does stays there, of the form or not.
    assert!(matches!(ready(shelf.open("memory-files")), Ok(PairedStore::Memory(_))));
    assert_eq!(ready(shelf.names()), Ok(vec![in_memory.clone(), ON_DISK.to_owned()]));
    ready(shelf.delete(&in_memory)).unwrap();
    assert_eq!(ready(shelf.names()), Ok(vec![ON_DISK.to_owned()]));
}

#[test]
fn a_disk_that_refuses_takes_no_journal_in_memory_with_it() {
    let shelf = Paired { disk: Denied, memory: MemoryShelf::new() };
    assert_eq!(ready(shelf.names()), Err(StoreError::Denied));
    let in_memory = memory_name([7; 8]);
    let store = ready(shelf.open(&in_memory)).unwrap();
    assert_eq!(ready(store.head()), Ok(Head::default()));
    assert_eq!(ready(shelf.names()), Ok(vec![in_memory]));
    assert_eq!(ready(shelf.open(ON_DISK)).err(), Some(StoreError::Denied));
}

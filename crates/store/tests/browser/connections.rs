//! Other connections: newer programs, older ones, ones that do not let go.

use std::task::{Context, Waker};

use store::{Head, IndexedDbShelf, Shelf, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

use super::script::{self, HOLD, LET_GO};

/// Opens the database at a newer version, as a newer program would, and closes it.
const UPGRADE: &str = "
    await new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 2);
        request.onblocked = () => reject(new Error('blocked'));
        request.onerror = () => reject(request.error);
        request.onsuccess = () => { request.result.close(); resolve(); };
    });";

#[wasm_bindgen_test]
async fn a_newer_program_is_not_held_up_and_its_database_is_too_new() {
    let (shelf, name) = (IndexedDbShelf::new(), "trestle-d000000000000007");
    shelf.delete(name).await.unwrap();
    let store = shelf.open(name).await.unwrap();
    script::run(UPGRADE, name).await;
    assert_eq!(store.head().await, Err(StoreError::Closed));
    assert_eq!(shelf.open(name).await.err(), Some(StoreError::TooNew));
    shelf.delete(name).await.unwrap();
}

/// From now on our program asks for version 2, as its next layout will, and errors that nobody caught are counted.
const NEXT_LAYOUT: &str = "
    globalThis.uncaught = 0;
    globalThis.count = () => { globalThis.uncaught += 1; };
    globalThis.addEventListener('error', globalThis.count);
    globalThis.open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name) { return globalThis.open.call(this, name, 2); };";
const UNCAUGHT: &str = "
    globalThis.removeEventListener('error', globalThis.count);
    return globalThis.uncaught;";
const THIS_LAYOUT: &str = "IDBFactory.prototype.open = globalThis.open;";

#[wasm_bindgen_test]
async fn an_old_tab_that_does_not_let_go_blocks_and_the_attempt_leaves_no_trace() {
    let (shelf, name) = (IndexedDbShelf::new(), "trestle-d000000000000008");
    shelf.delete(name).await.unwrap();
    drop(shelf.open(name).await.unwrap());
    script::run(HOLD, name).await;
    script::run(NEXT_LAYOUT, name).await;
    let blocked = shelf.open(name).await.err();
    script::run(THIS_LAYOUT, name).await;
    assert_eq!(blocked, Some(StoreError::Blocked));
    // The request still runs. It must neither change the layout nor keep a connection once the tab lets go.
    script::run(LET_GO, name).await;
    let store = shelf.open(name).await.expect("the layout is the old one");
    assert_eq!(store.head().await, Ok(Head::default()));
    assert_eq!(script::run(UNCAUGHT, name).await.as_f64(), Some(0.0));
    drop(store);
    shelf.delete(name).await.expect("no connection is left");
}

#[wasm_bindgen_test]
async fn an_opening_that_is_given_up_keeps_no_connection() {
    let (shelf, name) = (IndexedDbShelf::new(), "trestle-d00000000000000c");
    shelf.delete(name).await.unwrap();
    // Once to make the database, once to open one that is there.
    for _ in 0..2 {
        let mut opening = Box::pin(shelf.open(name));
        assert!(opening.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        drop(opening);
        assert_eq!(shelf.delete(name).await, Ok(()));
        drop(shelf.open(name).await.unwrap());
    }
    shelf.delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn deleting_says_when_a_tab_does_not_let_go() {
    let (shelf, name) = (IndexedDbShelf::new(), "trestle-d000000000000009");
    shelf.delete(name).await.unwrap();
    drop(shelf.open(name).await.unwrap());
    script::run(HOLD, name).await;
    assert_eq!(shelf.delete(name).await, Err(StoreError::Blocked));
    script::run(LET_GO, name).await;
    // Runs after the deletion that was blocked.
    assert_eq!(shelf.delete(name).await, Ok(()));
    assert!(!shelf.names().await.unwrap().contains(&name.to_owned()));
}

/// Opens a connection and closes it in the middle of a transaction with a thousand more steps to go.
const CLOSE_AT_WORK: &str = "
    const database = await new Promise((resolve) => {
        indexedDB.open(name, 1).onsuccess = (event) => resolve(event.target.result);
    });
    const rows = database.transaction('rows').objectStore('rows');
    let left = 1000;
    const next = () => { if (left > 0) { left -= 1; rows.count().onsuccess = next; } };
    next();
    database.close();";

#[wasm_bindgen_test]
async fn a_closed_tab_that_ends_its_work_does_not_block_a_deletion() {
    let (shelf, name) = (IndexedDbShelf::new(), "trestle-d00000000000000d");
    shelf.delete(name).await.unwrap();
    drop(shelf.open(name).await.unwrap());
    script::run(CLOSE_AT_WORK, name).await;
    assert_eq!(shelf.delete(name).await, Ok(()));
}

/// What the browser does when site data is cleared or the disk goes away.
const CLOSED_BY_THE_BROWSER: &str = "
    globalThis.seen.dispatchEvent(new Event('close'));
    IDBDatabase.prototype.transaction = globalThis.plain;";
const SEE_CONNECTION: &str = "
    globalThis.plain = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
        globalThis.seen = this;
        return globalThis.plain.apply(this, given);
    };";

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_closed_says_so() {
    let (shelf, name) = (IndexedDbShelf::new(), "trestle-d00000000000000a");
    shelf.delete(name).await.unwrap();
    let store = shelf.open(name).await.unwrap();
    script::run(SEE_CONNECTION, name).await;
    store.head().await.unwrap();
    script::run(CLOSED_BY_THE_BROWSER, name).await;
    assert_eq!(store.head().await, Err(StoreError::Closed));
    drop(store);
    shelf.delete(name).await.unwrap();
}

//! Every transaction that may write asks for strict durability.

use store::{IndexedDbShelf, Shelf, Store, Write};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{over, script};

const NAME: &str = "trestle-d000000000000001";

/// Notes mode and durability of each transaction as the browser understood them.
const WATCH: &str = "
    globalThis.begun = [];
    globalThis.plain = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
        const transaction = globalThis.plain.apply(this, given);
        globalThis.begun.push(transaction.mode + ' ' + transaction.durability);
        return transaction;
    };";

const STOP: &str = "
    IDBDatabase.prototype.transaction = globalThis.plain;
    return globalThis.begun.join(', ');";

#[wasm_bindgen_test]
async fn every_write_is_strict() {
    let shelf = IndexedDbShelf::new();
    let mut sealing = store::suite::Sealing::new(1);
    let (root, rows, note) = (sealing.root(), sealing.small_rows(1), sealing.note());
    shelf.delete(NAME).await.unwrap();
    let store = shelf.open(NAME).await.unwrap();

    script::run(WATCH, NAME).await;
    store.stage(&rows).await.unwrap();
    store.write(Write { remove: &[rows[0].key()], ..over(None, &root, &sealing) }).await.unwrap();
    store.put_note(&note, sealing.header().as_bytes()).await.unwrap();
    store.restore_ballast().await.unwrap();
    store.drop_ballast().await.unwrap();
    store.sweep(&[rows[0].key()]).await.unwrap();
    store.head().await.unwrap();
    let begun = script::run(STOP, NAME).await.as_string().unwrap();

    let begun: Vec<&str> = begun.split(", ").collect();
    assert_eq!(begun[..6], ["readwrite strict"; 6]);
    assert!(begun[6..].iter().all(|begun| begun.starts_with("readonly ")), "{begun:?}");
    drop(store);
    shelf.delete(NAME).await.unwrap();
}

//! A full device, whether it shows when a request is made or only on committing. A real quota cannot be filled in a
//! test, so the browser is made to answer as it does then.

use store::suite::Sealing;
use store::{IndexedDbShelf, IndexedDbStore, Shelf, Store, Write, WriteError};
use vault::SealedRoot;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{over, script};

/// The call itself throws, from the second row on.
const THROW: &str = "
    globalThis.sound = IDBObjectStore.prototype.add;
    let fits = true;
    IDBObjectStore.prototype.add = function (...given) {
        if (!fits) throw new DOMException('', 'QuotaExceededError');
        fits = false;
        return globalThis.sound.apply(this, given);
    };";
const THROW_NO_MORE: &str = "IDBObjectStore.prototype.add = globalThis.sound;";

/// Requests succeed, then the transaction is aborted with the reason.
const ABORT: &str = "
    const { add, put } = IDBObjectStore.prototype;
    globalThis.sound = { add, put };
    globalThis.error = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'error');
    for (const [method, issue] of Object.entries(globalThis.sound)) {
        IDBObjectStore.prototype[method] = function (...given) {
            const request = issue.apply(this, given);
            request.addEventListener('success', () => request.transaction.abort());
            return request;
        };
    }
    const error = new DOMException('', 'QuotaExceededError');
    Object.defineProperty(IDBTransaction.prototype, 'error', { configurable: true, get: () => error });";
const ABORT_NO_MORE: &str = "
    Object.assign(IDBObjectStore.prototype, globalThis.sound);
    Object.defineProperty(IDBTransaction.prototype, 'error', globalThis.error);";

#[wasm_bindgen_test]
async fn a_request_past_the_quota_says_full_and_applies_nothing() {
    full_between("trestle-d000000000000004", THROW, THROW_NO_MORE).await;
}

#[wasm_bindgen_test]
async fn a_commit_past_the_quota_says_full_and_applies_nothing() {
    full_between("trestle-d000000000000005", ABORT, ABORT_NO_MORE).await;
}

async fn full_between(name: &str, begin: &str, end: &str) {
    let (store, mut sealing, first) = created(name).await;
    let (second, rows) = (sealing.root(), sealing.small_rows(2));
    script::run(begin, name).await;
    let write = store.write(Write { rows: &rows, ..over(Some(&first), &second, &sealing) }).await;
    let stage = store.stage(&rows).await;
    let note = store.put_note(&sealing.note(), sealing.header().as_bytes()).await;
    script::run(end, name).await;
    assert_eq!((write, stage, note), (Err(WriteError::Full), Err(WriteError::Full), Err(WriteError::Full)));
    assert_eq!(store.head().await.unwrap().root.as_deref(), Some(first.as_bytes()));
    assert_eq!(store.row_keys().await.unwrap(), []);
    assert_eq!(store.notes().await.unwrap(), []);
    drop(store);
    IndexedDbShelf::new().delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_ballast_that_does_not_fit_is_said_not_to_be_there() {
    let name = "trestle-d000000000000006";
    let (store, ..) = created(name).await;
    script::run(ABORT, name).await;
    let restored = store.restore_ballast().await;
    script::run(ABORT_NO_MORE, name).await;
    assert_eq!(restored, Ok(false));
    assert_eq!(store.drop_ballast().await, Ok(false));
    drop(store);
    IndexedDbShelf::new().delete(name).await.unwrap();
}

async fn created(name: &str) -> (IndexedDbStore, Sealing, SealedRoot) {
    let shelf = IndexedDbShelf::new();
    let mut sealing = Sealing::new(1);
    let root = sealing.root();
    shelf.delete(name).await.unwrap();
    let store = shelf.open(name).await.unwrap();
    store.write(over(None, &root, &sealing)).await.unwrap();
    (store, sealing, root)
}

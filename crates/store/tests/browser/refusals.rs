//! Storage that is missing or refused.

use store::{IndexedDbShelf, Shelf, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

use super::script;

const NAME: &str = "trestle-d00000000000000b";

#[wasm_bindgen_test]
async fn missing_and_refused_storage_is_denied() {
    let missing = "Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });";
    let refused = "
        const get = () => { throw new DOMException('', 'SecurityError'); };
        Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get });";
    for state in [missing, refused] {
        assert_eq!(during(state, "delete globalThis.indexedDB;").await, [Some(StoreError::Denied); 3]);
    }
}

#[wasm_bindgen_test]
async fn a_refusal_on_opening_is_denied_and_other_errors_are_not() {
    let end = "Object.assign(IDBFactory.prototype, globalThis.sound);";
    for (error, meaning) in [
        ("SecurityError", StoreError::Denied),
        ("InvalidStateError", StoreError::Denied),
        ("UnknownError", StoreError::Failed),
    ] {
        let begin = format!(
            "const {{ open, databases, deleteDatabase }} = IDBFactory.prototype;
             globalThis.sound = {{ open, databases, deleteDatabase }};
             const error = new DOMException('', '{error}');
             const fail = () => {{ throw error; }};
             const reject = () => Promise.reject(error);
             Object.assign(IDBFactory.prototype, {{ open: fail, databases: reject, deleteDatabase: fail }});"
        );
        assert_eq!(during(&begin, end).await, [Some(meaning); 3], "{error}");
    }
}

#[wasm_bindgen_test]
async fn a_browser_that_cannot_list_databases_lists_none() {
    let (begin, end) = (
        "globalThis.databases = IDBFactory.prototype.databases; delete IDBFactory.prototype.databases;",
        "IDBFactory.prototype.databases = globalThis.databases;",
    );
    script::run(begin, NAME).await;
    let names = IndexedDbShelf::new().names().await;
    script::run(end, NAME).await;
    assert_eq!(names, Ok(Vec::new()));
}

/// What listing, opening and deleting say in a state.
async fn during(begin: &str, end: &str) -> [Option<StoreError>; 3] {
    let shelf = IndexedDbShelf::new();
    script::run(begin, NAME).await;
    let said = [shelf.names().await.err(), shelf.open(NAME).await.err(), shelf.delete(NAME).await.err()];
    script::run(end, NAME).await;
    said
}

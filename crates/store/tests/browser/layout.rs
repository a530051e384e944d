//! The bytes as they rest: object stores, keys and values as FORMAT 4 says.

use store::{IndexedDbShelf, Shelf, Store, Write};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{over, script};

const NAME: &str = "trestle-d000000000000002";

/// All of a database as text: stores, and each key and value by its type and length.
const DESCRIBE: &str = "
    const database = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = (event) => resolve(event.target.result);
    });
    const ask = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const kind = (value) => {
        if (typeof value === 'string' || typeof value === 'number') return String(value);
        const bytes = new Uint8Array(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength);
        const distinct = Math.min(new Set(bytes).size, 200);
        return value.constructor.name + '(' + bytes.length + ')' + (bytes.length > 1e6 ? ' of ' + distinct : '');
    };
    const lines = ['version ' + database.version];
    for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store);
        const keys = await ask(reading.getAllKeys());
        const values = await ask(reading.getAll());
        lines.push(store + ': ' + keys.map((key, at) => kind(key) + ' = ' + kind(values[at])).join(', '));
    }
    database.close();
    return lines.join('\\n');";

#[wasm_bindgen_test]
async fn values_rest_as_bytes_under_the_keys_of_the_format() {
    let shelf = IndexedDbShelf::new();
    let mut sealing = store::suite::Sealing::new(1);
    let (root, next, rows) = (sealing.root(), sealing.root(), sealing.small_rows(1));
    shelf.delete(NAME).await.unwrap();
    let store = shelf.open(NAME).await.unwrap();
    store.write(Write { rows: &rows, ..over(None, &root, &sealing) }).await.unwrap();
    let flip = Write { previous: store::Previous::Replaced, ..over(Some(&root), &next, &sealing) };
    store.write(flip).await.unwrap();
    let note = sealing.note();
    store.put_note(&note, sealing.header().as_bytes()).await.unwrap();
    store.restore_ballast().await.unwrap();

    let (row, root, note) = (rows[0].as_bytes().len(), root.as_bytes().len(), note.as_bytes().len());
    let expected = format!(
        "version 1\n\
         ballast: 0 = Uint8Array(1048576) of 200\n\
         inbox: 1 = Uint8Array({note})\n\
         root: header = Uint8Array(1184), previous = Uint8Array({root}), root = Uint8Array({root})\n\
         rows: ArrayBuffer(16) = Uint8Array({row})"
    );
    assert_eq!(script::run(DESCRIBE, NAME).await.as_string().unwrap(), expected);
    drop(store);
    shelf.delete(NAME).await.unwrap();
}

/// Puts values of other types where ours should be, and rows under keys that are none of ours.
const SPOIL: &str = "
    const database = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = (event) => resolve(event.target.result);
    });
    const writing = database.transaction(['root', 'rows'], 'readwrite');
    writing.objectStore('root').put('not bytes', 'root');
    writing.objectStore('rows').put(new Uint8Array(3), 'not a key');
    writing.objectStore('rows').put(new Uint8Array(3), new Uint8Array(15));
    writing.objectStore('rows').put(null, new Uint8Array(16));
    await new Promise((resolve) => { writing.oncomplete = resolve; });
    database.close();";

#[wasm_bindgen_test]
async fn foreign_values_read_as_damaged_and_foreign_keys_are_passed_over() {
    let shelf = IndexedDbShelf::new();
    let name = "trestle-d000000000000003";
    shelf.delete(name).await.unwrap();
    let store = shelf.open(name).await.unwrap();
    script::run(SPOIL, name).await;
    let zero = vault::RowKey::from_bytes([0; 16]);
    assert_eq!(store.head().await.unwrap().root, Some(Vec::new()));
    assert_eq!(store.rows(&[zero]).await.unwrap(), [Some(Vec::new())]);
    assert_eq!(store.rows_after(None, 9).await.unwrap(), [(zero, Vec::new())]);
    assert_eq!(store.row_keys().await.unwrap(), [zero]);
    drop(store);
    shelf.delete(name).await.unwrap();
}

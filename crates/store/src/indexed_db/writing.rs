//! The requests of a writing transaction, issued in one go: nothing is awaited between the first and the last.

use js_sys::Uint8Array;
use vault::{Commitment, RowKey, SealedRow};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Crypto, IdbObjectStore};

use super::bytes::{key_to_js, note_key_to_js, to_js};
use super::fault::Fault;
use super::layout::{BALLAST_BYTES, BALLAST_KEY, HEADER_KEY, INBOX, PREVIOUS_KEY, ROOT, ROOT_KEY, ROWS};
use super::transaction::Transaction;
use crate::{Previous, StoreError, Write};

/// The most that `getRandomValues` gives at once.
const NOISE_BYTES: u32 = 65_536;

/// Says whether the stored root is the one its writer last read or wrote.
pub(super) fn is_expected(stored: Option<&[u8]>, expected: Option<Commitment>) -> bool {
    match (stored, expected) {
        (None, None) => true,
        (Some(stored), Some(expected)) => vault::root_commitment(stored) == Ok(expected),
        _ => false,
    }
}

/// Issues all of a write; `replaced` is the stored root that this write takes the place of.
pub(super) fn write(transaction: &Transaction, write: &Write<'_>, replaced: &JsValue) -> Result<(), Fault> {
    let rows = transaction.store(ROWS)?;
    add_rows(&rows, write.rows)?;
    remove_rows(&rows, write.remove)?;
    put_head(&transaction.store(ROOT)?, write, replaced)?;
    if touches_inbox(write) {
        let inbox = transaction.store(INBOX)?;
        for key in write.remove_notes {
            inbox.delete(&note_key_to_js(*key))?;
        }
        for note in write.add_notes {
            inbox.add(&to_js(note.as_bytes()))?;
        }
    }
    Ok(())
}

/// Whether the inbox is a part of the write. It is left out where it can be: looking for notes need not wait for a save.
pub(super) fn touches_inbox(write: &Write<'_>) -> bool {
    write.expected_notes.is_some() || !write.remove_notes.is_empty() || !write.add_notes.is_empty()
}

fn put_head(root: &IdbObjectStore, write: &Write<'_>, replaced: &JsValue) -> Result<(), Fault> {
    if let Some(header) = write.header {
        root.put_with_key(&to_js(header.as_bytes()), &HEADER_KEY.into())?;
    }
    match write.previous {
        Previous::Replaced if !replaced.is_undefined() => {
            root.put_with_key(replaced, &PREVIOUS_KEY.into())?;
        }
        Previous::Drop | Previous::Replaced => {
            root.delete(&PREVIOUS_KEY.into())?;
        }
        Previous::Keep => {}
    }
    root.put_with_key(&to_js(write.root.as_bytes()), &ROOT_KEY.into())?;
    Ok(())
}

/// `add`, not `put`: a key that is there already fails the whole transaction.
pub(super) fn add_rows(store: &IdbObjectStore, rows: &[SealedRow]) -> Result<(), Fault> {
    for row in rows {
        store.add_with_key(&to_js(row.as_bytes()), &key_to_js(&row.key()))?;
    }
    Ok(())
}

pub(super) fn remove_rows(store: &IdbObjectStore, keys: &[RowKey]) -> Result<(), Fault> {
    for key in keys {
        store.delete(&key_to_js(key))?;
    }
    Ok(())
}

/// Puts 1 MiB of random bytes: the databases under IndexedDB compress, and zeros would hold no room.
pub(super) fn put_ballast(store: &IdbObjectStore) -> Result<(), Fault> {
    let crypto = js_sys::Reflect::get(&js_sys::global(), &"crypto".into())?;
    let crypto: Crypto = crypto.dyn_into().map_err(|_| Fault::Store(StoreError::Failed))?;
    let ballast = Uint8Array::new_with_length(BALLAST_BYTES);
    for start in (0..BALLAST_BYTES).step_by(NOISE_BYTES as usize) {
        let noise = ballast.subarray(start, start + NOISE_BYTES);
        crypto.get_random_values_with_js_u8_array(&noise)?;
    }
    store.put_with_key(&ballast, &BALLAST_KEY.into())?;
    Ok(())
}

//! The port over one IndexedDB database.

use vault::{RowKey, SealedNote, SealedRow};
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore};

use super::bytes;
use super::connection::Connection;
use super::fault::Fault;
use super::layout::{BALLAST, BALLAST_KEY, HEADER_KEY, INBOX, PREVIOUS_KEY, ROOT, ROOT_KEY, ROWS};
use super::request::answer;
use super::writing::{self, add_rows, ballast, is_expected, remove_rows};
use crate::{Head, MAX_NOTES, Store, StoreError, Write, WriteError};

/// A connection to one journal's database, closed on drop.
pub struct IndexedDbStore {
    connection: Connection,
}

impl IndexedDbStore {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection }
    }

    fn reading(&self, store: &str) -> Result<IdbObjectStore, Fault> {
        self.connection.read(&[store])?.store(store)
    }
}

impl Store for IndexedDbStore {
    async fn head(&self) -> Result<Head, StoreError> {
        let root = self.reading(ROOT)?;
        let [header, current, previous] = [
            answer(root.get(&HEADER_KEY.into()))?,
            answer(root.get(&ROOT_KEY.into()))?,
            answer(root.get(&PREVIOUS_KEY.into()))?,
        ];
        Ok(Head {
            header: bytes::from_js(&header.await?),
            root: bytes::from_js(&current.await?),
            previous: bytes::from_js(&previous.await?),
        })
    }

    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        let rows = self.reading(ROWS)?;
        let asked: Result<Vec<_>, Fault> =
            keys.iter().map(|key| answer(rows.get(&bytes::key_to_js(key)))).collect();
        let mut answers = Vec::with_capacity(keys.len());
        for row in asked? {
            answers.push(bytes::from_js(&row.await?));
        }
        Ok(answers)
    }

    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError> {
        let rows = self.reading(ROWS)?;
        if limit == 0 {
            // IndexedDB takes a count of 0 for no limit.
            return Ok(Vec::new());
        }
        let range = match after {
            Some(key) => {
                IdbKeyRange::lower_bound_with_open(&bytes::key_to_js(&key), true).map_err(Fault::from)?.into()
            }
            None => JsValue::UNDEFINED,
        };
        let keys = answer(rows.get_all_keys_with_key_and_limit(&range, limit))?;
        let values = answer(rows.get_all_with_key_and_limit(&range, limit))?;
        Ok(bytes::rows_from_js(keys.await?, values.await?))
    }

    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError> {
        let keys = answer(self.reading(ROWS)?.get_all_keys())?;
        Ok(bytes::keys_from_js(keys.await?))
    }

    async fn write(&self, write: Write<'_>) -> Result<(), WriteError> {
        // The inbox is left out where it can be: a note must not wait for a save.
        let with_inbox: &[&str] =
            if write.remove_notes.is_empty() { &[ROWS, ROOT] } else { &[ROWS, ROOT, INBOX] };
        let transaction = self.connection.strict(with_inbox)?;
        let stored = answer(transaction.store(ROOT)?.get(&ROOT_KEY.into()))?.await?;
        let stored_bytes = bytes::from_js(&stored);
        if !is_expected(stored_bytes.as_deref(), write.expected) {
            transaction.abort().await;
            return Err(WriteError::RootMoved(stored_bytes));
        }
        let issued = writing::write(&transaction, &write, &stored);
        Ok(transaction.finish(issued).await?)
    }

    async fn stage(&self, rows: &[SealedRow]) -> Result<(), WriteError> {
        let transaction = self.connection.strict(&[ROWS])?;
        let issued = transaction.store(ROWS).and_then(|store| add_rows(&store, rows));
        Ok(transaction.finish(issued).await?)
    }

    async fn sweep(&self, keys: &[RowKey]) -> Result<(), StoreError> {
        let transaction = self.connection.strict(&[ROWS])?;
        let issued = transaction.store(ROWS).and_then(|store| remove_rows(&store, keys));
        Ok(transaction.finish(issued).await?)
    }

    async fn restore_ballast(&self) -> Result<bool, StoreError> {
        let noise = ballast()?;
        let transaction = self.connection.strict(&[BALLAST])?;
        let ballast = transaction.store(BALLAST)?;
        if !answer(ballast.get(&BALLAST_KEY.into()))?.await?.is_undefined() {
            return Ok(true);
        }
        let issued = ballast.put_with_key(&noise, &BALLAST_KEY.into()).map(drop).map_err(Fault::from);
        match transaction.finish(issued).await {
            Ok(()) => Ok(true),
            Err(Fault::Full) => Ok(false),
            Err(fault) => Err(fault.into()),
        }
    }

    async fn drop_ballast(&self) -> Result<bool, StoreError> {
        let transaction = self.connection.strict(&[BALLAST])?;
        let ballast = transaction.store(BALLAST)?;
        let found = answer(ballast.count())?.await?.as_f64() != Some(0.0);
        let issued = ballast.clear().map(drop).map_err(Fault::from);
        transaction.finish(issued).await?;
        Ok(found)
    }

    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let inbox = self.reading(INBOX)?;
        let keys = answer(inbox.get_all_keys())?;
        let values = answer(inbox.get_all())?;
        Ok(bytes::notes_from_js(keys.await?, values.await?))
    }

    async fn put_note(&self, note: &SealedNote) -> Result<(), WriteError> {
        let transaction = self.connection.strict(&[INBOX])?;
        let inbox = transaction.store(INBOX)?;
        let waiting = answer(inbox.count())?.await?.as_f64();
        if waiting.is_none_or(|waiting| waiting >= MAX_NOTES as f64) {
            transaction.abort().await;
            return Err(WriteError::InboxFull);
        }
        let issued = inbox.add(&bytes::to_js(note.as_bytes())).map(drop).map_err(Fault::from);
        Ok(transaction.finish(issued).await?)
    }
}

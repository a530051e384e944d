//! The port over one IndexedDB database.

use vault::{RowKey, SealedNote, SealedRow};

use super::bytes;
use super::connection::Connection;
use super::fault::Fault;
use super::layout::{BALLAST, HEADER_KEY, INBOX, PREVIOUS_KEY, ROOT, ROOT_KEY, ROWS};
use super::request::ask;
use super::writing::{self, add_rows, is_expected, put_ballast, remove_rows, touches_inbox};
use crate::{Head, MAX_NOTES, Store, StoreError, Write, WriteError};

/// A connection to one journal's database, closed on drop.
pub struct IndexedDbStore {
    connection: Connection,
}

impl IndexedDbStore {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection }
    }
}

impl Store for IndexedDbStore {
    async fn head(&self) -> Result<Head, StoreError> {
        let transaction = self.connection.read(&[ROOT])?;
        let values = transaction.store(ROOT)?;
        let header = ask(values.get(&HEADER_KEY.into()))?;
        let root = ask(values.get(&ROOT_KEY.into()))?;
        let previous = ask(values.get(&PREVIOUS_KEY.into()))?;
        transaction.complete().await?;
        Ok(Head {
            header: bytes::from_js(&header.answer()?),
            root: bytes::from_js(&root.answer()?),
            previous: bytes::from_js(&previous.answer()?),
        })
    }

    async fn rows(&self, keys: &[RowKey]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        let transaction = self.connection.read(&[ROWS])?;
        let rows = transaction.store(ROWS)?;
        let asked: Result<Vec<_>, _> = keys.iter().map(|key| ask(rows.get(&bytes::key_to_js(key)))).collect();
        let asked = asked?;
        transaction.complete().await?;
        let answers: Result<_, Fault> = asked.iter().map(|row| Ok(bytes::from_js(&row.answer()?))).collect();
        Ok(answers?)
    }

    async fn rows_after(
        &self,
        after: Option<RowKey>,
        limit: u32,
    ) -> Result<Vec<(RowKey, Vec<u8>)>, StoreError> {
        let transaction = self.connection.read(&[ROWS])?;
        if limit == 0 {
            // IndexedDB takes a count of 0 for no limit.
            return Ok(Vec::new());
        }
        let rows = transaction.store(ROWS)?;
        let range = bytes::range_after(after)?;
        let keys = ask(rows.get_all_keys_with_key_and_limit(&range, limit))?;
        let values = ask(rows.get_all_with_key_and_limit(&range, limit))?;
        transaction.complete().await?;
        Ok(bytes::rows_from_js(keys.answer()?, values.answer()?))
    }

    async fn row_keys(&self) -> Result<Vec<RowKey>, StoreError> {
        let transaction = self.connection.read(&[ROWS])?;
        let keys = ask(transaction.store(ROWS)?.get_all_keys())?;
        transaction.complete().await?;
        Ok(bytes::keys_from_js(keys.answer()?))
    }

    async fn write(&self, write: Write<'_>) -> Result<(), WriteError> {
        let stores: &[&str] = if touches_inbox(&write) { &[ROWS, ROOT, INBOX] } else { &[ROWS, ROOT] };
        let transaction = self.connection.strict(stores)?;
        let stored = ask(transaction.store(ROOT)?.get(&ROOT_KEY.into()))?.wait().await?;
        let stored_bytes = bytes::from_js(&stored);
        if !is_expected(stored_bytes.as_deref(), write.expected) {
            transaction.abort().await;
            return Err(WriteError::RootMoved(stored_bytes));
        }
        if let Some(expected) = write.expected_notes {
            let waiting = ask(transaction.store(INBOX)?.get_all_keys())?.wait().await?;
            if bytes::note_keys_from_js(&waiting) != expected {
                transaction.abort().await;
                return Err(WriteError::NotesMoved);
            }
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
        let transaction = self.connection.strict(&[BALLAST])?;
        let store = transaction.store(BALLAST)?;
        let found = ask(store.count())?.wait().await?.as_f64() != Some(0.0);
        let issued = if found { Ok(()) } else { put_ballast(&store) };
        match transaction.finish(issued).await {
            Ok(()) => Ok(true),
            Err(Fault::Full) => Ok(false),
            Err(fault) => Err(fault.into()),
        }
    }

    async fn drop_ballast(&self) -> Result<bool, StoreError> {
        let transaction = self.connection.strict(&[BALLAST])?;
        let store = transaction.store(BALLAST)?;
        let count = ask(store.count())?;
        let issued = store.clear().map(drop).map_err(Fault::from);
        transaction.finish(issued).await?;
        Ok(count.answer()?.as_f64() != Some(0.0))
    }

    async fn notes(&self) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let transaction = self.connection.read(&[INBOX])?;
        let inbox = transaction.store(INBOX)?;
        let (keys, values) = (ask(inbox.get_all_keys())?, ask(inbox.get_all())?);
        transaction.complete().await?;
        Ok(bytes::notes_from_js(keys.answer()?, values.answer()?))
    }

    async fn put_note(&self, note: &SealedNote, header: &[u8]) -> Result<(), WriteError> {
        // Over the header too: a change of the key cannot fall between the look at it and the note.
        let transaction = self.connection.strict(&[ROOT, INBOX])?;
        let stored = ask(transaction.store(ROOT)?.get(&HEADER_KEY.into()))?.wait().await?;
        if bytes::from_js(&stored).as_deref() != Some(header) {
            transaction.abort().await;
            return Err(WriteError::HeaderMoved);
        }
        let inbox = transaction.store(INBOX)?;
        let waiting = ask(inbox.count())?.wait().await?;
        if waiting.as_f64().is_none_or(|waiting| waiting >= MAX_NOTES as f64) {
            transaction.abort().await;
            return Err(WriteError::InboxFull);
        }
        let issued = inbox.add(&bytes::to_js(note.as_bytes())).map(drop).map_err(Fault::from);
        Ok(transaction.finish(issued).await?)
    }
}

//! An open connection that lets go when it is asked to.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::IdbDatabase;

use super::fault::Fault;
use super::transaction::Transaction;

/// A connection to a database, closed on drop. Once closed, for whatever reason, it begins no transaction and says
/// [`crate::StoreError::Closed`].
pub(super) struct Connection {
    database: IdbDatabase,
    _let_go: Closure<dyn FnMut()>,
}

impl Connection {
    /// Takes over a connection just opened: closes it at once on `versionchange`, so that no other tab is held up, and
    /// for good when the browser has closed it.
    pub(super) fn new(database: IdbDatabase) -> Self {
        let closing = database.clone();
        let let_go = Closure::new(move || closing.close());
        database.set_onversionchange(Some(let_go.as_ref().unchecked_ref()));
        database.set_onclose(Some(let_go.as_ref().unchecked_ref()));
        Self { database, _let_go: let_go }
    }

    /// Begins a transaction that only reads.
    pub(super) fn read(&self, stores: &[&str]) -> Result<Transaction, Fault> {
        Transaction::read(&self.database, stores)
    }

    /// Begins a strictly durable transaction that may write.
    pub(super) fn strict(&self, stores: &[&str]) -> Result<Transaction, Fault> {
        Transaction::strict(&self.database, stores)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.set_onclose(None);
        // Running transactions end as they would have.
        self.database.close();
    }
}

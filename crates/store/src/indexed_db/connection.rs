//! An open connection that lets go when it is asked to.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::IdbDatabase;

use super::fault::Fault;
use super::transaction::Transaction;
use crate::StoreError;

/// A connection to a database, closed on drop.
pub(super) struct Connection {
    database: IdbDatabase,
    closed: Rc<Cell<bool>>,
    _let_go: Closure<dyn FnMut()>,
}

impl Connection {
    /// Takes over a connection just opened: closes it at once on `versionchange`, so that no other tab is held up, and
    /// notices when the browser closes it.
    pub(super) fn new(database: IdbDatabase) -> Self {
        let closed = Rc::new(Cell::new(false));
        let let_go = Closure::new({
            let (database, closed) = (database.clone(), Rc::clone(&closed));
            move || {
                closed.set(true);
                database.close();
            }
        });
        database.set_onversionchange(Some(let_go.as_ref().unchecked_ref()));
        database.set_onclose(Some(let_go.as_ref().unchecked_ref()));
        Self { database, closed, _let_go: let_go }
    }

    /// Begins a transaction that only reads.
    pub(super) fn read(&self, stores: &[&str]) -> Result<Transaction, Fault> {
        self.expect_open()?;
        Transaction::read(&self.database, stores)
    }

    /// Begins a strictly durable transaction that may write.
    pub(super) fn strict(&self, stores: &[&str]) -> Result<Transaction, Fault> {
        self.expect_open()?;
        Transaction::strict(&self.database, stores)
    }

    fn expect_open(&self) -> Result<(), Fault> {
        if self.closed.get() { Err(Fault::Store(StoreError::Closed)) } else { Ok(()) }
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

//! One transaction: read-only, or read-write with strict durability. There is no third kind.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransaction};

use super::fault::Fault;
use crate::StoreError;

/// A transaction that has not ended yet.
pub(super) struct Transaction {
    transaction: IdbTransaction,
    ended: JsFuture,
}

impl Transaction {
    /// A transaction that only reads.
    pub(super) fn read(database: &IdbDatabase, stores: &[&str]) -> Result<Self, Fault> {
        Self::begin(database, stores, "readonly", &Object::new())
    }

    /// A transaction that may write. `durability: "strict"` makes `complete` mean that the bytes are on the disk and
    /// not in a cache of the system's (FORMAT 5).
    pub(super) fn strict(database: &IdbDatabase, stores: &[&str]) -> Result<Self, Fault> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        Self::begin(database, stores, "readwrite", &options)
    }

    fn begin(database: &IdbDatabase, stores: &[&str], mode: &str, options: &Object) -> Result<Self, Fault> {
        let stores: Array = stores.iter().copied().map(JsValue::from_str).collect();
        // web-sys keeps the call with options behind a compiler flag for the whole build, so it is made by name.
        let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
        let transaction: IdbTransaction =
            begin.call3(database, &stores, &mode.into(), options)?.unchecked_into();
        let ended = JsFuture::from(Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(resolve.unchecked_ref()));
            transaction.set_onabort(Some(reject.unchecked_ref()));
        }));
        Ok(Self { transaction, ended })
    }

    /// One of the object stores this transaction covers.
    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, Fault> {
        Ok(self.transaction.object_store(name)?)
    }

    /// Ends the transaction: completes it when all its requests could be issued, and takes all back when not.
    pub(super) async fn finish(self, issued: Result<(), Fault>) -> Result<(), Fault> {
        match issued {
            Ok(()) => self.complete().await,
            Err(fault) => {
                self.abort().await;
                Err(fault)
            }
        }
    }

    /// Waits until all requests are answered and the transaction is over. Reading ones do so too: one that still runs
    /// keeps the connection from closing, and so holds up whoever wants to delete the database.
    ///
    /// It is left to commit by itself. Told to `commit` while requests are open, Firefox (153) completes although one of
    /// them fails, and Chromium (156) completes before it has read large values.
    pub(super) async fn complete(self) -> Result<(), Fault> {
        match self.ended.await {
            Ok(_) => Ok(()),
            Err(_) => Err(reason(&self.transaction)),
        }
    }

    /// Takes back what was done and waits until that is over.
    pub(super) async fn abort(self) {
        // Throws only when the transaction has ended already.
        let _ = self.transaction.abort();
        let _ = self.ended.await;
    }
}

/// Why a transaction was aborted: the first failed request, or what went wrong on committing (a full disk).
fn reason(transaction: &IdbTransaction) -> Fault {
    match transaction.error() {
        Some(exception) => Fault::from(JsValue::from(exception)),
        None => Fault::Store(StoreError::Failed),
    }
}

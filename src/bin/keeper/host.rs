//! The browser as the keeper's host: IndexedDB and this worker's memory, the browser's randomness, clock, locks and
//! room, a worker to derive in.

use futures_util::future::AbortHandle;
use keeper::{
    DeriveFailure, Derived, Host, KdfParams, Passphrase, RandomnessUnavailable,
    protocol::{Event, FromKeeper, Stage},
};
use link::{Scope, encode, let_others_run};
use std::{cell::RefCell, collections::HashMap, rc::Rc};
use store::{IndexedDbShelf, MemoryShelf, Paired};

use crate::{
    deriver::{Deriver, ReadyDeriver},
    lock::{Hold, hold},
    room,
};

/// Requests that can still be given up.
pub type Abortable = Rc<RefCell<HashMap<u32, AbortHandle>>>;

/// The browser.
pub struct Browser {
    scope: Scope,
    shelf: Paired<IndexedDbShelf, MemoryShelf>,
    abortable: Abortable,
    ready: ReadyDeriver,
}

impl Browser {
    /// Journals in memory are put on the shelf `memory`.
    pub fn new(scope: Scope, memory: MemoryShelf, abortable: Abortable, ready: ReadyDeriver) -> Self {
        Self { scope, shelf: Paired { disk: IndexedDbShelf, memory }, abortable, ready }
    }

    fn post(&self, message: &FromKeeper) {
        self.scope.post(&encode(message));
    }
}

impl Host for Browser {
    type Shelf = Paired<IndexedDbShelf, MemoryShelf>;
    type Hold = Hold;

    fn shelf(&self) -> &Self::Shelf {
        &self.shelf
    }

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        getrandom::fill(bytes).map_err(|_| RandomnessUnavailable)
    }

    fn now_ms(&self) -> u64 {
        js_sys::Date::now() as u64
    }

    async fn derive(&self, passphrase: &Passphrase, params: &KdfParams) -> Result<Derived, DeriveFailure> {
        let ready = self.ready.borrow_mut().take();
        let deriver = ready.map_or_else(|| Deriver::start(&self.scope), Ok)?;
        deriver.derive(passphrase, params, || self.post(&FromKeeper::Beat)).await
    }

    async fn hold_big_change(&self, name: &str) -> Option<Hold> {
        hold(name).await
    }

    async fn free_bytes(&self) -> Option<u64> {
        room::free_bytes().await
    }

    async fn let_others_run(&self) {
        let_others_run().await;
    }

    fn emit(&self, event: Event) {
        self.post(&FromKeeper::Event(event));
    }

    fn progress(&self, number: u32, stage: Stage, done: u32, total: u32) {
        if stage == Stage::Writing {
            // From the first write on, a request goes to its end.
            self.abortable.borrow_mut().remove(&number);
        }
        self.post(&FromKeeper::Progress { number, stage, done, total });
    }
}

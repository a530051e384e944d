//! A keeper on this computer, over the memory store, and how long it takes to answer: for measuring only.

use keeper::{
    DeriveFailure, Derived, Host, Keeper,
    protocol::{Event, Request, SecretBytes, Stage},
};
use std::{
    cell::{Cell, RefCell},
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
    time::{Instant, SystemTime, UNIX_EPOCH},
};
use store::{MemoryShelf, Place, Shelf};
use vault::{Cost, KdfParams, Passphrase, Random, RandomnessUnavailable};

use crate::made;

/// A keeper over that shelf; what it derives is added to `derivation_ms`.
pub fn keeper(shelf: MemoryShelf, derivation_ms: &Rc<Cell<f64>>) -> Keeper<Native> {
    let random = RefCell::new(made::SplitMix(7));
    Keeper::new(Native { shelf, random, derivation_ms: Rc::clone(derivation_ms) })
}

/// Lays a made-up journal on the shelf.
pub fn load(shelf: &MemoryShelf, entries: u32) {
    let made = made::make(entries, Cost::READ_MINIMUM);
    let store = run(shelf.open(made::NAME)).expect("memory");
    store.set_raw(Place::Header, Some(made.header));
    store.set_raw(Place::Root, Some(made.root));
    for (key, bytes) in made.rows {
        store.set_raw(Place::Row(key), Some(bytes));
    }
}

/// Opens it.
pub fn unlock_request() -> Request {
    let passphrase = SecretBytes::new(made::PASSPHRASE.into());
    Request::Unlock { name: made::NAME.into(), passphrase, witness: None }
}

/// What the work gives, and how many milliseconds it takes.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let began = Instant::now();
    let outcome = work();
    (outcome, ms(began))
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

/// Waits for what is never waited for here.
pub fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

/// This computer.
pub struct Native {
    shelf: MemoryShelf,
    random: RefCell<made::SplitMix>,
    derivation_ms: Rc<Cell<f64>>,
}

impl Host for Native {
    type Shelf = MemoryShelf;
    type Hold = ();

    fn shelf(&self) -> &MemoryShelf {
        &self.shelf
    }

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        self.random.borrow_mut().fill(bytes)
    }

    fn now_ms(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
    }

    async fn derive(&self, passphrase: &Passphrase, params: &KdfParams) -> Result<Derived, DeriveFailure> {
        let began = Instant::now();
        let bytes = vault::derive(passphrase, params).map_err(|_| DeriveFailure::OutOfMemory)?;
        self.derivation_ms.set(self.derivation_ms.get() + ms(began));
        Ok(Derived { bytes, milliseconds: ms(began) })
    }

    async fn hold_big_change(&self, _name: &str) -> Option<()> {
        Some(())
    }

    async fn free_bytes(&self) -> Option<u64> {
        None
    }

    async fn let_others_run(&self) {}

    fn emit(&self, _event: Event) {}

    fn progress(&self, _number: u32, _stage: Stage, _done: u32, _total: u32) {}
}

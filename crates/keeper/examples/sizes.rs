//! What the keeper takes natively, over the memory store, at 100, 10,000 and 100,000 entries: milliseconds.
//!
//! `cargo run --release -p keeper --example sizes`. The browser's figures come from `cargo xtask bench`; these show
//! where time goes without a browser around it.

mod made;

use keeper::{
    DeriveFailure, Derived, Host, Keeper,
    protocol::{Base, Draft, EntryText, Event, Filter, Reply, Request, SecretBytes, Stage, Written},
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

const SAVES: usize = 200;
/// Its last letters occur nowhere: every text is looked at to its end.
const TYPED: &str = "harbour quay";

fn main() {
    println!(
        "| entries | unlock past the key | check | list | search, worst key | save p50 | save p95 | \
         seal anew past the keys |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for entries in [100, 10_000, 100_000] {
        let shelf = MemoryShelf::new();
        load(&shelf, entries);
        let derivation_ms = Rc::new(Cell::new(0.0));
        let random = RefCell::new(made::SplitMix(7));
        let keeper = Keeper::new(Native { shelf, random, derivation_ms: Rc::clone(&derivation_ms) });
        let unlock = timed(&keeper, unlock_request()).0 - derivation_ms.get();
        let began = Instant::now();
        run(keeper.check()).expect("a sound journal");
        let check = ms(began);
        let list = |search: &str| Request::List {
            filter: Filter { search: search.into(), ..Filter::default() },
            offset: 0,
            limit: 50,
        };
        let (listing, _) = timed(&keeper, list(""));
        let keys = (1..=TYPED.len()).map(|typed| timed(&keeper, list(&TYPED[..typed])).0);
        let search = keys.fold(0.0, f64::max);
        let mut saves: Vec<f64> = (0..SAVES).map(|_| save(&keeper)).collect();
        saves.sort_by(f64::total_cmp);
        let (p50, p95) = (saves[SAVES / 2], saves[SAVES * 95 / 100]);
        derivation_ms.set(0.0);
        let reseal = timed(&keeper, reseal_request()).0 - derivation_ms.get();
        println!(
            "| {entries} | {unlock:.1} | {check:.0} | {listing:.2} | {search:.2} | {p50:.2} | {p95:.2} | \
             {reseal:.0} |"
        );
    }
}

fn load(shelf: &MemoryShelf, entries: u32) {
    let made = made::make(entries, Cost::READ_MINIMUM);
    let store = run(shelf.open(made::NAME)).expect("memory");
    store.set_raw(Place::Header, Some(made.header));
    store.set_raw(Place::Root, Some(made.root));
    for (key, bytes) in made.rows {
        store.set_raw(Place::Row(key), Some(bytes));
    }
}

fn unlock_request() -> Request {
    let passphrase = SecretBytes::new(made::PASSPHRASE.into());
    Request::Unlock { name: made::NAME.into(), passphrase, witness: None }
}

fn reseal_request() -> Request {
    let passphrase = || SecretBytes::new(made::PASSPHRASE.into());
    Request::Reseal { current: Some(passphrase()), passphrase: passphrase(), without: vec![] }
}

fn save(keeper: &Keeper<Native>) -> f64 {
    let Ok(Reply::Begun { id, draft_id }) = run(keeper.answer(1, Request::BeginEntry)) else {
        panic!("an open journal")
    };
    let text = "quiet morning ".repeat(70);
    let text = Written::Entry(EntryText { text, happened_at_s: 1_700_000_000, ..EntryText::default() });
    timed(keeper, Request::Save(Draft { draft_id, id, base: Base::default(), text })).0
}

fn timed(keeper: &Keeper<Native>, request: Request) -> (f64, Reply) {
    let began = Instant::now();
    let reply = run(keeper.answer(1, request)).expect("a sound journal");
    (ms(began), reply)
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1_000.0
}

fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return output;
        }
    }
}

/// This computer.
struct Native {
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

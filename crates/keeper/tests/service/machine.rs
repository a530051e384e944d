//! A machine for a keeper to run on: every part of it can be set, and everything it is told is kept.

use keeper::{
    DeriveFailure, Derived, Host,
    protocol::{Event, Stage},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    ops::Deref,
    rc::Rc,
};
use store::{MemoryShelf, Paired};
use vault::{KdfParams, Passphrase, RandomnessUnavailable};

use crate::slow::SlowShelf;

/// 2026-03-01 12:00 UTC.
pub const NOON_MS: u64 = 1_772_366_400_000;

/// The parts of a machine.
pub struct Parts {
    pub shelf: Paired<SlowShelf, MemoryShelf>,
    seed: u64,
    state: Cell<u64>,
    /// Draws so far.
    pub draws: Cell<u32>,
    /// The draw that fails, counted from 1; every later one fails too.
    pub failing_draw: Cell<u32>,
    /// Every draw gives the same bytes.
    pub stuck: Cell<bool>,
    /// Every 32 bytes that were drawn at once: root keys are among them.
    pub drawn_keys: RefCell<Vec<[u8; 32]>>,
    pub now_ms: Cell<u64>,
    /// Milliseconds that one pass over 64 MiB takes.
    pub pass_ms: Cell<f64>,
    /// More memory than this is refused.
    pub memory_kib: Cell<u32>,
    /// Derivations asked for, refused ones too.
    pub derivations: RefCell<Vec<KdfParams>>,
    /// What they gave.
    pub derived: RefCell<Vec<[u8; 32]>>,
    pub events: RefCell<Vec<Event>>,
    pub stages: RefCell<Vec<(u32, Stage)>>,
    /// What the machine says of its room.
    pub free_bytes: Cell<Option<u64>>,
}

thread_local! {
    /// The big changes under way in any tab of this test.
    static HELD: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Holds a big change.
pub struct Held(String);

impl Drop for Held {
    fn drop(&mut self) {
        HELD.with(|held| held.borrow_mut().remove(&self.0));
    }
}

/// A handle of a machine.
#[derive(Clone)]
pub struct Machine(Rc<Parts>);

impl Deref for Machine {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Machine {
    pub fn new(shelf: &MemoryShelf, seed: u64) -> Self {
        Self(Rc::new(Parts {
            shelf: Paired { disk: SlowShelf::new(shelf.clone(), seed), memory: MemoryShelf::new() },
            seed,
            // Far apart, so that no two machines ever draw the same.
            state: Cell::new(mixed(seed)),
            draws: Cell::new(0),
            failing_draw: Cell::new(u32::MAX),
            stuck: Cell::new(false),
            drawn_keys: RefCell::default(),
            now_ms: Cell::new(NOON_MS),
            pass_ms: Cell::new(1_000.0),
            memory_kib: Cell::new(u32::MAX),
            derivations: RefCell::default(),
            derived: RefCell::default(),
            events: RefCell::default(),
            stages: RefCell::default(),
            free_bytes: Cell::new(None),
        }))
    }

    /// A machine on the same shelf that draws what this one drew.
    pub fn same_again(&self) -> Self {
        Self::new(&self.shelf.disk.inner, self.seed)
    }

    /// The events since this was last asked.
    pub fn take_events(&self) -> Vec<Event> {
        self.events.take()
    }

    /// The last witness the screen was given.
    pub fn witness(&self) -> Option<String> {
        let events = self.events.borrow();
        events.iter().rev().find_map(|event| match event {
            Event::Witness(stored) => Some(stored.value.clone()),
            _ => None,
        })
    }

    /// From now on the `n`-th draw fails, and every one after it.
    pub fn fail_draw(&self, n: u32) {
        self.draws.set(0);
        self.failing_draw.set(n);
    }

    pub fn wait_ms(&self, ms: u64) {
        self.now_ms.set(self.now_ms.get() + ms);
    }

    fn next(&self) -> u64 {
        // SplitMix64.
        self.state.set(self.state.get().wrapping_add(0x9e37_79b9_7f4a_7c15));
        mixed(self.state.get())
    }
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Host for Machine {
    type Shelf = Paired<SlowShelf, MemoryShelf>;
    type Hold = Held;

    fn shelf(&self) -> &Self::Shelf {
        &self.shelf
    }

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        self.draws.set(self.draws.get() + 1);
        if self.draws.get() >= self.failing_draw.get() {
            return Err(RandomnessUnavailable);
        }
        if self.stuck.get() {
            bytes.fill(7);
            return Ok(());
        }
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_be_bytes()[..chunk.len()]);
        }
        if let Ok(key) = bytes.try_into() {
            self.drawn_keys.borrow_mut().push(key);
        }
        Ok(())
    }

    fn now_ms(&self) -> u64 {
        self.now_ms.get()
    }

    /// Stands for Argon2id, which the vault's tests run: any function of passphrase and parameters will do here.
    async fn derive(&self, passphrase: &Passphrase, params: &KdfParams) -> Result<Derived, DeriveFailure> {
        self.derivations.borrow_mut().push(*params);
        if params.cost.memory_kib() > self.memory_kib.get() {
            return Err(DeriveFailure::OutOfMemory);
        }
        let mut bytes = [0; 32];
        for (number, chunk) in bytes.chunks_mut(8).enumerate() {
            let mut hasher = DefaultHasher::new();
            // EXPOSE: this is the derivation.
            (number, passphrase.expose_bytes(), params.to_bytes()).hash(&mut hasher);
            chunk.copy_from_slice(&hasher.finish().to_be_bytes());
        }
        self.derived.borrow_mut().push(bytes);
        Ok(Derived { bytes, milliseconds: self.pass_ms.get() * f64::from(params.cost.passes()) })
    }

    async fn hold_big_change(&self, name: &str) -> Option<Held> {
        HELD.with(|held| held.borrow_mut().insert(name.to_owned())).then(|| Held(name.to_owned()))
    }

    async fn free_bytes(&self) -> Option<u64> {
        self.free_bytes.get()
    }

    async fn let_others_run(&self) {
        crate::running::pause().await;
    }

    fn emit(&self, event: Event) {
        self.events.borrow_mut().push(event);
    }

    fn progress(&self, number: u32, stage: Stage, _done: u32, _total: u32) {
        self.stages.borrow_mut().push((number, stage));
    }
}

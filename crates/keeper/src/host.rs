//! What the keeper asks of the machine it runs on: a shelf of stores, randomness, time, a place to derive keys, and
//! somebody to tell.

use store::Shelf;
use vault::{KdfParams, Passphrase, Random, RandomnessUnavailable};
use zeroize::Zeroize;

use crate::protocol::{Event, Stage};

/// The machine a keeper runs on: a worker in the browser, the command line, or a test.
#[allow(async_fn_in_trait)]
pub trait Host {
    /// Where the journals' databases are.
    type Shelf: Shelf;
    /// What holds a big change for this keeper alone; dropping it lets go.
    type Hold;

    /// The shelf. A journal whose name [`store::is_memory_name`] never reaches a disk.
    fn shelf(&self) -> &Self::Shelf;

    /// Fills `bytes` from the machine's cryptographic random source.
    ///
    /// # Errors
    /// When that source fails.
    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable>;

    /// Now, ms since 1970 UTC, by the wall clock.
    fn now_ms(&self) -> u64;

    /// Runs Argon2id where its memory can be given back afterwards.
    ///
    /// # Errors
    /// When the machine gives no memory, or the place it runs in ends.
    async fn derive(&self, passphrase: &Passphrase, params: &KdfParams) -> Result<Derived, DeriveFailure>;

    /// Holds the lock of that name among all tabs; `None` when another tab holds it.
    async fn hold_big_change(&self, name: &str) -> Option<Self::Hold>;

    /// Bytes this site may still store; `None` where the machine does not say.
    async fn free_bytes(&self) -> Option<u64>;

    /// Lets waiting messages run, then goes on. Long work calls it every 8 ms.
    async fn let_others_run(&self);

    /// Tells the screen that something happened.
    fn emit(&self, event: Event);

    /// Tells the screen how far request `number` has come.
    fn progress(&self, number: u32, stage: Stage, done: u32, total: u32);
}

/// What a derivation gave. Wiped on drop.
pub struct Derived {
    /// Argon2id's 32 bytes.
    pub bytes: [u8; 32],
    /// How long it took, ms.
    pub milliseconds: f64,
}

impl Drop for Derived {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

/// Why a derivation gave nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeriveFailure {
    /// The machine gave no memory.
    OutOfMemory,
    /// The place it ran in ended.
    Ended,
}

/// The host's randomness, in the form the vault takes.
pub(crate) struct HostRandom<'a, H>(pub(crate) &'a H);

impl<H: Host> Random for HostRandom<'_, H> {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomnessUnavailable> {
        self.0.fill_random(bytes)
    }
}

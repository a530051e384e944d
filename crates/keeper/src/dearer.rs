//! What opening costs, kept up: after an unlock by passphrase its key is made dearer, where the device can do more by now
//! or today's floor is higher (FORMAT 2 and 6). In two steps, so that nothing waits for the derivation.

use store::Previous;
use vault::{Cost, KdfParams, Passphrase, Root, Way};

use crate::{
    commit::ATTEMPTS,
    host::Host,
    new_passphrase::NewPassphrase,
    protocol::{Failure, Kept},
    put::{Prepared, Written},
    service::{Journal, Keeper},
    unlock::WayIn,
};

/// How far a dearer key is.
#[derive(Default)]
pub(crate) enum Dearer {
    /// None is wanted.
    #[default]
    Nothing,
    /// It is to be derived at this cost. The words are held from the unlock until it is asked for.
    Due(Passphrase, Cost),
    /// It waits to take the place of the one that was derived so.
    Derived {
        /// The dearer one.
        way: NewPassphrase,
        /// How the one there is was derived.
        from: KdfParams,
    },
    /// The device gave no memory for it.
    Refused,
}

impl<H: Host> Keeper<H> {
    /// After an unlock that took so long: whether the cost may rise. Otherwise the words are forgotten here.
    pub(crate) fn look_at_cost(&self, journal: &Journal<H>, way_in: WayIn, milliseconds: f64) -> bool {
        let WayIn::Passphrase(passphrase) = way_in else { return false };
        let is_marked = journal.head.borrow().root.marks & Root::MARK_SMALL_MEMORY != 0;
        let raised = journal.header.borrow().header().kdf().cost.raised(milliseconds);
        let Some(cost) = raised.filter(|_| !is_marked && journal.kept() == Kept::OnDevice) else {
            return false;
        };
        *journal.dearer.borrow_mut() = Dearer::Due(passphrase, cost);
        true
    }

    pub(crate) async fn derive_dearer(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let Dearer::Due(passphrase, cost) = journal.dearer.take() else { return Ok(()) };
        let from = journal.header.borrow().header().kdf();
        let derived = match self.new_passphrase_at(&passphrase, cost, 0).await {
            Ok(way) => Dearer::Derived { way, from },
            Err(Failure::NotEnoughMemory { .. }) => Dearer::Refused,
            Err(other) => return Err(other),
        };
        *journal.dearer.borrow_mut() = derived;
        Ok(())
    }

    pub(crate) async fn raise_cost(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let dearer = journal.dearer.take();
        match dearer {
            Dearer::Nothing | Dearer::Due(..) => Ok(()),
            Dearer::Derived { way, from } => self.put_dearer(&journal, &way, from).await,
            Dearer::Refused => self.mark_small_memory(&journal).await,
        }
    }

    /// Under the same keys, unless another tab has raised it meanwhile.
    async fn put_dearer(
        &self,
        journal: &Journal<H>,
        way: &NewPassphrase,
        from: KdfParams,
    ) -> Result<(), Failure> {
        self.put_way(journal, &way.secret, Some(way.kdf), |root| {
            if journal.header.borrow().header().kdf() != from {
                return Ok(None);
            }
            let is_passphrase = |at: &u8| {
                root.ways[usize::from(*at)].as_ref().is_some_and(|known| known.way == Way::Passphrase)
            };
            let index = (0..8).find(is_passphrase);
            if index.is_some() {
                root.passphrase_backup_key = Some(way.secret.backup_key());
            }
            Ok(index)
        })
        .await
    }

    /// It is not tried here again.
    async fn mark_small_memory(&self, journal: &Journal<H>) -> Result<(), Failure> {
        for _ in 0..ATTEMPTS {
            let mut root = journal.head.borrow().root.duplicate();
            root.marks |= Root::MARK_SMALL_MEMORY;
            if !matches!(self.put(journal, Prepared::of(root, Previous::Keep)).await?, Written::NotYet) {
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }
}

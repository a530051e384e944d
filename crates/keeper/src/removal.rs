//! Removing the open journal from this device: only for whoever has a way in, and in two steps, so that the witness
//! says "removing" before anything goes (FORMAT 7).

use store::{Shelf as _, StoreError};
use vault::WitnessState;

use crate::{
    host::Host,
    protocol::{Event, Failure, Kept, SecretBytes},
    service::Keeper,
    sweep::big_change,
};

impl<H: Host> Keeper<H> {
    /// Whether that is the passphrase of the open journal.
    ///
    /// # Errors
    /// [`Failure::WrongPassphrase`] when it is not.
    pub(crate) async fn check_passphrase(&self, number: u32, passphrase: SecretBytes) -> Result<(), Failure> {
        let journal = self.opened()?;
        self.confirm(number, &journal, Some(passphrase)).await.map(|_| ())
    }

    /// Whoever is here may remove it: its witness says so from now on.
    ///
    /// # Errors
    /// [`Failure::WrongPassphrase`]; [`Failure::NotFound`] for a journal in memory, which ends otherwise.
    pub(crate) async fn begin_removal(
        &self,
        number: u32,
        passphrase: Option<SecretBytes>,
    ) -> Result<(), Failure> {
        let journal = self.opened()?;
        if journal.kept() == Kept::InMemory {
            return Err(Failure::NotFound);
        }
        self.confirm(number, &journal, passphrase).await?;
        journal.removing.set(true);
        self.tell_witness(&journal, WitnessState::Removing);
        Ok(())
    }

    /// Deletes what was begun to be removed, and forgets its keys. Where another tab does not let go of it yet, it goes
    /// when that tab does: the witness says what is to become of it.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when no removal was begun; [`Failure::BigChangeElsewhere`] while another tab seals it anew.
    pub(crate) async fn remove(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        if !journal.removing.get() {
            return Err(Failure::NotFound);
        }
        let hold = self.host.hold_big_change(&big_change(&journal.name)).await;
        let Some(_hold) = hold else {
            journal.removing.set(false);
            self.tell_witness(&journal, WitnessState::Live);
            return Err(Failure::BigChangeElsewhere);
        };
        let name = journal.name.clone();
        self.close(&journal);
        drop(journal);
        match self.host.shelf().delete(&name).await {
            Ok(()) => self.host.emit(Event::Forgotten { name }),
            Err(StoreError::Blocked) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }
}

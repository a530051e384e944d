//! A new passphrase as a way in: what its derivation is to cost on this device, and the key it gives.

use vault::{Cost, KdfParams, Passphrase, Root, WaySecret};

use crate::{
    host::{DeriveFailure, Derived, Host},
    protocol::{Failure, Stage},
    service::Keeper,
};

/// A derived passphrase, with what was learned of the device.
pub(crate) struct NewPassphrase {
    pub(crate) secret: WaySecret,
    pub(crate) kdf: KdfParams,
    pub(crate) milliseconds: f64,
    pub(crate) marks: u32,
}

impl<H: Host> Keeper<H> {
    /// One timed run at the standard cost decides how many passes this device gets, `at_least` those given. Where
    /// memory is refused, less is asked for once.
    pub(crate) async fn new_passphrase(
        &self,
        number: u32,
        passphrase: &Passphrase,
        at_least: Cost,
    ) -> Result<NewPassphrase, Failure> {
        self.host.progress(number, Stage::Measuring, 0, 0);
        let standard = KdfParams::make(Cost::STANDARD, &mut self.random())?;
        let measured = self.try_deriving(passphrase, &standard).await?;
        self.host.progress(number, Stage::Deriving, 0, 0);
        if let Some(measured) = measured {
            let cost = Cost::fitted(measured.milliseconds).dearer(at_least);
            if cost == Cost::STANDARD {
                return Ok(NewPassphrase::new(measured, standard, 0));
            }
            let fitted = KdfParams::make(cost, &mut self.random())?;
            if let Some(derived) = self.try_deriving(passphrase, &fitted).await? {
                return Ok(NewPassphrase::new(derived, fitted, 0));
            }
        }
        self.new_passphrase_at(passphrase, Cost::SMALL_MEMORY, Root::MARK_SMALL_MEMORY).await
    }

    /// At a cost that is decided already.
    pub(crate) async fn new_passphrase_at(
        &self,
        passphrase: &Passphrase,
        cost: Cost,
        marks: u32,
    ) -> Result<NewPassphrase, Failure> {
        let kdf = KdfParams::make(cost, &mut self.random())?;
        let derived = self.derive(passphrase, &kdf).await?;
        Ok(NewPassphrase::new(derived, kdf, marks))
    }

    /// One derivation, with a refusal of memory told apart.
    pub(crate) async fn derive(&self, passphrase: &Passphrase, kdf: &KdfParams) -> Result<Derived, Failure> {
        self.host.derive(passphrase, kdf).await.map_err(|failure| match failure {
            DeriveFailure::OutOfMemory => Failure::NotEnoughMemory { memory_kib: kdf.cost.memory_kib() },
            DeriveFailure::Ended => Failure::KeeperDied,
        })
    }

    /// `None` when memory was refused.
    async fn try_deriving(
        &self,
        passphrase: &Passphrase,
        kdf: &KdfParams,
    ) -> Result<Option<Derived>, Failure> {
        match self.derive(passphrase, kdf).await {
            Ok(derived) => Ok(Some(derived)),
            Err(Failure::NotEnoughMemory { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

impl NewPassphrase {
    fn new(derived: Derived, kdf: KdfParams, marks: u32) -> Self {
        let secret = WaySecret::passphrase(derived.bytes, kdf);
        Self { secret, kdf, milliseconds: derived.milliseconds, marks }
    }
}

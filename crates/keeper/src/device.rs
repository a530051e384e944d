//! Which device a change is written by. One keeper is one device, from its first write after opening.

use vault::{DeviceId, Record, VersionClock};

use crate::{
    host::Host,
    protocol::Failure,
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    /// This opening's device id, drawn before its first write.
    pub(crate) fn device(&self, journal: &Journal<H>) -> Result<DeviceId, Failure> {
        if let Some(device) = journal.device.get() {
            return Ok(device);
        }
        let device = DeviceId::make(&mut self.random())?;
        journal.device.set(Some(device));
        Ok(device)
    }

    /// The device of a change whose writer had seen `seen` of `record`.
    ///
    /// A clock says "this device up to this count": it cannot say that a writer here had *not* seen an earlier change
    /// made here (an editor left open while the entry was saved from another one). From then on this keeper writes as
    /// another device, so that neither wording passes for a successor of the other.
    pub(crate) fn device_beside(
        &self,
        journal: &Journal<H>,
        record: Option<&Record>,
        seen: &VersionClock,
    ) -> Result<DeviceId, Failure> {
        let device = self.device(journal)?;
        let there = record.map_or(0, |record| count(&clock_over_all(record), device));
        if there > count(seen, device) {
            journal.device.set(None);
        }
        self.device(journal)
    }
}

/// The clock of everything in the record.
pub(crate) fn clock_over_all(record: &Record) -> VersionClock {
    VersionClock::merged(record.versions.iter().map(|version| &version.clock))
}

fn count(clock: &VersionClock, device: DeviceId) -> u32 {
    clock.entries().iter().find(|(known, _)| *known == device).map_or(0, |(_, count)| *count)
}

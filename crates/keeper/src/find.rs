//! Which journals are on this device, told from databases and witnesses together (FORMAT 7).

use std::collections::BTreeMap;
use store::{Shelf, Store};
use vault::{Header, HeaderError, Witness, WitnessState};

use crate::{
    host::Host,
    protocol::{Failure, Found, FoundState, StoredWitness},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    pub(crate) async fn find(&self, witnesses: &[StoredWitness]) -> Result<Vec<Found>, Failure> {
        let shelf = self.host.shelf();
        let names = shelf.names().await?;
        let mut seen: BTreeMap<&str, Option<Witness>> =
            witnesses.iter().map(|stored| (stored.name.as_str(), Witness::parse(&stored.value))).collect();
        for name in &names {
            seen.entry(name).or_insert(None);
        }
        let mut found = Vec::new();
        for (name, witness) in seen {
            if witness.as_ref().is_some_and(|witness| witness.state == WitnessState::Removing) {
                // The removal was decided before the database was deleted: finish it.
                shelf.delete(name).await?;
                continue;
            }
            let here = names.iter().any(|other| other == name);
            let state = if here {
                self.state_of(name, witness.as_ref()).await?
            } else {
                witness.map(|_| FoundState::Gone)
            };
            if let Some(state) = state {
                found.push(Found { name: name.to_owned(), state });
            }
        }
        Ok(found)
    }

    /// `None`: an empty database that nobody remembers, left by a creation that did not end.
    async fn state_of(&self, name: &str, witness: Option<&Witness>) -> Result<Option<FoundState>, Failure> {
        let head = self.host.shelf().open(name).await?.head().await?;
        if head.header.is_none() && head.root.is_none() {
            return Ok(witness.map(|_| FoundState::Gone));
        }
        let header = Header::parse(head.header.as_deref().unwrap_or_default());
        Ok(Some(match header {
            Ok(_) => FoundState::Sound,
            Err(HeaderError::TooNew { .. } | HeaderError::UnknownSuite) => FoundState::TooNew,
            Err(HeaderError::CostOutOfRange(_)) => FoundState::CostOutOfRange,
            Err(_) if witness.is_some() => FoundState::HeaderFromWitness,
            Err(_) => FoundState::Damaged,
        }))
    }
}

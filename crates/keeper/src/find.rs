//! Which journals are on this device, told from databases and witnesses together (FORMAT 7).

use std::collections::BTreeMap;
use store::{Shelf, Store as _, StoreError};
use vault::{Header, HeaderError, VaultId, Witness, WitnessState, prf_salt};

use crate::{
    host::Host,
    open_journal::kept,
    protocol::{Event, Failure, Found, FoundState, StoredWitness},
    service::{Keeper, Store},
    sweep::big_change,
};

impl<H: Host> Keeper<H> {
    pub(crate) async fn find(&self, witnesses: &[StoredWitness]) -> Result<Vec<Found>, Failure> {
        let shelf = self.host.shelf();
        let names = shelf.names().await?;
        let mut seen: BTreeMap<&str, Memory> =
            names.iter().map(|name| (name.as_str(), Memory::None)).collect();
        seen.extend(witnesses.iter().map(|stored| (stored.name.as_str(), Memory::of(&stored.value))));
        let mut found = Vec::new();
        for (name, memory) in seen {
            if let Memory::Removing = memory {
                // The removal was decided before the database was deleted: finish it. One that another tab still
                // holds goes when that tab lets go, and is tried again at the next start.
                if shelf.delete(name).await.is_ok() {
                    self.host.emit(Event::Forgotten { name: name.to_owned() });
                }
                continue;
            }
            let here = names.iter().any(|other| other == name);
            let state = if here { self.state_of(name, &memory).await? } else { memory.of_nothing_here() };
            if let Some((state, copy)) = state {
                let passkey_salt = copy.map(prf_salt);
                found.push(Found { name: name.to_owned(), state, kept: kept(name), passkey_salt });
            }
        }
        Ok(found)
    }

    /// With the local copy it is, where a header says. `None`: an empty database that nobody remembers, left by a
    /// creation that did not end.
    async fn state_of(&self, name: &str, memory: &Memory) -> Result<Option<Told>, Failure> {
        let store = match self.host.shelf().open(name).await {
            Err(StoreError::TooNew) => return Ok(Some((FoundState::TooNew, None))),
            opened => opened?,
        };
        let head = store.head().await?;
        if head.header.is_none() && head.root.is_none() {
            if *memory == Memory::None {
                self.clear_left_rows(name, &store).await;
            }
            return Ok(memory.of_nothing_here());
        }
        let header = Header::parse(head.header.as_deref().unwrap_or_default());
        Ok(Some(match (header, memory) {
            (Ok(header), _) => (FoundState::Sound, Some(header.vault_id())),
            (Err(HeaderError::TooNew { .. } | HeaderError::UnknownSuite), _) => (FoundState::TooNew, None),
            (Err(HeaderError::CostOutOfRange(_)), _) => (FoundState::CostOutOfRange, None),
            (Err(_), Memory::Sound(copy)) => (FoundState::HeaderFromWitness, Some(*copy)),
            (Err(_), _) => (FoundState::Damaged, None),
        }))
    }
}

impl<H: Host> Keeper<H> {
    /// Rows below no root were staged by a restore that ended before its journal was there, unless one is under way.
    /// What does not go now goes another time.
    async fn clear_left_rows(&self, name: &str, store: &Store<H>) {
        if !store.row_keys().await.is_ok_and(|keys| !keys.is_empty()) {
            return;
        }
        if let Some(_hold) = self.host.hold_big_change(&big_change(name)).await {
            let _ = self.host.shelf().delete(name).await;
        }
    }
}

/// What can be told of a journal, and which local copy it is.
type Told = (FoundState, Option<VaultId>);

/// What the screen remembers of a journal.
#[derive(PartialEq, Eq)]
enum Memory {
    /// Nothing.
    None,
    /// A witness that cannot be read: something was here.
    Damaged,
    /// A sound witness, of that local copy.
    Sound(VaultId),
    /// That it was being removed.
    Removing,
}

impl Memory {
    fn of(witness: &str) -> Self {
        match Witness::parse(witness) {
            Some(witness) if witness.state == WitnessState::Removing => Self::Removing,
            Some(witness) => Self::Sound(witness.vault_id),
            None => Self::Damaged,
        }
    }

    /// What to say of a journal whose database is gone or empty: never "a first run" where anything was here.
    fn of_nothing_here(&self) -> Option<Told> {
        (*self != Self::None).then_some((FoundState::Gone, None))
    }
}

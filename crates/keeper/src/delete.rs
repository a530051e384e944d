//! Deleting an entry, and taking that back until the journal is locked.

use journal::Entry;
use vault::{Codec, EntryState, RecordId, Version};

use crate::{
    bodies::entry_of,
    commit::{Change, clock_over},
    entries::read_of,
    host::Host,
    protocol::{Failure, Id, Saved},
    save::{change_of, version_of},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    /// Puts an empty deleted version over everything that is there; merges need to know of it.
    pub(crate) async fn delete(&self, id: Id) -> Result<u64, Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(id);
        let now_ms = self.host.now_ms();
        let before = self.record(&journal, id).await?.ok_or(Failure::NotFound)?;
        let entry = journal.list.borrow().entry(id).cloned().ok_or(Failure::NotFound)?;
        if entry.state == EntryState::Deleted {
            return Err(Failure::NotFound);
        }
        self.commit(&journal, id, None, |existing, device| {
            let record = existing.ok_or(Failure::NotFound)?;
            let gone = Version {
                codec: Codec::Json,
                schema: Entry::SCHEMA,
                deleted: true,
                changed_at_ms: now_ms,
                clock: clock_over(&record, device),
                body: Vec::new(),
            };
            Ok(Change {
                record: record.with_version(gone),
                state: EntryState::Deleted,
                title: String::new(),
                happened_at_s: entry.happened_at_s,
                offset_min: entry.offset_min,
            })
        })
        .await?;
        journal.deleted.borrow_mut().insert(id, before.versions);
        Ok(journal.sequence())
    }

    /// Brings a deleted entry back; where it had several wordings, the others become earlier ones of the first.
    pub(crate) async fn undelete(&self, id: Id) -> Result<Saved, Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(id);
        let versions = journal.deleted.borrow().get(&id).cloned().ok_or(Failure::NotFound)?;
        let now_ms = self.host.now_ms();
        let entry = versions
            .iter()
            .rev()
            .filter_map(entry_of)
            .map(Ok)
            .reduce(|other, first| other?.revise(first?.into_words(), now_ms))
            .ok_or(Failure::EntryNewer)??;
        let record = self
            .commit(&journal, id, None, |existing, device| {
                let record = existing.ok_or(Failure::NotFound)?;
                let version = version_of(&entry, clock_over(&record, device), now_ms);
                Ok(change_of(record.with_version(version), &entry))
            })
            .await?;
        journal.deleted.borrow_mut().remove(&id);
        Ok(Saved { entry: read_of(id, &record)?, changed_elsewhere: false, sequence: journal.sequence() })
    }
}

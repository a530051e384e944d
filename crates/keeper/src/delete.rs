//! Deleting a record, and taking that back until the journal is locked.

use vault::{Codec, EntryState, Record, RecordId, Version, VersionClock};

use crate::{
    commit::{Change, Seen, Target},
    device::clock_over_all,
    entries::read_of,
    host::Host,
    kinds::{joined, version_of},
    protocol::{Failure, Id, Saved},
    save::change_of,
    service::Keeper,
    stored::commitment_of,
};

/// The schema that the mark of a deletion names, whatever the kind: its body is empty.
const DELETED_SCHEMA: u16 = 1;

impl<H: Host> Keeper<H> {
    /// Puts an empty deleted version over what this keeper knew of the entry; merges need to know of it. What another
    /// tab wrote meanwhile was not seen by whoever deletes: it stays, with the deletion beside it.
    pub(crate) async fn delete(&self, id: Id) -> Result<u64, Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(id);
        let now_ms = self.host.now_ms();
        let known = commitment_of(&journal, id)?.ok_or(Failure::NotFound)?;
        if journal.list.borrow().live_entry(id).is_none() {
            return Err(Failure::NotFound);
        }
        let before = self.record(&journal, id).await?.ok_or(Failure::NotFound)?;
        let seen =
            if before.commitment == known { clock_over_all(&before.record) } else { VersionClock::default() };
        let target = Target::of(id, Seen::Clock(seen));
        self.commit(&journal, target, |existing, seen, device| {
            let gone = Version {
                codec: Codec::Json,
                schema: DELETED_SCHEMA,
                deleted: true,
                changed_at_ms: now_ms,
                clock: seen.clone().bumped(device),
                body: Vec::new(),
            };
            let entry = journal.list.borrow().entry(id).cloned().ok_or(Failure::NotFound)?;
            let record = existing.ok_or(Failure::NotFound)?.with_version(gone);
            let (state, title) = match is_all_deleted(&record) {
                true => (EntryState::Deleted, String::new()),
                false => (EntryState::Live, entry.title),
            };
            let (happened_at_s, offset_min) = (entry.happened_at_s, entry.offset_min);
            Ok(Change { record, state, title, happened_at_s, offset_min })
        })
        .await?;
        journal.deleted.borrow_mut().insert(id, before.record);
        Ok(journal.sequence())
    }

    /// Brings a deleted entry back. Where there were several wordings, or where it was written anew elsewhere, one
    /// stands and the others become earlier ones of it.
    pub(crate) async fn undelete(&self, id: Id) -> Result<Saved, Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(id);
        let before = journal.deleted.borrow().get(&id).cloned().ok_or(Failure::NotFound)?;
        let now_ms = self.host.now_ms();
        let current = self.record(&journal, id).await?.ok_or(Failure::NotFound)?.record;
        let record = if current.versions.iter().any(|version| version.deleted) {
            let target = Target::of(id, Seen::All);
            self.commit(&journal, target, |existing, seen, device| {
                let record = existing.ok_or(Failure::NotFound)?;
                let source = if is_all_deleted(&record) { &before } else { &record };
                let content = joined(source, &source.versions, now_ms)?.ok_or(Failure::EntryNewer)?;
                let version = version_of(content.as_ref(), seen.clone().bumped(device), now_ms);
                Ok(change_of(record.with_version(version), content.as_ref()))
            })
            .await?
        } else {
            // It was brought back elsewhere.
            current
        };
        journal.deleted.borrow_mut().remove(&id);
        let changed_elsewhere = record.versions.len() > 1;
        Ok(Saved { entry: read_of(id, &record)?, changed_elsewhere, sequence: journal.sequence() })
    }
}

fn is_all_deleted(record: &Record) -> bool {
    record.versions.iter().all(|version| version.deleted)
}

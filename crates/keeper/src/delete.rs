//! Deleting a record, and taking that back until the journal is locked.

use vault::{Codec, EntryState, PageEntry, Record, RecordId, Version, VersionClock};

use crate::{
    check::damaged,
    commit::{Change, IfUnreadable, Seen, Target},
    device::clock_over_all,
    entries::read_of,
    host::Host,
    kinds::{joined, version_of},
    protocol::{Event, Failure, Id, Saved},
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
            let entry = journal.list.borrow().entry(id).cloned().ok_or(Failure::NotFound)?;
            let gone = gone(seen.clone().bumped(device), now_ms);
            Ok(deletion(entry, existing.ok_or(Failure::NotFound)?.with_version(gone)))
        })
        .await?;
        journal.deleted.borrow_mut().insert(id, before.record);
        Ok(journal.sequence())
    }

    /// Puts the mark of a deletion in the place of an entry that cannot be read; its damaged row goes. What it said is
    /// not known, so the mark has seen nothing of it: a copy of the entry that a backup brings stands beside the mark.
    pub(crate) async fn delete_damaged(&self, id: Id) -> Result<u64, Failure> {
        let journal = self.opened()?;
        let record_id = RecordId::from_bytes(id);
        match self.look_up(&journal, record_id).await? {
            None => return Err(Failure::NotFound),
            Some(Ok(_)) => return self.delete(id).await,
            Some(Err(_)) => {}
        }
        let now_ms = self.host.now_ms();
        // As another device: this one may have written the entry, and its count must not pass for a successor's.
        journal.device.set(None);
        let target = Target {
            unreadable: IfUnreadable::Replace,
            ..Target::of(record_id, Seen::Clock(VersionClock::default()))
        };
        self.commit(&journal, target, |existing, seen, device| {
            let entry = journal.list.borrow().entry(record_id).cloned().ok_or(Failure::NotFound)?;
            let gone = gone(seen.clone().bumped(device), now_ms);
            let record = match existing {
                // Another tab has just written it anew.
                Some(record) => record.with_version(gone),
                None => Record { kind: entry.kind, versions: vec![gone] },
            };
            Ok(deletion(entry, record))
        })
        .await?;
        if journal.checked.get() {
            self.host.emit(Event::Checked { damaged: damaged(&journal) });
        }
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

/// The mark of a deletion.
pub(crate) fn gone(clock: VersionClock, now_ms: u64) -> Version {
    Version {
        codec: Codec::Json,
        schema: DELETED_SCHEMA,
        deleted: true,
        changed_at_ms: now_ms,
        clock,
        body: Vec::new(),
    }
}

/// The record with its mark, and what the list keeps of it.
pub(crate) fn deletion(entry: PageEntry, record: Record) -> Change {
    let (state, title) = match is_all_deleted(&record) {
        true => (EntryState::Deleted, String::new()),
        false => (EntryState::Live, entry.title),
    };
    let (happened_at_s, offset_min) = (entry.happened_at_s, entry.offset_min);
    Change { record, state, title, happened_at_s, offset_min }
}

fn is_all_deleted(record: &Record) -> bool {
    record.versions.iter().all(|version| version.deleted)
}

//! Saving what was typed: it becomes a version over everything its writer saw.

use vault::{DeviceId, DraftId, EntryState, Record, RecordId, Version, VersionClock};

use crate::{
    commit::{Change, Seen, Target},
    entries::read_of,
    host::Host,
    kinds::{Content, Listing, content_of, first, joined, version_of},
    list::List,
    protocol::{Draft, Failure, Id, Reply, Saved, Written},
    service::Keeper,
};

/// How often an id is drawn until it falls on a page that can be written: with one page of 64 left, an honest source
/// fails at this once in seven million.
const ID_DRAWS: usize = 1_000;

impl<H: Host> Keeper<H> {
    /// Draws the ids of a new record, on a page that can be written.
    pub(crate) fn begin_entry(&self) -> Result<Reply, Failure> {
        let journal = self.opened()?;
        let list = journal.list.borrow();
        self.begun(*self.free_id(&list)?.as_bytes())
    }

    /// An id that no record has, on a page that can be written.
    pub(crate) fn free_id(&self, list: &List) -> Result<RecordId, Failure> {
        if usize::from(list.damaged_pages()) == vault::PageNumber::COUNT {
            return Err(Failure::RootDamaged);
        }
        for _ in 0..ID_DRAWS {
            let id = RecordId::make(&mut self.random())?;
            if list.page(id.page()).is_some() && list.entry(id).is_none() {
                return Ok(id);
            }
        }
        Err(Failure::RandomnessUnavailable)
    }

    pub(crate) fn begin_edit(&self, id: Id) -> Result<Reply, Failure> {
        let journal = self.opened()?;
        let known = journal.list.borrow().live_entry(RecordId::from_bytes(id)).is_some();
        if known { self.begun(id) } else { Err(Failure::NotFound) }
    }

    fn begun(&self, id: Id) -> Result<Reply, Failure> {
        let draft_id = DraftId::make(&mut self.random())?;
        Ok(Reply::Begun { id, draft_id: *draft_id.as_bytes() })
    }

    pub(crate) async fn save(&self, draft: Draft) -> Result<Saved, Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(draft.id);
        let draft_id = DraftId::from_bytes(draft.draft_id);
        // A new entry's base is empty. One that cannot be read says nothing of what was seen: what is there then stays
        // beside what is saved.
        let seen = VersionClock::parse(&draft.base.0).unwrap_or_default();
        let now_ms = self.host.now_ms();
        let posted = journal.pending.borrow().get(draft_id).cloned();
        let target = Target { draft: Some(draft_id), ..Target::of(id, Seen::Clock(seen)) };
        let record = self
            .commit(&journal, target, |existing, seen, device| {
                saved_change(existing, seen, device, &draft.text, now_ms)
            })
            .await?;
        // Words posted while this was written stay a draft.
        let mut pending = journal.pending.borrow_mut();
        let saved =
            pending.get(draft_id).is_some_and(|now| Some(now) == posted.as_ref() || now.text == draft.text);
        if saved {
            pending.forget(draft_id);
        }
        Ok(Saved {
            entry: read_of(id, &record)?,
            changed_elsewhere: record.versions.len() > 1,
            sequence: journal.sequence(),
        })
    }
}

/// `existing` with what was typed over the versions its writer saw. The same words, should they stand there already
/// (a save that landed without being heard of), count as seen: no second wording is made of them.
pub(crate) fn saved_change(
    existing: Option<Record>,
    seen: &VersionClock,
    device: DeviceId,
    written: &Written,
    now_ms: u64,
) -> Result<Change, Failure> {
    let typed = first(written, now_ms)?;
    let kind = typed.kind().number();
    let record = existing.unwrap_or(Record { kind, versions: Vec::new() });
    if record.kind != kind {
        // A record stays of the kind it is.
        return Err(Failure::NotFound);
    }
    let says_the_same =
        |version: &&Version| content_of(kind, version).is_some_and(|content| content.says(written));
    let same = record.versions.iter().filter(says_the_same).map(|version| &version.clock);
    let clock = VersionClock::merged(same.chain([seen])).bumped(device);
    let replaced = record.versions.iter().filter(|version| clock.strictly_dominates(&version.clock));
    let content = match joined(&record, replaced, now_ms)? {
        Some(before) => before.revised(written, now_ms)?,
        None => typed,
    };
    let version = version_of(content.as_ref(), clock, now_ms);
    Ok(change_of(record.with_version(version), content.as_ref()))
}

/// The list entry and record of something live.
pub(crate) fn change_of(record: Record, content: &dyn Content) -> Change {
    let Listing { title, happened_at_s, offset_min } = content.listing();
    Change { record, state: EntryState::Live, title, happened_at_s, offset_min }
}

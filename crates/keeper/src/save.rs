//! Saving an entry: what was typed becomes a version over everything its writer saw.

use journal::{Entry, Kind, Mood, Tags, Words};
use vault::{Codec, DeviceId, DraftId, EntryState, PageEntry, Record, RecordId, Version, VersionClock};

use crate::{
    bodies::entry_of,
    commit::Change,
    entries::read_of,
    host::Host,
    protocol::{Draft, EntryText, Failure, Id, Reply, Saved},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    /// Draws the ids of a new entry, on a page that can be written.
    pub(crate) fn begin_entry(&self) -> Result<Reply, Failure> {
        let journal = self.opened()?;
        let list = journal.list.borrow();
        loop {
            let id = RecordId::make(&mut self.random())?;
            if list.page(id.page()).is_some() {
                return self.begun(*id.as_bytes());
            }
            if usize::from(list.damaged_pages()) == vault::PageNumber::COUNT {
                return Err(Failure::RootDamaged);
            }
        }
    }

    pub(crate) fn begin_edit(&self, id: Id) -> Result<Reply, Failure> {
        let journal = self.opened()?;
        let known = journal.list.borrow().entry(RecordId::from_bytes(id)).is_some();
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
        let seen = VersionClock::parse(&draft.base.0).map_err(|_| Failure::NotFound)?;
        let now_ms = self.host.now_ms();
        let record = self
            .commit(&journal, id, Some(draft_id), |existing, device| {
                saved_change(existing, &seen, device, &draft.text, now_ms)
            })
            .await?;
        journal.pending.borrow_mut().forget(draft_id);
        Ok(Saved {
            entry: read_of(id, &record)?,
            changed_elsewhere: record.versions.len() > 1,
            sequence: journal.sequence(),
        })
    }
}

/// `existing` with what was typed over the versions its writer saw.
fn saved_change(
    existing: Option<Record>,
    seen: &VersionClock,
    device: DeviceId,
    text: &EntryText,
    now_ms: u64,
) -> Result<Change, Failure> {
    let record = existing.unwrap_or(Record { kind: Kind::ENTRY.number(), versions: Vec::new() });
    let clock = VersionClock::merged([seen]).bumped(device);
    let replaced = record.versions.iter().filter(|version| clock.strictly_dominates(&version.clock));
    let before = replaced.clone().find_map(entry_of);
    if before.is_none() && replaced.clone().any(|version| !version.deleted) {
        // Every wording this one would replace was made by a newer version.
        return Err(Failure::EntryNewer);
    }
    let typed = typed_words(text)?;
    let entry = match before {
        Some(before) => before.revise(typed, now_ms)?,
        None => Entry::new(typed)?,
    };
    let version = version_of(&entry, clock, now_ms);
    Ok(change_of(record.with_version(version), &entry))
}

/// The list entry and record of a live entry.
pub(crate) fn change_of(record: Record, entry: &Entry) -> Change {
    let words = entry.words();
    Change {
        record,
        state: EntryState::Live,
        title: PageEntry::fitted_title(&words.list_title()).to_owned(),
        happened_at_s: words.happened_at_s,
        offset_min: words.offset_min,
    }
}

pub(crate) fn version_of(entry: &Entry, clock: VersionClock, now_ms: u64) -> Version {
    Version {
        codec: Codec::Json,
        schema: Entry::SCHEMA,
        deleted: false,
        changed_at_ms: now_ms,
        clock,
        body: entry.to_body(),
    }
}

fn typed_words(text: &EntryText) -> Result<Words, Failure> {
    Ok(Words {
        title: text.title.clone(),
        text: text.text.clone(),
        mood: text.mood.map(Mood::new).transpose().map_err(|_| Failure::MoodOutOfRange)?,
        tags: Tags::new(&text.tags)?,
        happened_at_s: text.happened_at_s,
        offset_min: text.offset_min,
        zone: text.zone.clone(),
    })
}

//! Saving an entry: what was typed becomes a version over everything its writer saw.

use journal::{Entry, Kind, Mood, Tags, Words};
use vault::{Codec, DeviceId, DraftId, EntryState, PageEntry, Record, RecordId, Version, VersionClock};

use crate::{
    bodies::{entry_of, joined},
    commit::{Change, Seen, Target},
    entries::read_of,
    host::Host,
    protocol::{Draft, EntryText, Failure, Id, Reply, Saved, Written},
    service::Keeper,
};

/// How often an id is drawn until it falls on a page that can be written: with one page of 64 left, an honest source
/// fails at this once in seven million.
const ID_DRAWS: usize = 1_000;

impl<H: Host> Keeper<H> {
    /// Draws the ids of a new entry, on a page that can be written.
    pub(crate) fn begin_entry(&self) -> Result<Reply, Failure> {
        let journal = self.opened()?;
        let list = journal.list.borrow();
        if usize::from(list.damaged_pages()) == vault::PageNumber::COUNT {
            return Err(Failure::RootDamaged);
        }
        for _ in 0..ID_DRAWS {
            let id = RecordId::make(&mut self.random())?;
            if list.page(id.page()).is_some() && list.entry(id).is_none() {
                return self.begun(*id.as_bytes());
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
        let target = Target { id, draft: Some(draft_id), seen: Seen::Clock(seen) };
        let record = self
            .commit(&journal, target, |existing, seen, device| {
                let Written::Entry(text) = &draft.text else { return Err(Failure::NotFound) };
                saved_change(existing, seen, device, text, now_ms)
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
fn saved_change(
    existing: Option<Record>,
    seen: &VersionClock,
    device: DeviceId,
    text: &EntryText,
    now_ms: u64,
) -> Result<Change, Failure> {
    let record = existing.unwrap_or(Record { kind: Kind::ENTRY.number(), versions: Vec::new() });
    let typed = typed_words(text)?;
    let says_the_same =
        |version: &&Version| entry_of(record.kind, version).is_some_and(|entry| *entry.words() == typed);
    let same = record.versions.iter().filter(says_the_same).map(|version| &version.clock);
    let clock = VersionClock::merged(same.chain([seen])).bumped(device);
    let replaced = record.versions.iter().filter(|version| clock.strictly_dominates(&version.clock));
    let entry = match joined(&record, replaced, now_ms)? {
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

//! Tags of the whole journal: which there are, and renaming one in every entry that carries it.

use std::collections::HashMap;

use journal::{Kind, Tags};
use vault::RecordId;

use crate::{
    bodies::Body,
    host::Host,
    marks::{entry_of, first_entry},
    protocol::{DayCount, Failure, Stage, TagCount, TagRenamed},
    service::{Journal, Keeper},
    slices::Slice,
};

impl<H: Host> Keeper<H> {
    /// Each tag with the number of its entries, the most used first; and whether all entries are read.
    pub(crate) fn tags(&self) -> Result<(Vec<TagCount>, bool), Failure> {
        let journal = self.opened()?;
        let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
        let mut counts: HashMap<String, TagCount> = HashMap::new();
        for id in list.live() {
            let Some(Body::Read { shown, .. }) = bodies.get(id) else { continue };
            for tag in &shown.tags {
                let count = counts.entry(tag.to_lowercase());
                count.or_insert_with(|| TagCount { tag: tag.clone(), entries: 0 }).entries += 1;
            }
        }
        let mut counts: Vec<TagCount> = counts.into_values().collect();
        counts.sort_unstable_by(|one, other| {
            (other.entries, one.tag.to_lowercase()).cmp(&(one.entries, other.tag.to_lowercase()))
        });
        Ok((counts, journal.checked.get()))
    }

    /// Renames a tag in every entry that carries it. What cannot be changed stays as it is and is counted.
    pub(crate) async fn rename_tag(&self, number: u32, old: &str, new: &str) -> Result<TagRenamed, Failure> {
        let journal = self.opened()?;
        let new = new.trim();
        if new.is_empty() || old.trim().is_empty() {
            return Err(Failure::NothingSaid);
        }
        let ids = self.tagged(&journal, old);
        let mut renamed = TagRenamed { changed: 0, left: 0 };
        let mut slice = Slice::begin(&self.host);
        for (at, id) in ids.iter().enumerate() {
            self.host.progress(number, Stage::Renaming, at as u32, ids.len() as u32);
            match self.rename_in(&journal, *id, old, new).await {
                Ok(true) => renamed.changed += 1,
                Ok(false) => {}
                Err(Failure::EntryNewer | Failure::EntryDamaged | Failure::TooBusy | Failure::NotFound) => {
                    renamed.left += 1
                }
                Err(failure) => {
                    self.tell(&journal);
                    return Err(failure);
                }
            }
            slice.rest().await;
        }
        self.tell(&journal);
        Ok(renamed)
    }

    /// Entries that carry a tag, as far as bodies are read; those not read yet may.
    fn tagged(&self, journal: &Journal<H>, tag: &str) -> Vec<RecordId> {
        let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
        let is_entry =
            |id: &RecordId| list.entry(*id).is_some_and(|entry| Kind::new(entry.kind) == Kind::ENTRY);
        let may_carry = |id: &RecordId| match bodies.get(*id) {
            Some(Body::Read { shown, .. }) => shown.tags.iter().any(|other| Tags::are_one(tag, other)),
            Some(Body::Damaged { .. }) => false,
            None => true,
        };
        list.live().filter(is_entry).filter(may_carry).collect()
    }

    /// False when it does not carry the tag after all.
    async fn rename_in(
        &self,
        journal: &Journal<H>,
        id: RecordId,
        old: &str,
        new: &str,
    ) -> Result<bool, Failure> {
        let record = self.record(journal, id).await?.ok_or(Failure::NotFound)?.record;
        let version = first_entry(&record)?;
        let tags = entry_of(record.kind, version).map(|text| text.tags).unwrap_or_default();
        if !tags.iter().any(|tag| Tags::are_one(tag, old)) {
            return Ok(false);
        }
        if record.versions.len() > 1 {
            // Two wordings: which of them carries which tag is for their writer to say.
            return Err(Failure::TooBusy);
        }
        let tags = Tags::new(&tags)?.renamed(old, new);
        self.retouch(journal, id, version, |text| text.tags = tags.as_slice().to_vec()).await?;
        Ok(true)
    }

    /// How many rows of the list each day has.
    pub(crate) fn day_counts(&self, from_day: i32, to_day: i32) -> Result<Vec<DayCount>, Failure> {
        let journal = self.opened()?;
        let list = journal.list.borrow();
        let mut counts: Vec<DayCount> = Vec::new();
        // The list goes from the newest day to the oldest.
        for entry in list.live().filter_map(|id| list.entry(id)) {
            let day = list.day(entry).days();
            match counts.last_mut() {
                _ if !(from_day..=to_day).contains(&day) => {}
                Some(last) if last.day == day => last.rows += 1,
                _ => counts.push(DayCount { day, rows: 1 }),
            }
        }
        counts.reverse();
        Ok(counts)
    }
}

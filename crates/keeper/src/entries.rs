//! Asking: the list, with or without words to search for, and one record in full.

use journal::{Day, DayStart, Query, fold};
use vault::{PageEntry, Record, RecordId};

use crate::{
    bodies::{Bodies, Body},
    device::clock_over_all,
    host::Host,
    kinds::{Shown, contents_of, row_kind},
    list::List,
    protocol::{Base, EntryRead, Failure, Id, Listed, Row, Written},
    service::Keeper,
};

/// Entries looked at without letting others run.
const LOOKED_AT_ONCE: usize = 4_096;

impl<H: Host> Keeper<H> {
    pub(crate) async fn list(&self, search: &str, offset: u32, limit: u32) -> Result<Listed, Failure> {
        let journal = self.opened()?;
        let query = Query::parse(search);
        let found = if query.is_empty() { None } else { Some(self.matching(&journal, &query).await) };
        let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
        let (offset, limit) = (offset as usize, limit as usize);
        let (ids, total): (Vec<RecordId>, _) = match &found {
            Some(found) => (found.iter().skip(offset).take(limit).copied().collect(), found.len()),
            None => (list.live().skip(offset).take(limit).collect(), list.live().len()),
        };
        Ok(Listed {
            rows: ids.into_iter().filter_map(|id| row(&list, &bodies, id)).collect(),
            total: total as u32,
            complete: journal.checked.get(),
            sequence: journal.sequence(),
        })
    }

    async fn matching(&self, journal: &crate::service::Journal<H>, query: &Query) -> Vec<RecordId> {
        let all: Vec<RecordId> = journal.list.borrow().live().collect();
        let mut found = Vec::new();
        for (number, some) in all.chunks(LOOKED_AT_ONCE).enumerate() {
            if number > 0 {
                self.host.let_others_run().await;
            }
            let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
            found.extend(some.iter().copied().filter(|id| matches(query, &list, &bodies, *id)));
        }
        found
    }

    pub(crate) async fn read(&self, id: Id) -> Result<EntryRead, Failure> {
        let journal = self.opened()?;
        let id = RecordId::from_bytes(id);
        let stored = self.record(&journal, id).await?.ok_or(Failure::NotFound)?;
        read_of(id, &stored.record)
    }
}

/// A record as the screen gets it.
pub(crate) fn read_of(id: RecordId, record: &Record) -> Result<EntryRead, Failure> {
    let wordings: Vec<Written> = contents_of(record).map(|content| content.into_written()).collect();
    let readable = wordings.len();
    let deleted = record.versions.iter().filter(|version| version.deleted).count();
    if readable == 0 && deleted == record.versions.len() {
        return Err(Failure::NotFound);
    }
    let newer = readable + deleted < record.versions.len();
    if readable == 0 && newer {
        return Err(Failure::EntryNewer);
    }
    Ok(EntryRead {
        id: *id.as_bytes(),
        base: Base(clock_over_all(record).to_bytes()),
        wordings,
        also_deleted: deleted > 0,
        newer,
        changed_at_ms: record.versions.iter().map(|version| version.changed_at_ms).max().unwrap_or(0),
    })
}

fn matches(query: &Query, list: &List, bodies: &Bodies, id: RecordId) -> bool {
    match bodies.get(id) {
        Some(Body::Read { folded, .. }) => query.matches(folded),
        _ => list.entry(id).is_some_and(|entry| query.matches(&fold(&entry.title))),
    }
}

fn row(list: &List, bodies: &Bodies, id: RecordId) -> Option<Row> {
    let entry: &PageEntry = list.entry(id)?;
    let (shown, damaged) = match bodies.get(id) {
        Some(Body::Read { shown, .. }) => (shown.clone(), false),
        Some(Body::Damaged { .. }) => (Shown::default(), true),
        None => (Shown::default(), false),
    };
    Some(Row {
        id: *id.as_bytes(),
        day: Day::of(entry.happened_at_s, entry.offset_min, DayStart::default()).days(),
        happened_at_s: entry.happened_at_s,
        offset_min: entry.offset_min,
        title: entry.title.clone(),
        preview: shown.preview,
        kind: row_kind(entry.kind),
        mood: shown.mood,
        strength: shown.strength,
        tags: shown.tags,
        damaged,
    })
}

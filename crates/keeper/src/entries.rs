//! Asking: the list, with or without words to search for, and one record in full.

use std::ops::Range;

use journal::{Day, Query, Tags, fold};
use vault::{PageEntry, Record, RecordId};

use crate::{
    bodies::{Bodies, Body},
    device::clock_over_all,
    host::Host,
    kinds::{Shown, contents_of, row_kind},
    list::List,
    protocol::{Base, EntryRead, Failure, Filter, Id, Listed, Row, RowKind, Written},
    service::{Journal, Keeper},
};

/// Entries looked at without letting others run.
const LOOKED_AT_ONCE: usize = 4_096;
/// Records read without letting others run.
const READ_AT_ONCE: usize = 32;

impl<H: Host> Keeper<H> {
    pub(crate) async fn list(&self, filter: &Filter, offset: u32, limit: u32) -> Result<Listed, Failure> {
        let journal = self.opened()?;
        let found = match *filter == Filter::default() {
            true => None,
            false => Some(self.matching(&journal, filter).await),
        };
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

    async fn matching(&self, journal: &Journal<H>, filter: &Filter) -> Vec<RecordId> {
        let query = Query::parse(&filter.search);
        let all: Vec<RecordId> = journal.list.borrow().live().collect();
        let mut found = Vec::new();
        for (number, some) in all.chunks(LOOKED_AT_ONCE).enumerate() {
            if number > 0 {
                self.host.let_others_run().await;
            }
            let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
            let wanted = |id: &RecordId| {
                let (entry, body) = (list.entry(*id), bodies.get(*id));
                entry.is_some_and(|entry| {
                    passes(filter, list.day(entry).days(), entry, body) && matches(&query, entry, body)
                })
            };
            found.extend(some.iter().copied().filter(wanted));
        }
        found
    }

    /// All live records of a kind that happened `within`, newest first. One that cannot be read is left out: the check names it.
    pub(crate) async fn all(&self, kind: RowKind, within: Range<i64>) -> Result<Vec<EntryRead>, Failure> {
        let journal = self.opened()?;
        let numbers = (0..=u8::MAX).filter(|number| row_kind(*number) == kind && kind != RowKind::Other);
        let ids: Vec<RecordId> = {
            let list = journal.list.borrow();
            let happened =
                |id: &RecordId| list.entry(*id).is_some_and(|entry| within.contains(&entry.happened_at_s));
            numbers.flat_map(|number| list.live_of_kind(number)).filter(happened).collect()
        };
        let mut read = Vec::with_capacity(ids.len());
        for (number, id) in ids.into_iter().enumerate() {
            if number % READ_AT_ONCE == READ_AT_ONCE - 1 {
                self.host.let_others_run().await;
            }
            match self.record(&journal, id).await {
                Ok(Some(stored)) => read.extend(read_of(id, &stored.record).ok()),
                Ok(None) | Err(Failure::EntryDamaged | Failure::NotFound) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(read)
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
    let earlier = contents_of(record).map(|content| content.earlier().len() as u32).sum();
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
        earlier,
    })
}

/// Whether the words of the query are there.
fn matches(query: &Query, entry: &PageEntry, body: Option<&Body>) -> bool {
    query.is_empty()
        || match body {
            Some(Body::Read { folded, .. }) => query.matches(folded),
            _ => query.matches(&fold(&entry.title)),
        }
}

/// Whether it is of the kind, the days, the tag and the mood that are asked for. What is not read yet has neither tag
/// nor mood.
fn passes(filter: &Filter, day: i32, entry: &PageEntry, body: Option<&Body>) -> bool {
    let shown = match body {
        Some(Body::Read { shown, .. }) => Some(shown),
        _ => None,
    };
    let tagged =
        |tag: &String| shown.is_some_and(|shown| shown.tags.iter().any(|other| Tags::are_one(tag, other)));
    let feeling = |(least, most): &(u8, u8)| {
        shown.and_then(|shown| shown.mood).is_some_and(|mood| (*least..=*most).contains(&mood))
    };
    (filter.kinds.is_empty() || filter.kinds.contains(&row_kind(entry.kind)))
        && filter.from_day.is_none_or(|from| from <= day)
        && filter.to_day.is_none_or(|to| day <= to)
        && filter.tag.as_ref().is_none_or(tagged)
        && filter.mood.as_ref().is_none_or(feeling)
        && (!filter.favourites || shown.is_some_and(|shown| shown.favourite))
        && (!filter.shareable || shown.is_some_and(|shown| !shown.never_share))
        && filter.other_years_of.is_none_or(|of| {
            row_kind(entry.kind) == RowKind::Entry
                && is_date_in_another_year(of, day)
                && shown.is_some_and(|shown| !shown.kept_back)
        })
}

/// Whether both days have the same date, in two years.
fn is_date_in_another_year(of: i32, day: i32) -> bool {
    let date = |day| Day::new(day).map(Day::civil);
    match (date(of), date(day)) {
        (Ok((year, month, date)), Ok(other)) => (month, date) == (other.1, other.2) && year != other.0,
        _ => false,
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
        day: list.day(entry).days(),
        happened_at_s: entry.happened_at_s,
        offset_min: entry.offset_min,
        title: entry.title.clone(),
        preview: shown.preview,
        kind: row_kind(entry.kind),
        mood: shown.mood,
        strength: shown.strength,
        after: shown.after,
        ending: shown.ending,
        tags: shown.tags,
        favourite: shown.favourite,
        damaged,
    })
}

//! What a summary is made of: the records of its days, without those that are never shared. What of them is told is the
//! journal's.

use core::ops::Range;

use journal::insights::Facts;
use journal::summary::{Passage, Records, gather};
use journal::{Day, DayStart, Kind};
use vault::RecordId;

use crate::{
    bodies::Body,
    host::Host,
    protocol::{Failure, Gathered, Id, RowKind, SummaryAsk, Written},
    service::{Journal, Keeper},
};

/// Bodies looked at without letting others run.
const LOOKED_AT_ONCE: usize = 4_096;
const DAY_S: i64 = 86_400;
/// A check-in may be written so many days after its day.
const LATE_DAYS: i64 = 31;

impl<H: Host> Keeper<H> {
    /// What the records give of the asked parts. Until every body is read, of those that are.
    pub(crate) async fn summary(&self, ask: SummaryAsk) -> Result<Gathered, Failure> {
        let journal = self.opened()?;
        // Without the choices it is not known what is never shared: then nothing is.
        let choices = self.settings().await?.choices;
        let never = |kind: Kind| choices.never_share.contains(&kind.number());
        let starts = if choices.day_starts_at_four { DayStart::FourInTheMorning } else { DayStart::Midnight };
        let complete = journal.checked.get();
        let facts = self.shareable_facts(&journal, &choices.never_share, starts).await;
        let mut records = Records { facts, starts, ..Records::default() };
        let about = around(&ask);
        if !never(Kind::GOAL) {
            let goals = self.all(RowKind::Goal, i64::MIN..i64::MAX).await?.into_iter();
            records.goals = goals
                .filter_map(|read| match read.wordings.into_iter().next()? {
                    Written::Goal(words) => Some((read.id, words)),
                    _ => None,
                })
                .collect();
        }
        if !never(Kind::CHECK_IN) {
            records.check_ins = self.written(RowKind::CheckIn, &about, check_in).await?;
        }
        if !never(Kind::RETURN_TO_USE) {
            records.returns = self.written(RowKind::Return, &about, returned).await?;
        }
        if !never(Kind::ENTRY) {
            records.passages = self.passages(&ask.passages, starts).await;
        }
        self.supports_into(&ask, &choices.never_share, &about, &mut records).await?;
        Ok(Gathered { complete, ..gather(&ask, &records) })
    }

    /// What the records that may be shared say in numbers.
    async fn shareable_facts(&self, journal: &Journal<H>, never: &[u8], starts: DayStart) -> Facts {
        let all: Vec<RecordId> = {
            let list = journal.list.borrow();
            let shared = |entry: &&vault::PageEntry| !never.contains(&entry.kind);
            list.entries().filter(shared).map(|entry| entry.record_id).collect()
        };
        let mut facts = Facts::default();
        for (number, some) in all.chunks(LOOKED_AT_ONCE).enumerate() {
            if number > 0 {
                self.host.let_others_run().await;
            }
            let bodies = journal.bodies.borrow();
            for id in some {
                match bodies.get(*id) {
                    Some(Body::Read { shown, fact: Some(fact), .. }) if !shown.never_share => {
                        facts.add(fact, starts);
                    }
                    _ => {}
                }
            }
        }
        facts
    }

    pub(crate) async fn written<T>(
        &self,
        kind: RowKind,
        about: &Range<i64>,
        narrow: fn(Written) -> Option<T>,
    ) -> Result<Vec<T>, Failure> {
        let read = self.all(kind, about.clone()).await?.into_iter();
        Ok(read.filter_map(|read| narrow(read.wordings.into_iter().next()?)).collect())
    }

    /// The entries that were picked. One that is gone, cannot be read or is never shared is left out.
    async fn passages(&self, picked: &[Id], starts: DayStart) -> Vec<Passage> {
        let mut passages = Vec::new();
        for id in picked.iter().take(SummaryAsk::PASSAGES) {
            let Ok(read) = self.read(*id).await else { continue };
            let entry = |written| match written {
                Written::Entry(text) => Some(text),
                _ => None,
            };
            let mut texts = read.wordings.into_iter().filter_map(entry).peekable();
            let Some(first) = texts.peek().cloned() else { continue };
            if texts.any(|text| text.never_share) {
                continue;
            }
            let day = Day::of(first.happened_at_s, first.offset_min, starts).days();
            passages.push(Passage { day, title: first.title, text: first.text });
        }
        passages
    }
}

/// The moments in which records about the asked days can have been written.
fn around(ask: &SummaryAsk) -> Range<i64> {
    let from = i64::from(ask.from.max(ask.to.saturating_sub(SummaryAsk::DAYS)));
    (from - 2) * DAY_S..(i64::from(ask.to) + LATE_DAYS) * DAY_S
}

fn check_in(written: Written) -> Option<journal::CheckInWords> {
    match written {
        Written::CheckIn(words) => Some(words),
        _ => None,
    }
}

fn returned(written: Written) -> Option<journal::ReturnWords> {
    match written {
        Written::Return(words) => Some(words),
        _ => None,
    }
}

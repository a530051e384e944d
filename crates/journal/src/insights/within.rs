//! The facts of one period, laid out by day once. Nothing outside the period gets past here.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{DayFact, Facts, Moment, Period, UrgeFact};
use super::statistics::Spread;
use crate::support::medical::Outcome;
use crate::{Day, DayStart};

/// One urge and the day it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct DatedUrge<'a> {
    pub(crate) day: Day,
    pub(crate) fact: &'a UrgeFact,
}

/// The facts of one period.
#[derive(Clone)]
pub(crate) struct Within<'a> {
    pub(crate) starts: DayStart,
    pub(crate) urges: Vec<DatedUrge<'a>>,
    pub(crate) days: BTreeMap<Day, Vec<&'a DayFact>>,
    pub(crate) moments: Vec<Moment>,
    /// Days with a meeting or contact.
    pub(crate) met: BTreeSet<Day>,
    /// What became of doses, on their days.
    pub(crate) doses: Vec<(Day, Outcome)>,
    /// Routines marked done, each once a day.
    pub(crate) marks: BTreeSet<(Day, [u8; 16])>,
    /// Days of which anything was written down.
    pub(crate) recorded: BTreeSet<Day>,
}

impl<'a> Within<'a> {
    pub(crate) fn of(facts: &'a Facts, period: Period, starts: DayStart) -> Self {
        let dated = facts.urges.iter().map(|fact| DatedUrge { day: fact.at.day(starts), fact });
        let urges: Vec<_> = dated.filter(|urge| period.contains(urge.day)).collect();
        let of_urges = urges.iter().map(|urge| urge.fact.at);
        let others = facts.moments.iter().copied().filter(|moment| period.contains(moment.day(starts)));
        let moments: Vec<Moment> = of_urges.chain(others).collect();
        let mut days: BTreeMap<Day, Vec<&DayFact>> = BTreeMap::new();
        for fact in facts.days.iter().filter(|fact| period.contains(fact.day)) {
            days.entry(fact.day).or_default().push(fact);
        }
        let met = facts.met.iter().map(|at| at.day(starts)).filter(|day| period.contains(*day)).collect();
        let doses = facts.doses.iter().copied().filter(|(day, _)| period.contains(*day)).collect();
        let marks = facts.marks.iter().copied().filter(|(day, _)| period.contains(*day)).collect();
        let recorded = moments.iter().map(|moment| moment.day(starts)).chain(days.keys().copied()).collect();
        Self { starts, urges, days, moments, met, doses, marks, recorded }
    }

    /// What is in it of a shorter period.
    pub(crate) fn part(&self, period: Period) -> Self {
        Self {
            starts: self.starts,
            urges: self.urges.iter().copied().filter(|urge| period.contains(urge.day)).collect(),
            days: self
                .days
                .range(period.from..=period.to)
                .map(|(day, facts)| (*day, facts.clone()))
                .collect(),
            moments: self.moments.iter().copied().filter(|at| period.contains(at.day(self.starts))).collect(),
            met: self.met.range(period.from..=period.to).copied().collect(),
            doses: self.doses.iter().copied().filter(|(day, _)| period.contains(*day)).collect(),
            marks: self.marks.iter().copied().filter(|(day, _)| period.contains(*day)).collect(),
            recorded: self.recorded.range(period.from..=period.to).copied().collect(),
        }
    }

    /// The two halves of the time from the first recorded day to the last.
    pub(crate) fn halves(&self) -> Option<[Self; 2]> {
        let period = Period { from: *self.recorded.first()?, to: *self.recorded.last()? };
        (period.days() >= 2).then(|| period.halves().map(|half| self.part(half)))
    }

    /// Days with at least one urge.
    pub(crate) fn urge_days(&self) -> BTreeSet<Day> {
        self.urges.iter().map(|urge| urge.day).collect()
    }

    /// One value for each day that says something: the median where it was said more than once.
    pub(crate) fn daily(&self, value: impl Fn(&DayFact) -> Option<u16>) -> BTreeMap<Day, f64> {
        let of_day = |facts: &Vec<&DayFact>| {
            Spread::of(facts.iter().filter_map(|fact| value(fact)).map(f64::from)).map(|spread| spread.median)
        };
        self.days.iter().filter_map(|(day, facts)| Some((*day, of_day(facts)?))).collect()
    }
}

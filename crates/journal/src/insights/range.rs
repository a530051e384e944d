//! How far back to look.

use serde::{Deserialize, Serialize};

use super::facts::{Facts, Period};
use crate::{Day, DayStart};

/// A stretch of days that ends today.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub enum Range {
    /// Four weeks.
    #[default]
    Days28,
    /// A quarter.
    Days90,
    /// A year.
    Days365,
    /// Since the first day of which anything is written down.
    All,
}

impl Range {
    /// All, the shortest first.
    pub const ALL: [Self; 4] = [Self::Days28, Self::Days90, Self::Days365, Self::All];

    /// How many days; `None` for as many as there are.
    #[must_use]
    pub const fn days(self) -> Option<i32> {
        match self {
            Self::Days28 => Some(28),
            Self::Days90 => Some(90),
            Self::Days365 => Some(365),
            Self::All => None,
        }
    }

    /// Its days.
    #[must_use]
    pub fn period(self, facts: &Facts, today: Day, starts: DayStart) -> Period {
        let from = match self.days() {
            Some(days) => Day::new(today.days() - days + 1).unwrap_or(Day::MIN),
            None => first_day(facts, starts).unwrap_or(today).min(today),
        };
        Period { from, to: today }
    }
}

fn first_day(facts: &Facts, starts: DayStart) -> Option<Day> {
    let moments = facts.urges.iter().map(|urge| urge.at).chain(facts.moments.iter().copied());
    moments.map(|at| at.day(starts)).chain(facts.days.iter().map(|fact| fact.day)).min()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::insights::{DayFact, Moment};

    #[test]
    fn a_range_ends_today_and_reaches_back_so_many_days() {
        let day = |days| Day::new(days).unwrap();
        let facts = Facts {
            days: vec![DayFact::of(day(40)), DayFact::of(day(2_000))],
            moments: vec![Moment { second: 50 * 86_400, offset_min: 0 }],
            ..Facts::default()
        };
        let period = |range: Range, facts| range.period(facts, day(1_000), DayStart::Midnight);
        for (range, from) in
            [(Range::Days28, 973), (Range::Days90, 911), (Range::Days365, 636), (Range::All, 40)]
        {
            assert_eq!(period(range, &facts), Period { from: day(from), to: day(1_000) });
            assert_eq!(Some(period(range, &facts).days() as i32), range.days().or(Some(961)));
        }
        assert_eq!(period(Range::All, &Facts::default()).days(), 1);
    }
}

//! Measures of change without a streak that can be lost (DOMAIN 2.3 and 9): blank days are neither good nor bad, and
//! nothing falls to nothing in one day.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::{Facts, Period};
use super::statistics::{Interval, Share, Spread, bounds_with_blanks};
use super::within::Within;
use crate::{Day, DayStart, Ending};

/// How one goal went, from what was said of each day.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct GoalProgress {
    /// Days in line with it, of the days it was said of.
    pub in_line: Share,
    /// What the blank days of the period could make of that share of all days.
    pub bounds: Option<Interval>,
    /// Most recorded days in line in a row. A blank day neither breaks nor lengthens a run.
    pub longest_run: u32,
    /// Recorded days in line since the last one that was not.
    pub current_run: u32,
    /// The last recorded day that was not, days since 1970-01-01: "since Tuesday" in the place of a nought.
    pub last_apart: Option<i32>,
}

impl GoalProgress {
    /// From whether each recorded day was in line.
    #[must_use]
    pub fn of(days: &BTreeMap<Day, bool>, period: Period) -> Self {
        let within = || days.iter().filter(|(day, _)| period.contains(**day));
        let in_line = within().fold(Share::default(), |share, (_, in_line)| Share {
            hits: share.hits + u32::from(*in_line),
            of: share.of + 1,
        });
        let (mut longest_run, mut current_run) = (0, 0);
        for (_, in_line) in within() {
            current_run = if *in_line { current_run + 1 } else { 0 };
            longest_run = longest_run.max(current_run);
        }
        let last_apart = within().filter(|(_, in_line)| !**in_line).map(|(day, _)| day.days()).next_back();
        let bounds = bounds_with_blanks(in_line.hits, in_line.of, period.days());
        Self { in_line, bounds, longest_run, current_run, last_apart }
    }
}

/// What can be counted whatever the goal.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Progress {
    /// Days without use, of the days it was said of.
    pub days_without: Share,
    /// Days between one recorded day of use and the next.
    pub gaps: Option<Spread>,
    /// Urges that passed, of those whose end was noted.
    pub ridden_out: Share,
    /// Urges met with anything, of all urges.
    pub met: Share,
}

impl Progress {
    /// Over one period.
    #[must_use]
    pub fn of(facts: &Facts, period: Period, starts: DayStart) -> Self {
        Self::within(&Within::of(facts, period, starts))
    }

    pub(crate) fn within(within: &Within<'_>) -> Self {
        let use_of_day = within.daily(|fact| fact.used.map(u16::from));
        let use_days: Vec<i32> =
            use_of_day.iter().filter(|(_, used)| **used > 0.0).map(|(day, _)| day.days()).collect();
        let gaps = use_days.windows(2).map(|pair| f64::from(pair[1] - pair[0]));
        let urges = || within.urges.iter().map(|urge| urge.fact);
        let count = |n: usize| n as u32;
        Self {
            days_without: Share {
                hits: count(use_of_day.len() - use_days.len()),
                of: count(use_of_day.len()),
            },
            gaps: Spread::of(gaps),
            ridden_out: Share {
                hits: count(urges().filter(|urge| urge.ending == Some(Ending::Passed)).count()),
                of: count(urges().filter(|urge| urge.ending.is_some()).count()),
            },
            met: Share {
                hits: count(urges().filter(|urge| !urge.coping.is_empty()).count()),
                of: count(urges().count()),
            },
        }
    }
}

/// Days since the owner's own start of recovery; it is never set back. `None` before it.
#[must_use]
pub fn days_since(start: Day, today: Day) -> Option<u32> {
    u32::try_from(today.days() - start.days()).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn day(days: i32) -> Day {
        Day::new(days).unwrap()
    }

    fn goal(days: &[(i32, bool)], from: i32, to: i32) -> GoalProgress {
        let days = days.iter().map(|(at, in_line)| (day(*at), *in_line)).collect();
        GoalProgress::of(&days, Period { from: day(from), to: day(to) })
    }

    /// DOMAIN 9: 18 of 20 recorded days, 8 blank of 28.
    #[test]
    fn the_share_of_days_in_line_has_the_worked_bounds() {
        let days: Vec<_> = (1..=20).map(|at| (at, at != 4 && at != 11)).collect();
        let found = goal(&days, 1, 28);
        let bounds = found.bounds.unwrap();
        assert_eq!(found.in_line, Share { hits: 18, of: 20 });
        assert_eq!(((bounds.low * 100.0).round(), (bounds.high * 100.0).round()), (64.0, 93.0));
        assert_eq!((found.longest_run, found.current_run, found.last_apart), (9, 9, Some(11)));
    }

    #[test]
    fn blank_days_neither_break_nor_lengthen_a_run() {
        let found = goal(&[(1, true), (2, true), (9, true), (10, false), (30, true)], 0, 30);
        assert_eq!((found.longest_run, found.current_run), (3, 1));
        let ended = goal(&[(1, true), (2, false)], 0, 30);
        assert_eq!((ended.longest_run, ended.current_run, ended.last_apart), (1, 0, Some(2)));
    }

    #[test]
    fn days_outside_the_period_change_nothing() {
        let inside = [(5, true), (6, false), (7, true)];
        let more = [(4, false), (5, true), (6, false), (7, true), (8, true)];
        assert_eq!(goal(&inside, 5, 7), goal(&more, 5, 7));
    }

    #[test]
    fn gaps_lie_between_recorded_days_of_use() {
        let said = |at, used| DayFact { used, ..DayFact::of(day(at)) };
        let days = [(1, Some(true)), (2, Some(false)), (4, Some(true)), (5, None), (14, Some(true))];
        let facts = Facts { days: days.map(|(at, used)| said(at, used)).to_vec(), ..Facts::default() };
        let found = Progress::of(&facts, Period { from: day(0), to: day(20) }, DayStart::Midnight);
        assert_eq!(found.days_without, Share { hits: 1, of: 4 });
        let gaps = found.gaps.unwrap();
        assert_eq!((gaps.n, gaps.low, gaps.high), (2, 3.0, 10.0));
    }

    #[test]
    fn the_start_of_recovery_is_never_set_back() {
        assert_eq!(days_since(day(10), day(10)), Some(0));
        assert_eq!(days_since(day(10), day(400)), Some(390));
        assert_eq!(days_since(day(10), day(9)), None);
    }

    use super::super::facts::DayFact;
}

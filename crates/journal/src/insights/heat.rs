//! Weekday by part of the day: when urges were written down, and when anything was. It shows when the owner logs, not
//! when the owner is at risk.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::facts::Moment;
use super::statistics::Share;
use super::within::Within;

/// Parts of a day, four hours each. The first begins when the owner's day does.
pub const PARTS: usize = 6;
const HOURS_OF_PART: u8 = 24 / PARTS as u8;
/// Cells in which anything was logged on fewer days are greyed.
const GREY_BELOW: u32 = 3;

/// One weekday and part of the day. Days are counted, not records: five urges in one evening are one evening.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Cell {
    /// Urges logged.
    pub urges: u32,
    /// Days with at least one of them.
    pub urge_days: u32,
    /// Days on which anything at all was logged then.
    pub logged_days: u32,
}

impl Cell {
    /// Too little was logged then to show its shade.
    #[must_use]
    pub const fn is_grey(self) -> bool {
        self.logged_days < GREY_BELOW
    }
}

/// Seven weekdays, Monday first, by [`PARTS`] parts of the day.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct Heat {
    /// By weekday, then by part.
    pub cells: [[Cell; PARTS]; 7],
    /// Days with an urge, of days of which anything was written down, by weekday.
    pub weekdays: [Share; 7],
    /// The hour at which the first part begins, 0 or 4.
    pub first_hour: u8,
}

impl Heat {
    pub(crate) fn of(within: &Within<'_>) -> Self {
        let mut heat = Self { first_hour: within.starts.hour(), ..Self::default() };
        let place = |moment: Moment| (moment.day(within.starts), part_of(moment, within));
        let urges = || within.urges.iter().map(|urge| place(urge.fact.at));
        for (day, part) in urges() {
            heat.cell(day.weekday(), part).urges += 1;
        }
        for (day, part) in urges().collect::<BTreeSet<_>>() {
            heat.cell(day.weekday(), part).urge_days += 1;
        }
        for (day, part) in within.moments.iter().map(|moment| place(*moment)).collect::<BTreeSet<_>>() {
            heat.cell(day.weekday(), part).logged_days += 1;
        }
        let urge_days = within.urge_days();
        for day in &within.recorded {
            let share = &mut heat.weekdays[(day.weekday() - 1) as usize];
            share.hits += u32::from(urge_days.contains(day));
            share.of += 1;
        }
        heat
    }

    fn cell(&mut self, weekday: i8, part: usize) -> &mut Cell {
        &mut self.cells[(weekday - 1) as usize][part]
    }

    /// Days with an urge in that part, of all days of which anything was written down.
    #[must_use]
    pub fn of_part(&self, part: usize) -> Share {
        let hits = self.cells.iter().map(|weekday| weekday[part].urge_days).sum();
        Share { hits, of: self.weekdays.iter().map(|share| share.of).sum() }
    }

    /// The part other than that one that has an urge on the most days.
    pub(crate) fn of_next_part(&self, part: usize) -> Share {
        let others = (0..PARTS).filter(|other| *other != part).map(|other| self.of_part(other));
        others.max_by_key(|share| share.hits).unwrap_or_default()
    }

    /// Days with an urge, of days of which anything was written down, on all other weekdays than that one (from 0).
    pub(crate) fn of_other_weekdays(&self, weekday: usize) -> Share {
        let others = self.weekdays.iter().enumerate().filter(|(other, _)| *other != weekday);
        others.fold(Share::default(), |sum, (_, share)| Share {
            hits: sum.hits + share.hits,
            of: sum.of + share.of,
        })
    }
}

fn part_of(moment: Moment, within: &Within<'_>) -> usize {
    usize::from(moment.hour_of_day(within.starts) / HOURS_OF_PART)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::insights::{Facts, Period, UrgeFact};
    use crate::{Day, DayStart, Strength};

    fn urge(second: i64, offset_min: i16) -> UrgeFact {
        UrgeFact {
            at: Moment { second, offset_min },
            strength: Strength::new(5).unwrap(),
            after: None,
            minutes: None,
            triggers: Vec::new(),
            coping: Vec::new(),
            ending: None,
        }
    }

    fn heat(facts: &Facts, starts: DayStart) -> Heat {
        Heat::of(&Within::of(facts, Period { from: Day::MIN, to: Day::MAX }, starts))
    }

    fn filled(heat: &Heat) -> Vec<(usize, usize, Cell)> {
        let rows = heat.cells.iter().enumerate();
        let all = rows
            .flat_map(|(row, cells)| cells.iter().enumerate().map(move |(part, cell)| (row, part, *cell)));
        all.filter(|(.., cell)| *cell != Cell::default()).collect()
    }

    #[test]
    fn days_are_counted_where_urges_cluster() {
        // Thursday 1970-01-01 from 9:00, and a week later.
        let urges = [9, 10, 11, 7 * 24 + 9].map(|hour| urge(hour * 3_600, 0)).to_vec();
        let moments = vec![Moment { second: 14 * 86_400 + 9 * 3_600, offset_min: 0 }];
        let found = heat(&Facts { urges, moments, ..Facts::default() }, DayStart::Midnight);
        assert_eq!(filled(&found), [(3, 2, Cell { urges: 4, urge_days: 2, logged_days: 3 })]);
        assert!(!found.cells[3][2].is_grey() && found.cells[3][3].is_grey());
    }

    #[test]
    fn a_night_belongs_to_the_day_before_where_the_day_starts_at_four() {
        // Friday 1970-01-02, 2:30.
        let facts = Facts { urges: vec![urge(86_400 + 9_000, 0)], ..Facts::default() };
        let one = Cell { urges: 1, urge_days: 1, logged_days: 1 };
        assert_eq!(filled(&heat(&facts, DayStart::Midnight)), [(4, 0, one)]);
        assert_eq!(filled(&heat(&facts, DayStart::FourInTheMorning)), [(3, 5, one)]);
    }

    /// Berlin 2026: clocks go from 2:00 (+60) to 3:00 (+120) on 29 March, and from 3:00 (+120) to 2:00 on 25 October.
    #[test]
    fn the_hour_that_is_skipped_or_repeated_stays_where_the_clock_showed_it() {
        let before_the_jump = 1_774_746_000 - 60; // 1:59 by the clock
        let after_the_jump = 1_774_746_000; // 3:00 by the clock
        let repeated = 1_792_886_400 + 1_800; // 2:30 for the first time; an hour later for the second
        for (urges, hours) in [
            ([urge(before_the_jump, 60), urge(after_the_jump, 120)], [1, 3]),
            ([urge(repeated, 120), urge(repeated + 3_600, 60)], [2, 2]),
        ] {
            assert_eq!([0, 1].map(|index: usize| urges[index].at.hour_of_day(DayStart::Midnight)), hours);
            let found = heat(&Facts { urges: urges.to_vec(), ..Facts::default() }, DayStart::Midnight);
            assert_eq!(filled(&found), [(6, 0, Cell { urges: 2, urge_days: 1, logged_days: 1 })]);
        }
    }
}

//! Civil days: which day of whose calendar a moment belongs to.

use core::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

/// A day of the proleptic Gregorian calendar, years −9999 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(i32);

/// When a person's day begins: what happens at two in the morning may belong to the evening before.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum DayStart {
    /// At 0:00.
    #[default]
    Midnight,
    /// At 4:00.
    FourInTheMorning,
}

impl DayStart {
    /// The start of the day with this hour, 0 or 4.
    #[must_use]
    pub const fn at_hour(hour: u8) -> Option<Self> {
        match hour {
            0 => Some(Self::Midnight),
            4 => Some(Self::FourInTheMorning),
            _ => None,
        }
    }

    /// Its hour.
    #[must_use]
    pub const fn hour(self) -> u8 {
        match self {
            Self::Midnight => 0,
            Self::FourInTheMorning => 4,
        }
    }
}

const EPOCH: Date = Date::constant(1970, 1, 1);
const DAY_S: i64 = 86_400;

impl Day {
    /// −9999-01-01.
    pub const MIN: Self = Self(-4_371_587);
    /// 9999-12-31.
    pub const MAX: Self = Self(2_932_896);

    /// The day so many days after 1970-01-01.
    ///
    /// # Errors
    /// Outside [`Day::MIN`] to [`Day::MAX`].
    pub const fn new(days: i32) -> Result<Self, DayError> {
        if Self::MIN.0 <= days && days <= Self::MAX.0 { Ok(Self(days)) } else { Err(DayError) }
    }

    /// The day of a moment (s since 1970 UTC) where clocks are `offset_min` minutes ahead of UTC. Moments beyond the
    /// calendar belong to its first or last day.
    ///
    /// ```
    /// use journal::{Day, DayStart};
    /// // 2026-03-01 02:30 in New York is still Saturday night for many.
    /// let moment_s = 1_772_350_200;
    /// assert_eq!(Day::of(moment_s, -300, DayStart::Midnight).civil(), (2026, 3, 1));
    /// assert_eq!(Day::of(moment_s, -300, DayStart::FourInTheMorning).civil(), (2026, 2, 28));
    /// ```
    #[must_use]
    pub fn of(moment_s: i64, offset_min: i16, starts: DayStart) -> Self {
        let shift_s = i64::from(offset_min) * 60 - i64::from(starts.hour()) * 3_600;
        let days = moment_s.saturating_add(shift_s).div_euclid(DAY_S);
        Self(days.clamp(Self::MIN.0.into(), Self::MAX.0.into()) as i32)
    }

    /// The day of a year, month (1–12) and day of the month (1–31).
    ///
    /// # Errors
    /// No such day.
    pub fn from_civil(year: i16, month: i8, day: i8) -> Result<Self, DayError> {
        let date = Date::new(year, month, day).map_err(|_| DayError)?;
        let span = EPOCH.until(date).map_err(|_| DayError)?;
        Ok(Self(span.get_days()))
    }

    /// Days after 1970-01-01.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Year, month (1–12), day of the month (1–31).
    #[must_use]
    pub fn civil(self) -> (i16, i8, i8) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// Day of the week: 1 is Monday, 7 is Sunday (ISO 8601).
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.date().weekday().to_monday_one_offset()
    }

    fn date(self) -> Date {
        EPOCH.checked_add(self.0.days()).expect("a day is within the calendar")
    }
}

/// Not a day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayError;

impl fmt::Display for DayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("day is not in the calendar, allowed -9999-01-01 to 9999-12-31")
    }
}

impl core::error::Error for DayError {}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    /// Day numbers by the standard calendar arithmetic (and Python's `datetime`).
    const PUBLISHED: &[(i32, (i16, i8, i8), i8)] = &[
        (0, (1970, 1, 1), 4),
        (-1, (1969, 12, 31), 3),
        (59, (1970, 3, 1), 7),
        (11_016, (2000, 2, 29), 2),
        (11_017, (2000, 3, 1), 3),
        (-25_508, (1900, 3, 1), 4),
        (-25_509, (1900, 2, 28), 3),
        (-34_559, (1875, 5, 20), 4),
        (83_844, (2199, 7, 23), 2),
        (19_782, (2024, 2, 29), 4),
        (24_837, (2038, 1, 1), 5),
        (-719_162, (1, 1, 1), 1),
        (-4_371_587, (-9999, 1, 1), 1),
        (2_932_896, (9999, 12, 31), 5),
    ];

    #[test]
    fn days_and_dates_agree_with_the_published_ones() {
        for (days, (year, month, day), weekday) in PUBLISHED {
            let of_date = Day::from_civil(*year, *month, *day).unwrap();
            assert_eq!((of_date.days(), of_date.weekday()), (*days, *weekday), "{year}-{month}-{day}");
            assert_eq!(Day::new(*days).unwrap().civil(), (*year, *month, *day));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for (year, month, day) in
            [(2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)]
        {
            assert_eq!(Day::from_civil(year, month, day), Err(DayError));
        }
        assert_eq!(Day::new(Day::MIN.days() - 1), Err(DayError));
        assert_eq!(Day::new(Day::MAX.days() + 1), Err(DayError));
    }

    #[test]
    fn a_moment_belongs_to_the_day_of_its_own_clock() {
        let cases = [
            // (moment, offset, day from midnight, day from four)
            (0, 0, 0, -1),
            (-1, 0, -1, -1),
            (86_399, 0, 0, 0),
            (86_400, 0, 1, 0),
            (86_400 + 14_399, 0, 1, 0),
            (86_400 + 14_400, 0, 1, 1),
            (0, -1, -1, -1),
            (0, -720, -1, -1),
            (0, 840, 0, 0),
            (50_400, 840, 1, 1),
            (36_000, 840, 1, 0),
            (-2_985_984_001, 0, -34_561, -34_561),
            (7_244_121_600, -300, 83_843, 83_843),
        ];
        for (moment_s, offset_min, midnight, four) in cases {
            assert_eq!(
                Day::of(moment_s, offset_min, DayStart::Midnight).days(),
                midnight,
                "{moment_s} {offset_min}"
            );
            assert_eq!(
                Day::of(moment_s, offset_min, DayStart::FourInTheMorning).days(),
                four,
                "{moment_s} {offset_min}"
            );
        }
    }

    #[test]
    fn moments_beyond_the_calendar_fall_on_its_ends() {
        for offset_min in [i16::MIN, 0, i16::MAX] {
            assert_eq!(Day::of(i64::MIN, offset_min, DayStart::FourInTheMorning), Day::MIN);
            assert_eq!(Day::of(i64::MAX, offset_min, DayStart::Midnight), Day::MAX);
        }
    }

    #[test]
    fn only_midnight_and_four_start_a_day() {
        for hour in 0..=u8::MAX {
            let start = DayStart::at_hour(hour);
            assert_eq!(start.map(DayStart::hour), matches!(hour, 0 | 4).then_some(hour));
        }
    }
}

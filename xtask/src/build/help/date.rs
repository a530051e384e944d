//! The day of a source and its age. Sources often name a year or a month only: such a date counts from its first day,
//! so that nothing seems younger than it is.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};

const SECONDS_OF_A_DAY: u64 = 86_400;

/// A year, a month or a day: `2024`, `2024-11`, `2024-11-30`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedOn {
    text: String,
    first_day: Day,
}

/// Days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

impl Day {
    /// The day of this build: `SOURCE_DATE_EPOCH` where it is set, for builds that can be repeated, else today.
    pub fn of_this_build() -> Result<Self> {
        let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(set) => set.parse().context("SOURCE_DATE_EPOCH holds seconds")?,
            Err(_) => SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs(),
        };
        Ok(Self(i64::try_from(seconds / SECONDS_OF_A_DAY)?))
    }

    /// A day of the Gregorian calendar. (Howard Hinnant, "chrono-compatible low-level date algorithms".)
    pub fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let of_era = year.rem_euclid(400);
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        Self(year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }
}

impl CheckedOn {
    /// Reads one of the three forms.
    ///
    /// # Errors
    /// When it is none of them, or no day of the calendar.
    pub fn read(text: &str) -> Result<Self> {
        let parts: Vec<_> = text.split('-').collect();
        let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
        ensure!(matches!(lengths[..], [4] | [4, 2] | [4, 2, 2]), "\"{text}\" is no year, month or day");
        let number = |at: usize| parts.get(at).map_or(Ok(1), |part| part.parse::<i64>());
        let (year, month, day) = (number(0)?, number(1)?, number(2)?);
        let real = (2000..2100).contains(&year)
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && Day::of(year, month, day) < Day::of(year + month / 12, month % 12 + 1, 1);
        ensure!(real, "\"{text}\" is no day of the calendar");
        Ok(Self { text: text.to_owned(), first_day: Day::of(year, month, day) })
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many days before another day it was, at most.
    pub fn age_in_days(&self, day: Day) -> i64 {
        day.0 - self.first_day.0
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for ((year, month, day), expected) in
            [((1970, 1, 1), 0), ((2000, 2, 29), 11_016), ((2000, 3, 1), 11_017), ((2026, 11, 24), 20_781)]
        {
            assert_eq!(Day::of(year, month, day), Day(expected), "{year}-{month}-{day}");
        }
    }

    #[test]
    fn a_date_counts_from_its_first_day() {
        let today = Day::of(2026, 11, 24);
        for (text, expected) in [("2026-11-24", 0), ("2026-11", 23), ("2026", 327), ("2026-05-28", 180)] {
            assert_eq!(CheckedOn::read(text).unwrap().age_in_days(today), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "today", "24", "2024-13", "2024-00", "2023-02-29", "2024-11-31", "2024-1-1", "1999"]
        {
            assert!(CheckedOn::read(text).is_err(), "{text}");
        }
        assert!(CheckedOn::read("2024-02-29").is_ok() && CheckedOn::read("2024-12-31").is_ok());
    }
}

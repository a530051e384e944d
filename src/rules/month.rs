//! A month as a calendar shows it: weeks from whichever day a week begins with, and where keys lead.

use crate::{Civil, days_of};

/// A month of a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    /// The year, 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// The month of a day, days since 1970-01-01.
    #[must_use]
    pub fn of_day(day: i32) -> Self {
        let Civil { year, month, .. } = Civil::at(i64::from(day) * 86_400, 0);
        Self { year, month }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> i32 {
        days_of(self.year, self.month, 1) as i32
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> i32 {
        let (year, month) = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        days_of(year, month, 1) as i32 - 1
    }

    /// So many months later, or earlier; no further than the years 1 to 9999.
    #[must_use]
    pub fn moved(self, months: i32) -> Self {
        let all = (self.year * 12 + i32::from(self.month) - 1 + months).clamp(12, 9_999 * 12 + 11);
        Self { year: all.div_euclid(12), month: all.rem_euclid(12) as u8 + 1 }
    }

    /// Its weeks, each of seven days from `first_weekday` (1 is Monday, 7 is Sunday); days of other months are left out.
    #[must_use]
    pub fn weeks(self, first_weekday: u8) -> Vec<[Option<i32>; 7]> {
        let (first, last) = (self.first_day(), self.last_day());
        let mut weeks = Vec::new();
        let mut monday = first - place_in_week(first, first_weekday);
        while monday <= last {
            let day = |place: usize| Some(monday + place as i32).filter(|day| (first..=last).contains(day));
            weeks.push(std::array::from_fn(day));
            monday += 7;
        }
        weeks
    }
}

/// The day of the week: 1 is Monday, 7 is Sunday (ISO 8601).
#[must_use]
pub fn weekday(day: i32) -> u8 {
    // 1970-01-01 was a Thursday.
    (day + 3).rem_euclid(7) as u8 + 1
}

/// Where a key leads from a day; `None` where it leads nowhere. `forward` is the key that goes on in the direction of
/// writing.
#[must_use]
pub fn day_after_key(day: i32, key: &str, forward: &str, first_weekday: u8) -> Option<i32> {
    let place = place_in_week(day, first_weekday);
    Some(match key {
        "ArrowLeft" | "ArrowRight" => day + if key == forward { 1 } else { -1 },
        "ArrowUp" => day - 7,
        "ArrowDown" => day + 7,
        "Home" => day - place,
        "End" => day + 6 - place,
        "PageUp" => same_date(day, -1),
        "PageDown" => same_date(day, 1),
        _ => return None,
    })
}

/// The same date in another month, or its last day where that is shorter.
fn same_date(day: i32, months: i32) -> i32 {
    let month = Month::of_day(day);
    let other = month.moved(months);
    (other.first_day() + day - month.first_day()).min(other.last_day())
}

fn place_in_week(day: i32, first_weekday: u8) -> i32 {
    (i32::from(weekday(day)) - i32::from(first_weekday)).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> i32 {
        days_of(year, month, day) as i32
    }

    #[test]
    fn a_month_has_its_days_in_weeks_from_the_day_asked_for() {
        // November 2026 begins on a Sunday and has thirty days.
        let november = Month { year: 2026, month: 11 };
        assert_eq!(weekday(november.first_day()), 7);
        let from_monday = november.weeks(1);
        assert_eq!(from_monday.len(), 6);
        assert_eq!(from_monday[0], [None, None, None, None, None, None, Some(day(2026, 11, 1))]);
        assert_eq!(from_monday[5][0], Some(day(2026, 11, 30)));
        let from_sunday = november.weeks(7);
        assert_eq!(from_sunday.len(), 5);
        assert_eq!(from_sunday[0][0], Some(day(2026, 11, 1)));
        for first_weekday in 1..=7 {
            for month in 1..=12 {
                let weeks = Month { year: 2024, month }.weeks(first_weekday);
                let days: Vec<i32> = weeks.iter().flatten().flatten().copied().collect();
                assert_eq!(
                    days,
                    (day(2024, month, 1)..=Month { year: 2024, month }.last_day()).collect::<Vec<_>>()
                );
                assert!(weeks.iter().all(|week| week.iter().any(Option::is_some)));
                let firsts = weeks.iter().filter_map(|week| week[0]);
                assert!(firsts.map(weekday).all(|weekday| weekday == first_weekday));
            }
        }
    }

    #[test]
    fn months_go_on_over_the_ends_of_years_and_stop_at_the_ends_of_the_calendar() {
        let month = |year, month| Month { year, month };
        for (from, by, to) in [
            (month(2026, 12), 1, month(2027, 1)),
            (month(2026, 1), -1, month(2025, 12)),
            (month(2026, 5), -17, month(2024, 12)),
            (month(1, 1), -1, month(1, 1)),
            (month(9999, 12), 1, month(9999, 12)),
        ] {
            assert_eq!(from.moved(by), to);
        }
        assert_eq!(Month::of_day(-1), month(1969, 12));
        assert_eq!(month(2024, 2).last_day() - month(2024, 2).first_day(), 28);
    }

    #[test]
    fn keys_lead_through_days_weeks_and_months() {
        let from = day(2026, 1, 31); // A Saturday.
        for (key, forward, to) in [
            ("ArrowRight", "ArrowRight", Some(day(2026, 2, 1))),
            ("ArrowRight", "ArrowLeft", Some(day(2026, 1, 30))),
            ("ArrowLeft", "ArrowLeft", Some(day(2026, 2, 1))),
            ("ArrowUp", "ArrowRight", Some(day(2026, 1, 24))),
            ("ArrowDown", "ArrowRight", Some(day(2026, 2, 7))),
            ("Home", "ArrowRight", Some(day(2026, 1, 26))),
            ("End", "ArrowRight", Some(day(2026, 2, 1))),
            ("PageDown", "ArrowRight", Some(day(2026, 2, 28))),
            ("PageUp", "ArrowRight", Some(day(2025, 12, 31))),
            ("a", "ArrowRight", None),
        ] {
            assert_eq!(day_after_key(from, key, forward, 1), to, "{key}");
        }
        assert_eq!(day_after_key(from, "Home", "ArrowRight", 7), Some(day(2026, 1, 25)));
    }
}

//! Civil days and clock times: arithmetic of the Gregorian calendar, and the forms in which date and time fields give
//! them. Names of days and months are the browser's business.

/// A moment as a clock on the wall shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Civil {
    /// Year, may be before 1970.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl Civil {
    /// What a clock showed `offset_min` minutes east of UTC at that second since 1970.
    #[must_use]
    pub fn at(second: i64, offset_min: i16) -> Self {
        let local = second.saturating_add(i64::from(offset_min) * 60);
        let (days, rest) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        let (year, month, day) = date_of(days);
        Self { year, month, day, hour: (rest / 3_600) as u8, minute: (rest % 3_600 / 60) as u8 }
    }

    /// The value of a date field: `2026-11-23`.
    #[must_use]
    pub fn date_value(self) -> String {
        let mut value = padded(self.year.max(0) as u32, 4);
        value.push('-');
        value.push_str(&padded(self.month.into(), 2));
        value.push('-');
        value.push_str(&padded(self.day.into(), 2));
        value
    }

    /// The value of a time field: `07:05`.
    #[must_use]
    pub fn clock_value(self) -> String {
        padded(self.hour.into(), 2) + ":" + &padded(self.minute.into(), 2)
    }
}

/// Days since 1970-01-01 of a date.
#[must_use]
pub fn days_of(year: i32, month: u8, day: u8) -> i64 {
    // Howard Hinnant, chrono-compatible date algorithms: years begin in March, so that the leap day comes last.
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a date field; `None` when it holds no date between 1900 and 9999.
#[must_use]
pub fn parse_date(value: &str) -> Option<(i32, u8, u8)> {
    let mut parts = value.split('-');
    let (year, month, day) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
    let date = (i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let sound = parts.next().is_none()
        && (1_900..=9_999).contains(&year)
        && date_of(days_of(date.0, date.1, date.2)) == date;
    sound.then_some(date)
}

/// Hour and minute of a time field, seconds passed over.
#[must_use]
pub fn parse_clock(value: &str) -> Option<(u8, u8)> {
    let mut parts = value.split(':');
    let (hour, minute) = (number(parts.next()?)?, number(parts.next()?)?);
    (hour < 24 && minute < 60).then_some((hour as u8, minute as u8))
}

fn date_of(days: i64) -> (i32, u8, u8) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * shifted_month + 2) / 5 + 1) as u8;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 } as u8;
    ((year_of_era + era * 400 + i64::from(month <= 2)) as i32, month, day)
}

fn number(digits: &str) -> Option<u32> {
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn padded(number: u32, width: usize) -> String {
    let digits = number.to_string();
    "0".repeat(width.saturating_sub(digits.len())) + &digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_and_an_offset_give_the_clock_on_the_wall() {
        for (second, offset, date, clock) in [
            (0, 0, "1970-01-01", "00:00"),
            (-1, 0, "1969-12-31", "23:59"),
            (1_795_420_800, 0, "2026-11-23", "08:00"),
            (1_795_420_800, -600, "2026-11-22", "22:00"),
            (951_782_400, 60, "2000-02-29", "01:00"),
            (4_107_542_399, 1, "2100-03-01", "00:00"),
        ] {
            let civil = Civil::at(second, offset);
            assert_eq!(
                (civil.date_value().as_str(), civil.clock_value().as_str()),
                (date, clock),
                "{second} {offset}"
            );
        }
    }

    #[test]
    fn every_day_of_five_centuries_comes_back() {
        for days in -36_500..146_000 {
            let (year, month, day) = date_of(days);
            assert_eq!(days_of(year, month, day), days);
        }
    }

    #[test]
    fn only_real_dates_and_times_are_taken() {
        assert_eq!(parse_date("2026-11-23"), Some((2026, 11, 23)));
        for value in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "26-1-1",
            "2026-1",
            "2026-01-01-01",
            "a-b-c",
            "-1-1-1",
        ] {
            assert_eq!(parse_date(value), None, "{value}");
        }
        assert_eq!(parse_clock("07:05"), Some((7, 5)));
        assert_eq!(parse_clock("23:59:59"), Some((23, 59)));
        for value in ["", "24:00", "12:60", "12", "x:y", "+1:00"] {
            assert_eq!(parse_clock(value), None, "{value}");
        }
    }
}

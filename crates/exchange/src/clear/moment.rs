//! Moments as RFC 3339 writes them.

use journal::{Day, DayStart};

const DAY_S: i64 = 86_400;

/// A moment (s since 1970 UTC) with the offset there and then: `2026-03-01T07:00:00-05:00`.
#[must_use]
pub fn local(moment_s: i64, offset_min: i16) -> String {
    let sign = if offset_min < 0 { '-' } else { '+' };
    let offset = offset_min.unsigned_abs();
    format!("{}{sign}{:02}:{:02}", civil(moment_s, offset_min), offset / 60, offset % 60)
}

/// A moment in UTC: `2026-03-01T12:00:00Z`.
#[must_use]
pub fn utc(moment_s: i64) -> String {
    format!("{}Z", civil(moment_s, 0))
}

/// The civil day of it: `2026-03-01`.
pub(super) fn day(moment_s: i64, offset_min: i16) -> String {
    let (year, month, day) = Day::of(moment_s, offset_min, DayStart::Midnight).civil();
    // A year before the first one has a sign, which a file name does not begin with.
    if year < 0 {
        format!("y{year:05}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}")
    }
}

fn civil(moment_s: i64, offset_min: i16) -> String {
    let second = moment_s.saturating_add(i64::from(offset_min) * 60).rem_euclid(DAY_S);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    let (year, month, day) = Day::of(moment_s, offset_min, DayStart::Midnight).civil();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_with_the_clock_of_their_place() {
        assert_eq!(utc(0), "1970-01-01T00:00:00Z");
        assert_eq!(utc(1_772_366_401), "2026-03-01T12:00:01Z");
        assert_eq!(local(1_772_366_400, -300), "2026-03-01T07:00:00-05:00");
        assert_eq!(local(1_772_366_400, 765), "2026-03-02T00:45:00+12:45");
        assert_eq!(local(-1, 0), "1969-12-31T23:59:59+00:00");
        for moment in [i64::MIN, i64::MAX] {
            assert!(!utc(moment).is_empty() && !local(moment, i16::MIN).is_empty());
            assert!(!day(moment, i16::MAX).starts_with('-'));
        }
    }
}

//! Moments as other programs write them: ISO 8601, numbers since 1970, a day and a time on the wall.

use jiff::civil::{Date, DateTime, Time};

use super::clock::{Clock, Moment, in_zone, of_wall};

/// Moments of the years 1 to 9999.
const MOMENTS: core::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

/// Letters of a day alone.
const DAY: usize = "1970-01-01".len();

/// A moment that is in the calendar.
pub(super) fn checked(at_s: i64) -> Option<i64> {
    MOMENTS.contains(&at_s).then_some(at_s)
}

/// What stood on the wall, s since 1970 as if it were UTC.
pub(super) fn wall_s(at: DateTime) -> Option<i64> {
    let at = at.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    checked(at.timestamp().as_second())
}

/// ISO 8601 with `Z` or an offset, in a zone that may be named beside it; without either it stood on the wall.
pub(super) fn of_iso(clock: &dyn Clock, iso: &str, zone: &str) -> Option<Moment> {
    let iso = iso.trim();
    if let Ok(at) = iso.parse::<jiff::Timestamp>() {
        let at_s = checked(at.as_second())?;
        let named = in_zone(clock, at_s, zone);
        // An offset that is written says more than the zone here.
        return Some(match written_offset(iso) {
            Some(offset_min) if zone.is_empty() || !named.zone_known => {
                Moment { at_s, offset_min, zone: String::new(), zone_known: true }
            }
            _ => named,
        });
    }
    let is_day = iso.len() <= DAY;
    let at = if is_day { noon(iso.parse::<Date>().ok()?) } else { iso.parse::<DateTime>().ok()? };
    Some(of_wall(clock, wall_s(at)?, zone))
}

/// A day alone is dated to its noon: no zone moves it to another day.
pub(super) fn noon(day: Date) -> DateTime {
    day.at(12, 0, 0, 0)
}

/// The offset at the end of an ISO time; `None` for `Z`.
fn written_offset(iso: &str) -> Option<i16> {
    let time = iso.get(10..)?;
    let sign = time.rfind(['+', '-'])?;
    let digits: String = time[sign + 1..].chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = (digits.get(..2)?.parse::<i16>().ok()?, digits.get(2..4).unwrap_or("00"));
    let minutes = hours * 60 + minutes.parse::<i16>().ok()?;
    let offset = if time[sign..].starts_with('-') { -minutes } else { minutes };
    (-1_440..=1_440).contains(&offset).then_some(offset)
}

/// A time of day: `14:03`, `14:03:20`, `2:03 PM`.
pub(super) fn time_of_day(text: &str) -> Option<Time> {
    let text = text.trim().replace(['\u{202f}', '\u{a0}'], " ");
    let upper = text.to_uppercase();
    let (clock, afternoon) = match (upper.strip_suffix("PM"), upper.strip_suffix("AM")) {
        (Some(clock), _) => (clock, Some(true)),
        (_, Some(clock)) => (clock, Some(false)),
        _ => (upper.as_str(), None),
    };
    let mut numbers = clock.trim().split([':', '.']).map(|number| number.trim().parse::<i8>().ok());
    let (hour, minute) = (numbers.next()??, numbers.next()??);
    let second = numbers.next().map_or(Some(0), |second| second)?;
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(false) => hour % 12,
        Some(true) => hour % 12 + 12,
    };
    Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::super::clock::tests::Fixed;
    use super::*;

    #[test]
    fn iso_moments_are_read_with_and_without_a_zone() {
        let cases = [
            ("1970-01-01T00:00:00Z", "America/Test", Some((0, -300, "America/Test"))),
            ("1970-01-01T00:00:00.500Z", "", Some((0, 60, "Here"))),
            ("1970-01-01T02:00:00+02:00", "", Some((0, 120, ""))),
            ("1970-01-01T02:00:00+0200", "Not/Known", Some((0, 120, ""))),
            ("1970-01-01T01:00:00", "", Some((0, 60, "Here"))),
            ("1970-01-01 01:00", "", Some((0, 60, "Here"))),
            ("1970-01-01", "", Some((39_600, 60, "Here"))),
            ("1970-13-01", "", None),
            ("-001000-01-01T00:00:00Z", "", None),
            ("yesterday", "", None),
            ("", "", None),
        ];
        for (iso, zone, expected) in cases {
            let moment = of_iso(&Fixed, iso, zone);
            let seen = moment.as_ref().map(|moment| (moment.at_s, moment.offset_min, moment.zone.as_str()));
            assert_eq!(seen, expected, "{iso}");
        }
    }

    #[test]
    fn times_of_day_are_read_in_both_manners() {
        let cases = [
            ("10:04 AM", Some((10, 4, 0))),
            ("12:00 AM", Some((0, 0, 0))),
            ("12:30 pm", Some((12, 30, 0))),
            ("1:49\u{202f}PM", Some((13, 49, 0))),
            ("14:03", Some((14, 3, 0))),
            ("14:03:59", Some((14, 3, 59))),
            ("14.03", Some((14, 3, 0))),
            ("24:00", None),
            ("13:00 PM", None),
            ("0:10 AM", None),
            ("noon", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let seen = time_of_day(text).map(|time| (time.hour(), time.minute(), time.second()));
            assert_eq!(seen, expected, "{text}");
        }
    }
}

//! Amounts and hours as people type them: with a comma or a point, or as a clock shows them.

/// Tenths out of "2", "2.5" or "2,5"; `None` where it is no such number, or one above a million.
#[must_use]
pub fn parse_tenths(typed: &str) -> Option<u32> {
    decimal(typed, 1)
}

/// Hundredths out of "4", "4.5" or "4,50"; `None` where it is no such number, or one above a million.
#[must_use]
pub fn parse_hundredths(typed: &str) -> Option<u32> {
    decimal(typed, 2)
}

/// Minutes out of hours: "7", "7.5", "7,25" or "7:30".
#[must_use]
pub fn parse_hours(typed: &str) -> Option<u16> {
    let minutes = match typed.trim().split_once(':') {
        Some((hours, minutes)) => whole(hours)? * 60 + whole(minutes).filter(|minutes| *minutes < 60)?,
        None => (decimal(typed, 2)? * 60 + 50) / 100,
    };
    u16::try_from(minutes).ok().filter(|minutes| *minutes <= 24 * 60)
}

/// Tenths as they are read: "2.5", "2".
#[must_use]
pub fn tenths_words(tenths: u32) -> String {
    trimmed(tenths, 1)
}

/// Hundredths as they are read: "4.5", "4".
#[must_use]
pub fn hundredths_words(hundredths: u32) -> String {
    trimmed(hundredths, 2)
}

/// Minutes as hours: "7:30", "7".
#[must_use]
pub fn hours_words(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (hours, rest) => hours.to_string() + ":" + &two_digits(rest.into()),
    }
}

fn whole(digits: &str) -> Option<u32> {
    let digits = digits.trim();
    let sound = (1..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| digits.parse().ok()).flatten()
}

fn decimal(typed: &str, places: usize) -> Option<u32> {
    let typed = typed.trim();
    let (whole_part, rest) = typed.split_once(['.', ',']).unwrap_or((typed, "0"));
    if rest.len() > places {
        return None;
    }
    let scale = 10_u32.pow(places as u32);
    let rest = whole(rest)? * 10_u32.pow((places - rest.len()) as u32);
    whole(whole_part).filter(|number| *number <= 1_000_000).map(|number| number * scale + rest)
}

fn trimmed(number: u32, places: u32) -> String {
    let scale = 10_u32.pow(places);
    let rest = match (number % scale, places) {
        (0, _) => return (number / scale).to_string(),
        (rest, 2) => two_digits(rest),
        (rest, _) => rest.to_string(),
    };
    (number / scale).to_string() + "." + rest.trim_end_matches('0')
}

fn two_digits(number: u32) -> String {
    (if number < 10 { "0" } else { "" }).to_owned() + &number.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_comma_or_point() {
        for (typed, tenths) in [("2", 20), ("2.5", 25), ("2,5", 25), (" 0,1 ", 1), ("1000000", 10_000_000)] {
            assert_eq!(parse_tenths(typed), Some(tenths), "{typed}");
        }
        for typed in ["", "-1", "2.55", "x", "1e3", "2.", ".5", "1.5.5", "1000001", "99999999"] {
            assert_eq!(parse_tenths(typed), None, "{typed}");
        }
        assert_eq!((parse_hundredths("4,5"), parse_hundredths("4.05")), (Some(450), Some(405)));
        for (tenths, words) in [(20, "2"), (25, "2.5"), (0, "0")] {
            assert_eq!(tenths_words(tenths), words);
        }
        for (hundredths, words) in [(450, "4.5"), (405, "4.05"), (400, "4")] {
            assert_eq!(hundredths_words(hundredths), words);
        }
    }

    #[test]
    fn hours_are_read_as_numbers_or_as_a_clock_shows_them() {
        for (typed, minutes) in
            [("7", 420), ("7.5", 450), ("7,25", 435), ("7:30", 450), ("0", 0), ("24", 1_440)]
        {
            assert_eq!(parse_hours(typed), Some(minutes), "{typed}");
        }
        for typed in ["", "25", "24:01", "7:60", "7:", "-1", "seven", "1:2:3"] {
            assert_eq!(parse_hours(typed), None, "{typed}");
        }
        for (minutes, words) in [(450, "7:30"), (420, "7"), (425, "7:05")] {
            assert_eq!(hours_words(minutes), words);
        }
    }
}

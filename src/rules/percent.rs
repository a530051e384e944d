//! Numbers of 0 to 100 as people type them, and what stands where none was meant.

/// What was typed and is no number of 0 to 100: a draft keeps it, saving asks for another.
pub const NO_PERCENT: u8 = u8::MAX;
/// What was typed and is no day.
pub const NO_DAY: i32 = i32::MIN;

/// The number typed, with or without a sign behind it; `None` where nothing is, [`NO_PERCENT`] where it is none.
///
/// ```
/// use rules::{NO_PERCENT, parse_percent};
/// assert_eq!([" 70 ", "70 %", ""].map(parse_percent), [Some(70), Some(70), None]);
/// assert_eq!(["101", "-1", "lots", "7.5"].map(parse_percent), [Some(NO_PERCENT); 4]);
/// ```
#[must_use]
pub fn parse_percent(typed: &str) -> Option<u8> {
    let typed = typed.trim().trim_end_matches('%').trim_end();
    let digits = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = typed.parse().ok().filter(|number| digits && *number <= 100);
    (!typed.is_empty()).then(|| number.unwrap_or(NO_PERCENT))
}

/// The number as it stands in its field.
#[must_use]
pub fn percent_words(percent: Option<u8>) -> String {
    percent.filter(|percent| *percent <= 100).map(|percent| percent.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_0_to_100_is_read_and_written_again() {
        for number in 0..=100 {
            assert_eq!(parse_percent(&percent_words(Some(number))), Some(number));
        }
        assert_eq!([" 70 ", "70 %", "007"].map(parse_percent), [Some(70), Some(70), Some(7)]);
    }

    #[test]
    fn what_is_no_such_number_is_told_from_nothing() {
        assert_eq!(["", "  ", "%"].map(parse_percent), [None; 3]);
        assert_eq!(["101", "-1", "+5", "lots", "7.5", "999999"].map(parse_percent), [Some(NO_PERCENT); 6]);
        assert_eq!([None, Some(NO_PERCENT)].map(percent_words), ["", ""]);
    }
}

//! Addresses that a phone understands, out of a number as somebody typed it.

/// Fewest and most digits of a number: a short code, and E.164.
const DIGITS: core::ops::RangeInclusive<usize> = 2..=15;

/// What comes after `tel:` or `sms:`: the digits, with a leading `+`; `None` where it is no number.
///
/// Only what people write between digits is passed over, so that a name never becomes a number.
#[must_use]
pub fn dialled(number: &str) -> Option<String> {
    let number = number.trim();
    let (plus, rest) = match number.strip_prefix('+') {
        Some(rest) => ("+", rest),
        None => ("", number),
    };
    let is_between =
        |letter: char| letter.is_whitespace() || "()-./\u{2010}\u{2011}\u{2013}".contains(letter);
    let digits: String = rest.chars().filter(|letter| !is_between(*letter)).collect();
    let sound = digits.bytes().all(|byte| byte.is_ascii_digit()) && DIGITS.contains(&digits.len());
    sound.then(|| plus.to_owned() + &digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_dialled_and_nothing_else_is() {
        for (typed, expected) in [
            ("+44 (20) 7946-0958", Some("+442079460958")),
            (" 030 / 123.456 ", Some("030123456")),
            ("112", Some("112")),
            ("1", None),
            ("", None),
            ("+", None),
            ("ask Ana", None),
            ("030 Ana", None),
            ("12+34", None),
            ("javascript:1", None),
            ("1234567890123456", None),
        ] {
            assert_eq!(dialled(typed).as_deref(), expected, "{typed}");
        }
    }
}

//! The recovery sheet as characters: 20 bytes as 32 Crockford characters in four lines of eight, each line followed by
//! Crockford's check symbol over the line's 40 bits (FORMAT 2). A slip or a swap is caught on its line.

use core::fmt;

use zeroize::Zeroizing;

use super::SecretBytes;

/// Lines of a sheet.
pub const LINES: usize = 4;

/// Bytes behind one line.
const LINE_BYTES: usize = 5;
/// Characters of a line before its check symbol.
const DATA: usize = 8;
/// Crockford's 32 characters, then the five that only a check symbol can be.
const SYMBOLS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/// A recovery secret as its owner copies it.
///
/// # Security
/// Wiped on drop, redacted in `Debug`, neither `Clone` nor `PartialEq`.
pub struct Sheet(Zeroizing<[u8; LINES * LINE_BYTES]>);

impl Sheet {
    /// Takes over a drawn secret; `None` unless it has 20 bytes.
    #[must_use]
    pub fn from_secret(secret: SecretBytes) -> Option<Self> {
        // EXPOSE: the sheet is made of these bytes; both copies are wiped.
        let bytes = Zeroizing::new(secret.expose_into());
        <[u8; LINES * LINE_BYTES]>::try_from(bytes.as_slice()).ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// Line `number` (0 to 3) with its check symbol, grouped for copying: `ABCD EFGH C`. Empty for any other number.
    #[must_use]
    pub fn expose_line(&self, number: usize) -> String {
        let Some(value) = self.value(number) else { return String::new() };
        let mut line = String::with_capacity(DATA + 3);
        for at in 0..DATA {
            if at == DATA / 2 {
                line.push(' ');
            }
            line.push(symbol(value >> (5 * (DATA - 1 - at)) & 31));
        }
        line.push(' ');
        line.push(symbol(check_of(value)));
        line
    }

    /// Whether what was typed is line `number`, its check symbol included.
    #[must_use]
    pub fn line_matches(&self, number: usize, typed: &str) -> bool {
        self.value(number).is_some_and(|value| read_line(typed) == Ok(value))
    }

    /// A line's 40 bits.
    fn value(&self, number: usize) -> Option<u64> {
        self.0
            .chunks(LINE_BYTES)
            .nth(number)
            .map(|bytes| bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
    }
}

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sheet(…)")
    }
}

/// What is wrong with one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetLineError {
    /// Fewer than nine characters.
    TooShort,
    /// More than nine characters.
    TooLong,
    /// A character that no sheet has.
    Unknown,
    /// The check symbol does not fit: something on this line is a slip or a swap.
    CheckDiffers,
}

impl fmt::Display for SheetLineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooShort => "line is too short, a line has nine characters",
            Self::TooLong => "line is too long, a line has nine characters",
            Self::Unknown => "line has a character that no sheet has",
            Self::CheckDiffers => "check symbol of the line does not fit",
        })
    }
}

impl core::error::Error for SheetLineError {}

/// Looks at one line as it was typed. Case does not count, spaces and hyphens are passed over, O reads as 0, I and L
/// as 1.
///
/// # Errors
/// Each [`SheetLineError`]; an unknown character is named before a wrong length.
///
/// ```
/// use keeper::protocol::{SheetLineError, check_line};
/// assert_eq!(check_line("0000 0000 0"), Ok(()));
/// assert_eq!(check_line("oooo-ooil-l"), Err(SheetLineError::CheckDiffers));
/// assert_eq!(check_line("0000 00"), Err(SheetLineError::TooShort));
/// ```
pub fn check_line(typed: &str) -> Result<(), SheetLineError> {
    read_line(typed).map(drop)
}

/// Reads all four lines.
///
/// # Errors
/// The first line (0 to 3) that is wrong, and how.
pub fn parse_sheet(typed: [&str; LINES]) -> Result<SecretBytes, (usize, SheetLineError)> {
    let mut bytes = Vec::with_capacity(LINES * LINE_BYTES);
    for (number, typed) in typed.into_iter().enumerate() {
        match read_line(typed) {
            Ok(value) => bytes.extend_from_slice(&Zeroizing::new(value.to_be_bytes())[8 - LINE_BYTES..]),
            Err(error) => {
                drop(SecretBytes::new(bytes));
                return Err((number, error));
            }
        }
    }
    Ok(SecretBytes::new(bytes))
}

/// The 40 bits of a line.
fn read_line(typed: &str) -> Result<u64, SheetLineError> {
    let (mut value, mut check, mut length) = (0, 0, 0);
    for typed in typed.chars().filter(|typed| !is_passed_over(*typed)) {
        let read = value_of(typed).ok_or(SheetLineError::Unknown)?;
        match length {
            0..DATA if read < 32 => value = value << 5 | read,
            0..DATA => return Err(SheetLineError::Unknown),
            _ => check = read,
        }
        length += 1;
    }
    match length {
        0..=DATA => Err(SheetLineError::TooShort),
        _ if length > DATA + 1 => Err(SheetLineError::TooLong),
        _ if check != check_of(value) => Err(SheetLineError::CheckDiffers),
        _ => Ok(value),
    }
}

fn is_passed_over(typed: char) -> bool {
    // The hyphens and dashes that a keyboard may make of one.
    typed.is_whitespace() || matches!(typed, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value_of(typed: char) -> Option<u64> {
    let typed = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SYMBOLS.iter().position(|symbol| char::from(*symbol) == typed).map(|value| value as u64)
}

fn symbol(value: u64) -> char {
    char::from(SYMBOLS[value as usize])
}

/// Crockford's check: the number modulo 37, the least prime above 32. So one wrong character, or two that changed
/// places, always shows.
const fn check_of(value: u64) -> u64 {
    value % 37
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(bytes: [u8; 20]) -> Sheet {
        Sheet::from_secret(SecretBytes::new(bytes.to_vec())).unwrap()
    }

    fn lines(bytes: [u8; 20]) -> [String; LINES] {
        let sheet = sheet(bytes);
        core::array::from_fn(|number| sheet.expose_line(number))
    }

    /// Numbers, their characters and their check symbols by arithmetic outside this program (Python's `%`).
    #[test]
    fn lines_are_crockfords() {
        for (value, line) in [
            ([0, 0, 0, 0, 0], "0000 0000 0"),
            ([0, 0, 0, 0, 1], "0000 0001 1"),
            ([0, 0, 0, 0, 31], "0000 000Z Z"),
            ([0, 0, 0, 0, 32], "0000 0010 *"),
            ([0, 0, 0, 0, 33], "0000 0011 ~"),
            ([0, 0, 0, 0, 34], "0000 0012 $"),
            ([0, 0, 0, 0, 35], "0000 0013 ="),
            ([0, 0, 0, 0, 36], "0000 0014 U"),
            ([0, 0, 0, 0, 37], "0000 0015 0"),
            ([0xff, 0xff, 0xff, 0xff, 0xff], "ZZZZ ZZZZ F"),
            ([0x00, 0x44, 0x32, 0x14, 0xc7], "0123 4567 B"),
        ] {
            let mut bytes = [0; 20];
            bytes[15..].copy_from_slice(&value);
            assert_eq!(sheet(bytes).expose_line(3), line);
            assert_eq!(sheet(bytes).expose_line(2), "0000 0000 0");
        }
        assert_eq!(sheet([0; 20]).expose_line(4), "");
    }

    #[test]
    fn only_twenty_bytes_make_a_sheet() {
        for length in [0, 19, 21, 32] {
            assert!(Sheet::from_secret(SecretBytes::new(vec![1; length])).is_none(), "{length}");
        }
        assert!(Sheet::from_secret(SecretBytes::new(vec![1; 20])).is_some());
    }

    #[test]
    fn case_spaces_hyphens_and_lookalikes_do_not_count() {
        let [line, ..] =
            lines([0x08, 0x40, 0x01, 0x08, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        assert_eq!(line, "1100 2222 7");
        for typed in ["110022227", "iL0o-2222-7", " l1 oO 22 22 7 ", "1100\u{2013}2222 7"] {
            assert_eq!(check_line(typed), Ok(()), "{typed}");
        }
        // The check symbol too may be a lookalike.
        assert_eq!(check_line("0000 0000 o"), Ok(()));
        assert_eq!(check_line("0000 0001 l"), Ok(()));
        assert_eq!(check_line("0000 0014 u"), Ok(()));
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said() {
        use SheetLineError::*;
        for (typed, error) in [
            ("", TooShort),
            ("0000 0000", TooShort),
            ("0000 0000 00", TooLong),
            ("0000 0000 0 0000 0000 0", TooLong),
            ("0000 0000 1", CheckDiffers),
            ("0000 00U0 0", Unknown),
            ("0*", Unknown),
            ("0000 0000 !", Unknown),
            ("000ü", Unknown),
            ("0000 0000 00?", Unknown),
        ] {
            assert_eq!(check_line(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn the_wrong_line_is_named() {
        let all = lines([7; 20]);
        for wrong in 0..LINES {
            let mut typed: [&str; LINES] = core::array::from_fn(|number| all[number].as_str());
            typed[wrong] = "0000 0000";
            assert_eq!(parse_sheet(typed).unwrap_err(), (wrong, SheetLineError::TooShort));
        }
    }

    #[test]
    fn a_sheet_does_not_show_itself() {
        assert_eq!(format!("{:?}", sheet([9; 20])), "Sheet(…)");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(bytes: [u8; 20]) {
            let all = lines(bytes);
            let typed = core::array::from_fn(|number| all[number].as_str());
            prop_assert_eq!(parse_sheet(typed).unwrap().expose_into(), bytes);
            let sheet = sheet(bytes);
            for (number, line) in all.iter().enumerate() {
                prop_assert!(sheet.line_matches(number, &line.to_lowercase().replace(' ', "-")));
                let other = (number + 1) % LINES;
                prop_assert_eq!(sheet.line_matches(other, line), all[other] == *line);
            }
            prop_assert!(!sheet.line_matches(LINES, &all[0]));
        }

        #[test]
        fn every_slip_and_every_swap_of_neighbours_is_caught(bytes: [u8; 20]) {
            let line: Vec<u8> = lines(bytes)[0].bytes().filter(|byte| *byte != b' ').collect();
            let refused = |typed: &[u8]| check_line(core::str::from_utf8(typed).unwrap()).is_err();
            for at in 0..=DATA {
                for slip in SYMBOLS {
                    let mut typed = line.clone();
                    typed[at] = *slip;
                    prop_assert_eq!(refused(&typed), *slip != line[at]);
                }
                if at < DATA {
                    let mut typed = line.clone();
                    typed.swap(at, at + 1);
                    prop_assert_eq!(refused(&typed), line[at] != line[at + 1]);
                }
                let mut typed = line.clone();
                typed.remove(at);
                prop_assert!(refused(&typed));
                typed.insert(at, line[at]);
                typed.insert(at, line[at]);
                prop_assert!(refused(&typed));
            }
        }
    }
}

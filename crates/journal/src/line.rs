//! One line of words, short enough for a note that is written while locked.

use core::fmt;

use serde::{Deserialize, Serialize};

/// At most one line of at most 280 bytes, trimmed; may be empty.
///
/// ```
/// use journal::Line;
/// assert_eq!(Line::new(" outside\nthe shop ").unwrap().as_str(), "outside the shop");
/// assert!(Line::new(&"a".repeat(281)).is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

impl Line {
    /// Most bytes.
    pub const LIMIT: usize = 280;

    /// Puts a space in the place of every control character, line breaks among them, and trims the words.
    ///
    /// # Errors
    /// More than [`Line::LIMIT`] bytes are left: nothing is cut behind the writer's back.
    pub fn new(words: &str) -> Result<Self, LineError> {
        let words = words.replace("\r\n", " ").replace(char::is_control, " ");
        let words = words.trim();
        let bytes = words.len();
        if bytes > Self::LIMIT { Err(LineError { bytes }) } else { Ok(Self(words.to_owned())) }
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Line {
    type Error = LineError;

    fn try_from(words: String) -> Result<Self, LineError> {
        Self::new(&words)
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

/// A line that is too long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineError {
    /// Its bytes.
    pub bytes: usize,
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line takes {} bytes, allowed at most {}", self.bytes, Line::LIMIT)
    }
}

impl core::error::Error for LineError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_trimmed_line_of_at_most_280_bytes() {
        let long = "ü".repeat(140);
        for (words, kept) in [
            ("", Ok("")),
            ("  \n ", Ok("")),
            ("one\r\ntwo\tthree\0", Ok("one two three")),
            (long.as_str(), Ok(long.as_str())),
            (&(long.clone() + "  "), Ok(long.as_str())),
            (&(long.clone() + "a"), Err(LineError { bytes: 281 })),
        ] {
            assert_eq!(Line::new(words).as_ref().map(Line::as_str), kept.as_ref().map(|kept| *kept));
        }
    }
}

//! The one scale for mood.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Mood from 0 (very low) to 10 (very good), the same scale everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Mood(u8);

impl Mood {
    /// The mood with this number.
    ///
    /// # Errors
    /// Anything above 10.
    pub const fn new(number: u8) -> Result<Self, MoodError> {
        if number <= 10 { Ok(Self(number)) } else { Err(MoodError { number }) }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Mood {
    type Error = MoodError;

    fn try_from(number: u8) -> Result<Self, MoodError> {
        Self::new(number)
    }
}

impl From<Mood> for u8 {
    fn from(mood: Mood) -> Self {
        mood.number()
    }
}

/// A mood outside its scale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MoodError {
    /// What was given.
    pub number: u8,
}

impl fmt::Display for MoodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mood is {}, allowed 0 to 10", self.number)
    }
}

impl core::error::Error for MoodError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mood_is_a_whole_number_from_0_to_10() {
        for number in 0..=u8::MAX {
            assert_eq!(Mood::new(number).map(Mood::number).ok(), (number <= 10).then_some(number));
        }
    }
}

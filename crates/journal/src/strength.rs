//! The one scale for how strong an urge is.

use core::fmt;

use serde::{Deserialize, Serialize};

/// How strong an urge is, from 0 (not at all) to 10 (as strong as can be), the same scale everywhere.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Strength(u8);

impl Strength {
    /// The strength with this number.
    ///
    /// # Errors
    /// Anything above 10.
    pub const fn new(number: u8) -> Result<Self, StrengthError> {
        if number <= 10 { Ok(Self(number)) } else { Err(StrengthError { number }) }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Strength {
    type Error = StrengthError;

    fn try_from(number: u8) -> Result<Self, StrengthError> {
        Self::new(number)
    }
}

impl From<Strength> for u8 {
    fn from(strength: Strength) -> Self {
        strength.number()
    }
}

/// A strength outside its scale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StrengthError {
    /// What was given.
    pub number: u8,
}

impl fmt::Display for StrengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "strength is {}, allowed 0 to 10", self.number)
    }
}

impl core::error::Error for StrengthError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strength_is_a_whole_number_from_0_to_10() {
        for number in 0..=u8::MAX {
            assert_eq!(Strength::new(number).map(Strength::number).ok(), (number <= 10).then_some(number));
        }
    }
}

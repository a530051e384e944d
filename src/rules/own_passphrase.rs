//! Whether a passphrase is strong enough to seal a journal, and whether the form of Create is complete. Also the few
//! bytes in which the strength worker answers.

use keeper::protocol::plain_letters;

use crate::Device;

/// The least an own passphrase must be worth, in bits.
const LEAST_BITS: f64 = 40.0;
/// The least characters where no estimate can be had.
const LEAST_CHARACTERS: usize = 12;
/// What may be typed, in UTF-8 (FORMAT 2).
const MOST_BYTES: usize = 1_024;

/// What makes a passphrase easy to guess, as far as a person can change it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hint {
    /// Nothing in particular: more words.
    Longer,
    /// A passphrase or word that many people use.
    Common,
    /// Keys beside each other.
    Keyboard,
    /// Repeats or runs.
    Pattern,
    /// A date or year.
    Date,
}

/// An estimate of a passphrase's strength.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Strength {
    /// Binary logarithm of the guesses needed.
    pub bits: f64,
    /// What would help.
    pub hint: Hint,
}

/// Where the words came from, and what is known of their strength.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PassphraseProblem {
    /// Nothing typed.
    Empty,
    /// More than 1,024 bytes.
    TooLong,
    /// An estimate says: under 40 bits.
    Guessable(Hint),
    /// No estimate could be had, and under 12 characters.
    TooShort,
}

/// Judges an own passphrase; `estimate` is `None` when none could be had.
///
/// # Errors
/// What stands against it.
pub fn judge(typed: &str, estimate: Option<Strength>) -> Result<(), PassphraseProblem> {
    match estimate {
        _ if typed.is_empty() => Err(PassphraseProblem::Empty),
        _ if typed.len() > MOST_BYTES => Err(PassphraseProblem::TooLong),
        Some(strength) if strength.bits < LEAST_BITS => Err(PassphraseProblem::Guessable(strength.hint)),
        None if typed.chars().count() < LEAST_CHARACTERS => Err(PassphraseProblem::TooShort),
        _ => Ok(()),
    }
}

/// Words made by us in the one form in which they count: any case, any accents, spaces or hyphens (FORMAT 2). Only for a journal
/// that is marked so; the form is that of `keeper::protocol::canonical_words`, which also looks whether the words are ours.
#[must_use]
pub fn loosened(typed: &str) -> String {
    let lower = plain_letters(typed);
    let words =
        lower.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The form of Create beside the passphrase itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CreateForm {
    /// What was chosen; blank counts as shared.
    pub device: Option<Device>,
    /// The two fields hold the same.
    pub same_twice: bool,
    /// "Nobody can reset this for me" is ticked.
    pub understood: bool,
}

/// What stands against making the journal.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CreateProblem {
    /// The passphrase itself.
    Passphrase(PassphraseProblem),
    /// The second field differs.
    Different,
    /// The tick is missing.
    NotUnderstood,
}

impl CreateForm {
    /// The first thing that stands against making the journal, in the order of the screen.
    ///
    /// # Errors
    /// That thing.
    pub fn validate(self, passphrase: Result<(), PassphraseProblem>) -> Result<Device, CreateProblem> {
        passphrase.map_err(CreateProblem::Passphrase)?;
        if !self.same_twice {
            return Err(CreateProblem::Different);
        }
        if !self.understood {
            return Err(CreateProblem::NotUnderstood);
        }
        Ok(self.device.unwrap_or(Device::Shared))
    }
}

/// The strength worker's answer: the bits in hundredths, two bytes little-endian, and a byte for the hint.
#[must_use]
pub fn encode_strength(strength: Strength) -> [u8; 3] {
    let [low, high] = ((strength.bits * 100.0).clamp(0.0, f64::from(u16::MAX)) as u16).to_le_bytes();
    [low, high, strength.hint as u8]
}

/// The answer read back; `None` when the bytes are not one.
#[must_use]
pub fn decode_strength(bytes: &[u8]) -> Option<Strength> {
    let &[low, high, hint] = bytes else { return None };
    let hint =
        *[Hint::Longer, Hint::Common, Hint::Keyboard, Hint::Pattern, Hint::Date].get(usize::from(hint))?;
    Some(Strength { bits: f64::from(u16::from_le_bytes([low, high])) / 100.0, hint })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_bits_are_asked_or_twelve_characters_without_an_estimate() {
        let strength = |bits| Some(Strength { bits, hint: Hint::Common });
        for (typed, estimate, expected) in [
            ("", strength(90.0), Err(PassphraseProblem::Empty)),
            ("abc", strength(39.9), Err(PassphraseProblem::Guessable(Hint::Common))),
            ("abc", strength(40.0), Ok(())),
            ("elevenchars", None, Err(PassphraseProblem::TooShort)),
            ("éééééééééééé", None, Ok(())),
        ] {
            assert_eq!(judge(typed, estimate), expected, "{typed}");
        }
        assert_eq!(judge(&"x".repeat(1_025), strength(90.0)), Err(PassphraseProblem::TooLong));
    }

    #[test]
    fn a_device_left_blank_counts_as_shared() {
        let form = CreateForm { device: None, same_twice: true, understood: true };
        assert_eq!(form.validate(Ok(())), Ok(Device::Shared));
        assert_eq!(CreateForm { device: Some(Device::Mine), ..form }.validate(Ok(())), Ok(Device::Mine));
        assert_eq!(CreateForm { same_twice: false, ..form }.validate(Ok(())), Err(CreateProblem::Different));
        assert_eq!(
            CreateForm { understood: false, ..form }.validate(Ok(())),
            Err(CreateProblem::NotUnderstood)
        );
        let short = PassphraseProblem::TooShort;
        assert_eq!(form.validate(Err(short)), Err(CreateProblem::Passphrase(short)));
    }

    #[test]
    fn loosened_words_are_the_canonical_ones() {
        let list = ["amber", "bridge", "cedar"];
        for typed in
            ["amber bridge cedar", " Amber  BRIDGE\tcedar ", "amber-bridge--cedar", "ámber brídge cedár"]
        {
            assert_eq!(Some(loosened(typed)), keeper::protocol::canonical_words(typed, &list), "{typed}");
        }
    }

    #[test]
    fn an_estimate_crosses_and_comes_back() {
        for hint in [Hint::Longer, Hint::Common, Hint::Keyboard, Hint::Pattern, Hint::Date] {
            let strength = Strength { bits: 41.25, hint };
            assert_eq!(decode_strength(&encode_strength(strength)), Some(strength));
        }
        assert_eq!(decode_strength(&[0, 0, 9]), None);
        assert_eq!(decode_strength(&[0, 0]), None);
    }
}

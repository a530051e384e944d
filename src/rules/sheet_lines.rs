//! What is to be said of one typed line of a recovery sheet, while one types and once the field is left.

use keeper::protocol::SheetLineError;

/// What is said of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum LineRemark {
    /// Nothing: it is empty, or still being typed.
    #[default]
    Nothing,
    /// It fits.
    Fits,
    /// A slip or a swap is on it.
    LookAgain,
    /// It was left too short.
    TooShort,
    /// It has more characters than a line has.
    TooLong,
    /// It has a character that no sheet has.
    Unknown,
}

/// Where the one who types is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typing {
    /// In the field: a line may still grow.
    Inside,
    /// Out of it.
    Left,
}

impl LineRemark {
    /// The remark on what was typed, given what the sheet's own arithmetic says of it.
    #[must_use]
    pub fn on(typed: &str, checked: Result<(), SheetLineError>, typing: Typing) -> Self {
        let blank = !typed.contains(|letter| !is_between(letter));
        match checked {
            _ if blank => Self::Nothing,
            Ok(()) => Self::Fits,
            Err(SheetLineError::TooShort) if typing == Typing::Inside => Self::Nothing,
            Err(SheetLineError::TooShort) => Self::TooShort,
            Err(SheetLineError::TooLong) => Self::TooLong,
            Err(SheetLineError::Unknown) => Self::Unknown,
            Err(SheetLineError::CheckDiffers) => Self::LookAgain,
        }
    }

    /// The same for a copy whose original is known: a line that is sound in itself but another's is looked at again.
    #[must_use]
    pub fn on_copy(
        typed: &str,
        checked: Result<(), SheetLineError>,
        typing: Typing,
        is_the_line: bool,
    ) -> Self {
        match Self::on(typed, checked, typing) {
            Self::Fits if !is_the_line => Self::LookAgain,
            remark => remark,
        }
    }

    /// Whether it says that something is amiss.
    #[must_use]
    pub fn is_amiss(self) -> bool {
        !matches!(self, Self::Nothing | Self::Fits)
    }
}

/// Letters that only divide the groups of a line.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || letter == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_judged_once_it_is_whole_or_left() {
        use SheetLineError::{CheckDiffers, TooLong, TooShort, Unknown};
        for (typed, checked, inside, left) in [
            ("", Err(TooShort), LineRemark::Nothing, LineRemark::Nothing),
            (" - ", Err(TooShort), LineRemark::Nothing, LineRemark::Nothing),
            ("ABCD", Err(TooShort), LineRemark::Nothing, LineRemark::TooShort),
            ("ABCD EFGH 5", Ok(()), LineRemark::Fits, LineRemark::Fits),
            ("ABCD EFGH 6", Err(CheckDiffers), LineRemark::LookAgain, LineRemark::LookAgain),
            ("ABCD EFGH 67", Err(TooLong), LineRemark::TooLong, LineRemark::TooLong),
            ("AB?", Err(Unknown), LineRemark::Unknown, LineRemark::Unknown),
        ] {
            assert_eq!(LineRemark::on(typed, checked, Typing::Inside), inside, "{typed:?} inside");
            assert_eq!(LineRemark::on(typed, checked, Typing::Left), left, "{typed:?} left");
        }
    }

    #[test]
    fn a_sound_line_in_the_place_of_another_is_looked_at_again() {
        let copy = |checked, is_the_line| LineRemark::on_copy("ABCD", checked, Typing::Left, is_the_line);
        assert_eq!(copy(Ok(()), true), LineRemark::Fits);
        assert_eq!(copy(Ok(()), false), LineRemark::LookAgain);
        assert_eq!(copy(Err(SheetLineError::TooShort), false), LineRemark::TooShort);
        assert!(copy(Ok(()), false).is_amiss() && !copy(Ok(()), true).is_amiss());
    }
}

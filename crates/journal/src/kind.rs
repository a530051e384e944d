//! Kinds of record, by numbers that are kept for ever.

/// What a record is (FORMAT 4). Every number can be represented: a kind of a newer version is carried along, shown as
/// such and never rewritten.
///
/// ```
/// use journal::Kind;
/// assert_eq!(Kind::new(1), Kind::ENTRY);
/// assert!(!Kind::new(200).is_known());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Kind(u8);

impl Kind {
    /// A journal entry: [`Entry`](crate::Entry).
    pub const ENTRY: Self = Self(1);
    /// What an entry carries with it: media type, length, hash and the ids of its parts. Number taken, body to come.
    pub const ATTACHMENT: Self = Self(2);
    /// Up to 1 MiB of an attachment, raw. Number taken, body to come.
    pub const PART: Self = Self(3);
    /// An urge: [`Urge`](crate::Urge).
    pub const URGE: Self = Self(4);
    /// What the owner chose inside the journal, once in each: [`Settings`](crate::Settings).
    pub const SETTINGS: Self = Self(5);

    /// The kind with this number, known here or not.
    #[must_use]
    pub const fn new(number: u8) -> Self {
        Self(number)
    }

    /// The number that rests in a record and in the list.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Whether this version can read bodies of this kind.
    #[must_use]
    pub const fn is_known(self) -> bool {
        matches!(self, Self::ENTRY | Self::URGE | Self::SETTINGS)
    }

    /// Whether a record of this kind is a line of the list. One of a newer version is, so that nothing is hidden.
    #[must_use]
    pub const fn is_listed(self) -> bool {
        !matches!(self, Self::ATTACHMENT | Self::PART | Self::SETTINGS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_stay_as_they_are() {
        let kinds = [Kind::ENTRY, Kind::ATTACHMENT, Kind::PART, Kind::URGE, Kind::SETTINGS];
        assert_eq!(kinds.map(Kind::number), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn every_number_survives_and_some_can_be_read_or_are_listed() {
        for number in 0..=u8::MAX {
            assert_eq!(Kind::new(number).number(), number);
            assert_eq!(Kind::new(number).is_known(), [1, 4, 5].contains(&number));
            assert_eq!(Kind::new(number).is_listed(), ![2, 3, 5].contains(&number));
        }
    }
}

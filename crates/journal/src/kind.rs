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
        matches!(self, Self::ENTRY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_stay_as_they_are() {
        assert_eq!([Kind::ENTRY, Kind::ATTACHMENT, Kind::PART].map(Kind::number), [1, 2, 3]);
    }

    #[test]
    fn every_number_survives_and_only_entries_can_be_read() {
        for number in 0..=u8::MAX {
            assert_eq!(Kind::new(number).number(), number);
            assert_eq!(Kind::new(number).is_known(), number == 1);
        }
    }
}

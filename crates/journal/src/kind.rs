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
    /// What an entry carries with it: media type, length, hash and the ids of its parts:
    /// [`Attachment`](crate::Attachment).
    pub const ATTACHMENT: Self = Self(2);
    /// Up to 1 MiB of an attachment, raw.
    pub const PART: Self = Self(3);
    /// An urge: [`Urge`](crate::Urge).
    pub const URGE: Self = Self(4);
    /// What the owner chose inside the journal, once in each: [`Settings`](crate::Settings).
    pub const SETTINGS: Self = Self(5);

    /// A check-in: [`CheckIn`](crate::CheckIn).
    pub const CHECK_IN: Self = Self(6);
    /// A goal of change: [`Goal`](crate::Goal).
    pub const GOAL: Self = Self(7);
    /// A return to use: [`ReturnToUse`](crate::ReturnToUse).
    pub const RETURN_TO_USE: Self = Self(8);
    /// A weekly ruler: [`Ruler`](crate::Ruler).
    pub const RULER: Self = Self(9);
    /// A reason to come back to: [`Reason`](crate::Reason).
    pub const REASON: Self = Self(10);
    /// An own beginning for entries: [`Template`](crate::Template).
    pub const TEMPLATE: Self = Self(11);

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
        self.is_written() || matches!(self, Self::ATTACHMENT | Self::PART | Self::SETTINGS)
    }

    /// Whether a person writes, edits and deletes records of this kind, one by one.
    #[must_use]
    pub const fn is_written(self) -> bool {
        matches!(self.0, 1 | 4 | 6..=11)
    }

    /// Whether a record of this kind is a line of the list. One of a newer version is, so that nothing is hidden.
    /// Goals, rulers, reasons and templates have rooms of their own.
    #[must_use]
    pub const fn is_listed(self) -> bool {
        !matches!(self.0, 2 | 3 | 5 | 7 | 9..=11)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_stay_as_they_are() {
        let kinds = [
            Kind::ENTRY,
            Kind::ATTACHMENT,
            Kind::PART,
            Kind::URGE,
            Kind::SETTINGS,
            Kind::CHECK_IN,
            Kind::GOAL,
            Kind::RETURN_TO_USE,
            Kind::RULER,
            Kind::REASON,
            Kind::TEMPLATE,
        ];
        assert_eq!(kinds.map(Kind::number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }

    #[test]
    fn every_number_survives_and_some_can_be_read_or_are_listed() {
        for number in 0..=u8::MAX {
            let kind = Kind::new(number);
            assert_eq!(kind.number(), number);
            assert_eq!(kind.is_known(), (1..=11).contains(&number));
            assert_eq!(kind.is_written(), kind.is_known() && ![2, 3, 5].contains(&number));
            assert_eq!(kind.is_listed(), ![2, 3, 5, 7, 9, 10, 11].contains(&number));
        }
    }
}

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
    /// A leg of the table: one kind of support. [`Leg`](crate::support::table::Leg).
    pub const LEG: Self = Self(12);
    /// A person, place or thing on a leg. [`Person`](crate::support::table::Person).
    pub const PERSON: Self = Self(13);
    /// Contact with somebody or something on the table. [`Contact`](crate::support::table::Contact).
    pub const CONTACT: Self = Self(14);
    /// The table looked over. [`Review`](crate::support::table::Review).
    pub const REVIEW: Self = Self(15);
    /// A medicine and its schedule. [`Medicine`](crate::support::medical::Medicine).
    pub const MEDICINE: Self = Self(16);
    /// What became of a dose. [`Dose`](crate::support::medical::Dose).
    pub const DOSE: Self = Self(17);
    /// An appointment, with questions and outcome. [`Appointment`](crate::support::medical::Appointment).
    pub const APPOINTMENT: Self = Self(18);
    /// A measurement somebody gave. [`Measurement`](crate::support::medical::Measurement).
    pub const MEASUREMENT: Self = Self(19);
    /// A day of the detox diary. [`Detox`](crate::support::medical::Detox).
    pub const DETOX: Self = Self(20);
    /// A worksheet or plan, filled in. [`Worksheet`](crate::support::worksheets::Worksheet).
    pub const WORKSHEET: Self = Self(21);
    /// A score that a clinician gave or a questionnaire made. [`Score`](crate::support::scores::Score).
    pub const SCORE: Self = Self(22);
    /// A questionnaire as it was handed over. [`Questionnaire`](crate::support::scores::Questionnaire).
    pub const QUESTIONNAIRE: Self = Self(23);
    /// Answers to a questionnaire. [`Response`](crate::support::scores::Response).
    pub const RESPONSE: Self = Self(24);
    /// A routine, a habit, or a step of a programme. [`Routine`](crate::support::programme::Routine).
    pub const ROUTINE: Self = Self(25);
    /// A routine kept on a day. [`Kept`](crate::support::programme::Kept).
    pub const KEPT: Self = Self(26);
    /// A meeting. [`Meeting`](crate::support::programme::Meeting).
    pub const MEETING: Self = Self(27);
    /// A stay, with its house rules. [`Stay`](crate::support::programme::Stay).
    pub const STAY: Self = Self(28);
    /// A small step towards a goal. [`Task`](crate::support::programme::Task).
    pub const TASK: Self = Self(29);
    /// "I said I would." [`Promise`](crate::support::programme::Promise).
    pub const PROMISE: Self = Self(30);
    /// Guidance, practices, service, meaning. [`Guidance`](crate::support::programme::Guidance).
    pub const GUIDANCE: Self = Self(31);
    /// What was shared, with whom, when. [`Receipt`](crate::sharing::Receipt).
    pub const RECEIPT: Self = Self(32);
    /// Another name for somebody, in what is shared. [`Alias`](crate::sharing::Alias).
    pub const ALIAS: Self = Self(33);
    /// A summary on its way, as a draft alone. [`SummaryOnItsWay`](crate::sharing::SummaryOnItsWay). (34 is the page in an
    /// encrypted copy, which no journal holds.)
    pub const SUMMARY: Self = Self(35);

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
        matches!(self.0, 1 | 4 | 6..=33 | 35)
    }

    /// Whether a record of this kind is a line of the list. One of a newer version is, so that nothing is hidden.
    /// What is not about a moment (goals, reasons, people, medicines), and what would flood it (doses, habits kept), has
    /// rooms of its own.
    #[must_use]
    pub const fn is_listed(self) -> bool {
        !matches!(self.0, 2 | 3 | 5 | 7 | 9..=13 | 16..=19 | 23 | 25..=26 | 29 | 32..=33 | 35)
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
            Kind::LEG,
            Kind::PERSON,
            Kind::CONTACT,
            Kind::REVIEW,
            Kind::MEDICINE,
            Kind::DOSE,
            Kind::APPOINTMENT,
            Kind::MEASUREMENT,
            Kind::DETOX,
            Kind::WORKSHEET,
            Kind::SCORE,
            Kind::QUESTIONNAIRE,
            Kind::RESPONSE,
            Kind::ROUTINE,
            Kind::KEPT,
            Kind::MEETING,
            Kind::STAY,
            Kind::TASK,
            Kind::PROMISE,
            Kind::GUIDANCE,
            Kind::RECEIPT,
            Kind::ALIAS,
            Kind::SUMMARY,
        ];
        assert!(kinds.map(Kind::number).into_iter().eq((1..=33).chain([35])));
    }

    #[test]
    fn every_number_survives_and_some_can_be_read_or_are_listed() {
        let rooms_of_their_own = [2, 3, 5, 7, 9, 10, 11, 12, 13, 16, 17, 18, 19, 23, 25, 26, 29, 32, 33, 35];
        for number in 0..=u8::MAX {
            let kind = Kind::new(number);
            assert_eq!(kind.number(), number);
            assert_eq!(kind.is_known(), (1..=33).contains(&number) || number == 35);
            assert_eq!(kind.is_written(), kind.is_known() && ![2, 3, 5].contains(&number));
            assert_eq!(kind.is_listed(), !rooms_of_their_own.contains(&number));
        }
    }
}

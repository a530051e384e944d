//! What a summary can hold, and whom it is for.

use serde::{Deserialize, Serialize};

/// One part of a summary. Some are sections, some say how much of a section is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What its owner wants known about safety, in own words.
    Safety,
    /// Passages picked by hand.
    Passages,
    /// Goals, and days in line with them.
    Goals,
    /// On which days something was used.
    UseDates,
    /// How much.
    Amounts,
    /// What: names of substances and of goals.
    Substances,
    /// Craving and mood as lines.
    Lines,
    /// What set urges off.
    Triggers,
    /// What helped.
    Helped,
    /// Kinds of support, without names.
    Supports,
    /// Names of people in it.
    People,
    /// Sleep.
    Sleep,
    /// Medicines, taken and planned.
    Medicines,
    /// Side effects.
    SideEffects,
    /// Appointments kept.
    Appointments,
    /// Scores of questionnaires.
    Instruments,
    /// Changes since the last session, and homework.
    Changes,
    /// Questions to ask.
    Questions,
    /// A second page: every urge of the period.
    Urges,
}

impl Part {
    /// All, in the order of DOMAIN 8.2.
    pub const ALL: [Self; 19] = [
        Self::Safety,
        Self::Passages,
        Self::Goals,
        Self::UseDates,
        Self::Amounts,
        Self::Substances,
        Self::Lines,
        Self::Triggers,
        Self::Helped,
        Self::Supports,
        Self::People,
        Self::Sleep,
        Self::Medicines,
        Self::SideEffects,
        Self::Appointments,
        Self::Instruments,
        Self::Changes,
        Self::Questions,
        Self::Urges,
    ];

    /// What is on where nothing was chosen yet: the least that answers a session's first questions.
    pub const FIRST: [Self; 8] = [
        Self::Goals,
        Self::Lines,
        Self::Triggers,
        Self::Helped,
        Self::Supports,
        Self::Sleep,
        Self::Changes,
        Self::Questions,
    ];
}

/// Whom a summary is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Somebody of the family.
    Family,
    /// A sponsor or a peer.
    Peer,
    /// A coach or a case manager.
    Coach,
    /// A doctor.
    Doctor,
    /// A therapist.
    Therapist,
}

impl Audience {
    /// All: who gets least stands first.
    pub const ALL: [Self; 5] = [Self::Family, Self::Peer, Self::Coach, Self::Doctor, Self::Therapist];

    /// What is on for them before anything is changed. None is ever given more than [`Part::FIRST`].
    #[must_use]
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::Family => &[Part::Helped, Part::Questions],
            Self::Peer => &[Part::Goals, Part::Helped, Part::Questions],
            Self::Coach => &[Part::Goals, Part::Helped, Part::Supports, Part::Changes, Part::Questions],
            Self::Doctor => {
                &[Part::Goals, Part::Lines, Part::Helped, Part::Supports, Part::Sleep, Part::Questions]
            }
            Self::Therapist => &Part::FIRST,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_gets_least_stands_first_and_nobody_gets_what_is_off_at_first() {
        let counts: Vec<usize> = Audience::ALL.iter().map(|audience| audience.parts().len()).collect();
        assert!(counts.is_sorted(), "{counts:?}");
        for audience in Audience::ALL {
            assert!(audience.parts().iter().all(|part| Part::FIRST.contains(part)), "{audience:?}");
        }
    }

    #[test]
    fn what_tells_most_is_off_at_first() {
        for part in [
            Part::UseDates,
            Part::Amounts,
            Part::Substances,
            Part::People,
            Part::Passages,
            Part::Medicines,
            Part::SideEffects,
            Part::Appointments,
            Part::Instruments,
            Part::Safety,
            Part::Urges,
        ] {
            assert!(!Part::FIRST.contains(&part), "{part:?}");
        }
        assert_eq!(Part::ALL.len(), 19);
    }
}

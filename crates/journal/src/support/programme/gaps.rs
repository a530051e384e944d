//! The gap check: facts about what comes next and what was last, side by side. It judges nothing, and says nothing of
//! what is not kept here.

/// Without contact written down for so many days, the last one is named.
const QUIET_DAYS: i32 = 14;
/// How far ahead a meeting counts as planned this week.
const WEEK: i32 = 7;

/// What there is to look at. Days are days since 1970-01-01.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct GapFacts {
    /// Today.
    pub today: i32,
    /// Supplies whose end or refill is written down.
    pub supplies: Vec<Supply>,
    /// Days of appointments; `None` where none was ever written down.
    pub appointments: Option<Vec<i32>>,
    /// The next day each meeting is planned for; `None` where no meeting was ever written down.
    pub meetings: Option<Vec<i32>>,
    /// Kinds of support on the table, with the day of the last contact written down.
    pub contacts: Vec<LastContact>,
}

/// A supply, such as of a medicine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Supply {
    /// Of what, in own words.
    pub name: String,
    /// The last day it covers.
    pub ends: Option<i32>,
    /// The next refill.
    pub refill: Option<i32>,
}

/// The last contact written down for one kind of support.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LastContact {
    /// Its name.
    pub name: String,
    /// On which day it was put on the table.
    pub since: i32,
    /// The day of the last contact.
    pub last: Option<i32>,
}

/// One fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Gap {
    /// A supply ends before its refill.
    Supply {
        /// Of what.
        name: String,
        /// When it ends.
        ends: i32,
        /// The refill.
        refill: i32,
    },
    /// A supply ends within a week, and no refill is written down.
    NoRefill {
        /// Of what.
        name: String,
        /// When it ends.
        ends: i32,
    },
    /// No next appointment.
    NoAppointment,
    /// No meeting planned this week.
    NoMeeting,
    /// No contact written down for a while.
    NoContact {
        /// For which kind of support.
        name: String,
        /// The last one.
        since: Option<i32>,
    },
}

impl GapFacts {
    /// The facts, in the order supply, appointment, meeting, contact.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap> {
        let supplies = self.supplies.iter().filter_map(|supply| supply.gap(self.today));
        let none_from = |days: &Vec<i32>, to: Option<i32>| {
            !days.iter().any(|day| *day >= self.today && to.is_none_or(|to| *day < to))
        };
        let appointment = self.appointments.as_ref().is_some_and(|days| none_from(days, None));
        let in_a_week = self.today.saturating_add(WEEK);
        let meeting = self.meetings.as_ref().is_some_and(|days| none_from(days, Some(in_a_week)));
        let contacts = self.contacts.iter().filter(|contact| contact.is_quiet(self.today));
        let contacts =
            contacts.map(|contact| Gap::NoContact { name: contact.name.clone(), since: contact.last });
        supplies
            .chain(appointment.then_some(Gap::NoAppointment))
            .chain(meeting.then_some(Gap::NoMeeting))
            .chain(contacts)
            .collect()
    }
}

impl Supply {
    /// A supply that ended is history: whoever was away is not told of it.
    fn gap(&self, today: i32) -> Option<Gap> {
        let ends = self.ends.filter(|ends| *ends >= today)?;
        let name = self.name.clone();
        match self.refill.filter(|refill| *refill >= today) {
            Some(refill) if ends < refill => Some(Gap::Supply { name, ends, refill }),
            None if ends < today.saturating_add(WEEK) => Some(Gap::NoRefill { name, ends }),
            _ => None,
        }
    }
}

impl LastContact {
    fn is_quiet(&self, today: i32) -> bool {
        self.last.unwrap_or(self.since).saturating_add(QUIET_DAYS) <= today
    }
}

//! When doses are planned: on civil days, at clock times. A day has the doses it has, however many hours its clocks give
//! it, so a skipped hour takes none away and a repeated one adds none.

use serde::{Deserialize, Serialize};

use super::MedicineWords;
use crate::noted::SaidError;
use crate::{Day, DayStart, check};

/// Minutes of a day.
const DAY_MIN: u16 = 24 * 60;
/// How far ahead the next planned day is looked for: past the longest gap a schedule can have.
const AHEAD_DAYS: i32 = 104 * 7 + 1;

/// On which days a medicine is planned.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Every day.
    #[default]
    EveryDay,
    /// On some days of the week.
    Weekdays,
    /// Every so many days, counted from the first.
    EveryDays,
    /// Every so many weeks, counted from the first day.
    EveryWeeks,
    /// Once a month; the 31st is the last day where there is none.
    Monthly,
    /// Only when it is needed: nothing is planned.
    AsNeeded,
}

impl Rhythm {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::EveryDay, Self::Weekdays, Self::EveryDays, Self::EveryWeeks, Self::Monthly, Self::AsNeeded];
}

/// Where a dose is taken.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handing {
    /// On one's own.
    #[default]
    Own,
    /// At the clinic, with somebody watching.
    AtClinic,
    /// Taken home from the clinic.
    TakeHome,
    /// At the clinic on some days of the week, taken home for the others.
    SomeOfEach,
}

impl Handing {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Own, Self::AtClinic, Self::TakeHome, Self::SomeOfEach];
}

/// When doses are planned.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Schedule {
    /// On which days.
    pub rhythm: Rhythm,
    /// Days of the week, 1 is Monday, where they decide.
    pub weekdays: Vec<u8>,
    /// Every how many days or weeks, where that decides.
    pub every: u16,
    /// Day of the month, 1 to 31, where it decides.
    pub month_day: u8,
    /// Clock times, minutes after midnight.
    pub times_min: Vec<u16>,
    /// Where the doses are taken.
    pub handing: Handing,
    /// Days of the week at the clinic, where some are.
    pub clinic_weekdays: Vec<u8>,
}

/// One planned dose of a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Planned {
    /// Clock time, minutes after midnight.
    pub minute: u16,
    /// Whether it is taken at the clinic.
    pub at_clinic: bool,
}

impl Schedule {
    /// The same in order, nothing twice.
    pub(super) fn tidied(self) -> Self {
        let sorted = |mut days: Vec<u8>| {
            days.sort_unstable();
            days.dedup();
            days
        };
        let mut times_min = self.times_min;
        times_min.sort_unstable();
        times_min.dedup();
        Self {
            weekdays: sorted(self.weekdays),
            clinic_weekdays: sorted(self.clinic_weekdays),
            times_min,
            ..self
        }
    }

    /// Whether it says when.
    pub(super) fn check(&self) -> Result<(), SaidError> {
        let out = |field| Err(SaidError::OutOfRange { field });
        let missing = |field| Err(SaidError::Missing { field });
        check::count("times_min", self.times_min.len())?;
        if self.times_min.iter().any(|minute| *minute >= DAY_MIN) {
            return out("times_min");
        }
        if self.weekdays.iter().chain(&self.clinic_weekdays).any(|day| !(1..=7).contains(day)) {
            return out("weekdays");
        }
        match self.rhythm {
            Rhythm::AsNeeded => return Ok(()),
            Rhythm::Weekdays if self.weekdays.is_empty() => return missing("weekdays"),
            Rhythm::EveryDays if !(1..=366).contains(&self.every) => return out("every"),
            Rhythm::EveryWeeks if !(1..=104).contains(&self.every) => return out("every"),
            Rhythm::Monthly if !(1..=31).contains(&self.month_day) => return out("month_day"),
            _ => {}
        }
        if self.times_min.is_empty() { missing("times_min") } else { Ok(()) }
    }

    fn falls_on(&self, day: Day, first: Day) -> bool {
        let since = day.days() - first.days();
        let every = i32::from(self.every.max(1));
        match self.rhythm {
            Rhythm::EveryDay => true,
            Rhythm::Weekdays => self.weekdays.contains(&weekday(day)),
            Rhythm::EveryDays => since.rem_euclid(every) == 0,
            Rhythm::EveryWeeks => since.rem_euclid(every * 7) == 0,
            Rhythm::Monthly => {
                let wanted = i32::from(self.month_day);
                let at = i32::from(day.civil().2);
                at == wanted || (at < wanted && is_last_of_month(day))
            }
            Rhythm::AsNeeded => false,
        }
    }

    fn is_at_clinic(&self, day: Day) -> bool {
        match self.handing {
            Handing::AtClinic => true,
            Handing::SomeOfEach => self.clinic_weekdays.contains(&weekday(day)),
            Handing::Own | Handing::TakeHome => false,
        }
    }
}

impl MedicineWords {
    /// The doses planned on a civil day, in the order of the clock. Before it was begun, after its last day and once it
    /// is no longer taken there are none.
    #[must_use]
    pub fn planned_on(&self, day: Day) -> Vec<Planned> {
        let within = self.first_day.is_none_or(|first| first <= day.days())
            && self.last_day.is_none_or(|last| day.days() <= last);
        if self.ended
            || self.naloxone.is_some()
            || !within
            || !self.schedule.falls_on(day, self.counted_from())
        {
            return Vec::new();
        }
        let at_clinic = self.schedule.is_at_clinic(day);
        let mut planned: Vec<Planned> =
            self.schedule.times_min.iter().map(|minute| Planned { minute: *minute, at_clinic }).collect();
        planned.sort_unstable();
        planned.dedup();
        planned
    }

    /// The first day from that one on that has a planned dose, within two years.
    #[must_use]
    pub fn next_planned(&self, from: Day) -> Option<Day> {
        let from = from.days().max(self.first_day.unwrap_or(i32::MIN));
        let days = (0..AHEAD_DAYS).filter_map(|ahead| Day::new(from.saturating_add(ahead)).ok());
        days.into_iter().find(|day| !self.planned_on(*day).is_empty())
    }

    /// The day from which every so many days are counted: the first, or that of writing it down.
    fn counted_from(&self) -> Day {
        let written = Day::of(self.happened_at_s, self.offset_min, DayStart::Midnight);
        self.first_day.and_then(|first| Day::new(first).ok()).unwrap_or(written)
    }
}

fn weekday(day: Day) -> u8 {
    day.weekday().unsigned_abs()
}

fn is_last_of_month(day: Day) -> bool {
    Day::new(day.days() + 1).map_or(true, |next| next.civil().2 == 1)
}

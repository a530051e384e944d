//! What doses say beside their plan (DOMAIN 5.1): which planned ones have a record, when tolerance may have fallen, and
//! when to ask, once, whether something was taken.

use super::{Care, DoseWords, MedicineWords, Outcome, Planned};
use crate::{Day, DayStart};

/// From so many doses marked skipped in a row on, tolerance may have fallen.
const SKIPPED_ROW: usize = 3;
/// After so many days without a record it is asked.
const SILENT_DAYS: i32 = 3;
/// After so many days away nothing is asked any more.
const AWAY_DAYS: i32 = 21;

/// A planned dose, and which of the records is about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The plan.
    pub planned: Planned,
    /// Its record's place among those given; `None` says nothing about whether it was taken.
    pub record: Option<usize>,
}

/// The doses planned on a day beside the records of that medicine.
#[must_use]
pub fn slots(medicine: &MedicineWords, day: Day, doses: &[&DoseWords]) -> Vec<Slot> {
    let about = |planned: Planned| {
        let is_it = |dose: &&DoseWords| {
            dose.planned_day == Some(day.days()) && dose.planned_min == Some(planned.minute)
        };
        Slot { planned, record: doses.iter().position(is_it) }
    };
    medicine.planned_on(day).into_iter().map(about).collect()
}

/// The civil day a record is about: the planned one, or that of its moment.
#[must_use]
pub fn day_of(dose: &DoseWords) -> i32 {
    let happened = Day::of(dose.happened_at_s, dose.offset_min, DayStart::Midnight);
    dose.planned_day.unwrap_or(happened.days())
}

/// How many doses up to the last record were marked skipped one after the other. What was not needed neither counts nor
/// ends the row; what is not recorded is not looked at.
#[must_use]
pub fn skipped_in_a_row(doses: &[&DoseWords]) -> usize {
    let mut latest: Vec<&DoseWords> =
        doses.iter().copied().filter(|dose| dose.outcome != Outcome::NotNeeded).collect();
    latest.sort_by_key(|dose| core::cmp::Reverse((day_of(dose), dose.planned_min, dose.happened_at_s)));
    latest.iter().take_while(|dose| dose.outcome == Outcome::Skipped).count()
}

/// Whether the usual dose may be too much by now: methadone or buprenorphine, and the third dose in a row was marked
/// skipped.
#[must_use]
pub fn has_lost_tolerance(medicine: &MedicineWords, doses: &[&DoseWords]) -> bool {
    medicine.care() == Care::Agonist && skipped_in_a_row(doses) >= SKIPPED_ROW
}

/// The day of the last record, where doses were planned on each of the three days before `today` and none is recorded
/// since. It is asked once for each last record, never after three weeks, and never of what has no record at all.
#[must_use]
pub fn unrecorded_since(medicine: &MedicineWords, today: Day, doses: &[&DoseWords]) -> Option<Day> {
    let last = doses.iter().map(|dose| day_of(dose)).max()?;
    let away = today.days() - last;
    let asked = medicine.asked_after_day == Some(last);
    if !(SILENT_DAYS + 1..=AWAY_DAYS).contains(&away) || asked {
        return None;
    }
    let was_planned =
        |back: i32| Day::new(today.days() - back).is_ok_and(|day| !medicine.planned_on(day).is_empty());
    let silent = (1..=SILENT_DAYS).all(was_planned);
    silent.then(|| Day::new(last).ok()).flatten()
}

//! One figure as a machine reads it. Each belongs to the line that shows it, and is hidden with it.

use crate::support::scores::Instrument;

/// What is counted or measured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Of {
    /// Days recorded, of the days of the period.
    DaysRecorded,
    /// Craving of a day, 0 to 10.
    Craving,
    /// Mood of a day, 0 to 10.
    Mood,
    /// Sleep of a night, minutes.
    SleepMinutes,
    /// Days in line with a goal, of days recorded for it.
    DaysInLine,
    /// A day on which something was used; the amount in the goal's unit, else 1.
    Use,
    /// Urges of the period.
    Urges,
    /// Urges with a trigger, of urges with any.
    Trigger,
    /// Urges met in one way; of these, those that passed.
    Coping,
    /// How a kind of support holds, 0 to 3.
    Support,
    /// Told in own words, with what was counted.
    Told,
    /// A score.
    Score(Instrument),
    /// How strong one urge was.
    Urge,
}

impl Of {
    /// All, a score for those of every instrument.
    pub const ALL: [Self; 13] = [
        Self::DaysRecorded,
        Self::Craving,
        Self::Mood,
        Self::SleepMinutes,
        Self::DaysInLine,
        Self::Use,
        Self::Urges,
        Self::Trigger,
        Self::Coping,
        Self::Support,
        Self::Told,
        Self::Score(Instrument::Other),
        Self::Urge,
    ];
}

/// One figure.
#[derive(Clone, PartialEq, Debug)]
pub struct Datum {
    /// What it is of.
    pub of: Of,
    /// The day, days since 1970-01-01; `None` where it is of the whole period.
    pub day: Option<i32>,
    /// Which one of several; may be empty.
    pub name: String,
    /// Its value.
    pub value: f64,
    /// Of how many, where it is a count of a whole.
    pub whole: Option<u32>,
}

impl Datum {
    pub(crate) fn of_day(of: Of, day: i32, value: f64) -> Self {
        Self { of, day: Some(day), name: String::new(), value, whole: None }
    }

    pub(crate) fn of_period(of: Of, value: f64, whole: Option<u32>) -> Self {
        Self { of, day: None, name: String::new(), value, whole }
    }

    pub(crate) fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }
}

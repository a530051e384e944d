//! A routine with its days on and off, or a step of a programme of one's own.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Day, Kind, check};

/// Days that the look back shows.
pub const FORTNIGHT: usize = 14;
/// Most days between two days on.
const MOST_APART: u8 = 60;

/// A routine or step as it rests.
pub type Routine = Noted<RoutineWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct RoutineWords {
    /// What it is.
    pub sort: RoutineSort,
    /// Its name, in own words.
    pub name: String,
    /// Days of the week that are on, 1 is Monday; none of them means every day.
    pub weekdays: Vec<u8>,
    /// On every so many days, counted from `since_day`; 0 where days of the week are meant.
    pub every_days: u8,
    /// From which civil day on, days since 1970-01-01.
    pub since_day: i32,
    /// How far a step is. Says nothing of a habit.
    pub state: StepState,
    /// The place of a step among the others.
    pub place: u16,
    /// More of it, in own words.
    pub note: String,
    /// No longer looked at; kept.
    pub ended: bool,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// What a routine is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineSort {
    /// Something that comes again on its days.
    #[default]
    Habit,
    /// One step or module of a programme.
    Step,
}

/// How far a step is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Not yet.
    #[default]
    NotYet,
    /// At it.
    AtIt,
    /// Done.
    Done,
}

impl StepState {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::NotYet, Self::AtIt, Self::Done];
}

/// What a day was for a routine. A day without a mark is no verdict.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayMark {
    /// Days since 1970-01-01.
    pub day: i32,
    /// It was one of its days.
    pub on: bool,
    /// It was marked done.
    pub kept: bool,
}

impl RoutineWords {
    /// Whether that day is one of its days.
    #[must_use]
    pub fn falls_on(&self, day: i32) -> bool {
        let Ok(civil) = Day::new(day) else { return false };
        let since = day.checked_sub(self.since_day).filter(|days| *days >= 0);
        match (self.sort, since) {
            (RoutineSort::Step, _) | (_, None) => false,
            (RoutineSort::Habit, Some(days)) if self.every_days > 0 => days % i32::from(self.every_days) == 0,
            (RoutineSort::Habit, Some(_)) => {
                self.weekdays.is_empty() || self.weekdays.contains(&civil.weekday().cast_unsigned())
            }
        }
    }

    /// The last [`FORTNIGHT`] days up to today, oldest first. `kept` are days on which it was marked done; twice on a
    /// day counts once.
    #[must_use]
    pub fn fortnight(&self, today: i32, kept: &[i32]) -> [DayMark; FORTNIGHT] {
        core::array::from_fn(|at| {
            let day = today - (FORTNIGHT - 1 - at) as i32;
            DayMark { day, on: self.falls_on(day), kept: kept.contains(&day) }
        })
    }
}

impl Said for RoutineWords {
    const KIND: Kind = Kind::ROUTINE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "sort",
        "name",
        "weekdays",
        "every_days",
        "since_day",
        "state",
        "place",
        "note",
        "ended",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(mut self) -> Self {
        self.weekdays.sort_unstable();
        Self {
            name: check::one_line(&self.name),
            weekdays: check::each_once(self.weekdays),
            note: self.note.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() {
            return Err(SaidError::Missing { field: "name" });
        }
        if self.weekdays.len() > 7 || self.weekdays.iter().any(|day| !(1..=7).contains(day)) {
            return Err(SaidError::OutOfRange { field: "weekdays" });
        }
        if self.every_days > MOST_APART {
            return Err(SaidError::OutOfRange { field: "every_days" });
        }
        check::days(&[("since_day", Some(self.since_day))])?;
        check::lines(&[("name", &self.name)])?;
        check::texts(&[("note", &self.note)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.name.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.note].join("\n"))
    }
}

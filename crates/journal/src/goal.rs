//! A goal of change for one substance or behaviour, and the weekly ruler beside it.

use serde::{Deserialize, Serialize};

use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Day, Kind, check};

/// A goal as it rests.
pub type Goal = Noted<GoalWords>;
/// A ruler as it rests.
pub type Ruler = Noted<RulerWords>;

/// All that the writer of a goal decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct GoalWords {
    /// What it is about, in own words; may be empty, then the substance names it.
    pub name: String,
    /// What kind of substance or behaviour.
    pub substance: Option<Substance>,
    /// What is wanted.
    pub aim: Option<Aim>,
    /// When it was set, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
    /// From which civil day it counts, days since 1970-01-01.
    pub since_day: i32,
    /// The unit amounts are counted in, in own words (drinks, grams, hours).
    pub unit: String,
    /// At most on one day, tenths of the unit.
    pub day_limit_tenths: Option<u32>,
    /// At most in one week, tenths of the unit.
    pub week_limit_tenths: Option<u32>,
    /// Days of a week without, 0 to 7.
    pub days_off: Option<u8>,
    /// Used on most days at present: the withdrawal warning asks.
    pub daily_now: Option<bool>,
    /// Had a seizure when stopping before: the withdrawal warning asks.
    pub seizure_before: Option<bool>,
    /// Amounts are wanted.
    pub amounts: bool,
    /// Money a usual day costs, hundredths of the own currency; `None` where it is not wanted.
    pub cents_a_day: Option<u32>,
    /// Sober since this civil day, only if wanted.
    pub sober_since_day: Option<i32>,
    /// Which figures are shown.
    pub measures: Vec<Measure>,
    /// Why, in own words.
    pub why: String,
    /// No longer looked at; kept.
    pub ended: bool,
}

/// A kind of substance or behaviour: it decides what is said about safety, nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word it names")]
pub enum Substance {
    Alcohol,
    Opioids,
    Benzodiazepines,
    Ghb,
    Stimulants,
    Cannabis,
    Nicotine,
    OtherSubstance,
    Gambling,
    OtherBehaviour,
}

impl Substance {
    /// All, in order.
    pub const ALL: [Self; 10] = [
        Self::Alcohol,
        Self::Opioids,
        Self::Benzodiazepines,
        Self::Ghb,
        Self::Stimulants,
        Self::Cannabis,
        Self::Nicotine,
        Self::OtherSubstance,
        Self::Gambling,
        Self::OtherBehaviour,
    ];

    /// Stopping at once can be dangerous for whoever uses it on most days (DOMAIN 5.2).
    #[must_use]
    pub fn can_be_dangerous_to_stop(self) -> bool {
        matches!(self, Self::Alcohol | Self::Benzodiazepines | Self::Ghb)
    }
}

/// What is wanted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Not sure yet.
    NotSureYet,
    /// Stop.
    Stop,
    /// Cut down.
    CutDown,
    /// Safer use.
    SaferUse,
    /// Steady on medication.
    SteadyOnMedication,
    /// Just watch.
    JustWatch,
}

impl Aim {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::NotSureYet,
        Self::Stop,
        Self::CutDown,
        Self::SaferUse,
        Self::SteadyOnMedication,
        Self::JustWatch,
    ];
}

/// A figure that can be shown of a goal. None is forced.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Days in line with the goal, of days recorded.
    DaysInLine,
    /// The longest run.
    LongestRun,
    /// The run that goes on now.
    CurrentRun,
    /// Gaps between uses.
    Gaps,
    /// Amount.
    Amount,
    /// Money.
    Money,
    /// Urges ridden out.
    RiddenOut,
    /// Days since the goal was set: never goes back.
    DaysSince,
}

impl Measure {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::DaysInLine,
        Self::LongestRun,
        Self::CurrentRun,
        Self::Gaps,
        Self::Amount,
        Self::Money,
        Self::RiddenOut,
        Self::DaysSince,
    ];
}

impl GoalWords {
    /// Whether somebody should speak with a doctor before stopping or cutting down (DOMAIN 5.2).
    #[must_use]
    pub fn needs_withdrawal_warning(&self) -> bool {
        let less = matches!(self.aim, Some(Aim::Stop | Aim::CutDown));
        let dangerous = self.substance.is_some_and(Substance::can_be_dangerous_to_stop);
        less && dangerous && (self.daily_now != Some(false) || self.seizure_before == Some(true))
    }
}

impl Said for GoalWords {
    const KIND: Kind = Kind::GOAL;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "substance",
        "aim",
        "happened_at_s",
        "offset_min",
        "zone",
        "since_day",
        "unit",
        "day_limit_tenths",
        "week_limit_tenths",
        "days_off",
        "daily_now",
        "seizure_before",
        "amounts",
        "cents_a_day",
        "sober_since_day",
        "measures",
        "why",
        "ended",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            name: check::one_line(&self.name),
            unit: check::one_line(&self.unit),
            measures: check::each_once(self.measures),
            why: self.why.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.name.is_empty() && self.substance.is_none() {
            return Err(SaidError::Missing { field: "name" });
        }
        if self.aim.is_none() {
            return Err(SaidError::Missing { field: "aim" });
        }
        check::lines(&[("name", &self.name), ("unit", &self.unit)])?;
        check::texts(&[("why", &self.why)])?;
        check::count("measures", self.measures.len())?;
        for (field, day) in [("since_day", Some(self.since_day)), ("sober_since_day", self.sober_since_day)] {
            if day.is_some_and(|day| Day::new(day).is_err()) {
                return Err(SaidError::OutOfRange { field });
            }
        }
        match self.days_off {
            Some(8..) => Err(SaidError::OutOfRange { field: "days_off" }),
            _ => Ok(()),
        }
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        self.why.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.why].join("\n"))
    }
}

/// The weekly ruler: how important, how confident, how ready, 0 to 10 each.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct RulerWords {
    /// The goal's record.
    pub goal: [u8; 16],
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
    /// How important.
    pub importance: Option<u8>,
    /// How confident.
    pub confidence: Option<u8>,
    /// How ready.
    pub readiness: Option<u8>,
    /// Why not lower.
    pub why_not_lower: String,
    /// What would raise it.
    pub what_would_raise: String,
}

impl Said for RulerWords {
    const KIND: Kind = Kind::RULER;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "goal",
        "happened_at_s",
        "offset_min",
        "zone",
        "importance",
        "confidence",
        "readiness",
        "why_not_lower",
        "what_would_raise",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            why_not_lower: self.why_not_lower.trim().to_owned(),
            what_would_raise: self.what_would_raise.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        let answers = [self.importance, self.confidence, self.readiness];
        if answers.iter().all(Option::is_none) {
            return Err(SaidError::Missing { field: "answers" });
        }
        check::scales(&[
            ("importance", self.importance),
            ("confidence", self.confidence),
            ("readiness", self.readiness),
        ])?;
        check::texts(&[("why_not_lower", &self.why_not_lower), ("what_would_raise", &self.what_would_raise)])
    }

    fn list_title(&self) -> String {
        String::new()
    }

    fn preview(&self) -> String {
        self.why_not_lower.clone()
    }

    fn search_text(&self) -> String {
        fold(&[self.why_not_lower.as_str(), &self.what_would_raise].join("\n"))
    }
}

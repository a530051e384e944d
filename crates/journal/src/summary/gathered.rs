//! What the records of a period give of the parts that were chosen. A part that was not chosen is `None`, so that
//! nothing of it can be told.

use serde::{Deserialize, Serialize};

use super::picked::Passage;
use crate::insights::{HelpedAt, Interval, Series, Share, Spread, TriggerRow};
use crate::support::scores::Instrument;
use crate::support::table::LegKind;
use crate::{Aim, Ending, Substance};

/// All of it.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Gathered {
    /// The first day, days since 1970-01-01.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// Days of the period.
    pub days: u32,
    /// Days of it of which anything was written down that may be told.
    pub recorded: u32,
    /// Passages, in the order they were picked.
    pub passages: Option<Vec<Passage>>,
    /// Goals that count in the period.
    pub goals: Option<Vec<GoalLine>>,
    /// Craving of each recorded day.
    pub craving: Option<Series>,
    /// Mood of each recorded day.
    pub mood: Option<Series>,
    /// Days of appointments, to be marked beside craving and mood, where both may be told.
    pub sessions: Vec<i32>,
    /// How many urges, on how many days, how strong.
    pub urges: Option<(u32, u32, Option<Spread>)>,
    /// What set them off, the most frequent first.
    pub triggers: Option<Vec<TriggerRow>>,
    /// What helped, by how strong urges began.
    pub helped: Option<Vec<HelpedAt>>,
    /// Sleep.
    pub sleep: Option<SleepLine>,
    /// Kinds of support.
    pub supports: Option<Vec<SupportLine>>,
    /// Medicines.
    pub medicines: Option<Vec<ToldLine>>,
    /// Side effects.
    pub side_effects: Option<Vec<ToldLine>>,
    /// Appointments.
    pub appointments: Option<Vec<ToldLine>>,
    /// Scores.
    pub scores: Option<Vec<ScoreLine>>,
    /// Every urge.
    pub every_urge: Option<Vec<UrgeLine>>,
    /// False while records are still being read: then it is of those read so far.
    pub complete: bool,
}

/// What became of a goal.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct GoalLine {
    /// Its name, if it may be told; may be empty.
    pub name: String,
    /// What it is about, if it may be told.
    pub substance: Option<Substance>,
    /// What is wanted.
    pub aim: Option<Aim>,
    /// Days in line with it, of days recorded for it.
    pub in_line: Share,
    /// Days of the period on which it counts.
    pub days: u32,
    /// The share of days in line, whatever the blank days were.
    pub bounds: Option<Interval>,
    /// Days on which something was used, if dates may be told.
    pub uses: Option<Vec<UseLine>>,
    /// How much on days with an amount, if it may be told: the unit, then the spread.
    pub amount: Option<(String, Spread)>,
}

/// A day on which something was used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct UseLine {
    /// The day, days since 1970-01-01.
    pub day: i32,
    /// How much, tenths of the goal's unit, if it may be told.
    pub tenths: Option<u32>,
}

/// Sleep, minutes.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct SleepLine {
    /// Of each recorded day.
    pub series: Series,
    /// How long; `None` where no night is recorded.
    pub spread: Option<Spread>,
}

/// A kind of support.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct SupportLine {
    /// What kind.
    pub kind: LegKind,
    /// What its owner calls it, of an own kind alone; else empty.
    pub name: String,
    /// How it holds, 0 to 3; `None` where that was not said.
    pub strength: Option<u8>,
    /// Names of people in it, if they may be told.
    pub people: Vec<String>,
}

/// Something told in own words, with what was counted.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct ToldLine {
    /// The day, where it has one.
    pub day: Option<i32>,
    /// Its words.
    pub words: String,
    /// How often of how often.
    pub share: Share,
}

/// A score.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub struct ScoreLine {
    /// Of which instrument.
    pub instrument: Instrument,
    /// What that is called.
    pub name: String,
    /// The day, days since 1970-01-01.
    pub day: i32,
    /// The score, in hundredths.
    pub hundredths: i64,
}

/// An urge.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct UrgeLine {
    /// The day, days since 1970-01-01.
    pub day: i32,
    /// How strong.
    pub strength: u8,
    /// How strong afterwards.
    pub after: Option<u8>,
    /// How it ended.
    pub ending: Option<Ending>,
}

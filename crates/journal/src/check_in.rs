//! A check-in: how a day was, each row skippable.

use serde::{Deserialize, Serialize};

use crate::insights::{DayFact, Fact, Moment};
use crate::noted::{Figures, Noted, Said, SaidError};
use crate::search::fold;
use crate::{Day, Kind, check};

/// A check-in as it rests.
pub type CheckIn = Noted<CheckInWords>;

/// All that the writer of a check-in decides. Everything but the day may be empty; scales go from 0 to 10.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckInWords {
    /// The civil day it is about, days since 1970-01-01. Filled in later when it is before the day of the moment.
    pub day: i32,
    /// When it was written, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
    /// An ordinary day: says that the day was there, and nothing about use.
    pub ordinary: bool,
    /// Mood, 0 very low to 10 very good.
    pub mood: Option<u8>,
    /// Craving, 0 none to 10 as strong as can be.
    pub craving: Option<u8>,
    /// How well the night was slept, 0 to 10.
    pub sleep: Option<u8>,
    /// How long, minutes.
    pub sleep_minutes: Option<u16>,
    /// Confidence, 0 to 10.
    pub confidence: Option<u8>,
    /// Connection with others, 0 to 10.
    pub connection: Option<u8>,
    /// Whether anything that is tracked was used.
    pub used: Option<Used>,
    /// What of it, where the owner wants to say.
    pub uses: Vec<DayUse>,
    /// One line.
    pub line: String,
    /// Answers to what is tracked beside the seven rows.
    pub more: Vec<(Tracked, u8)>,
    /// Answers on own scales, by the number of the scale.
    pub own: Vec<(u16, u8)>,
}

/// Whether anything that is tracked was used.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Used {
    /// Nothing.
    None,
    /// Some.
    Some,
    /// Rather not say.
    RatherNotSay,
}

/// A day and one goal.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DayUse {
    /// The goal's record.
    pub goal: [u8; 16],
    /// Whether it was used.
    pub used: bool,
    /// How much, in tenths of the goal's own unit, where amounts are wanted.
    pub tenths: Option<u32>,
    /// Within the limits set, as the owner sees it.
    pub within: Option<bool>,
}

/// What a check-in can ask beside its seven rows, each 0 to 10, once it is wanted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tracked {
    /// The strongest craving of the day.
    PeakCraving,
    /// Pleasant feelings.
    Pleasant,
    /// Unpleasant feelings.
    Unpleasant,
    /// Stress.
    Stress,
    /// Meaning, hope.
    Meaning,
    /// Pain.
    Pain,
    /// Energy.
    Energy,
}

impl Tracked {
    /// All, in order.
    pub const ALL: [Self; 7] = [
        Self::PeakCraving,
        Self::Pleasant,
        Self::Unpleasant,
        Self::Stress,
        Self::Meaning,
        Self::Pain,
        Self::Energy,
    ];
}

impl CheckInWords {
    /// Most minutes of sleep in a day.
    pub const MOST_SLEEP_MINUTES: u16 = 24 * 60;

    /// Whether anything was answered.
    #[must_use]
    pub fn says_anything(&self) -> bool {
        let empty = Self {
            day: self.day,
            happened_at_s: self.happened_at_s,
            offset_min: self.offset_min,
            zone: self.zone.clone(),
            ..Self::default()
        };
        *self != empty
    }
}

impl Said for CheckInWords {
    const KIND: Kind = Kind::CHECK_IN;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "day",
        "happened_at_s",
        "offset_min",
        "zone",
        "ordinary",
        "mood",
        "craving",
        "sleep",
        "sleep_minutes",
        "confidence",
        "connection",
        "used",
        "uses",
        "line",
        "more",
        "own",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self { line: check::one_line(&self.line), ..self }
    }

    fn check(&self) -> Result<(), SaidError> {
        if !self.says_anything() {
            return Err(SaidError::Missing { field: "answers" });
        }
        Day::new(self.day).map_err(|_| SaidError::OutOfRange { field: "day" })?;
        check::scales(&[
            ("mood", self.mood),
            ("craving", self.craving),
            ("sleep", self.sleep),
            ("confidence", self.confidence),
            ("connection", self.connection),
        ])?;
        let more = self.more.iter().map(|(_, answer)| ("more", Some(*answer)));
        let own = self.own.iter().map(|(_, answer)| ("own", Some(*answer)));
        check::scales(&more.chain(own).collect::<Vec<_>>())?;
        check::count("uses", self.uses.len())?;
        check::count("more", self.more.len())?;
        check::count("own", self.own.len())?;
        check::lines(&[("line", &self.line)])?;
        match self.sleep_minutes {
            Some(minutes) if minutes > Self::MOST_SLEEP_MINUTES => {
                Err(SaidError::OutOfRange { field: "sleep_minutes" })
            }
            _ => Ok(()),
        }
    }

    fn list_title(&self) -> String {
        check::title(&self.line)
    }

    fn preview(&self) -> String {
        self.line.clone()
    }

    fn search_text(&self) -> String {
        fold(&self.line)
    }

    fn figures(&self) -> Figures {
        Figures { mood: self.mood, strength: self.craving, ..Figures::default() }
    }

    fn fact(&self) -> Option<Fact> {
        Some(Fact::Day(DayFact::said(self)?, Moment::of(self)))
    }
}

//! What became of a dose. What is not recorded says nothing: not logged is not missed.

use serde::{Deserialize, Serialize};

use crate::insights::Fact;
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Day, DayStart, Kind, check};

/// What became of a dose. As it rests.
pub type Dose = Noted<DoseWords>;

/// What became of a dose. All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct DoseWords {
    /// The medicine's record.
    pub medicine: [u8; 16],
    /// The civil day it was planned on, days since 1970-01-01; `None` for one that was not planned.
    pub planned_day: Option<i32>,
    /// The clock time it was planned at, minutes after midnight.
    pub planned_min: Option<u16>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, where it was not simply taken.
    pub reason: Option<DoseReason>,
    /// Side effects.
    pub effects: Vec<SideEffect>,
    /// Where an injection was given.
    pub site: String,
    /// The batch on the pack.
    pub batch: String,
    /// A note.
    pub note: String,
    /// When, s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// What became of a dose.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word it names")]
pub enum Outcome {
    #[default]
    Taken,
    Late,
    Partly,
    Skipped,
    NotNeeded,
}

impl Outcome {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::Taken, Self::Late, Self::Partly, Self::Skipped, Self::NotNeeded];
}

/// Why a dose was not simply taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoseReason {
    /// Forgotten.
    Forgot,
    /// There was none left.
    RanOut,
    /// A side effect.
    SideEffect,
    /// By choice.
    Choice,
    /// On the way.
    Travel,
    /// Unwell.
    Unwell,
}

impl DoseReason {
    /// All, in order.
    pub const ALL: [Self; 6] =
        [Self::Forgot, Self::RanOut, Self::SideEffect, Self::Choice, Self::Travel, Self::Unwell];
}

/// A side effect in own words, and how strong it was.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct SideEffect {
    /// Its name.
    pub name: String,
    /// 0 to 10.
    pub strength: Option<u8>,
}

impl Said for DoseWords {
    const KIND: Kind = Kind::DOSE;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "medicine",
        "planned_day",
        "planned_min",
        "outcome",
        "reason",
        "effects",
        "site",
        "batch",
        "note",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        let named = |effect: SideEffect| SideEffect { name: check::one_line(&effect.name), ..effect };
        let mut effects: Vec<SideEffect> = self.effects.into_iter().map(named).collect();
        effects.retain(|effect| !effect.name.is_empty());
        Self {
            effects,
            site: check::one_line(&self.site),
            batch: check::one_line(&self.batch),
            note: self.note.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.medicine == [0; 16] {
            return Err(SaidError::Missing { field: "medicine" });
        }
        if self.planned_day.is_some_and(|day| Day::new(day).is_err()) {
            return Err(SaidError::OutOfRange { field: "planned_day" });
        }
        if self.planned_min.is_some_and(|minute| minute >= 24 * 60) {
            return Err(SaidError::OutOfRange { field: "planned_min" });
        }
        check::count("effects", self.effects.len())?;
        for effect in &self.effects {
            check::lines(&[("effects", &effect.name)])?;
            check::scales(&[("effects", effect.strength)])?;
        }
        check::lines(&[("site", &self.site), ("batch", &self.batch)])?;
        check::texts(&[("note", &self.note)])
    }

    fn list_title(&self) -> String {
        String::new()
    }

    fn preview(&self) -> String {
        self.note.clone()
    }

    fn search_text(&self) -> String {
        let effects = self.effects.iter().map(|effect| effect.name.as_str());
        let words: Vec<&str> =
            [self.note.as_str(), &self.site, &self.batch].into_iter().chain(effects).collect();
        fold(&words.join("\n"))
    }

    fn fact(&self) -> Option<Fact> {
        let day = match self.planned_day {
            Some(day) => Day::new(day).ok()?,
            None => Day::of(self.happened_at_s, self.offset_min, DayStart::Midnight),
        };
        Some(Fact::Dose(day, self.outcome))
    }
}

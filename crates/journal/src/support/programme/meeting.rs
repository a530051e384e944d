//! A meeting, planned or been. It is planned by the clock on the wall, so that daylight saving moves nothing. It names
//! nobody from the room.

use serde::{Deserialize, Serialize};

use crate::insights::{Fact, Moment};
use crate::noted::{Noted, Said, SaidError};
use crate::search::fold;
use crate::{Kind, check};

/// Minutes of a day.
const DAY_MIN: u16 = 24 * 60;
/// Days of a week.
const WEEK: i32 = 7;

/// A meeting as it rests.
pub type Meeting = Noted<MeetingWords>;

/// All that its writer decides.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingWords {
    /// Which one, in own words.
    pub name: String,
    /// How one is there.
    pub way: MeetingWay,
    /// Where, in own words.
    pub place: String,
    /// With whom: a role or nickname.
    pub with: String,
    /// The civil day, days since 1970-01-01; the first of them where it comes again.
    pub day: i32,
    /// Minute of that day by the clock on the wall.
    pub minute: u16,
    /// It comes again every week.
    pub weekly: bool,
    /// Been there.
    pub been: bool,
    /// The weekly meeting that this one is of.
    pub of: Option<[u8; 16]>,
    /// What I take with me.
    pub takeaway: String,
    /// No longer looked at; kept.
    pub ended: bool,
    /// When it was written down; when it was, once been. s since 1970 UTC.
    pub happened_at_s: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
    /// The zone as the device named it, may be empty.
    pub zone: String,
}

/// How one is at a meeting.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingWay {
    /// In person.
    #[default]
    InPerson,
    /// Online.
    Online,
    /// By phone.
    Phone,
}

impl MeetingWay {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::InPerson, Self::Online, Self::Phone];
}

impl MeetingWords {
    /// Whether it is planned for that day.
    #[must_use]
    pub fn is_planned_on(&self, day: i32) -> bool {
        let Some(days) = day.checked_sub(self.day).filter(|_| self.is_planned()) else { return false };
        if self.weekly { days >= 0 && days % WEEK == 0 } else { days == 0 }
    }

    /// The first day it is planned for, from that day on.
    #[must_use]
    pub fn next_from(&self, day: i32) -> Option<i32> {
        let passed = day.checked_sub(self.day).filter(|_| self.is_planned())?;
        match (passed <= 0, self.weekly) {
            (true, _) => Some(self.day),
            (false, true) => day.checked_add((WEEK - passed % WEEK) % WEEK),
            (false, false) => None,
        }
    }

    fn is_planned(&self) -> bool {
        !self.ended && !self.been
    }
}

impl Said for MeetingWords {
    const KIND: Kind = Kind::MEETING;
    const SCHEMA: u16 = 1;
    const FIELDS: &'static [&'static str] = &[
        "name",
        "way",
        "place",
        "with",
        "day",
        "minute",
        "weekly",
        "been",
        "of",
        "takeaway",
        "ended",
        "happened_at_s",
        "offset_min",
        "zone",
    ];

    fn moment(&self) -> (i64, i16) {
        (self.happened_at_s, self.offset_min)
    }

    fn tidied(self) -> Self {
        Self {
            name: check::one_line(&self.name),
            place: check::one_line(&self.place),
            with: check::one_line(&self.with),
            takeaway: self.takeaway.trim().to_owned(),
            ..self
        }
    }

    fn check(&self) -> Result<(), SaidError> {
        if self.minute >= DAY_MIN {
            return Err(SaidError::OutOfRange { field: "minute" });
        }
        check::days(&[("day", Some(self.day))])?;
        check::lines(&[("name", &self.name), ("place", &self.place), ("with", &self.with)])?;
        check::texts(&[("takeaway", &self.takeaway)])
    }

    fn list_title(&self) -> String {
        check::title(&self.name)
    }

    fn preview(&self) -> String {
        let said = [self.name.as_str(), &self.takeaway];
        said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn search_text(&self) -> String {
        fold(&[self.name.as_str(), &self.place, &self.with, &self.takeaway].join("\n"))
    }

    fn fact(&self) -> Option<Fact> {
        let at = Moment::of(self);
        Some(if self.been { Fact::Met(at) } else { Fact::Written(at) })
    }
}

//! What insights are made of: what each record says in numbers and labels, never its words.

use serde::{Deserialize, Serialize};

use crate::{Day, DayStart, Strength};

/// Something from a list: one that this program knows by number, or one of the owner's own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Label {
    /// A root of the trigger tree or a family of coping, by its number.
    Known(u8),
    /// In the owner's words.
    Own(String),
}

/// How an urge ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Ending {
    /// It passed.
    Passed,
    /// It was still there.
    StillHere,
    /// Some was used.
    UsedALittle,
    /// It was used.
    Used,
    /// What was begun was left.
    LeftUnfinished,
}

/// A moment by the clock of the place: what daylight saving does to it is in the offset.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Moment {
    /// s since 1970 UTC.
    pub second: i64,
    /// Offset from UTC there and then, minutes.
    pub offset_min: i16,
}

impl Moment {
    /// The owner's day that it belongs to.
    #[must_use]
    pub fn day(self, starts: DayStart) -> Day {
        Day::of(self.second, self.offset_min, starts)
    }

    /// Hours of the clock since the owner's day began at its hour, 0 to 23.
    pub(crate) fn hour_of_day(self, starts: DayStart) -> u8 {
        let shift_s = i64::from(self.offset_min) * 60 - i64::from(starts.hour()) * 3_600;
        (self.second.saturating_add(shift_s).rem_euclid(86_400) / 3_600) as u8
    }
}

/// An urge.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UrgeFact {
    /// When it was there.
    pub at: Moment,
    /// How strong it was.
    pub strength: Strength,
    /// How strong it was afterwards.
    pub after: Option<Strength>,
    /// How long it lasted, minutes.
    pub minutes: Option<u16>,
    /// What set it off.
    pub triggers: Vec<Label>,
    /// What was done.
    pub coping: Vec<Label>,
    /// How it ended.
    pub ending: Option<Ending>,
}

impl UrgeFact {
    /// Whether it is noted that it passed or was weaker afterwards.
    pub(crate) fn eased(&self) -> bool {
        self.ending == Some(Ending::Passed) || self.after.is_some_and(|after| after < self.strength)
    }
}

/// What was said of a day. Scales go from 0 to 10.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayFact {
    /// The day.
    pub day: Day,
    /// Mood.
    pub mood: Option<u8>,
    /// Craving.
    pub craving: Option<u8>,
    /// Sleep of the night before, minutes.
    pub sleep_min: Option<u16>,
    /// How good that sleep was.
    pub sleep_quality: Option<u8>,
    /// Confidence.
    pub confidence: Option<u8>,
    /// Connection.
    pub connection: Option<u8>,
    /// Whether anything was used.
    pub used: Option<bool>,
}

impl DayFact {
    /// Nothing said of a day yet.
    #[must_use]
    pub const fn of(day: Day) -> Self {
        Self {
            day,
            mood: None,
            craving: None,
            sleep_min: None,
            sleep_quality: None,
            confidence: None,
            connection: None,
            used: None,
        }
    }
}

/// All there is to look at, in any order.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Facts {
    /// Urges.
    pub urges: Vec<UrgeFact>,
    /// Days.
    pub days: Vec<DayFact>,
    /// When anything else was written down.
    pub moments: Vec<Moment>,
}

/// From one day to another, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Period {
    /// Whether the day is one of it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(self.to.days() - self.from.days() + 1).unwrap_or_default()
    }

    /// Its two halves; the day in the middle belongs to the second.
    #[must_use]
    pub fn halves(self) -> [Self; 2] {
        let middle = self.from.days() + (self.days() / 2) as i32;
        let day = |days| Day::new(days).unwrap_or(self.to);
        [Self { to: day(middle - 1), ..self }, Self { from: day(middle), ..self }]
    }
}

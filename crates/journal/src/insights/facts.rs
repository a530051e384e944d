//! What insights are made of: what each record says in numbers and labels, never its words.

use serde::{Deserialize, Serialize};

use crate::support::medical::Outcome;
use crate::{
    CheckInWords, CopingFamily, Day, DayStart, Ending, Mood, Said, Strength, TriggerLeaf, TriggerRoot,
    UrgeWords, Used,
};

/// What set an urge off, as it is counted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum TriggerKey {
    /// Anything under a root.
    Root(TriggerRoot),
    /// It came out of nowhere.
    OutOfNowhere,
    /// What is offered under a root.
    Leaf(TriggerLeaf),
    /// A name of the owner's.
    Own(String),
}

impl TriggerKey {
    /// All that is to be counted of an urge: each name and leaf, and the roots they stand under.
    #[must_use]
    pub fn all_of(urge: &UrgeWords) -> Vec<Self> {
        let roots = urge.triggers.iter().map(|trigger| Self::Root(trigger.root));
        let leaves = urge.triggers.iter().filter_map(|trigger| trigger.leaf.map(Self::Leaf));
        let names = urge.triggers.iter().map(|trigger| &trigger.name).filter(|name| !name.is_empty());
        let nowhere = urge.out_of_nowhere.then_some(Self::OutOfNowhere);
        roots.chain(leaves).chain(names.cloned().map(Self::Own)).chain(nowhere).collect()
    }

    /// Whether it stands for many names.
    #[must_use]
    pub const fn is_broad(&self) -> bool {
        matches!(self, Self::Root(_) | Self::OutOfNowhere)
    }
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
    /// When something said happened.
    #[must_use]
    pub fn of(said: &impl Said) -> Self {
        let (second, offset_min) = said.moment();
        Self { second, offset_min }
    }

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
    pub triggers: Vec<TriggerKey>,
    /// What was done, by family.
    pub coping: Vec<CopingFamily>,
    /// How it ended.
    pub ending: Option<Ending>,
}

impl UrgeFact {
    /// Of an urge; `None` where it has no strength.
    #[must_use]
    pub fn of(words: &UrgeWords) -> Option<Self> {
        let number = |number: Option<u8>| number.and_then(|number| Strength::new(number).ok());
        Some(Self {
            at: Moment { second: words.happened_at_s, offset_min: words.offset_min },
            strength: number(words.strength)?,
            after: number(words.after),
            minutes: words.minutes,
            triggers: TriggerKey::all_of(words),
            coping: words.coping.iter().map(|coping| coping.family).collect(),
            ending: words.ending,
        })
    }

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

    /// Of a check-in; `None` where its day is not in the calendar. "Rather not say" says nothing.
    #[must_use]
    pub fn said(words: &CheckInWords) -> Option<Self> {
        Some(Self {
            mood: words.mood,
            craving: words.craving,
            sleep_min: words.sleep_minutes,
            sleep_quality: words.sleep,
            confidence: words.confidence,
            connection: words.connection,
            used: match words.used {
                Some(Used::None) => Some(false),
                Some(Used::Some) => Some(true),
                Some(Used::RatherNotSay) | None => None,
            },
            ..Self::of(Day::new(words.day).ok()?)
        })
    }
}

/// What one record gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// An urge.
    Urge(UrgeFact),
    /// A check-in, and when it was written.
    Day(DayFact, Moment),
    /// A return to use.
    Use(Moment),
    /// A mood that was noted with something else.
    Mood(Moment, Mood),
    /// Contact with somebody, or a meeting one was at.
    Met(Moment),
    /// What became of a dose, on the day it was planned for or given. It says nothing of the moment.
    Dose(Day, Outcome),
    /// A routine marked done for a day: which one.
    Kept(Day, [u8; 16]),
    /// Anything else that was written down.
    Written(Moment),
}

/// All there is to look at, in any order.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Facts {
    /// Urges.
    pub urges: Vec<UrgeFact>,
    /// Days.
    pub days: Vec<DayFact>,
    /// Contact with somebody, and meetings one was at.
    pub met: Vec<Moment>,
    /// What became of doses, on their days.
    pub doses: Vec<(Day, Outcome)>,
    /// Routines marked done, by day.
    pub marks: Vec<(Day, [u8; 16])>,
    /// When anything else was written down.
    pub moments: Vec<Moment>,
}

impl Facts {
    /// Adds what one record gives. A check-in that was filled in later says something of its day and nothing of the
    /// moment it was written.
    pub fn add(&mut self, fact: &Fact, starts: DayStart) {
        match fact {
            Fact::Urge(urge) => self.urges.push(urge.clone()),
            Fact::Day(said, at) => {
                self.days.push(*said);
                self.moments.extend(Some(*at).filter(|at| at.day(starts) == said.day));
            }
            Fact::Use(at) => {
                self.days.push(DayFact { used: Some(true), ..DayFact::of(at.day(starts)) });
                self.moments.push(*at);
            }
            Fact::Mood(at, mood) => {
                self.days.push(DayFact { mood: Some(mood.number()), ..DayFact::of(at.day(starts)) });
                self.moments.push(*at);
            }
            Fact::Met(at) => {
                self.met.push(*at);
                self.moments.push(*at);
            }
            Fact::Dose(day, outcome) => self.doses.push((*day, *outcome)),
            Fact::Kept(day, routine) => self.marks.push((*day, *routine)),
            Fact::Written(at) => self.moments.push(*at),
        }
    }
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

//! What a period of records shows, honest as DOMAIN 9 asks: n with every figure, intervals, nothing below the floors,
//! no causes, no risk. Made of [`Facts`] alone, whatever the order in which they were logged.

mod contact;
mod facts;
mod heat;
mod helped;
mod kept;
mod lengths;
mod patterns;
mod progress;
mod range;
mod series;
mod sleep_mood;
mod statistics;
mod triggers;
mod within;

use serde::{Deserialize, Serialize};

use crate::{DayStart, Ending};
use statistics::Tally;
use within::Within;

// What goes in
pub use facts::{DayFact, Fact, Facts, Moment, Period, TriggerKey, UrgeFact};
pub use range::Range;

// Figures
pub use statistics::{Difference, Fairness, Interval, Share, Spread, bounds_with_blanks, false_alarm_chance};

// What comes out
pub use contact::{BesideContact, ContactDays};
pub use heat::{Cell, Heat, PARTS};
pub use helped::{HelpedAt, HelpedRow, Start};
pub use kept::{KeptFigures, KeptWeek};
pub use lengths::Lengths;
pub use patterns::{Compared, Pattern, Patterns, Subject};
pub use progress::{GoalProgress, Progress, days_since};
pub use series::{Point, Series};
pub use sleep_mood::{BesideUrges, Measure};
pub use triggers::TriggerRow;

/// Fewest recorded days of which anything fair can be said.
pub const FAIR_FROM_DAYS: u32 = 14;

/// All that a period shows.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Insights {
    /// The first day, days since 1970-01-01.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// Days of it.
    pub days: u32,
    /// Days of it of which anything was written down.
    pub recorded: u32,
    /// Urges.
    pub urges: Urges,
    /// Days.
    pub daily: Daily,
    /// What was noted after each family of coping.
    pub helped: Vec<HelpedAt>,
    /// What stood out in both halves.
    pub patterns: Patterns,
    /// Counts that know no goal.
    pub progress: Progress,
}

/// What urges show.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Urges {
    /// How many.
    pub n: u32,
    /// On how many days.
    pub days: u32,
    /// How strong they were.
    pub strength: Option<Spread>,
    /// How many were of each strength from 0 to 10.
    pub strengths: [u32; 11],
    /// The strongest of each day that has one.
    pub peaks: Series,
    /// When they were logged.
    pub heat: Heat,
    /// What set them off, the most frequent first.
    pub triggers: Vec<TriggerRow>,
    /// How long they took to ease.
    pub lengths: Lengths,
    /// How those ended whose end was noted.
    pub endings: Vec<(Ending, u32)>,
}

/// What check-ins show.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Daily {
    /// Mood, 0 to 10.
    pub mood: Series,
    /// Craving, 0 to 10.
    pub craving: Series,
    /// Sleep, minutes.
    pub sleep: Series,
    /// Sleep and mood of days with an urge beside days without.
    pub beside: Vec<BesideUrges>,
    /// Days with a meeting or contact beside days without; `None` where there was none.
    pub contact: Option<BesideContact>,
    /// What was kept, week by week; `None` where no dose and no routine was written down.
    pub kept: Option<KeptFigures>,
}

impl Insights {
    /// Looks at a period.
    #[must_use]
    pub fn of(facts: &Facts, period: Period, starts: DayStart) -> Self {
        let within = Within::of(facts, period, starts);
        Self {
            from: period.from.days(),
            to: period.to.days(),
            days: period.days(),
            recorded: within.recorded.len() as u32,
            urges: Urges::of(&within),
            daily: Daily::of(&within, period),
            helped: helped::helped(&within),
            patterns: Patterns::of(&within),
            progress: Progress::within(&within),
        }
    }

    /// Whether enough days are recorded to say anything.
    #[must_use]
    pub const fn is_fair(&self) -> bool {
        self.recorded >= FAIR_FROM_DAYS
    }
}

impl Urges {
    fn of(within: &Within<'_>) -> Self {
        let mut tally = Tally::default();
        let mut peaks = std::collections::BTreeMap::new();
        for urge in &within.urges {
            let strength = urge.fact.strength.number();
            tally.add(strength);
            let peak: &mut f64 = peaks.entry(urge.day).or_default();
            *peak = peak.max(f64::from(strength));
        }
        Self {
            n: tally.n(),
            days: peaks.len() as u32,
            strength: tally.spread(),
            strengths: tally.counts(),
            peaks: Series::of(&peaks),
            heat: Heat::of(within),
            triggers: triggers::trigger_rows(within),
            lengths: Lengths::of(within),
            endings: helped::counted(within.urges.iter().filter_map(|urge| urge.fact.ending)),
        }
    }
}

impl Daily {
    fn of(within: &Within<'_>, period: Period) -> Self {
        Self {
            mood: Series::of(&within.daily(|fact| fact.mood.map(u16::from))),
            craving: Series::of(&within.daily(|fact| fact.craving.map(u16::from))),
            sleep: Series::of(&within.daily(|fact| fact.sleep_min)),
            beside: sleep_mood::beside_urges(within),
            contact: contact::beside_contact(within),
            kept: kept::kept(within, period.to),
        }
    }
}

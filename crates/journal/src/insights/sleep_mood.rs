//! Sleep and mood of days with an urge beside days without: two groups of days, nothing about which came first.

use serde::{Deserialize, Serialize};

use super::facts::DayFact;
use super::statistics::Spread;
use super::within::Within;

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Measure {
    /// Sleep, minutes.
    SleepMin,
    /// How good it was, 0 to 10.
    SleepQuality,
    /// Mood, 0 to 10.
    Mood,
}

impl Measure {
    const ALL: [Self; 3] = [Self::SleepMin, Self::SleepQuality, Self::Mood];

    fn said(self, fact: &DayFact) -> Option<u16> {
        match self {
            Self::SleepMin => fact.sleep_min,
            Self::SleepQuality => fact.sleep_quality.map(u16::from),
            Self::Mood => fact.mood.map(u16::from),
        }
    }
}

/// One measure in both groups of days.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct BesideUrges {
    /// Which.
    pub measure: Measure,
    /// Days with an urge.
    pub with: Option<Spread>,
    /// Days without.
    pub without: Option<Spread>,
}

/// Those measures of which anything was said.
pub(crate) fn beside_urges(within: &Within<'_>) -> Vec<BesideUrges> {
    let urge_days = within.urge_days();
    let compare = |measure: Measure| {
        let (with, without): (Vec<_>, Vec<_>) =
            within.daily(|fact| measure.said(fact)).into_iter().partition(|(day, _)| urge_days.contains(day));
        let spread = |days: Vec<(_, f64)>| Spread::of(days.into_iter().map(|(_, value)| value));
        BesideUrges { measure, with: spread(with), without: spread(without) }
    };
    let said = |beside: &BesideUrges| beside.with.or(beside.without).is_some();
    Measure::ALL.into_iter().map(compare).filter(said).collect()
}

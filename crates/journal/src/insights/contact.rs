//! Days with a meeting or contact beside days without: two groups of recorded days, nothing about which came first.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::statistics::{Share, Spread};
use super::within::Within;
use crate::Day;

/// Both groups of days.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct BesideContact {
    /// Days with a meeting or contact.
    pub with: ContactDays,
    /// The other days of which anything was written down.
    pub without: ContactDays,
}

/// One group of days.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct ContactDays {
    /// Those with an urge, of all of them.
    pub urges: Share,
    /// Mood, one value for each day that says one.
    pub mood: Option<Spread>,
}

/// `None` where no meeting and no contact was written down.
pub(crate) fn beside_contact(within: &Within<'_>) -> Option<BesideContact> {
    let (with, without): (BTreeSet<Day>, BTreeSet<Day>) =
        within.recorded.iter().partition(|day| within.met.contains(day));
    let (urges, moods) = (within.urge_days(), within.daily(|fact| fact.mood.map(u16::from)));
    let group = |days: &BTreeSet<Day>| ContactDays {
        urges: Share { hits: days.intersection(&urges).count() as u32, of: days.len() as u32 },
        mood: Spread::of(moods.iter().filter(|(day, _)| days.contains(day)).map(|(_, mood)| *mood)),
    };
    (!with.is_empty()).then(|| BesideContact { with: group(&with), without: group(&without) })
}

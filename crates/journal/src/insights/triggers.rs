//! What set urges off: how often each trigger was noted, and how strong those urges were beside all others.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::facts::TriggerKey;
use super::statistics::{Fairness, Share, Spread, Tally};
use super::within::Within;

/// One trigger. A trigger that was noted twice for the same urge counts once.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TriggerRow {
    /// Which.
    pub trigger: TriggerKey,
    /// Urges with it, of all urges for which any trigger was noted.
    pub share: Share,
    /// Days with such an urge.
    pub days: u32,
    /// How strong those urges were.
    pub strength: Spread,
    /// How many of them were of each strength from 0 to 10.
    pub strengths: [u32; 11],
    /// How strong all other urges were; `None` where there is no other.
    pub others: Option<Spread>,
}

impl TriggerRow {
    /// How much its urges can carry.
    #[must_use]
    pub const fn fairness(&self) -> Fairness {
        Fairness::of(self.share.hits)
    }
}

#[derive(Default)]
struct Seen {
    tally: Tally,
    days: BTreeSet<crate::Day>,
}

/// The most frequent first.
pub(crate) fn trigger_rows(within: &Within<'_>) -> Vec<TriggerRow> {
    let mut seen: BTreeMap<&TriggerKey, Seen> = BTreeMap::new();
    let (mut all, mut noted) = (Tally::default(), 0);
    for urge in &within.urges {
        all.add(urge.fact.strength.number());
        noted += u32::from(!urge.fact.triggers.is_empty());
        for trigger in urge.fact.triggers.iter().collect::<BTreeSet<_>>() {
            let seen = seen.entry(trigger).or_default();
            seen.tally.add(urge.fact.strength.number());
            seen.days.insert(urge.day);
        }
    }
    let row = |(trigger, seen): (&TriggerKey, Seen)| {
        Some(TriggerRow {
            trigger: trigger.clone(),
            share: Share { hits: seen.tally.n(), of: noted },
            days: seen.days.len() as u32,
            strength: seen.tally.spread()?,
            strengths: seen.tally.counts(),
            others: all.less(&seen.tally).spread(),
        })
    };
    let mut rows: Vec<TriggerRow> = seen.into_iter().filter_map(row).collect();
    rows.sort_by_key(|row| core::cmp::Reverse(row.share.hits));
    rows
}

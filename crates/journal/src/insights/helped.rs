//! What was noted after doing something: families of coping beside each other, among urges that began about as strong.
//! Never compared with doing nothing: urges fall by themselves, and hard ones get other answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::facts::UrgeFact;
use super::statistics::{Fairness, Share, Spread};
use super::within::Within;
use crate::{CopingFamily, Ending};

/// How strong an urge was when it began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Start {
    /// 0 to 3.
    Mild,
    /// 4 to 6.
    Middling,
    /// 7 to 10.
    Strong,
}

impl Start {
    /// All, mildest first.
    pub const ALL: [Self; 3] = [Self::Mild, Self::Middling, Self::Strong];

    /// The strengths that it covers.
    #[must_use]
    pub const fn strengths(self) -> (u8, u8) {
        match self {
            Self::Mild => (0, 3),
            Self::Middling => (4, 6),
            Self::Strong => (7, 10),
        }
    }

    pub(crate) fn of(urge: &UrgeFact) -> Self {
        match urge.strength.number() {
            0..=3 => Self::Mild,
            4..=6 => Self::Middling,
            _ => Self::Strong,
        }
    }
}

/// One family among urges of one start. An urge met in two ways counts in both.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct HelpedRow {
    /// Which family.
    pub coping: CopingFamily,
    /// Urges it was noted for.
    pub n: u32,
    /// Strength before less strength after, where both were noted.
    pub drop: Option<Spread>,
    /// How often each difference, the smallest first.
    pub drops: Vec<(i8, u32)>,
    /// Those that passed, of those whose end was noted.
    pub passed: Share,
}

impl HelpedRow {
    /// How much its drops can carry.
    #[must_use]
    pub fn fairness(&self) -> Fairness {
        Fairness::of(self.drop.map_or(0, |drop| drop.n))
    }
}

/// Families of one start, the most used first.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct HelpedAt {
    /// How strong these urges began.
    pub start: Start,
    /// The families.
    pub rows: Vec<HelpedRow>,
}

/// Those with any row, the mildest start first.
pub(crate) fn helped(within: &Within<'_>) -> Vec<HelpedAt> {
    let at = |start| HelpedAt { start, rows: rows_at(within, start) };
    Start::ALL.into_iter().map(at).filter(|at| !at.rows.is_empty()).collect()
}

fn rows_at(within: &Within<'_>, start: Start) -> Vec<HelpedRow> {
    let mut met: BTreeMap<CopingFamily, Vec<&UrgeFact>> = BTreeMap::new();
    for urge in within.urges.iter().map(|urge| urge.fact).filter(|urge| Start::of(urge) == start) {
        for coping in urge.coping.iter().copied().collect::<BTreeSet<_>>() {
            met.entry(coping).or_default().push(urge);
        }
    }
    let mut rows: Vec<HelpedRow> = met.into_iter().map(|(coping, urges)| row(coping, &urges)).collect();
    rows.sort_by_key(|row| core::cmp::Reverse(row.n));
    rows
}

fn row(coping: CopingFamily, urges: &[&UrgeFact]) -> HelpedRow {
    let ended = urges.iter().filter_map(|urge| urge.ending);
    HelpedRow {
        coping,
        n: urges.len() as u32,
        drop: Spread::of(urges.iter().filter_map(|urge| drop_of(urge))),
        drops: counted(urges.iter().filter_map(|urge| drop_of(urge)).map(|drop| drop as i8)),
        passed: ended.fold(Share::default(), |share, ending| Share {
            hits: share.hits + u32::from(ending == Ending::Passed),
            of: share.of + 1,
        }),
    }
}

/// How often each value, the smallest first.
pub(crate) fn counted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<(T, u32)> {
    let mut counts = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    counts.into_iter().collect()
}

/// Strength before less strength after.
pub(crate) fn drop_of(urge: &UrgeFact) -> Option<f64> {
    urge.after.map(|after| f64::from(urge.strength.number()) - f64::from(after.number()))
}

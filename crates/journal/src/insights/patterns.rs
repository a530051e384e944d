//! What stood out twice: at most three things that were seen in both halves of the period, as data for a question. With
//! twenty looks at nothing the chance of a false alarm is 64 % (DOMAIN 9), so one sighting is none.

use serde::{Deserialize, Serialize};

use super::facts::TriggerKey;
use super::heat::{Heat, PARTS};
use super::helped::{Start, drop_of};
use super::statistics::{Difference, Fairness, Share, Spread};
use super::triggers::trigger_rows;
use super::within::Within;
use crate::CopingFamily;

/// Most that are told.
const MOST: usize = 3;
/// Nights shorter than this are short, minutes.
const SHORT_NIGHT_MIN: f64 = 360.0;
/// Least by which a median or a share must lie above the others, in each half.
const MEDIANS_APART: f64 = 1.0;
const SHARES_APART: f64 = 0.1;

/// What stood out.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Subject {
    /// Urges with this trigger were stronger than the others.
    Stronger(TriggerKey),
    /// Urges were logged on a larger share of these weekdays (1 is Monday) than of other days.
    OnWeekday(u8),
    /// Urges were logged in this part of the day on more days than in any other part.
    InPart(u8),
    /// Urges were logged on a larger share of days after a night under six hours.
    ShortNight,
    /// Strength fell further with this family than with others, among urges of this start.
    FellFurther(CopingFamily, Start),
}

/// The subject beside the others.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub enum Compared {
    /// Two shares of days or parts of days.
    Shares {
        /// Of the subject.
        own: Share,
        /// Of the others.
        others: Share,
    },
    /// Two medians.
    Medians {
        /// Of the subject.
        own: Spread,
        /// Of the others.
        others: Spread,
    },
}

impl Compared {
    /// Enough on both sides, and the subject's lies clearly above.
    fn stands_out(&self) -> bool {
        let (own_n, others_n, apart) = match self {
            Self::Shares { own, others } => (own.of, others.of, above(*own, *others) >= SHARES_APART),
            Self::Medians { own, others } => (own.n, others.n, own.median - others.median >= MEDIANS_APART),
        };
        Fairness::of(own_n.min(others_n)) > Fairness::CountOnly && apart
    }

    /// Over the whole period chance alone must not explain a difference of shares.
    fn is_clear(&self) -> bool {
        match self {
            Self::Shares { own, others } => {
                Difference::between(*own, *others).is_some_and(|difference| difference.low > 0.0)
            }
            Self::Medians { .. } => true,
        }
    }

    /// How many observations of the subject.
    #[must_use]
    pub const fn n(&self) -> u32 {
        match self {
            Self::Shares { own, .. } => own.of,
            Self::Medians { own, .. } => own.n,
        }
    }
}

fn above(own: Share, others: Share) -> f64 {
    own.value().unwrap_or_default() - others.value().unwrap_or_default()
}

/// One pattern.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Pattern {
    /// What stood out.
    pub subject: Subject,
    /// Over the whole period.
    pub whole: Compared,
    /// In its first and its second half.
    pub halves: [Compared; 2],
}

/// What was looked for, and what was found.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct Patterns {
    /// At most three, that with the most observations first.
    pub found: Vec<Pattern>,
    /// How many comparisons had enough on both sides to be looked at.
    pub looks: u32,
}

impl Patterns {
    pub(crate) fn of(within: &Within<'_>) -> Self {
        let whole = looks(within);
        let looks_taken = whole.iter().filter(|(_, compared)| Fairness::of(compared.n()) == Fairness::Fair);
        let looks_taken = looks_taken.count() as u32;
        let halves = within.halves().map(|halves| halves.map(|half| looks(&half))).unwrap_or_default();
        let seen = |(subject, whole): (Subject, Compared)| {
            let in_half = |half: &Looks| Some(half.iter().find(|(other, _)| *other == subject)?.1);
            let halves = [in_half(&halves[0])?, in_half(&halves[1])?];
            let stands = whole.stands_out() && whole.is_clear() && halves.iter().all(Compared::stands_out);
            stands.then_some(Pattern { subject, whole, halves })
        };
        let mut found: Vec<Pattern> = whole.into_iter().filter_map(seen).collect();
        found.sort_by_key(|pattern| core::cmp::Reverse(pattern.whole.n()));
        // A name and the root it alone stands under say the same.
        found.dedup_by(|later, earlier| later.whole == earlier.whole);
        found.truncate(MOST);
        Self { found, looks: looks_taken }
    }
}

type Looks = Vec<(Subject, Compared)>;

fn looks(within: &Within<'_>) -> Looks {
    let mut looks = stronger(within);
    let heat = Heat::of(within);
    looks.extend(on_weekdays(&heat));
    looks.extend(in_parts(&heat));
    looks.extend(short_night(within));
    looks.extend(fell_further(within));
    looks
}

fn stronger(within: &Within<'_>) -> Looks {
    let rows = trigger_rows(within).into_iter();
    rows.filter_map(|row| {
        let compared = Compared::Medians { own: row.strength, others: row.others? };
        Some((Subject::Stronger(row.trigger), compared))
    })
    .collect()
}

fn on_weekdays(heat: &Heat) -> Looks {
    let look = |weekday: usize| {
        let (own, others) = (heat.weekdays[weekday], heat.of_other_weekdays(weekday));
        (Subject::OnWeekday(weekday as u8 + 1), Compared::Shares { own, others })
    };
    (0..7).map(look).collect()
}

/// Each part beside the next most frequent one: nobody logs at night, and that is no finding.
fn in_parts(heat: &Heat) -> Looks {
    let look = |part: usize| {
        let (own, others) = (heat.of_part(part), heat.of_next_part(part));
        (Subject::InPart(part as u8), Compared::Shares { own, others })
    };
    (0..PARTS).map(look).collect()
}

fn short_night(within: &Within<'_>) -> Looks {
    let urge_days = within.urge_days();
    let (mut own, mut others) = (Share::default(), Share::default());
    for (day, slept) in within.daily(|fact| fact.sleep_min) {
        let share = if slept < SHORT_NIGHT_MIN { &mut own } else { &mut others };
        share.hits += u32::from(urge_days.contains(&day));
        share.of += 1;
    }
    vec![(Subject::ShortNight, Compared::Shares { own, others })]
}

/// Each family beside the urges of the same start that were met in other ways.
fn fell_further(within: &Within<'_>) -> Looks {
    let mut looks = Vec::new();
    for start in Start::ALL {
        let met: Vec<_> =
            within.urges.iter().map(|urge| urge.fact).filter(|urge| Start::of(urge) == start).collect();
        let mut families: Vec<CopingFamily> = met.iter().flat_map(|urge| &urge.coping).copied().collect();
        families.sort();
        families.dedup();
        for family in families {
            let answered = met.iter().copied().filter(|urge| !urge.coping.is_empty());
            let (own, others): (Vec<_>, Vec<_>) = answered.partition(|urge| urge.coping.contains(&family));
            let drops = |urges: Vec<_>| Spread::of(urges.into_iter().filter_map(drop_of));
            if let (Some(own), Some(others)) = (drops(own), drops(others)) {
                looks.push((Subject::FellFurther(family, start), Compared::Medians { own, others }));
            }
        }
    }
    looks
}

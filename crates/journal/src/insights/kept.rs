//! What was kept, week by week: doses written down, routines marked, contact and meetings, beside urges and mood. Counts
//! of what is recorded; what is not recorded counts for nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::statistics::{Share, Spread};
use super::within::Within;
use crate::Day;
use crate::support::medical::Outcome;

/// Days of a row.
const WEEK: i32 = 7;

/// What was kept in a period.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
pub struct KeptFigures {
    /// How many doses came to each, in the order of [`Outcome::ALL`].
    pub doses: [u32; 5],
    /// Marks on routines; one routine counts once a day.
    pub marks: u32,
    /// On how many days.
    pub marked_days: u32,
    /// The weeks of which anything is recorded, the last one first. They are counted back from the last day.
    pub weeks: Vec<KeptWeek>,
}

/// Seven days.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct KeptWeek {
    /// The first day, days since 1970-01-01.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// Doses taken on time or later, of those written down as planned for and needed.
    pub taken: Share,
    /// Marks on routines.
    pub marks: u32,
    /// Days with a meeting or contact.
    pub met_days: u32,
    /// Days with an urge, of those of which anything else was written down.
    pub urges: Share,
    /// Mood, one value for each day that says one.
    pub mood: Option<Spread>,
}

/// `None` where no dose and no mark was written down.
pub(crate) fn kept(within: &Within<'_>, to: Day) -> Option<KeptFigures> {
    if within.doses.is_empty() && within.marks.is_empty() {
        return None;
    }
    let first = [
        within.recorded.first().copied(),
        within.doses.iter().map(|(day, _)| *day).min(),
        within.marks.first().map(|(day, _)| *day),
    ];
    let first = first.into_iter().flatten().min()?;
    let count = (to.days() - first.days()) / WEEK + 1;
    let last_of = |back: i32| Day::new(to.days() - back * WEEK).ok();
    let by_day = ByDay { urges: within.urge_days(), moods: within.daily(|fact| fact.mood.map(u16::from)) };
    let weeks = (0..count).filter_map(last_of).filter_map(|last| week(within, &by_day, last)).collect();
    let marked: BTreeSet<Day> = within.marks.iter().map(|(day, _)| *day).collect();
    let of = |outcome: &Outcome| within.doses.iter().filter(|(_, known)| known == outcome).count() as u32;
    Some(KeptFigures {
        doses: Outcome::ALL.each_ref().map(of),
        marks: within.marks.len() as u32,
        marked_days: marked.len() as u32,
        weeks,
    })
}

/// What is laid out once for all weeks.
struct ByDay {
    urges: BTreeSet<Day>,
    moods: BTreeMap<Day, f64>,
}

/// The week up to a day; `None` where nothing of it is recorded.
fn week(within: &Within<'_>, by_day: &ByDay, last: Day) -> Option<KeptWeek> {
    let from = last.days() - WEEK + 1;
    let is_in = |day: &Day| (from..=last.days()).contains(&day.days());
    let doses: Vec<Outcome> =
        within.doses.iter().filter(|(day, _)| is_in(day)).map(|(_, outcome)| *outcome).collect();
    let needed = doses.iter().filter(|outcome| **outcome != Outcome::NotNeeded).count() as u32;
    let taken =
        doses.iter().filter(|outcome| matches!(outcome, Outcome::Taken | Outcome::Late)).count() as u32;
    let marks = within.marks.iter().filter(|(day, _)| is_in(day)).count() as u32;
    let recorded = within.recorded.iter().filter(|day| is_in(day)).count() as u32;
    if doses.is_empty() && marks == 0 && recorded == 0 {
        return None;
    }
    let urges = by_day.urges.iter().filter(|day| is_in(day)).count() as u32;
    let moods = by_day.moods.iter().filter(|(day, _)| is_in(day)).map(|(_, mood)| *mood);
    Some(KeptWeek {
        from,
        to: last.days(),
        taken: Share { hits: taken, of: needed },
        marks,
        met_days: within.met.iter().filter(|day| is_in(day)).count() as u32,
        urges: Share { hits: urges, of: recorded },
        mood: Spread::of(moods),
    })
}

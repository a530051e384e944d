//! What became of one goal: what check-ins and returns to use say of each day, and the figures that follow (DOMAIN 2.3).
//! A blank day is neither good nor bad, and nothing falls to nothing in one day.

use std::collections::{BTreeMap, BTreeSet};

use crate::insights::{GoalProgress, Period, Share, Spread, days_since};
use crate::{Aim, CheckInWords, Day, DayStart, DayUse, GoalWords, ReturnWords, Said, Used};

/// A goal among the others, with what it is named by in check-ins and returns.
#[derive(Clone, Copy, Debug)]
pub struct OneGoal<'a> {
    /// Its record.
    pub id: [u8; 16],
    /// What it says.
    pub words: &'a GoalWords,
    /// No other goal is looked at: what is said of use without naming one is said of it.
    pub alone: bool,
}

/// What was said of the days of one goal. A day of which nothing was said is in none of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GoalDays {
    /// In line with it or not. Empty where the aim asks for nothing.
    pub in_line: BTreeMap<Day, bool>,
    /// Used or not.
    pub used: BTreeMap<Day, bool>,
    /// How much on days of use, tenths of the unit.
    pub tenths: BTreeMap<Day, u32>,
}

impl GoalDays {
    /// From all check-ins and returns to use, in any order. Days before the goal counts are left out.
    #[must_use]
    pub fn of<'a>(
        goal: OneGoal<'_>,
        check_ins: impl IntoIterator<Item = &'a CheckInWords>,
        returns: impl IntoIterator<Item = &'a ReturnWords>,
        starts: DayStart,
    ) -> Self {
        let counts = |day: Day| day.days() >= goal.words.since_day;
        let mut days = Self::default();
        for words in check_ins {
            let Some(day) = Day::new(words.day).ok().filter(|day| counts(*day)) else { continue };
            if let Some(said) = said_of(goal, words) {
                days.say(goal.words, day, &said);
            }
        }
        for words in returns {
            let (second, offset_min) = words.moment();
            let day = Day::of(second, offset_min, starts);
            let is_of_it = words.goals.contains(&goal.id) || (words.goals.is_empty() && goal.alone);
            if is_of_it && counts(day) && days.used.get(&day) != Some(&true) {
                days.say(goal.words, day, &DayUse { goal: goal.id, used: true, ..DayUse::default() });
            }
        }
        days
    }

    /// Of two things said of one day, use counts.
    fn say(&mut self, goal: &GoalWords, day: Day, said: &DayUse) {
        if !said.used && self.used.get(&day) == Some(&true) {
            return;
        }
        self.used.insert(day, said.used);
        match is_in_line(goal, said) {
            Some(in_line) => drop(self.in_line.insert(day, in_line)),
            None => drop(self.in_line.remove(&day)),
        }
        if let Some(tenths) = said.tenths.filter(|_| said.used) {
            self.tenths.insert(day, tenths);
        }
    }
}

/// What a check-in says of the goal; `None` where it says nothing of it.
fn said_of(goal: OneGoal<'_>, words: &CheckInWords) -> Option<DayUse> {
    if let Some(said) = words.uses.iter().find(|said| said.goal == goal.id) {
        return Some(said.clone());
    }
    let used = match words.used? {
        Used::None => false,
        Used::Some if goal.alone => true,
        Used::Some | Used::RatherNotSay => return None,
    };
    Some(DayUse { goal: goal.id, used, ..DayUse::default() })
}

/// Whether such a day is in line; `None` where it cannot be said, or the aim asks for nothing. What the owner says of
/// limits counts before what could be reckoned; limits of a week are for the owner to judge.
fn is_in_line(goal: &GoalWords, said: &DayUse) -> Option<bool> {
    let within_a_day = || Some(said.tenths? <= goal.day_limit_tenths?);
    match goal.aim? {
        Aim::Stop | Aim::SteadyOnMedication => Some(!said.used),
        Aim::CutDown if said.used => said.within.or_else(within_a_day),
        Aim::SaferUse if said.used => said.within,
        Aim::CutDown | Aim::SaferUse => Some(true),
        Aim::NotSureYet | Aim::JustWatch => None,
    }
}

/// The figures of one goal. Whoever shows them shows those that were chosen.
#[derive(Clone, PartialEq, Debug)]
pub struct GoalFigures {
    /// Days in line since the goal counts, runs, and what blank days leave open.
    pub all: GoalProgress,
    /// Days since the goal counts, blank ones too.
    pub days: u32,
    /// Days in line of the last 28.
    pub last_28: Share,
    /// Days in line of the last 90.
    pub last_90: Share,
    /// Recorded days without use.
    pub days_without: u32,
    /// Days between one recorded day of use and the next.
    pub gaps: Option<Spread>,
    /// The amount of a day of use, in the unit.
    pub amount: Option<Spread>,
    /// Money that recorded days without use did not cost, hundredths.
    pub cents_kept: Option<u64>,
    /// Days since the goal was set; never set back.
    pub days_since: Option<u32>,
    /// Days since the sober date, where there is one.
    pub sober_days: Option<u32>,
}

impl GoalFigures {
    /// Up to `today`.
    #[must_use]
    pub fn of(goal: &GoalWords, days: &GoalDays, today: Day) -> Self {
        let since = Day::new(goal.since_day).unwrap_or(today);
        let whole = Period { from: since, to: today };
        let share = |last: i32| {
            let from = Day::new(today.days() - last + 1).unwrap_or(since).max(since);
            GoalProgress::of(&days.in_line, Period { from, to: today }).in_line
        };
        let use_days: BTreeSet<i32> =
            until(&days.used, whole).filter(|(_, used)| **used).map(number).collect();
        let use_days: Vec<i32> = use_days.into_iter().collect();
        let days_without = until(&days.used, whole).filter(|(_, used)| !**used).count() as u32;
        let sober_since = goal.sober_since_day.and_then(|day| Day::new(day).ok());
        Self {
            all: GoalProgress::of(&days.in_line, whole),
            days: whole.days(),
            last_28: share(28),
            last_90: share(90),
            days_without,
            gaps: Spread::of(use_days.windows(2).map(|pair| f64::from(pair[1] - pair[0]))),
            amount: Spread::of(until(&days.tenths, whole).map(|(_, tenths)| f64::from(*tenths) / 10.0)),
            cents_kept: goal.cents_a_day.map(|cents| u64::from(cents) * u64::from(days_without)),
            days_since: days_since(since, today),
            sober_days: sober_since.and_then(|day| days_since(day, today)),
        }
    }
}

fn until<T>(days: &BTreeMap<Day, T>, period: Period) -> impl Iterator<Item = (&Day, &T)> {
    days.iter().filter(move |(day, _)| period.contains(**day))
}

fn number<T>((day, _): (&Day, T)) -> i32 {
    day.days()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const GOAL: [u8; 16] = [1; 16];
    const OTHER: [u8; 16] = [2; 16];

    fn day(days: i32) -> Day {
        Day::new(days).unwrap()
    }

    fn goal(aim: Aim) -> GoalWords {
        GoalWords { aim: Some(aim), since_day: 1, day_limit_tenths: Some(20), ..GoalWords::default() }
    }

    fn check_in(day: i32, used: Option<Used>, uses: &[DayUse]) -> CheckInWords {
        CheckInWords { day, used, uses: uses.to_vec(), ..CheckInWords::default() }
    }

    fn use_of(goal: [u8; 16], used: bool, tenths: Option<u32>, within: Option<bool>) -> DayUse {
        DayUse { goal, used, tenths, within }
    }

    fn days(words: &GoalWords, alone: bool, check_ins: &[CheckInWords], returns: &[ReturnWords]) -> GoalDays {
        GoalDays::of(OneGoal { id: GOAL, words, alone }, check_ins, returns, DayStart::Midnight)
    }

    /// What one check-in makes of its day: used, in line.
    #[test]
    fn a_check_in_says_what_the_aim_makes_of_it() {
        use Aim::*;
        let (said, none, some) = (|use_| vec![use_], Some(Used::None), Some(Used::Some));
        let cases = [
            (Stop, true, none, vec![], Some(false), Some(true)),
            (Stop, true, some, vec![], Some(true), Some(false)),
            (Stop, false, some, vec![], None, None),
            (Stop, true, Some(Used::RatherNotSay), vec![], None, None),
            (Stop, true, None, vec![], None, None),
            (Stop, false, some, said(use_of(OTHER, true, None, None)), None, None),
            (Stop, false, some, said(use_of(GOAL, false, None, None)), Some(false), Some(true)),
            (CutDown, true, none, vec![], Some(false), Some(true)),
            (CutDown, true, some, vec![], Some(true), None),
            (CutDown, true, some, said(use_of(GOAL, true, Some(20), None)), Some(true), Some(true)),
            (CutDown, true, some, said(use_of(GOAL, true, Some(21), None)), Some(true), Some(false)),
            (CutDown, true, some, said(use_of(GOAL, true, Some(21), Some(true))), Some(true), Some(true)),
            (SaferUse, true, some, said(use_of(GOAL, true, Some(1), None)), Some(true), None),
            (SaferUse, true, some, said(use_of(GOAL, true, None, Some(false))), Some(true), Some(false)),
            (SteadyOnMedication, true, none, vec![], Some(false), Some(true)),
            (NotSureYet, true, some, vec![], Some(true), None),
            (JustWatch, true, none, vec![], Some(false), None),
        ];
        for (aim, alone, answer, uses, used, in_line) in cases {
            let found = days(&goal(aim), alone, &[check_in(5, answer, &uses)], &[]);
            let of_day = (found.used.get(&day(5)).copied(), found.in_line.get(&day(5)).copied());
            assert_eq!(of_day, (used, in_line), "{aim:?} {alone} {answer:?} {uses:?}");
        }
    }

    #[test]
    fn a_return_counts_on_its_day_and_changes_no_other() {
        let returned = |goals: &[[u8; 16]], at: i64| ReturnWords {
            goals: goals.to_vec(),
            happened_at_s: at * 86_400,
            ..ReturnWords::default()
        };
        let before: Vec<_> = (2..6).map(|at| check_in(at, Some(Used::None), &[])).collect();
        let found = days(&goal(Aim::Stop), false, &before, &[returned(&[GOAL], 5)]);
        let lines: Vec<bool> = found.in_line.values().copied().collect();
        assert_eq!(lines, [true, true, true, false]);
        for (goals, alone, counts) in
            [(vec![], true, true), (vec![], false, false), (vec![OTHER], true, false)]
        {
            let found = days(&goal(Aim::Stop), alone, &[], &[returned(&goals, 5)]);
            assert_eq!(found.used.contains_key(&day(5)), counts, "{goals:?} {alone}");
        }
    }

    #[test]
    fn the_order_of_logging_changes_nothing_and_days_before_the_goal_do_not_count() {
        let mut logged = vec![
            check_in(0, Some(Used::Some), &[]),
            check_in(3, Some(Used::None), &[]),
            check_in(3, Some(Used::Some), &[]),
            check_in(4, Some(Used::None), &[]),
        ];
        let found = days(&goal(Aim::Stop), true, &logged, &[]);
        logged.reverse();
        assert_eq!(days(&goal(Aim::Stop), true, &logged, &[]), found);
        assert_eq!(found.in_line.into_iter().collect::<Vec<_>>(), [(day(3), false), (day(4), true)]);
    }

    /// DOMAIN 9: 18 of 20 recorded days, 8 blank of 28, by hand.
    #[test]
    fn the_figures_can_be_reckoned_by_hand() {
        let words = GoalWords { cents_a_day: Some(450), sober_since_day: Some(12), ..goal(Aim::Stop) };
        let used = |at| if at == 4 || at == 11 { Used::Some } else { Used::None };
        let logged: Vec<_> = (1..=20).map(|at| check_in(at, Some(used(at)), &[])).collect();
        let figures = GoalFigures::of(&words, &days(&words, true, &logged, &[]), day(28));
        let bounds = figures.all.bounds.unwrap();
        assert_eq!(figures.all.in_line, Share { hits: 18, of: 20 });
        assert_eq!(((bounds.low * 100.0).round(), (bounds.high * 100.0).round()), (64.0, 93.0));
        assert_eq!((figures.all.longest_run, figures.all.current_run), (9, 9));
        assert_eq!((figures.days, figures.last_28, figures.days_without), (28, figures.all.in_line, 18));
        assert_eq!(figures.gaps.map(|gaps| (gaps.n, gaps.median)), Some((1, 7.0)));
        assert_eq!(
            (figures.cents_kept, figures.days_since, figures.sober_days),
            (Some(8_100), Some(27), Some(16))
        );
        assert_eq!(figures.amount, None);
    }

    #[test]
    fn amounts_are_of_days_of_use_within_the_goal() {
        let words = goal(Aim::CutDown);
        let of = |at, tenths| check_in(at, Some(Used::Some), &[use_of(GOAL, true, Some(tenths), None)]);
        let logged = [of(0, 900), of(2, 10), of(3, 25), of(9, 30)];
        let figures = GoalFigures::of(&words, &days(&words, true, &logged, &[]), day(9));
        let amount = figures.amount.unwrap();
        assert_eq!((amount.n, amount.low, amount.median, amount.high), (3, 1.0, 2.5, 3.0));
        assert_eq!((figures.all.current_run, figures.all.last_apart), (0, Some(9)));
        assert_eq!(figures.cents_kept, None);
    }
}

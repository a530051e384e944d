//! What the goals page is made of, as the keeper tells it.

use keeper::protocol::{
    CheckInWords, Day, DayStart, GoalDays, GoalFigures, Measure, OneGoal, Range, Reply, Request, ReturnWords,
    RowKind, RulerWords, Share, Written,
};

use crate::screen::browser::clock;
use crate::screen::keeper_link::Keeper;
use crate::screen::pages::check_in::{KnownGoal, goals};

/// All of it.
#[derive(Clone, PartialEq)]
pub struct Records {
    /// The day it is, days since 1970-01-01.
    pub today: i32,
    /// Goals, newest first.
    pub goals: Vec<KnownGoal>,
    /// Rulers, newest first.
    pub rulers: Vec<RulerWords>,
    /// Urges that passed, of those whose end was noted; asked for only where somebody wants to see it.
    pub ridden_out: Option<Share>,
    check_ins: Vec<CheckInWords>,
    returns: Vec<ReturnWords>,
    starts: DayStart,
}

impl Records {
    /// Asks the keeper. What it cannot say is left out.
    pub async fn ask(keeper: Keeper, today: i32, starts: DayStart) -> Self {
        let goals = goals(keeper).await;
        let wants = |measure| goals.iter().any(|goal| goal.words.measures.contains(&measure));
        let ridden_out = if wants(Measure::RiddenOut) { ridden_out(keeper).await } else { None };
        Self {
            today,
            rulers: all(keeper, RowKind::Ruler, ruler).await,
            ridden_out,
            check_ins: all(keeper, RowKind::CheckIn, check_in).await,
            returns: all(keeper, RowKind::Return, returned).await,
            goals,
            starts,
        }
    }

    /// What became of the goal at that place.
    pub fn figures(&self, at: usize) -> Option<GoalFigures> {
        let goal = self.goals.get(at)?;
        let alone = self.goals.iter().filter(|goal| !goal.words.ended).count() <= 1;
        let one = OneGoal { id: goal.id, words: &goal.words, alone };
        let days = GoalDays::of(one, &self.check_ins, &self.returns, self.starts);
        Some(GoalFigures::of(&goal.words, &days, Day::new(self.today).ok()?))
    }
}

async fn ridden_out(keeper: Keeper) -> Option<Share> {
    let now = clock::local_now();
    let request = Request::Insights { range: Range::All, now_s: now.second, offset_min: now.offset_min };
    match keeper.ask(request).await {
        Ok(Reply::Insights(shown)) => Some(shown.insights.progress.ridden_out),
        _ => None,
    }
}

async fn all<T>(keeper: Keeper, kind: RowKind, narrow: fn(Written) -> Option<T>) -> Vec<T> {
    let Ok(Reply::All(read)) = keeper.ask(Request::All { kind }).await else { return Vec::new() };
    read.into_iter().filter_map(|read| narrow(read.wordings.into_iter().next()?)).collect()
}

fn check_in(written: Written) -> Option<CheckInWords> {
    match written {
        Written::CheckIn(words) => Some(words),
        _ => None,
    }
}

fn returned(written: Written) -> Option<ReturnWords> {
    match written {
        Written::Return(words) => Some(words),
        _ => None,
    }
}

fn ruler(written: Written) -> Option<RulerWords> {
    match written {
        Written::Ruler(words) => Some(words),
        _ => None,
    }
}

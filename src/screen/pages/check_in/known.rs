//! What a check-in needs to know of the journal: the goals it asks about, and which of the last days have one.

use std::collections::BTreeMap;

use keeper::protocol::{CheckInWords, Draft, Filter, GoalWords, Id, Reply, Request, RowKind, Written};

use crate::screen::keeper_link::Keeper;

/// Days before today that can be filled in.
pub const DAYS_BACK: i32 = 7;

/// A goal that is looked at.
#[derive(Clone, PartialEq)]
pub struct KnownGoal {
    pub id: Id,
    pub words: GoalWords,
}

/// What is known.
#[derive(Clone, PartialEq, Default)]
pub struct Known {
    /// The day it is, days since 1970-01-01.
    pub today: i32,
    /// Goals that have not ended.
    pub goals: Vec<KnownGoal>,
    /// Check-ins by the day they are about.
    pub days: BTreeMap<i32, Id>,
    /// The draft of a check-in about today.
    pub draft: Option<Draft>,
}

impl Known {
    /// Asks the keeper. What it cannot say is left out: the form opens all the same.
    pub async fn ask(keeper: Keeper, today: i32) -> Self {
        let draft = match keeper.ask(Request::Drafts).await {
            Ok(Reply::Drafts(drafts)) => drafts.into_iter().rev().find(|draft| is_of(draft, today)),
            _ => None,
        };
        let goals = goals(keeper).await.into_iter().filter(|goal| !goal.words.ended).collect();
        Self { today, goals, days: days(keeper, today).await, draft }
    }

    /// Whether that day has a check-in.
    pub fn has(&self, day: i32) -> bool {
        self.days.contains_key(&day)
    }
}

fn is_of(draft: &Draft, today: i32) -> bool {
    matches!(&draft.text, Written::CheckIn(words) if words.day == today)
}

/// All goals, newest first.
pub async fn goals(keeper: Keeper) -> Vec<KnownGoal> {
    let Ok(Reply::All(all)) = keeper.ask(Request::All { kind: RowKind::Goal }).await else {
        return Vec::new();
    };
    let known = |read: keeper::protocol::EntryRead| match read.wordings.into_iter().next() {
        Some(Written::Goal(words)) => Some(KnownGoal { id: read.id, words }),
        _ => None,
    };
    all.into_iter().filter_map(known).collect()
}

/// Check-ins about the last days. Whatever is about one of them was written since.
pub async fn days(keeper: Keeper, today: i32) -> BTreeMap<i32, Id> {
    let mut days = BTreeMap::new();
    // A day further back: where days begin at four, the list may count the night to the day before.
    let from_day = Some(today - DAYS_BACK - 1);
    let filter = Filter { kinds: vec![RowKind::CheckIn], from_day, ..Filter::default() };
    let request = Request::List { filter, offset: 0, limit: 100 };
    let Ok(Reply::Listed(listed)) = keeper.ask(request).await else { return days };
    for row in listed.rows {
        if let Some(words) = read(keeper, row.id).await {
            days.entry(words.day).or_insert(row.id);
        }
    }
    days
}

async fn read(keeper: Keeper, id: Id) -> Option<CheckInWords> {
    let Ok(Reply::Entry(read)) = keeper.ask(Request::Read { id }).await else { return None };
    match read.wordings.into_iter().next() {
        Some(Written::CheckIn(words)) => Some(words),
        _ => None,
    }
}

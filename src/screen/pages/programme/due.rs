//! What is planned for today, as one calm card: meetings, what was promised by today or tomorrow, routines as one-tap
//! rows, steps to look at again. Nothing where nothing is planned; after a long time away all of it rests.

use keeper::protocol::support::programme::{
    MeetingWords, Planned, PromiseWords, RoutineWords, TaskWords, planned,
};
use keeper::protocol::{Id, RowKind};
use leptos::prelude::*;

use super::coach::task_lines;
use super::lines::{does, line, list};
use super::marks::Marks;
use super::names::meeting_name;
use super::plans::{Meetings, when_and_where};
use super::promises::{done_promise, promise_lines};
use super::records::{Loaded, Own, Taps};
use crate::screen::components::{boxed, button, card, fold, follow_if, nothing, soft};
use crate::screen::contexts::{expect_choices, expect_open_journal};
use crate::screen::words::say;

/// Rows shown; the rest is folded.
const SHOWN: usize = 5;

/// The card.
pub fn due() -> AnyView {
    let (journal, choices) = (expect_open_journal(), expect_choices());
    let today = untrack(|| choices.today());
    let plans = Plans::load(today);
    let rows = Memo::new(move |_| plans.rows());
    follow_if(move || {
        let rows = rows.get();
        if rows.is_empty() {
            return None;
        }
        let rests = journal.rests();
        Some(untrack(|| match rests {
            true => resting(),
            false => plans.card(&rows),
        }))
    })
}

/// After a long time away: what is planned is there, but only for who asks.
fn resting() -> AnyView {
    let journal = expect_open_journal();
    let show = button(say!(programme.resume), move || journal.resume()).quiet();
    boxed("ordinary", [show.piece(), soft(say!(programme.rests))])
}

/// A row, as it stays while it is ticked and unticked.
#[derive(Clone, PartialEq)]
enum Row {
    Meeting(Id, MeetingWords),
    Promise(Id, PromiseWords),
    Routine(Id, String),
    Review(Id, TaskWords),
}

#[derive(Clone, Copy)]
struct Plans {
    today: i32,
    meetings: Meetings,
    promises: Loaded<PromiseWords>,
    routines: Loaded<RoutineWords>,
    tasks: Loaded<TaskWords>,
    marks: Marks,
    /// Promises that stood when the card was first made: done now, they keep their place.
    stood: StoredValue<Vec<Id>>,
}

impl Plans {
    fn load(today: i32) -> Self {
        let taps = Taps::expect();
        Self {
            today,
            meetings: Meetings::load(taps),
            promises: Loaded::all(),
            routines: Loaded::all(),
            tasks: Loaded::all(),
            marks: Marks::load(today, taps),
            stood: StoredValue::new(Vec::new()),
        }
    }

    fn rows(self) -> Vec<Row> {
        let meetings = self.meetings.plans();
        let promises: Vec<(Id, PromiseWords)> = self.promises.with(pairs);
        let mut routines: Vec<(Id, RoutineWords)> = self.routines.with(pairs);
        routines.reverse();
        let tasks: Vec<(Id, TaskWords)> = self.tasks.with(pairs);
        let stood = self.stood.get_value();
        let as_before = |(id, words): &(Id, PromiseWords)| match stood.contains(id) {
            true => PromiseWords { state: Default::default(), ..words.clone() },
            false => words.clone(),
        };
        let promised: Vec<PromiseWords> = promises.iter().map(as_before).collect();
        let rows = planned(self.today, &words(&meetings), &promised, &words(&routines), &words(&tasks));
        let rows = rows.into_iter().filter_map(|row| match row {
            Planned::Meeting(at) => meetings.get(at).cloned().map(|(id, words)| Row::Meeting(id, words)),
            Planned::Promise(at) => Some(Row::Promise(promises.get(at)?.0, promised.get(at)?.clone())),
            Planned::Routine(at) => routines.get(at).map(|(id, words)| Row::Routine(*id, words.name.clone())),
            Planned::Review(at) => tasks.get(at).cloned().map(|(id, words)| Row::Review(id, words)),
        });
        let rows: Vec<Row> = rows.collect();
        let standing = rows.iter().filter_map(|row| match row {
            Row::Promise(id, _) => Some(*id),
            _ => None,
        });
        self.stood.set_value(standing.collect());
        rows
    }

    fn card(self, rows: &[Row]) -> AnyView {
        let mut lines: Vec<AnyView> = rows.iter().map(|row| self.line(row)).collect();
        let rest = lines.split_off(lines.len().min(SHOWN));
        let rest = match rest.is_empty() {
            true => nothing(),
            false => fold(say!(programme.planned_more), [list(rest, "")]),
        };
        let taps = self.meetings.taps;
        card("planned", say!(programme.planned), [taps.failure_note(), list(lines, ""), rest])
    }

    fn line(self, row: &Row) -> AnyView {
        match row {
            Row::Meeting(id, words) => {
                let went = self.meetings.went_button((*id, words.clone()), self.today);
                let more = when_and_where(words, self.today, self.today);
                line((RowKind::Meeting, *id), meeting_name(words), more, does(vec![went]))
            }
            Row::Promise(id, words) => {
                let done = done_promise(self.promises, self.meetings.taps, *id, words);
                let more = promise_lines(words, self.today);
                line((RowKind::Promise, *id), words.name.clone(), more, does(vec![done]))
            }
            Row::Routine(id, name) => {
                let row = self.marks.row(*id, self.today, name.clone(), String::new());
                view! { <li class="plan plan-check">{row}</li> }.into_any()
            }
            Row::Review(id, words) => {
                line((RowKind::Task, *id), words.name.clone(), task_lines(words, self.today), nothing())
            }
        }
    }
}

fn pairs<S: Clone>(all: &[Own<S>]) -> Vec<(Id, S)> {
    all.iter().map(|own| (own.id, own.words.clone())).collect()
}

fn words<S: Clone>(pairs: &[(Id, S)]) -> Vec<S> {
    pairs.iter().map(|(_, words)| words.clone()).collect()
}

//! What is planned for a day: what Today shows. Nothing is ever listed as late.

use super::{MeetingWords, PromiseWords, RoutineWords, TaskSort, TaskWords};

/// Something planned, by the place of its record in the list it came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Planned {
    /// A meeting of today.
    Meeting(usize),
    /// A routine of today.
    Routine(usize),
    /// What somebody said they would do, by today or tomorrow.
    Promise(usize),
    /// A small step to look at again today.
    Review(usize),
}

/// What of these falls on `today`: meetings by the clock, then what was promised, then routines, then reviews.
#[must_use]
pub fn planned(
    today: i32,
    meetings: &[MeetingWords],
    promises: &[PromiseWords],
    routines: &[RoutineWords],
    tasks: &[TaskWords],
) -> Vec<Planned> {
    let mut met = places(meetings, |meeting| meeting.is_planned_on(today));
    met.sort_by_key(|at| meetings[*at].minute);
    let near = |day: i32| day == today || Some(day) == today.checked_add(1);
    let mut said = places(promises, |promise| promise.state.stands() && promise.by_day.is_some_and(near));
    said.sort_by_key(|at| promises[*at].by_day);
    let habits = places(routines, |routine| !routine.ended && routine.falls_on(today));
    let steps =
        places(tasks, |task| !task.done && task.sort == TaskSort::Mine && task.review_day == Some(today));
    met.into_iter()
        .map(Planned::Meeting)
        .chain(said.into_iter().map(Planned::Promise))
        .chain(habits.into_iter().map(Planned::Routine))
        .chain(steps.into_iter().map(Planned::Review))
        .collect()
}

fn places<T>(all: &[T], is_due: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, one)| is_due(one)).map(|(at, _)| at).collect()
}

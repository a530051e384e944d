//! Programme and routine: frozen bodies, what may be saved, and the arithmetic of days.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::support::programme::{
    Gap, GapFacts, Guidance, GuidanceHeading, GuidanceWords, Kept, KeptWords, LastContact, Meeting,
    MeetingWay, MeetingWords, Planned, Promise, PromiseState, PromiseWords, Routine, RoutineSort,
    RoutineWords, Stay, StayTime, StayWords, StepState, Supply, Task, TaskSort, TaskWords, planned,
};
use journal::{Noted, Said, SaidError};

/// 2026-11-24, a Tuesday.
const TODAY: i32 = 20_781;

fn comes_again<S: Said>(body: &str) -> S {
    let noted = Noted::<S>::from_body(1, body.as_bytes()).unwrap();
    assert_eq!(std::str::from_utf8(&noted.to_body()).unwrap(), body);
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).unwrap();
    let written: Vec<&str> = object.keys().map(String::as_str).collect();
    let mut named: Vec<&str> = S::FIELDS.iter().copied().chain(["logged_at_ms"]).collect();
    let mut sorted = written;
    named.sort_unstable();
    sorted.sort_unstable();
    assert_eq!(sorted, named, "every field is named");
    assert!(noted.unknown().is_empty());
    noted.into_said()
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte_and_every_field_is_named() {
    let routine: RoutineWords = comes_again(include_str!("../fixtures/routine-1.json"));
    assert_eq!((routine.sort, routine.weekdays), (RoutineSort::Habit, vec![1, 3, 5]));
    let step: RoutineWords = comes_again(include_str!("../fixtures/routine-1-step.json"));
    assert_eq!((step.sort, step.state, step.place), (RoutineSort::Step, StepState::AtIt, 3));
    let kept: KeptWords = comes_again(include_str!("../fixtures/kept-1.json"));
    assert_eq!((kept.routine, kept.day), ([9; 16], 20_775));
    let meeting: MeetingWords = comes_again(include_str!("../fixtures/meeting-1.json"));
    assert_eq!((meeting.way, meeting.minute, meeting.of), (MeetingWay::Online, 1_170, Some([5; 16])));
    assert_eq!(meeting.search_text(), "tuesday group\nthe usual link\nsponsor\nlisten first.");
    assert_eq!(meeting.preview(), "Tuesday group · Listen first.");
    let stay: StayWords = comes_again(include_str!("../fixtures/stay-1.json"));
    assert_eq!((stay.from_day, stay.preview().as_str()), (Some(20_790), "The house by the park"));
    let task: TaskWords = comes_again(include_str!("../fixtures/task-1.json"));
    assert_eq!((task.sort, task.who.as_str()), (TaskSort::Theirs, "case manager"));
    let promise: PromiseWords = comes_again(include_str!("../fixtures/promise-1.json"));
    assert_eq!((promise.state, promise.by_day), (PromiseState::NotYet, Some(20_783)));
    let guidance: GuidanceWords = comes_again(include_str!("../fixtures/guidance-1.json"));
    assert_eq!(guidance.heading, GuidanceHeading::Practice);
}

#[test]
fn what_cannot_be_is_refused() {
    let missing = |field| Err(SaidError::Missing { field });
    let wrong = |field| Err(SaidError::OutOfRange { field });
    let name = || "n".to_owned();
    let routine = |words| Routine::new(words, 0).map(drop);
    let named = RoutineWords { name: name(), ..RoutineWords::default() };
    assert_eq!(routine(named.clone()), Ok(()));
    assert_eq!(routine(RoutineWords { name: " \n".into(), ..named.clone() }), missing("name"));
    assert_eq!(routine(RoutineWords { weekdays: vec![0], ..named.clone() }), wrong("weekdays"));
    assert_eq!(routine(RoutineWords { weekdays: vec![8], ..named.clone() }), wrong("weekdays"));
    assert_eq!(routine(RoutineWords { every_days: 61, ..named.clone() }), wrong("every_days"));
    assert_eq!(routine(RoutineWords { since_day: i32::MIN, ..named }), wrong("since_day"));
    assert_eq!(Kept::new(KeptWords::default(), 0).map(drop), missing("routine"));
    let kept = KeptWords { routine: [1; 16], day: i32::MAX, ..KeptWords::default() };
    assert_eq!(Kept::new(kept, 0).map(drop), wrong("day"));
    let meeting = |words| Meeting::new(words, 0).map(drop);
    assert_eq!(meeting(MeetingWords { minute: 1_440, ..MeetingWords::default() }), wrong("minute"));
    assert_eq!(meeting(MeetingWords { day: i32::MIN, ..MeetingWords::default() }), wrong("day"));
    assert_eq!(meeting(MeetingWords { minute: 1_439, ..MeetingWords::default() }), Ok(()));
    let stay = |from_day, to_day| {
        Stay::new(StayWords { name: name(), from_day, to_day, ..StayWords::default() }, 0).map(drop)
    };
    assert_eq!(stay(Some(5), Some(4)), wrong("to_day"), "an end before its start");
    assert_eq!(stay(Some(5), Some(5)), Ok(()));
    assert_eq!(stay(None, Some(4)), Ok(()));
    assert_eq!(stay(Some(i32::MIN), None), wrong("from_day"));
    let task = TaskWords { name: name(), review_day: Some(i32::MAX), ..TaskWords::default() };
    assert_eq!(Task::new(task, 0).map(drop), wrong("review_day"));
    let promise = PromiseWords { name: name(), by_day: Some(i32::MIN), ..PromiseWords::default() };
    assert_eq!(Promise::new(promise, 0).map(drop), wrong("by_day"));
    assert_eq!(Guidance::new(GuidanceWords::default(), 0).map(drop), missing("words"));
    let long = "x".repeat(281);
    let refused = Promise::new(PromiseWords { name: name(), whom: long, ..PromiseWords::default() }, 0);
    assert!(matches!(refused, Err(SaidError::TooLong { field: "whom", .. })), "{refused:?}");
}

#[test]
fn days_of_the_week_are_put_in_order_once() {
    let words = RoutineWords { name: "n".into(), weekdays: vec![5, 1, 5], ..RoutineWords::default() };
    assert_eq!(Routine::new(words, 0).unwrap().said().weekdays, [1, 5]);
}

#[test]
fn a_routine_falls_on_its_days_and_on_no_other_over_a_year() {
    let on = |weekdays: &[u8], every_days| RoutineWords {
        weekdays: weekdays.to_vec(),
        every_days,
        since_day: TODAY,
        ..RoutineWords::default()
    };
    let count = |routine: &RoutineWords| (TODAY..TODAY + 364).filter(|day| routine.falls_on(*day)).count();
    for (routine, days) in [
        (on(&[], 0), 364),
        (on(&[2], 0), 52),
        (on(&[1, 3, 5], 0), 156),
        (on(&[1, 2, 3, 4, 5, 6, 7], 0), 364),
        (on(&[], 1), 364),
        (on(&[], 2), 182),
        (on(&[], 7), 52),
        (on(&[], 60), 7),
    ] {
        assert_eq!(count(&routine), days, "{:?} {}", routine.weekdays, routine.every_days);
        assert!(!routine.falls_on(TODAY - 1) && !routine.falls_on(i32::MIN) && !routine.falls_on(i32::MAX));
    }
    assert!(on(&[2], 0).falls_on(TODAY), "a Tuesday");
    assert!(!on(&[1], 0).falls_on(TODAY) && on(&[1], 0).falls_on(TODAY + 6));
    let every_third = on(&[], 3);
    assert_eq!((TODAY..TODAY + 8).filter(|day| every_third.falls_on(*day)).count(), 3);
    assert!(every_third.falls_on(TODAY) && every_third.falls_on(TODAY + 3));
    let step = RoutineWords { sort: RoutineSort::Step, ..on(&[], 0) };
    assert!(!step.falls_on(TODAY), "a step has no days");
}

#[test]
fn the_last_fourteen_days_show_what_was_kept_and_what_was_off() {
    let routine = RoutineWords { weekdays: vec![2], since_day: TODAY - 7, ..RoutineWords::default() };
    let kept = [TODAY, TODAY, TODAY - 3, TODAY - 20];
    let days = routine.fortnight(TODAY, &kept);
    assert_eq!((days.len(), days[0].day, days[13].day), (14, TODAY - 13, TODAY));
    let told = |is: fn(&journal::support::programme::DayMark) -> bool| -> Vec<i32> {
        days.iter().filter(|mark| is(mark)).map(|mark| mark.day - TODAY).collect()
    };
    assert_eq!(told(|mark| mark.on), [-7, 0], "not before it began");
    assert_eq!(told(|mark| mark.kept), [-3, 0], "on a day off it counts as well");
}

#[test]
fn a_weekly_meeting_comes_again_on_its_weekday_and_one_that_is_over_never() {
    let at = |day, weekly| MeetingWords { day, weekly, ..MeetingWords::default() };
    for (meeting, from, next) in [
        (at(TODAY, false), TODAY, Some(TODAY)),
        (at(TODAY, false), TODAY - 30, Some(TODAY)),
        (at(TODAY, false), TODAY + 1, None),
        (at(TODAY, true), TODAY, Some(TODAY)),
        (at(TODAY, true), TODAY + 1, Some(TODAY + 7)),
        (at(TODAY, true), TODAY + 7, Some(TODAY + 7)),
        (at(TODAY, true), TODAY + 120, Some(TODAY + 126)),
        (at(TODAY, true), TODAY - 3, Some(TODAY)),
        (MeetingWords { ended: true, ..at(TODAY, true) }, TODAY, None),
        (MeetingWords { been: true, ..at(TODAY, false) }, TODAY, None),
    ] {
        assert_eq!(meeting.next_from(from), next, "{meeting:?} {from}");
        if let Some(next) = next {
            assert!(meeting.is_planned_on(next) && !meeting.is_planned_on(next + 1));
        }
    }
    let year = (TODAY..TODAY + 364).filter(|day| at(TODAY, true).is_planned_on(*day)).count();
    assert_eq!(year, 52);
    assert!(!at(TODAY, true).is_planned_on(TODAY - 7), "not before its first day");
    assert!(!at(i32::MIN, true).is_planned_on(i32::MAX), "days far apart do not overflow");
}

#[test]
fn a_stay_is_ahead_then_now_then_over() {
    let stay = |from_day, to_day| StayWords { from_day, to_day, ..StayWords::default() }.time_on(TODAY);
    for (from, to, time) in [
        (None, None, StayTime::Ahead),
        (Some(1), None, StayTime::Ahead),
        (Some(0), None, StayTime::Now),
        (Some(-9), Some(0), StayTime::Now),
        (Some(-9), Some(-1), StayTime::Over),
        (None, Some(-1), StayTime::Over),
        (None, Some(3), StayTime::Ahead),
    ] {
        let day = |shift: Option<i32>| shift.map(|shift| TODAY + shift);
        assert_eq!(stay(day(from), day(to)), time, "{from:?} {to:?}");
    }
}

#[test]
fn what_is_planned_is_of_today_and_never_late() {
    let meeting = |day, minute, weekly| MeetingWords { day, minute, weekly, ..MeetingWords::default() };
    let meetings = [
        meeting(TODAY, 1_170, false),
        meeting(TODAY - 1, 600, false),
        meeting(TODAY - 7, 600, true),
        MeetingWords { been: true, ..meeting(TODAY, 600, false) },
        MeetingWords { ended: true, ..meeting(TODAY - 7, 600, true) },
    ];
    let promise = |by, state| PromiseWords { by_day: Some(by), state, ..PromiseWords::default() };
    let promises = [
        promise(TODAY + 1, PromiseState::Open),
        promise(TODAY, PromiseState::NotYet),
        promise(TODAY, PromiseState::Done),
        promise(TODAY, PromiseState::Changed),
        promise(TODAY - 1, PromiseState::Open),
        promise(TODAY + 2, PromiseState::Open),
    ];
    let routine = |weekdays: &[u8], ended| RoutineWords {
        weekdays: weekdays.to_vec(),
        ended,
        ..RoutineWords::default()
    };
    let routines = [routine(&[2], false), routine(&[3], false), routine(&[], true)];
    let task = |day, done, sort| TaskWords { review_day: Some(day), done, sort, ..TaskWords::default() };
    let tasks = [
        task(TODAY, false, TaskSort::Mine),
        task(TODAY, true, TaskSort::Mine),
        task(TODAY, false, TaskSort::Theirs),
        task(TODAY - 1, false, TaskSort::Mine),
    ];
    let rows = planned(TODAY, &meetings, &promises, &routines, &tasks);
    let expected = [
        Planned::Meeting(2),
        Planned::Meeting(0),
        Planned::Promise(1),
        Planned::Promise(0),
        Planned::Routine(0),
        Planned::Review(0),
    ];
    assert_eq!(rows, expected);
    // Four months on, nothing of all this is a wall: only what comes again on that very day.
    let later = planned(TODAY + 121, &meetings, &promises, &routines, &tasks);
    assert_eq!(later, [], "a Thursday");
    assert_eq!(planned(i32::MAX, &meetings, &promises, &routines, &tasks), []);
}

#[test]
fn the_gap_check_states_facts_and_only_of_what_is_kept_here() {
    let supply = |ends: i32, refill: Option<i32>| Supply {
        name: "m".into(),
        ends: Some(TODAY + ends),
        refill: refill.map(|refill| TODAY + refill),
    };
    let with = |supply| GapFacts { today: TODAY, supplies: vec![supply], ..GapFacts::default() };
    let visits = |days: &[i32]| GapFacts {
        today: TODAY,
        appointments: Some(days.iter().map(|day| TODAY + day).collect()),
        ..GapFacts::default()
    };
    let meets = |days: &[i32]| GapFacts {
        today: TODAY,
        meetings: Some(days.iter().map(|day| TODAY + day).collect()),
        ..GapFacts::default()
    };
    let leg = |since: i32, last: Option<i32>| GapFacts {
        today: TODAY,
        contacts: vec![LastContact {
            name: "peers".into(),
            since: TODAY + since,
            last: last.map(|last| TODAY + last),
        }],
        ..GapFacts::default()
    };
    let early = Gap::Supply { name: "m".into(), ends: TODAY + 3, refill: TODAY + 6 };
    let none = Gap::NoRefill { name: "m".into(), ends: TODAY + 3 };
    let quiet =
        |since: Option<i32>| Gap::NoContact { name: "peers".into(), since: since.map(|since| TODAY + since) };
    let cases: Vec<(GapFacts, Vec<Gap>)> = vec![
        (GapFacts { today: TODAY, ..GapFacts::default() }, vec![]),
        (with(supply(3, Some(6))), vec![early]),
        (with(supply(6, Some(6))), vec![]),
        (with(supply(9, Some(6))), vec![]),
        (with(supply(3, None)), vec![none.clone()]),
        (with(supply(3, Some(-1))), vec![none]),
        (with(supply(7, None)), vec![]),
        (with(supply(-1, Some(6))), vec![]),
        (visits(&[]), vec![Gap::NoAppointment]),
        (visits(&[-1]), vec![Gap::NoAppointment]),
        (visits(&[-1, 0]), vec![]),
        (visits(&[300]), vec![]),
        (meets(&[]), vec![Gap::NoMeeting]),
        (meets(&[6]), vec![]),
        (meets(&[7]), vec![Gap::NoMeeting]),
        (leg(-100, Some(-13)), vec![]),
        (leg(-100, Some(-14)), vec![quiet(Some(-14))]),
        (leg(-13, None), vec![]),
        (leg(-14, None), vec![quiet(None)]),
    ];
    for (facts, gaps) in cases {
        assert_eq!(facts.gaps(), gaps, "{facts:?}");
    }
}

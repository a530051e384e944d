//! Insights over made-up records: what each part counts, and properties over anything that can be logged.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::insights::{
    Compared, DayFact, Fact, Facts, Fairness, Insights, Measure, Moment, Period, Range, Share, Spread, Start,
    Subject, TriggerKey, UrgeFact,
};
use journal::support::medical::Outcome;
use journal::{
    CheckInWords, CopingFamily, Day, DayStart, Ending, Strength, Trigger, TriggerLeaf, TriggerRoot,
    UrgeWords, Used,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// 2026-01-05, a Monday.
const MONDAY: i32 = 20_458;

fn day(days: i32) -> Day {
    Day::new(days).unwrap()
}

fn urge(at_day: i32, hour: i64, strength: u8) -> UrgeFact {
    UrgeFact {
        at: Moment { second: i64::from(at_day) * 86_400 + hour * 3_600, offset_min: 0 },
        strength: Strength::new(strength).unwrap(),
        after: None,
        minutes: None,
        triggers: Vec::new(),
        coping: Vec::new(),
        ending: None,
    }
}

fn after(strength: u8) -> Option<Strength> {
    Strength::new(strength).ok()
}

fn insights(facts: &Facts, days: i32) -> Insights {
    Insights::of(facts, Period { from: day(MONDAY), to: day(MONDAY + days - 1) }, DayStart::Midnight)
}

fn of_urges(urges: Vec<UrgeFact>) -> Insights {
    insights(&Facts { urges, ..Facts::default() }, 364)
}

fn spread(n: u32, low: f64, median: f64, high: f64) -> Spread {
    Spread { n, low, median, high }
}

#[test]
fn an_urge_counts_for_each_name_and_for_the_roots_above() {
    let trigger = |root, leaf, name: &str| Trigger { root, leaf, name: name.into() };
    let words = UrgeWords {
        strength: Some(4),
        triggers: vec![
            trigger(TriggerRoot::Cue, Some(TriggerLeaf::Money), ""),
            trigger(TriggerRoot::Body, None, "the knee"),
        ],
        out_of_nowhere: true,
        ..UrgeWords::default()
    };
    let expected = [
        TriggerKey::Root(TriggerRoot::Cue),
        TriggerKey::Root(TriggerRoot::Body),
        TriggerKey::Leaf(TriggerLeaf::Money),
        TriggerKey::Own("the knee".into()),
        TriggerKey::OutOfNowhere,
    ];
    assert_eq!(UrgeFact::of(&words).unwrap().triggers, expected);
    assert_eq!(UrgeFact::of(&UrgeWords { strength: None, ..words }), None);
}

#[test]
fn a_day_filled_in_later_is_recorded_and_the_day_of_writing_is_not() {
    let at = Moment { second: i64::from(MONDAY) * 86_400 + 7_200, offset_min: 0 };
    let said = |at_day, used| {
        let words = CheckInWords { day: at_day, used: Some(used), ..CheckInWords::default() };
        Fact::Day(DayFact::said(&words).unwrap(), at)
    };
    let recorded = |fact: &Fact, starts| {
        let mut facts = Facts::default();
        facts.add(fact, starts);
        (facts.days.len() + facts.moments.len(), facts.days[0].used)
    };
    assert_eq!(recorded(&said(MONDAY, Used::None), DayStart::Midnight), (2, Some(false)));
    assert_eq!(recorded(&said(MONDAY - 1, Used::RatherNotSay), DayStart::Midnight), (1, None));
    assert_eq!(recorded(&said(MONDAY - 1, Used::Some), DayStart::FourInTheMorning), (2, Some(true)));
    assert_eq!(recorded(&Fact::Use(at), DayStart::Midnight), (2, Some(true)));
}

#[test]
fn triggers_stand_by_number_beside_all_other_urges() {
    let (work, own) = (TriggerKey::Root(TriggerRoot::Cue), TriggerKey::Own("the stairs".into()));
    let with = |strength, triggers: &[&TriggerKey]| UrgeFact {
        triggers: triggers.iter().map(|trigger| (*trigger).clone()).collect(),
        ..urge(MONDAY, 9, strength)
    };
    let found = of_urges(vec![
        with(8, &[&work, &own]),
        with(6, &[&own, &own]),
        with(2, &[]),
        with(4, &[&work]),
        with(7, &[&own]),
    ]);
    let rows = &found.urges.triggers;
    assert_eq!((found.urges.n, found.urges.days, found.recorded), (5, 1, 1));
    assert_eq!(rows.iter().map(|row| &row.trigger).collect::<Vec<_>>(), [&own, &work]);
    assert_eq!(rows[0].share, Share { hits: 3, of: 4 });
    assert_eq!(rows[0].strength, spread(3, 6.0, 7.0, 8.0));
    assert_eq!(rows[0].strengths, [0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0]);
    assert_eq!(rows[0].others, Some(spread(2, 2.0, 3.0, 4.0)));
    assert_eq!((rows[0].days, rows[0].fairness()), (1, Fairness::CountOnly));
}

#[test]
fn families_stand_beside_each_other_at_a_similar_start() {
    let met = |strength, end: Option<u8>, families: &[usize], ending| UrgeFact {
        after: end.and_then(after),
        coping: families.iter().map(|family| CopingFamily::ALL[*family]).collect(),
        ending,
        ..urge(MONDAY, 9, strength)
    };
    let found = of_urges(vec![
        met(8, Some(3), &[1], Some(Ending::Passed)),
        met(9, Some(8), &[1, 2], Some(Ending::StillHere)),
        met(7, None, &[1], None),
        met(3, Some(0), &[1], Some(Ending::Passed)),
        met(6, Some(0), &[], Some(Ending::Passed)),
        met(10, Some(0), &[], Some(Ending::Passed)),
    ]);
    let [mild, strong] = &found.helped[..] else { panic!("{:?}", found.helped) };
    assert_eq!((mild.start, mild.rows.len(), mild.rows[0].n), (Start::Mild, 1, 1));
    assert_eq!((strong.start, strong.rows.len()), (Start::Strong, 2));
    let first = &strong.rows[0];
    assert_eq!((first.coping, first.n), (CopingFamily::ALL[1], 3));
    assert_eq!((first.drop, &first.drops[..]), (Some(spread(2, 1.0, 3.0, 5.0)), &[(1, 1), (5, 1)][..]));
    assert_eq!(first.passed, Share { hits: 1, of: 2 });
    assert_eq!(strong.rows[1].drop, Some(spread(1, 1.0, 1.0, 1.0)));
}

#[test]
fn starts_cover_every_strength_once() {
    for strength in 0..=10 {
        let coping = vec![CopingFamily::Wait];
        let found = of_urges(vec![UrgeFact { coping, ..urge(MONDAY, 9, strength) }]);
        let (low, high) = found.helped[0].start.strengths();
        assert!(low <= strength && strength <= high);
    }
}

#[test]
fn a_typical_length_takes_five_eased_urges() {
    let lasted = |minutes, eased: bool| UrgeFact {
        minutes: Some(minutes),
        after: after(if eased { 1 } else { 5 }),
        ..urge(MONDAY, 9, 5)
    };
    let mut urges: Vec<_> = [10, 20, 5, 40].map(|minutes| lasted(minutes, true)).to_vec();
    urges.extend([lasted(300, false), urge(MONDAY, 9, 5)]);
    let few = of_urges(urges.clone()).urges.lengths;
    assert_eq!((few.typical, few.minutes), (None, vec![(5, 1), (10, 1), (20, 1), (40, 1)]));
    urges.push(UrgeFact { after: None, ending: Some(Ending::Passed), ..lasted(15, false) });
    assert_eq!(of_urges(urges).urges.lengths.typical, Some(spread(5, 7.5, 15.0, 30.0)));
}

#[test]
fn sleep_and_mood_are_split_by_days_with_an_urge() {
    let said = |at, mood, sleep_min| DayFact { mood, sleep_min, ..DayFact::of(day(MONDAY + at)) };
    let days = vec![said(0, Some(3), Some(300)), said(1, Some(8), Some(480)), said(2, Some(6), None)];
    let found = insights(&Facts { days, urges: vec![urge(MONDAY, 9, 5)], ..Facts::default() }, 28);
    let [sleep, mood] = &found.daily.beside[..] else { panic!("{:?}", found.daily.beside) };
    assert_eq!((sleep.measure, mood.measure), (Measure::SleepMin, Measure::Mood));
    assert_eq!(sleep.with, Some(spread(1, 300.0, 300.0, 300.0)));
    assert_eq!(sleep.without, Some(spread(1, 480.0, 480.0, 480.0)));
    assert_eq!(mood.without, Some(spread(2, 6.0, 7.0, 8.0)));
}

#[test]
fn days_with_a_meeting_or_contact_stand_beside_the_other_recorded_days() {
    let said = |at, mood| DayFact { mood: Some(mood), ..DayFact::of(day(MONDAY + at)) };
    let at =
        |at: i32, hour: i64| Moment { second: i64::from(MONDAY + at) * 86_400 + hour * 3_600, offset_min: 0 };
    let met = vec![at(0, 18), at(0, 20), at(2, 18), at(-40, 18)];
    let facts = Facts {
        days: vec![said(0, 7), said(1, 4), said(2, 6), said(4, 5), said(4, 8)],
        urges: vec![
            urge(MONDAY, 9, 5),
            urge(MONDAY + 1, 9, 5),
            urge(MONDAY + 1, 20, 6),
            urge(MONDAY + 3, 9, 2),
        ],
        moments: met.clone(),
        met,
        ..Facts::default()
    };
    let found = insights(&facts, 28).daily.contact.unwrap();
    assert_eq!(found.with.urges, Share { hits: 1, of: 2 }, "two meetings on a day are one day");
    assert_eq!(found.with.mood, Some(spread(2, 6.0, 6.5, 7.0)));
    assert_eq!(found.without.urges, Share { hits: 2, of: 3 });
    assert_eq!(found.without.mood, Some(spread(2, 4.0, 5.25, 6.5)));
    let alone = Facts { met: Vec::new(), ..facts };
    assert_eq!(insights(&alone, 28).daily.contact, None);
}

#[test]
fn what_was_kept_stands_week_by_week_beside_urges_and_mood() {
    use Outcome::{Late, NotNeeded, Partly, Skipped, Taken};
    let (last, routine, other) = (MONDAY + 27, [1; 16], [2; 16]);
    let said = |back: i32, mood| DayFact { mood: Some(mood), ..DayFact::of(day(last - back)) };
    let at = |back: i32| Moment { second: i64::from(last - back) * 86_400 + 9 * 3_600, offset_min: 0 };
    let dose = |back: i32, outcome| (day(last - back), outcome);
    let facts = Facts {
        urges: vec![urge(last - 1, 9, 5), urge(last - 1, 20, 6)],
        days: vec![said(0, 4), said(6, 8), said(7, 5)],
        met: vec![at(0), at(0), at(6)],
        moments: vec![at(0), at(6)],
        doses: vec![
            dose(0, Taken),
            dose(1, Late),
            dose(6, Partly),
            dose(6, NotNeeded),
            dose(7, Skipped),
            dose(90, Taken),
        ],
        marks: vec![
            (day(last), routine),
            (day(last), routine),
            (day(last), other),
            (day(last - 8), routine),
            (day(last - 90), routine),
        ],
    };
    let found = insights(&facts, 28).daily.kept.unwrap();
    assert_eq!(found.doses, [1, 1, 1, 1, 1], "in the order of all outcomes, none of before the period");
    assert_eq!((found.marks, found.marked_days), (3, 2), "two marks of one routine on a day are one");
    let [now, before] = &found.weeks[..] else {
        panic!("weeks with nothing are left out: {:?}", found.weeks)
    };
    assert_eq!((now.from, now.to, before.to), (last - 6, last, last - 7));
    assert_eq!((now.taken, before.taken), (Share { hits: 2, of: 3 }, Share { hits: 0, of: 1 }));
    assert_eq!((now.marks, before.marks), (2, 1));
    assert_eq!((now.met_days, before.met_days), (2, 0));
    assert_eq!((now.urges, before.urges), (Share { hits: 1, of: 3 }, Share { hits: 0, of: 1 }));
    assert_eq!((now.mood, before.mood), (Some(spread(2, 4.0, 6.0, 8.0)), Some(spread(1, 5.0, 5.0, 5.0))));
    let neither = Facts { doses: Vec::new(), marks: Vec::new(), ..facts };
    assert_eq!(insights(&neither, 28).daily.kept, None);
}

#[test]
fn a_day_said_twice_counts_once_by_its_median() {
    let said = |mood| DayFact { mood: Some(mood), ..DayFact::of(day(MONDAY)) };
    let found = insights(&Facts { days: vec![said(2), said(7)], ..Facts::default() }, 28);
    assert_eq!(found.daily.mood.points.iter().map(|point| point.value).collect::<Vec<_>>(), [4.5]);
    assert_eq!((found.recorded, found.days, found.is_fair()), (1, 28, false));
}

/// Twelve weeks with a moment every day, and an urge on Fridays: on all of them, or on those of the first half only.
fn fridays(weeks_with_urges: i32) -> Insights {
    let moments =
        (0..84).map(|at| Moment { second: i64::from(MONDAY + at) * 86_400 + 32_400, offset_min: 0 });
    let urges = (0..weeks_with_urges).map(|week| urge(MONDAY + week * 7 + 4, 20, 6));
    insights(&Facts { urges: urges.collect(), moments: moments.collect(), ..Facts::default() }, 84)
}

#[test]
fn a_pattern_must_be_seen_in_both_halves() {
    let found = fridays(12).patterns;
    let subjects: Vec<_> = found.found.iter().map(|pattern| &pattern.subject).collect();
    assert!(subjects.contains(&&Subject::OnWeekday(5)), "{found:?}");
    let friday = found.found.iter().find(|pattern| pattern.subject == Subject::OnWeekday(5)).unwrap();
    let expected = Compared::Shares { own: Share { hits: 12, of: 12 }, others: Share { hits: 0, of: 72 } };
    assert_eq!(friday.whole, expected);
    assert_eq!(friday.halves.map(|half| half.n()), [6, 6]);
    assert_eq!(fridays(6).patterns.found, []);
    assert!(found.looks > 0);
}

#[test]
fn few_urges_make_no_pattern() {
    let strong =
        |week: i32| UrgeFact { triggers: vec![TriggerKey::OutOfNowhere], ..urge(MONDAY + week * 7, 9, 9) };
    let weak = |week: i32| urge(MONDAY + week * 7 + 1, 9, 2);
    let stronger = |weeks: i32| {
        let found = of_urges((0..weeks).flat_map(|week| [strong(week), weak(week)]).collect());
        found.patterns.found.iter().any(|found| found.subject == Subject::Stronger(TriggerKey::OutOfNowhere))
    };
    assert!(!stronger(8));
    assert!(stronger(10));
}

#[test]
fn at_most_three_patterns_are_told() {
    let urges = (0..100).flat_map(|at| {
        // Fewer of each next one, so that none says the same as another.
        (0..6).filter(move |trigger| *trigger as i32 * 10 <= at).map(move |trigger| UrgeFact {
            triggers: vec![TriggerKey::Root(TriggerRoot::ALL[trigger])],
            ..urge(MONDAY + at, 9, if trigger < 5 { 9 } else { 1 })
        })
    });
    let mut urges: Vec<_> = urges.collect();
    urges.extend((0..1_000).map(|at| urge(MONDAY + at % 100, 9, 1)));
    assert_eq!(of_urges(urges).patterns.found.len(), 3);
}

prop_compose! {
    fn moment()(at_day in -60..60i32, second in 0..86_400i64, offset_min in -720..=840i16) -> Moment {
        Moment { second: i64::from(MONDAY + at_day) * 86_400 + second, offset_min }
    }
}

fn trigger() -> impl Strategy<Value = TriggerKey> {
    prop_oneof![
        proptest::sample::select(&TriggerRoot::ALL[..3]).prop_map(TriggerKey::Root),
        "[ab]{1,2}".prop_map(TriggerKey::Own)
    ]
}

fn coping() -> impl Strategy<Value = CopingFamily> {
    proptest::sample::select(&CopingFamily::ALL[..4])
}

prop_compose! {
    fn any_urge()(
        at in moment(), strength in 0..=10u8, end in option::of(0..=10u8), minutes in option::of(any::<u16>()),
        triggers in vec(trigger(), 0..4), coping in vec(coping(), 0..4),
        ending in option::of(proptest::sample::select(&Ending::ALL[..])),
    ) -> UrgeFact {
        let strength = Strength::new(strength).unwrap();
        UrgeFact { at, strength, after: end.and_then(after), minutes, triggers, coping, ending }
    }
}

prop_compose! {
    fn any_day()(
        at in -60..60i32, mood in option::of(0..=10u8), craving in option::of(0..=10u8),
        sleep_min in option::of(0..1_440u16), sleep_quality in option::of(0..=10u8), used in option::of(any::<bool>()),
    ) -> DayFact {
        DayFact { mood, craving, sleep_min, sleep_quality, used, ..DayFact::of(day(MONDAY + at)) }
    }
}

prop_compose! {
    fn any_date()(at in -60..60i32) -> Day {
        day(MONDAY + at)
    }
}

prop_compose! {
    fn facts()(
        urges in vec(any_urge(), 0..60), days in vec(any_day(), 0..60), moments in vec(moment(), 0..60),
        met in vec(moment(), 0..20),
        doses in vec((any_date(), proptest::sample::select(&Outcome::ALL[..])), 0..20),
        marks in vec((any_date(), proptest::array::uniform16(0..2u8)), 0..20),
    ) -> Facts {
        Facts { urges, days, moments, met, doses, marks }
    }
}

fn starts() -> impl Strategy<Value = DayStart> {
    prop_oneof![Just(DayStart::Midnight), Just(DayStart::FourInTheMorning)]
}

fn shares_of(found: &Insights) -> Vec<Share> {
    let progress = &found.progress;
    let of_helped = found.helped.iter().flat_map(|at| at.rows.iter().map(|row| row.passed));
    let of_triggers = found.urges.triggers.iter().map(|row| row.share);
    of_helped.chain(of_triggers).chain([progress.days_without, progress.ridden_out, progress.met]).collect()
}

proptest! {
    #[test]
    fn the_order_of_logging_changes_nothing(
        (facts, shuffled) in (facts(), any::<u64>()).prop_map(|(facts, seed)| (facts.clone(), shuffled(facts, seed))),
        starts in starts(),
    ) {
        let period = Period { from: day(MONDAY - 20), to: day(MONDAY + 30) };
        prop_assert_eq!(Insights::of(&facts, period, starts), Insights::of(&shuffled, period, starts));
    }

    #[test]
    fn a_record_outside_the_period_changes_nothing(facts in facts(), starts in starts()) {
        let period = Period { from: day(MONDAY - 20), to: day(MONDAY + 30) };
        let inside = Facts {
            urges: facts.urges.iter().filter(|urge| period.contains(urge.at.day(starts))).cloned().collect(),
            days: facts.days.iter().filter(|fact| period.contains(fact.day)).copied().collect(),
            moments: facts.moments.iter().filter(|at| period.contains(at.day(starts))).copied().collect(),
            met: facts.met.iter().filter(|at| period.contains(at.day(starts))).copied().collect(),
            doses: facts.doses.iter().filter(|(day, _)| period.contains(*day)).copied().collect(),
            marks: facts.marks.iter().filter(|(day, _)| period.contains(*day)).copied().collect(),
        };
        prop_assert_eq!(Insights::of(&facts, period, starts), Insights::of(&inside, period, starts));
    }

    #[test]
    fn shares_lie_within_their_intervals_and_counts_within_their_wholes(facts in facts(), starts in starts()) {
        let found = Insights::of(&facts, Period { from: day(MONDAY - 60), to: day(MONDAY + 60) }, starts);
        for share in shares_of(&found) {
            prop_assert!(share.hits <= share.of);
            if let (Some(value), Some(wilson)) = (share.value(), share.wilson()) {
                prop_assert!(wilson.low <= value + 1e-9 && value <= wilson.high + 1e-9);
            }
        }
        let cells = found.urges.heat.cells.iter().flatten();
        prop_assert!(cells.clone().all(|cell| cell.urge_days <= cell.logged_days && cell.urge_days <= cell.urges));
        prop_assert_eq!(cells.map(|cell| cell.urges).sum::<u32>(), found.urges.n);
        let weekdays = found.urges.heat.weekdays.iter();
        prop_assert_eq!(weekdays.clone().map(|share| share.of).sum::<u32>(), found.recorded);
        prop_assert_eq!(weekdays.map(|share| share.hits).sum::<u32>(), found.urges.days);
        prop_assert_eq!(found.urges.strengths.iter().sum::<u32>(), found.urges.n);
        prop_assert!(found.recorded <= found.days && found.urges.days <= found.recorded);
        prop_assert!(found.patterns.found.len() <= 3);
    }

    #[test]
    fn no_moment_is_too_far_away(second: i64, offset_min: i16, starts in starts()) {
        let at = Moment { second, offset_min };
        let facts = Facts { urges: vec![UrgeFact { at, ..urge(0, 0, 3) }], moments: vec![at], ..Facts::default() };
        let whole = Period { from: Day::MIN, to: Day::MAX };
        prop_assert_eq!(Insights::of(&facts, whole, starts).urges.n, 1);
        for range in Range::ALL {
            for today in [Day::MIN, at.day(starts), Day::MAX] {
                let period = range.period(&facts, today, starts);
                prop_assert!(Insights::of(&facts, period, starts).urges.n <= 1);
            }
        }
    }
}

/// The same facts in an order that follows from `seed`.
fn shuffled(mut facts: Facts, seed: u64) -> Facts {
    let mut state = seed | 1;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    facts.urges.sort_by_cached_key(|_| next());
    facts.days.sort_by_cached_key(|_| next());
    facts.moments.sort_by_cached_key(|_| next());
    for urge in &mut facts.urges {
        urge.triggers.sort_by_cached_key(|_| next());
        urge.coping.sort_by_cached_key(|_| next());
    }
    facts
}

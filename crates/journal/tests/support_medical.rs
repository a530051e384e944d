//! Medical care: frozen bodies, what may be saved, and schedules over a year whose clocks change.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fmt::Debug;

use journal::support::medical::{
    Appointment, AppointmentWords, Care, Detox, DetoxPart, DetoxWords, Dose, DoseReason, DoseWords, Handing,
    Measurement, MeasurementWords, Medicine, MedicineForm, MedicineWords, Naloxone, Outcome, Rhythm,
    Schedule, SideEffect, Symptom, has_lost_tolerance, skipped_in_a_row, slots, unrecorded_since,
};
use journal::{Day, DayStart, Noted, Said, SaidError};

const MEDICINE: &[u8] = include_bytes!("../fixtures/medicine-1.json");
const NALOXONE: &[u8] = include_bytes!("../fixtures/medicine-1-naloxone.json");
const DOSE: &[u8] = include_bytes!("../fixtures/dose-1.json");
const APPOINTMENT: &[u8] = include_bytes!("../fixtures/appointment-1.json");
const MEASUREMENT: &[u8] = include_bytes!("../fixtures/measurement-1.json");
const DETOX: &[u8] = include_bytes!("../fixtures/detox-1.json");
const BEFORE: &[u8] = include_bytes!("../fixtures/detox-1-before.json");

/// 2026-11-24, a Tuesday.
const TUESDAY: i32 = 20_781;
const SECOND: i64 = 1_795_550_000;

fn medicine() -> MedicineWords {
    MedicineWords {
        name: "Zoë's tablets".into(),
        what_for: "for \"steady\" days".into(),
        form: Some(MedicineForm::Tablet),
        label: "1 tablet, twice a day".into(),
        schedule: Schedule {
            rhythm: Rhythm::Weekdays,
            weekdays: vec![1, 3, 5],
            every: 2,
            month_day: 31,
            times_min: vec![480, 1_200],
            handing: Handing::SomeOfEach,
            clinic_weekdays: vec![1],
        },
        care: Some(Care::NeverStopSuddenly),
        first_day: Some(20_700),
        last_day: Some(20_900),
        prescriber: "the clinic".into(),
        pharmacy: "on the corner".into(),
        supply_until_day: Some(20_800),
        refill_day: Some(20_799),
        injection_day: Some(20_801),
        note: "With food.\nNot with milk.".into(),
        asked_after_day: Some(20_770),
        naloxone: None,
        ended: false,
        happened_at_s: SECOND,
        offset_min: 60,
        zone: "Europe/Berlin".into(),
    }
}

fn naloxone() -> MedicineWords {
    let kit = Naloxone {
        have: Some(true),
        kit: "two sprays".into(),
        place: "the drawer by the door".into(),
        who_knows: "my sister".into(),
        expiry_day: Some(21_000),
        trained: Some(false),
        checked_day: Some(20_780),
    };
    MedicineWords { naloxone: Some(kit), happened_at_s: SECOND, ..MedicineWords::default() }
}

fn dose() -> DoseWords {
    DoseWords {
        medicine: [9; 16],
        planned_day: Some(TUESDAY),
        planned_min: Some(480),
        outcome: Outcome::Partly,
        reason: Some(DoseReason::SideEffect),
        effects: vec![SideEffect { name: "dizzy".into(), strength: Some(4) }],
        site: "left arm".into(),
        batch: "B-12".into(),
        note: "Half of it.".into(),
        happened_at_s: SECOND,
        offset_min: 60,
        zone: "Europe/Berlin".into(),
    }
}

fn appointment() -> AppointmentWords {
    AppointmentWords {
        with_whom: "nurse".into(),
        place: "second floor".into(),
        link: "a call".into(),
        purpose: "how it goes".into(),
        questions: vec!["How long?".into()],
        bring: vec!["the list".into()],
        outcome: "Good.".into(),
        homework: "Walk.".into(),
        next: "In two weeks.".into(),
        happened_at_s: SECOND,
        offset_min: 60,
        zone: "Europe/Berlin".into(),
    }
}

fn measurement() -> MeasurementWords {
    MeasurementWords {
        name: "Blood pressure".into(),
        value: "120 / 80".into(),
        unit: "mmHg".into(),
        given_by: "the nurse".into(),
        note: "Sitting.".into(),
        happened_at_s: SECOND,
        offset_min: 60,
        zone: "Europe/Berlin".into(),
    }
}

fn detox() -> DetoxWords {
    DetoxWords {
        day: TUESDAY,
        day_number: Some(3),
        symptoms: vec![Symptom { name: "shaking".into(), morning: Some(5), evening: None }],
        with_me: "my brother".into(),
        note: "Slept a little.".into(),
        happened_at_s: SECOND,
        offset_min: 60,
        zone: "Europe/Berlin".into(),
        ..DetoxWords::default()
    }
}

fn before() -> DetoxWords {
    DetoxWords {
        part: DetoxPart::Before,
        day: TUESDAY,
        clinic: "day clinic".into(),
        clinic_phone: "020 7946 0958".into(),
        questions: vec!["Who is on call?".into()],
        answers: "The doctor of the day.".into(),
        happened_at_s: SECOND,
        ..DetoxWords::default()
    }
}

/// Reads a frozen body, holds it to its meaning, and to being written again byte for byte.
fn means<S: Said + Debug>(body: &[u8], words: &S) {
    let record = Noted::<S>::from_body(1, body).unwrap();
    assert_eq!(record.said(), words);
    assert_eq!(String::from_utf8(record.to_body()).unwrap(), String::from_utf8(body.to_vec()).unwrap());
    let written = serde_json::to_value(words).unwrap();
    let mut written: Vec<&str> = written.as_object().unwrap().keys().map(String::as_str).collect();
    let mut named = S::FIELDS.to_vec();
    written.sort_unstable();
    named.sort_unstable();
    assert_eq!(written, named);
}

#[test]
fn frozen_bodies_mean_what_they_meant_and_are_written_again_byte_for_byte() {
    means(MEDICINE, &medicine());
    means(NALOXONE, &naloxone());
    means(DOSE, &dose());
    means(APPOINTMENT, &appointment());
    means(MEASUREMENT, &measurement());
    means(DETOX, &detox());
    means(BEFORE, &before());
    let field = |words: MedicineWords| Medicine::new(words, 0).map(|_| ());
    assert_eq!(field(MedicineWords::default()), Err(SaidError::Missing { field: "name" }));
    let nobody = Appointment::new(AppointmentWords::default(), 0);
    assert_eq!(nobody, Err(SaidError::Missing { field: "with_whom" }));
    let no_value = Measurement::new(MeasurementWords { value: " ".into(), ..measurement() }, 0);
    assert_eq!(no_value, Err(SaidError::Missing { field: "value" }));
    let nothing = Dose::new(DoseWords::default(), 0);
    assert_eq!(nothing, Err(SaidError::Missing { field: "medicine" }));
    let high = Symptom { name: "x".into(), morning: Some(11), evening: None };
    let high = Detox::new(DetoxWords { symptoms: vec![high], ..detox() }, 0);
    assert_eq!(high, Err(SaidError::OutOfRange { field: "symptoms" }));
}

#[test]
fn a_schedule_that_says_no_time_or_ends_before_it_begins_is_refused() {
    let refused = |change: fn(&mut MedicineWords)| {
        let mut words = medicine();
        change(&mut words);
        Medicine::new(words, 0).map(|_| ())
    };
    let missing = |field| Err(SaidError::Missing { field });
    let out = |field| Err(SaidError::OutOfRange { field });
    assert_eq!(refused(|words| words.schedule.times_min.clear()), missing("times_min"));
    assert_eq!(refused(|words| words.schedule.weekdays.clear()), missing("weekdays"));
    assert_eq!(refused(|words| words.last_day = Some(20_699)), out("last_day"));
    assert_eq!(refused(|words| words.last_day = Some(20_700)), Ok(()));
    assert_eq!(refused(|words| words.schedule.times_min[0] = 1_440), out("times_min"));
    assert_eq!(refused(|words| words.schedule.weekdays[0] = 8), out("weekdays"));
    assert_eq!(refused(|words| words.refill_day = Some(i32::MAX)), out("refill_day"));
    for (rhythm, every, month_day, field) in [
        (Rhythm::EveryDays, 0, 1, "every"),
        (Rhythm::EveryDays, 367, 1, "every"),
        (Rhythm::EveryWeeks, 105, 1, "every"),
        (Rhythm::Monthly, 1, 0, "month_day"),
        (Rhythm::Monthly, 1, 32, "month_day"),
    ] {
        let schedule = Schedule { rhythm, every, month_day, ..medicine().schedule };
        assert_eq!(Medicine::new(MedicineWords { schedule, ..medicine() }, 0).map(|_| ()), out(field));
    }
    let as_needed = Schedule { rhythm: Rhythm::AsNeeded, ..Schedule::default() };
    assert!(Medicine::new(MedicineWords { schedule: as_needed, ..medicine() }, 0).is_ok());
}

fn day(year: i16, month: i8, day: i8) -> Day {
    Day::from_civil(year, month, day).unwrap()
}

fn planned(rhythm: Rhythm, change: impl FnOnce(&mut MedicineWords)) -> MedicineWords {
    let schedule = Schedule { rhythm, times_min: vec![150, 1_200], ..Schedule::default() };
    let mut words = MedicineWords { name: "m".into(), schedule, ..MedicineWords::default() };
    change(&mut words);
    words
}

/// The days of 2026 that have a dose, counted by hand from the calendar of that year.
#[test]
fn each_rhythm_falls_on_its_days_of_a_year() {
    let first = day(2026, 1, 1).days();
    let cases: Vec<(&str, MedicineWords, usize)> = vec![
        ("every day", planned(Rhythm::EveryDay, |_| {}), 365),
        // 52 of each weekday, and a 53rd Thursday.
        ("Mondays", planned(Rhythm::Weekdays, |words| words.schedule.weekdays = vec![1]), 52),
        ("Thursdays", planned(Rhythm::Weekdays, |words| words.schedule.weekdays = vec![4]), 53),
        (
            "every 2 days",
            planned(Rhythm::EveryDays, |words| (words.first_day, words.schedule.every) = (Some(first), 2)),
            183,
        ),
        (
            "every 28 days",
            planned(Rhythm::EveryDays, |words| (words.first_day, words.schedule.every) = (Some(first), 28)),
            14,
        ),
        (
            "every 4 weeks",
            planned(Rhythm::EveryWeeks, |words| (words.first_day, words.schedule.every) = (Some(first), 4)),
            14,
        ),
        ("the 15th", planned(Rhythm::Monthly, |words| words.schedule.month_day = 15), 12),
        ("the 31st", planned(Rhythm::Monthly, |words| words.schedule.month_day = 31), 12),
        ("as needed", planned(Rhythm::AsNeeded, |_| {}), 0),
        ("no longer", planned(Rhythm::EveryDay, |words| words.ended = true), 0),
        (
            "from March to the end of April",
            planned(Rhythm::EveryDay, |words| {
                words.first_day = Some(day(2026, 3, 1).days());
                words.last_day = Some(day(2026, 4, 30).days());
            }),
            61,
        ),
    ];
    for (name, words, expected) in cases {
        let days = (0..365).map(|ahead| Day::new(first + ahead).unwrap());
        let with: Vec<Day> = days.filter(|day| !words.planned_on(*day).is_empty()).collect();
        assert_eq!(with.len(), expected, "{name}");
        assert!(with.iter().all(|day| words.planned_on(*day).len() == 2), "{name}");
        assert_eq!(words.next_planned(Day::new(first).unwrap()), with.first().copied(), "{name}");
    }
}

#[test]
fn the_31st_is_the_last_day_of_a_short_month_and_weeks_go_on_over_the_year() {
    let monthly = planned(Rhythm::Monthly, |words| words.schedule.month_day = 31);
    for (date, falls) in [
        ((2026, 2, 28), true),
        ((2028, 2, 28), false),
        ((2028, 2, 29), true),
        ((2026, 4, 30), true),
        ((2026, 5, 30), false),
        ((2026, 5, 31), true),
        ((2026, 12, 31), true),
    ] {
        let on = day(date.0, date.1, date.2);
        assert_eq!(!monthly.planned_on(on).is_empty(), falls, "{date:?}");
    }
    let weekly = planned(Rhythm::EveryWeeks, |words| {
        (words.first_day, words.schedule.every) = (Some(day(2026, 12, 22).days()), 2);
    });
    assert_eq!(weekly.next_planned(day(2026, 12, 23)), Some(day(2027, 1, 5)));
    assert_eq!(weekly.next_planned(day(2020, 1, 1)), Some(day(2026, 12, 22)));
    let far = planned(Rhythm::EveryWeeks, |words| {
        (words.first_day, words.schedule.every) = (Some(day(2026, 1, 1).days()), 104);
    });
    assert_eq!(far.next_planned(day(2026, 1, 2)), Some(day(2027, 12, 30)));
}

#[test]
fn some_days_are_at_the_clinic_and_the_others_are_not() {
    let with = |handing| {
        planned(Rhythm::EveryDay, |words| {
            (words.schedule.handing, words.schedule.clinic_weekdays) = (handing, vec![2]);
        })
    };
    let tuesday = Day::new(TUESDAY).unwrap();
    let wednesday = Day::new(TUESDAY + 1).unwrap();
    for (handing, on_tuesday, on_wednesday) in [
        (Handing::Own, false, false),
        (Handing::AtClinic, true, true),
        (Handing::TakeHome, false, false),
        (Handing::SomeOfEach, true, false),
    ] {
        let words = with(handing);
        assert!(words.planned_on(tuesday).iter().all(|dose| dose.at_clinic == on_tuesday), "{handing:?}");
        assert!(words.planned_on(wednesday).iter().all(|dose| dose.at_clinic == on_wednesday), "{handing:?}");
    }
}

/// Offsets of 2026 by the second (UTC) from which they hold: clocks go forward in March and back in October in the
/// north, and the other way round in the south. Each change is at an hour of which 2:30 is in the middle.
const BERLIN: [(i64, i16); 3] = [(i64::MIN, 60), (1_774_746_000, 120), (1_792_890_000, 60)];
const SYDNEY: [(i64, i16); 3] = [(i64::MIN, 660), (1_775_318_400, 600), (1_791_043_200, 660)];

fn offset(zone: &[(i64, i16)], second: i64) -> i16 {
    zone.iter().rfind(|(from, _)| *from <= second).unwrap().1
}

#[test]
fn a_day_has_its_doses_once_whether_an_hour_is_skipped_or_repeated() {
    let words = planned(Rhythm::EveryDay, |_| {});
    for (zone, skipped, repeated) in
        [(BERLIN, day(2026, 3, 29), day(2026, 10, 25)), (SYDNEY, day(2026, 10, 4), day(2026, 4, 5))]
    {
        let (first, last) = (day(2026, 1, 1), day(2026, 12, 31));
        let begins = i64::from(first.days()) * 86_400 - i64::from(zone[0].1) * 60;
        // Every half hour of the year, as a clock there shows it.
        let half_hours = (0..366 * 48).map(|number| {
            let second = begins + number * 1_800;
            let offset_min = offset(&zone, second);
            let minute = (second + i64::from(offset_min) * 60).rem_euclid(86_400) / 60;
            (Day::of(second, offset_min, DayStart::Midnight), minute as u16, second, offset_min)
        });
        let year: Vec<_> = half_hours.filter(|(day, ..)| *day <= last).collect();
        let mut days: Vec<Day> = year.iter().map(|(day, ..)| *day).collect();
        days.dedup();
        assert_eq!(days.len(), 365);
        let doses: usize = days.iter().map(|day| words.planned_on(*day).len()).sum();
        assert_eq!(doses, 2 * 365);
        for (day, shown) in [(skipped, 0), (repeated, 2)] {
            let at_half_past_two: Vec<_> =
                year.iter().filter(|(of, minute, ..)| *of == day && *minute == 150).collect();
            assert_eq!(at_half_past_two.len(), shown, "the clock shows 2:30 so often on {day:?}");
            // Taken at each of those moments, or at any other of that day, it is the one planned dose of that time.
            let taken = |second: i64, offset_min: i16| DoseWords {
                planned_day: Some(day.days()),
                planned_min: Some(150),
                happened_at_s: second,
                offset_min,
                ..dose()
            };
            let records: Vec<DoseWords> = year
                .iter()
                .filter(|(of, ..)| *of == day)
                .map(|(.., second, offset_min)| taken(*second, *offset_min))
                .collect();
            let records: Vec<&DoseWords> = records.iter().collect();
            let found: Vec<Option<usize>> =
                slots(&words, day, &records).iter().map(|slot| slot.record).collect();
            assert_eq!(found, [Some(0), None], "{day:?}");
        }
    }
}

fn marked(outcome: Outcome, planned_day: i32) -> DoseWords {
    let planned_min = Some(480);
    DoseWords { outcome, planned_day: Some(planned_day), planned_min, ..DoseWords::default() }
}

#[test]
fn only_doses_marked_skipped_count_for_tolerance() {
    use Outcome::{Late, NotNeeded, Partly, Skipped, Taken};
    // From the last record backwards, a week between two.
    let cases: [(&[Outcome], usize); 8] = [
        (&[], 0),
        (&[Skipped], 1),
        (&[Skipped, Skipped, Taken], 2),
        (&[Skipped, Skipped, Skipped, Taken], 3),
        (&[Taken, Skipped, Skipped, Skipped], 0),
        (&[Late, Skipped, Skipped, Skipped], 0),
        (&[Partly, Skipped], 0),
        (&[Skipped, NotNeeded, Skipped, Skipped], 3),
    ];
    let agonist = planned(Rhythm::EveryDay, |words| words.name = "Methadone 1 mg/ml".into());
    for (outcomes, expected) in cases {
        let doses: Vec<DoseWords> =
            outcomes.iter().zip(0..).map(|(outcome, back)| marked(*outcome, TUESDAY - 7 * back)).collect();
        let doses: Vec<&DoseWords> = doses.iter().rev().collect();
        assert_eq!(skipped_in_a_row(&doses), expected, "{outcomes:?}");
        assert_eq!(has_lost_tolerance(&agonist, &doses), expected >= 3, "{outcomes:?}");
        let other = MedicineWords { care: Some(Care::NoneOfThese), ..agonist.clone() };
        assert!(!has_lost_tolerance(&other, &doses));
    }
}

#[test]
fn it_is_asked_once_after_three_days_and_never_after_three_weeks() {
    let daily = planned(Rhythm::EveryDay, |words| words.first_day = Some(TUESDAY - 100));
    let today = |ahead: i32| Day::new(TUESDAY + ahead).unwrap();
    let record = marked(Outcome::Taken, TUESDAY);
    let records = [&record];
    for (ahead, asks) in [(0, false), (3, false), (4, true), (21, true), (22, false), (120, false)] {
        let since = unrecorded_since(&daily, today(ahead), &records);
        assert_eq!(since, asks.then(|| today(0)), "{ahead} days later");
    }
    assert_eq!(unrecorded_since(&daily, today(4), &[]), None, "nothing was ever recorded");
    let asked = MedicineWords { asked_after_day: Some(TUESDAY), ..daily.clone() };
    assert_eq!(unrecorded_since(&asked, today(5), &records), None, "it was asked");
    let later = marked(Outcome::Skipped, TUESDAY + 1);
    assert_eq!(unrecorded_since(&asked, today(5), &[&record, &later]), Some(today(1)), "a later silence");
    let stopped = MedicineWords { last_day: Some(TUESDAY + 2), ..daily };
    assert_eq!(unrecorded_since(&stopped, today(4), &records), None, "nothing was planned");
    let weekly = planned(Rhythm::Weekdays, |words| words.schedule.weekdays = vec![2]);
    assert_eq!(unrecorded_since(&weekly, today(5), &records), None, "not every day");
}

#[test]
fn a_generic_name_says_what_to_know_until_its_owner_does() {
    for (name, care) in [
        ("METHADONE oral solution", Care::Agonist),
        ("buprenorphine and naloxone", Care::Agonist),
        ("Naloxone", Care::NoneOfThese),
        ("Diazepam", Care::NeverStopSuddenly),
        ("gabapentin", Care::NeverStopSuddenly),
        ("Naltrexone", Care::Naltrexone),
        ("disulfiram", Care::Disulfiram),
        ("Vitamin D", Care::NoneOfThese),
    ] {
        let words = MedicineWords { name: name.into(), ..MedicineWords::default() };
        assert_eq!(words.care(), care, "{name}");
    }
    let answered = MedicineWords { care: Some(Care::NoneOfThese), ..planned(Rhythm::EveryDay, |_| {}) };
    assert_eq!(MedicineWords { name: "diazepam".into(), ..answered }.care(), Care::NoneOfThese);
}

#[test]
fn the_sheet_taken_along_has_a_title_of_its_own_in_the_list() {
    let page = |part| DetoxWords { part, note: "Slept".into(), ..DetoxWords::default() };
    assert_eq!(page(DetoxPart::Day).list_title(), "Slept");
    assert_eq!(page(DetoxPart::Before).list_title(), DetoxWords::BEFORE_TITLE);
}

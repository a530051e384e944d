//! A summary in every form: nothing that was excluded, marked or out of its days is in any byte; figures are those of
//! Insights; FHIR follows its rules; bad input is met.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use exchange::summary::{Look, csv, fhir, page, text};
use journal::insights::{Fact, Facts, Insights, Moment, Period};
use journal::summary::{
    Audience, Body, Chosen, Of, Part, Passage, Records, Say, ScoreLine, Summary, SummaryAsk, SupportLine,
    ToldLine, Wording, compose, gather,
};
use journal::support::scores::Instrument;
use journal::support::table::LegKind;
use journal::{
    Aim, CheckInWords, Coping, CopingFamily, Day, DayStart, DayUse, Ending, GoalWords, ReturnWords, Said,
    Trigger, TriggerRoot, UrgeWords, Used,
};
use proptest::prelude::*;
use serde_json::Value;

const TO: i32 = 20_400;
const FROM: i32 = TO - 27;
const GOAL: [u8; 16] = [7; 16];

/// Says everything it is told.
struct Telling;

impl Wording for Telling {
    fn language(&self) -> String {
        "en".into()
    }

    fn say(&self, say: &Say<'_>) -> String {
        format!("{say:?}")
    }
}

fn second(day: i32) -> i64 {
    i64::from(day) * 86_400 + 50_000
}

fn urge(day: i32, strength: u8, trigger: &str) -> UrgeWords {
    UrgeWords {
        strength: Some(strength),
        after: Some(strength / 2),
        happened_at_s: second(day),
        triggers: vec![Trigger { root: TriggerRoot::Feeling, leaf: None, name: trigger.into() }],
        coping: vec![Coping { family: CopingFamily::Wait, name: String::new() }],
        ending: Some(if strength > 8 { Ending::Used } else { Ending::Passed }),
        ..UrgeWords::default()
    }
}

fn check_in(day: i32, mood: u8) -> CheckInWords {
    CheckInWords {
        day,
        happened_at_s: second(day),
        mood: Some(mood),
        craving: Some(10 - mood),
        sleep_minutes: Some(400),
        used: Some(if mood < 2 { Used::Some } else { Used::None }),
        uses: if mood < 2 {
            vec![DayUse { goal: GOAL, used: true, tenths: Some(8_531), within: None }]
        } else {
            Vec::new()
        },
        ..CheckInWords::default()
    }
}

fn facts(urges: &[UrgeWords], check_ins: &[CheckInWords]) -> Facts {
    let mut facts = Facts::default();
    urges.iter().filter_map(Said::fact).for_each(|fact| facts.add(&fact, DayStart::Midnight));
    check_ins.iter().filter_map(Said::fact).for_each(|fact| facts.add(&fact, DayStart::Midnight));
    facts
}

/// A journal in which every part holds a canary.
fn records() -> Records {
    let days = || FROM - 40..=TO + 3;
    let urges: Vec<UrgeWords> = days()
        .map(|day| {
            let within = (FROM..=TO).contains(&day);
            urge(day, (day % 11) as u8, if within { "canary-trigger" } else { "canary-outside" })
        })
        .collect();
    let check_ins: Vec<CheckInWords> = days().map(|day| check_in(day, (day % 11) as u8)).collect();
    let told = |words: &str| {
        vec![
            ToldLine { day: Some(TO - 1), words: words.into(), ..ToldLine::default() },
            ToldLine { day: Some(FROM - 1), words: "canary-outside".into(), ..ToldLine::default() },
        ]
    };
    Records {
        facts: facts(&urges, &check_ins),
        starts: DayStart::Midnight,
        goals: vec![(
            GOAL,
            GoalWords {
                name: "canary-substance".into(),
                unit: "canary-unit".into(),
                aim: Some(Aim::Stop),
                why: "canary-never".into(),
                since_day: FROM - 100,
                ..GoalWords::default()
            },
        )],
        check_ins,
        returns: vec![ReturnWords {
            line: "canary-never".into(),
            happened_at_s: second(TO - 2),
            ..ReturnWords::default()
        }],
        passages: vec![
            Passage { day: TO, title: "canary-passage".into(), text: "with **canary-passage** in it".into() },
            Passage { day: FROM - 1, title: "canary-outside".into(), text: "canary-outside".into() },
        ],
        supports: vec![SupportLine {
            kind: LegKind::Own,
            name: "canary-support".into(),
            strength: Some(2),
            people: vec!["canary-person".into()],
        }],
        medicines: told("canary-medicine"),
        side_effects: told("canary-effect"),
        appointments: told("canary-appointment"),
        scores: vec![
            ScoreLine { instrument: Instrument::Phq9, name: "canary-score".into(), day: TO, hundredths: 900 },
            ScoreLine {
                instrument: Instrument::Isi,
                name: "canary-outside".into(),
                day: TO + 1,
                hundredths: 900,
            },
        ],
    }
}

fn ask(parts: &[Part]) -> SummaryAsk {
    SummaryAsk { from: FROM, to: TO, parts: parts.to_vec(), passages: Vec::new() }
}

fn chosen(parts: &[Part]) -> Chosen {
    Chosen {
        name: "A.".into(),
        audience: Some(Audience::Therapist),
        made_on: TO,
        parts: parts.to_vec(),
        safety: "canary-safety".into(),
        changes: "canary-changes".into(),
        questions: "canary-question\n\nsecond".into(),
        hides_lines: false,
        other_names: Vec::new(),
    }
}

fn made(parts: &[Part]) -> Summary {
    compose(&gather(&ask(parts), &records()), &chosen(parts), &Telling)
}

/// Every form it can go out in.
fn every_form(summary: &Summary) -> [(&'static str, String); 5] {
    let draw = |chart: &journal::summary::Chart| format!("<svg>{:?}</svg>", chart.lines).replace('"', "");
    [
        ("page", page(summary, Look::Paper, &draw)),
        ("large", page(summary, Look::Large, &draw)),
        ("text", text(summary)),
        ("csv", csv(summary)),
        ("fhir", fhir(summary, [3; 16])),
    ]
}

/// Which canary belongs to which parts: it may be read only where all of them are on.
const CANARIES: [(&str, &[Part]); 13] = [
    ("canary-safety", &[Part::Safety]),
    ("canary-passage", &[Part::Passages]),
    ("canary-substance", &[Part::Goals, Part::Substances]),
    ("canary-unit", &[Part::Goals, Part::Amounts]),
    ("canary-trigger", &[Part::Triggers]),
    ("canary-support", &[Part::Supports]),
    ("canary-person", &[Part::Supports, Part::People]),
    ("canary-medicine", &[Part::Medicines]),
    ("canary-effect", &[Part::SideEffects]),
    ("canary-appointment", &[Part::Appointments]),
    ("canary-score", &[Part::Instruments]),
    ("canary-changes", &[Part::Changes]),
    ("canary-question", &[Part::Questions]),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_chosen_is_in_no_byte_and_what_is_chosen_is(on in proptest::collection::vec(any::<bool>(), 19)) {
        let parts: Vec<Part> = Part::ALL.into_iter().zip(&on).filter(|(_, on)| **on).map(|(part, _)| part).collect();
        for (form, words) in every_form(&made(&parts)) {
            prop_assert!(!words.contains("canary-outside"), "{form}");
            prop_assert!(!words.contains("canary-never"), "{form}");
            for (canary, needs) in CANARIES {
                let told = needs.iter().all(|part| parts.contains(part));
                prop_assert_eq!(words.contains(canary), told, "{} {}", form, canary);
            }
            // The amount, whatever it is called.
            let amounts = parts.contains(&Part::Goals) && parts.contains(&Part::Amounts);
            prop_assert!(amounts || !(words.contains("8531") || words.contains("853.1")), "{}", form);
        }
    }

    #[test]
    fn a_hidden_line_is_in_no_form(at in 0_usize..400) {
        let summary = made(&Part::ALL);
        let lines: Vec<_> = summary.lines().collect();
        let line = lines[at % lines.len()];
        let (key, words) = (line.key, line.body.text());
        let stands = lines.iter().filter(|other| other.body.text().contains(&words)).count();
        let left = summary.clone().without(&BTreeSet::from([key]));
        let count = |summary: &Summary| text(summary).matches(words.as_str()).count();
        prop_assert!(count(&left) < count(&summary) || words.is_empty(), "{} of {}", words, stands);
        prop_assert!(left.lines().all(|line| line.key != key));
    }
}

#[test]
fn dates_of_use_need_their_own_leave() {
    let without: Vec<Part> = Part::ALL.into_iter().filter(|part| *part != Part::UseDates).collect();
    for (form, words) in every_form(&made(&without)) {
        assert!(!words.contains("UseDays") && !words.contains("Ending(Used)"), "{form}");
    }
    assert!(
        made(&without).lines().flat_map(|line| &line.data).all(|datum| datum.of != journal::summary::Of::Use)
    );
    assert!(text(&made(&Part::ALL)).contains("UseDays"));
}

#[test]
fn figures_are_those_of_insights() {
    let records = records();
    let period = Period { from: Day::new(FROM).unwrap(), to: Day::new(TO).unwrap() };
    let insights = Insights::of(&records.facts, period, DayStart::Midnight);
    let gathered = gather(&ask(&Part::ALL), &records);
    assert_eq!((gathered.days, gathered.recorded), (insights.days, insights.recorded));
    assert_eq!(gathered.triggers.as_ref(), Some(&insights.urges.triggers));
    assert_eq!(gathered.helped.as_ref(), Some(&insights.helped));
    assert_eq!(gathered.mood.as_ref(), Some(&insights.daily.mood));
    assert_eq!(gathered.craving.as_ref(), Some(&insights.daily.craving));
    assert_eq!(gathered.urges.unwrap().0, insights.urges.n);
    let goal = &gathered.goals.as_ref().unwrap()[0];
    // Reckoned by hand: moods below 2 come on days 0 and 1 of every eleven; a return to use counts on its day.
    let used: Vec<i32> = (FROM..=TO).filter(|day| day % 11 < 2 || *day == TO - 2).collect();
    assert_eq!((goal.in_line.of, goal.in_line.hits), (28, 28 - used.len() as u32));
    assert_eq!(goal.uses.as_ref().unwrap().iter().map(|line| line.day).collect::<Vec<_>>(), used);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// Whatever was recorded and whatever the days are.
    #[test]
    fn figures_are_those_of_insights_for_any_records(
        urges in proptest::collection::vec((0_i32..90, 0_u8..=10), 0..40),
        moods in proptest::collection::vec((0_i32..90, 0_u8..=10), 0..40),
        (from, days) in (0_i32..90, 1_i32..90),
    ) {
        let urges: Vec<UrgeWords> = urges.iter().map(|(day, strength)| urge(FROM + day, *strength, "stairs")).collect();
        let check_ins: Vec<CheckInWords> = moods.iter().map(|(day, mood)| check_in(FROM + day, *mood)).collect();
        let records = Records { facts: facts(&urges, &check_ins), check_ins, ..Records::default() };
        let (from, to) = (FROM + from, FROM + from + days - 1);
        let period = Period { from: Day::new(from).unwrap(), to: Day::new(to).unwrap() };
        let insights = Insights::of(&records.facts, period, DayStart::Midnight);
        let found = gather(&SummaryAsk { from, to, parts: Part::ALL.to_vec(), passages: Vec::new() }, &records);
        prop_assert_eq!((found.days, found.recorded), (insights.days, insights.recorded));
        prop_assert_eq!(found.triggers.as_ref(), Some(&insights.urges.triggers));
        prop_assert_eq!(found.helped.as_ref(), Some(&insights.helped));
        prop_assert_eq!(found.mood.as_ref(), Some(&insights.daily.mood));
        prop_assert_eq!(found.craving.as_ref(), Some(&insights.daily.craving));
        prop_assert_eq!(found.sleep.map(|sleep| sleep.series), Some(insights.daily.sleep));
        prop_assert_eq!(found.urges, Some((insights.urges.n, insights.urges.days, insights.urges.strength)));
    }
}

/// What the page reads of the scores, and how many figures stand behind it.
fn scores_read(scores: &[(Instrument, i32, i64)]) -> (String, usize) {
    let line = |(instrument, day, hundredths): &(Instrument, i32, i64)| ScoreLine {
        instrument: *instrument,
        name: instrument.about().map_or("Own", |about| about.name).into(),
        day: *day,
        hundredths: *hundredths,
    };
    let records = Records { scores: scores.iter().map(line).collect(), ..Records::default() };
    let parts = [Part::Instruments];
    let summary = compose(&gather(&ask(&parts), &records), &chosen(&parts), &Telling);
    let scores =
        || summary.lines().filter(|line| line.data.iter().any(|datum| matches!(datum.of, Of::Score(_))));
    (scores().map(|line| line.body.text()).collect(), scores().map(|line| line.data.len()).sum())
}

#[test]
fn a_score_stands_beside_the_first_of_these_days_and_the_noise_of_measurement() {
    let of = |instrument, first, last| {
        scores_read(&[(instrument, TO - 1, last), (instrument, FROM, first), (instrument, TO - 9, 800)])
    };
    let (read, figures) = of(Instrument::Phq9, 1_500, 900);
    assert!(
        read.contains("hundredths: 900") && read.contains("by: -600, beyond_noise: Some(true)"),
        "{read}"
    );
    assert_eq!(figures, 3, "every score goes out as a figure");
    assert!(of(Instrument::Phq9, 1_400, 900).0.contains("by: -500, beyond_noise: Some(false)"));
    assert!(of(Instrument::Gad7, 900, 1_300).0.contains("by: 400, beyond_noise: Some(true)"));
    // One without bands and without a figure for noise, one that is on no list, and one score alone.
    let (read, _) = of(Instrument::Pcl5, 4_000, 3_000);
    assert!(read.contains("band: None") && read.contains("by: -1000, beyond_noise: None"), "{read}");
    assert!(of(Instrument::Other, 100, 200).0.contains("band: None"));
    let (read, figures) = scores_read(&[(Instrument::Other, TO, 300)]);
    assert!(!read.contains("ScoreChange") && figures == 1, "{read}");
}

#[test]
fn the_first_recorded_days_stand_beside_the_last_where_they_are_enough() {
    let read = |days: i32| {
        let check_ins: Vec<CheckInWords> =
            (0..days).map(|day| check_in(FROM + day, if day < days / 2 { 2 } else { 8 })).collect();
        let records = Records { facts: facts(&[], &check_ins), ..Records::default() };
        text(&compose(&gather(&ask(&[Part::Lines]), &records), &chosen(&[Part::Lines]), &Telling))
    };
    assert!(!read(9).contains("FirstAndLast"));
    let (ten, all) = (read(10), read(28));
    assert!(ten.contains("FirstAndLast { days: 5, first: Spread { n: 5"), "{ten}");
    assert!(all.contains("FirstAndLast { days: 14, first: Spread { n: 14"), "{all}");
}

#[test]
fn appointments_are_marked_beside_the_lines_only_where_both_may_be_told() {
    for (parts, marked) in [
        (&[Part::Lines, Part::Appointments][..], true),
        (&[Part::Lines][..], false),
        (&[Part::Appointments][..], false),
    ] {
        let summary = made(parts);
        let marks: Vec<i32> = summary
            .lines()
            .filter_map(|line| match &line.body {
                Body::Chart(chart) => Some(chart.marks.clone()),
                _ => None,
            })
            .flatten()
            .collect();
        assert_eq!(marks, if marked { vec![TO - 1] } else { Vec::new() });
        assert_eq!(text(&summary).contains("Sessions("), marked);
    }
}

#[test]
fn other_names_stand_in_every_form_where_the_owner_agreed() {
    let mut choice = chosen(&Part::ALL);
    choice.other_names = vec![("canary-person".into(), "P.".into()), ("canary-trigger".into(), "T.".into())];
    let summary = compose(&gather(&ask(&Part::ALL), &records()), &choice, &Telling);
    for (form, words) in every_form(&summary) {
        assert!(!words.contains("canary-person") && words.contains("P."), "{form}");
    }
}

#[test]
fn bad_input_is_met() {
    let mut records = records();
    let empty = SummaryAsk { from: TO, to: FROM, parts: Part::ALL.to_vec(), passages: Vec::new() };
    assert_eq!(gather(&empty, &records).days, 0);
    let ten_years = SummaryAsk { from: TO - 99_999, to: TO, parts: Part::ALL.to_vec(), passages: Vec::new() };
    assert_eq!(gather(&ten_years, &records).days, 3_660);
    let nothing = Records::default();
    let said = text(&compose(&gather(&ask(&Part::FIRST), &nothing), &chosen(&Part::FIRST), &Telling));
    assert!(said.matches("Nothing").count() >= 6, "each empty section says so: {said}");

    let mut one = Records::default();
    urge(TO, 6, "Stairs").fact().iter().for_each(|fact| one.facts.add(fact, DayStart::Midnight));
    let said = text(&compose(&gather(&ask(&Part::FIRST), &one), &chosen(&Part::FIRST), &Telling));
    assert!(said.contains("Urges(1, 1,") && said.contains("Recorded { recorded: 1, days: 28 }"), "{said}");
    assert!(!said.contains("FirstAndLast") && said.contains("Nothing"), "{said}");

    records.passages = vec![Passage { day: TO, title: String::new(), text: "word ".repeat(1_000) }];
    let mut choice = chosen(&Part::ALL);
    choice.questions = "=HYPERLINK(\"http://x\")\n<script>alert(1)</script>\nמה שלומך?".into();
    choice.name = "<b>".into();
    let summary = compose(&gather(&ask(&Part::ALL), &records), &choice, &Telling);
    let first: String =
        summary.sections.iter().flat_map(|one| &one.lines).map(|line| line.body.text()).collect();
    assert!(first.matches("word").count() < 70 && first.contains("Shortened"));
    assert!(summary.second.iter().any(|one| one.lines.iter().any(|line| line.body.text().len() > 4_900)));
    let [(_, html), _, _, (_, rows), (_, bundle)] = every_form(&summary);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;") && html.contains("dir=\"auto\">מה"));
    assert!(rows.contains("'=HYPERLINK") && !rows.contains(",=HYPERLINK") && !rows.contains("\"=HYPERLINK"));
    assert!(serde_json::from_str::<Value>(&bundle).is_ok());
    for outward in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!html.replace("\"http://x\"", "").replace("http://x", "").contains(outward), "{outward}");
    }
}

#[test]
fn a_section_with_a_chart_has_its_words() {
    let summary = made(&Part::FIRST);
    let charts = summary.lines().filter_map(|line| match &line.body {
        Body::Chart(chart) => Some(chart.words.clone()),
        _ => None,
    });
    let words: Vec<String> = charts.collect();
    assert_eq!(words.len(), 1);
    assert!(words[0].contains("Series"));
}

/// The rules of R4 that a Bundle of these resources must keep.
#[test]
fn the_bundle_keeps_the_rules_of_fhir() {
    let bundle: Value = serde_json::from_str(&fhir(&made(&Part::ALL), [9; 16])).unwrap();
    assert_eq!((&bundle["resourceType"], &bundle["type"]), (&"Bundle".into(), &"collection".into()));
    let entries = bundle["entry"].as_array().unwrap();
    let addresses: BTreeSet<&str> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(addresses.len(), entries.len(), "addresses are unique");
    for address in &addresses {
        let id = address.strip_prefix("urn:uuid:").unwrap();
        let shape: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!((shape.as_slice(), id.as_bytes()[14]), (&[8, 4, 4, 4, 12][..], b'4'));
    }
    let mut kinds = BTreeSet::new();
    for resource in entries.iter().map(|entry| &entry["resource"]) {
        no_empty(resource);
        let kind = resource["resourceType"].as_str().unwrap();
        kinds.insert(kind);
        if kind == "Patient" {
            continue;
        }
        assert!(addresses.contains(resource["subject"]["reference"].as_str().unwrap()));
        match kind {
            "Observation" => observation(resource),
            "QuestionnaireResponse" => {
                assert_eq!(resource["status"], "completed");
                let mut links = BTreeSet::new();
                resource["item"].as_array().unwrap().iter().for_each(|one| item(one, &mut links));
            }
            other => panic!("{other} is not expected"),
        }
    }
    assert_eq!(kinds, BTreeSet::from(["Observation", "Patient", "QuestionnaireResponse"]));
    // No code is made up: only the one of the score's instrument stands there.
    assert_eq!(bundle.to_string().matches("http://loinc.org").count(), 1);
    assert_eq!(bundle.to_string().matches("44261-6").count(), 1);
}

fn observation(resource: &Value) {
    assert_eq!(resource["status"], "final");
    assert!(!resource["code"]["text"].as_str().unwrap().is_empty());
    let of = |name: &str| usize::from(resource.get(name).is_some());
    assert_eq!(of("effectiveDateTime") + of("effectivePeriod"), 1);
    assert_eq!(of("valueQuantity") + of("valueRatio"), 1);
    if let Some(quantity) = resource.get("valueQuantity") {
        assert!(quantity["value"].is_number() && quantity["code"].is_string());
        assert_eq!(quantity["system"], "http://unitsofmeasure.org", "a code needs its system");
    }
}

/// Unique links; an item has items or answers, never both (qrs-1).
fn item(item: &Value, links: &mut BTreeSet<String>) {
    assert!(links.insert(item["linkId"].as_str().unwrap().to_owned()));
    let (items, answers) = (item.get("item"), item.get("answer"));
    assert!(items.is_some() != answers.is_some());
    for answer in answers.into_iter().flat_map(|answers| answers.as_array().unwrap()) {
        assert!(!answer["valueString"].as_str().unwrap().trim().is_empty());
    }
    items.into_iter().flat_map(|items| items.as_array().unwrap()).for_each(|one| self::item(one, links));
}

/// No element of FHIR is empty.
fn no_empty(value: &Value) {
    match value {
        Value::Null => panic!("null"),
        Value::String(words) => assert!(!words.is_empty()),
        Value::Array(all) => {
            assert!(!all.is_empty());
            all.iter().for_each(no_empty);
        }
        Value::Object(fields) => {
            assert!(!fields.is_empty());
            fields.values().for_each(no_empty);
        }
        _ => {}
    }
}

/// A small summary, word for word in each form. `UPDATE_SNAPSHOTS=1` writes them anew, to be read before they are kept.
#[test]
fn snapshots_of_every_form() {
    let mut facts = Facts::default();
    for day in FROM..FROM + 5 {
        let at = Moment { second: second(day), offset_min: 0 };
        facts.add(&Fact::Written(at), DayStart::Midnight);
    }
    urge(TO, 6, "=Stairs").fact().iter().for_each(|fact| facts.add(fact, DayStart::Midnight));
    let records = Records {
        facts,
        supports: vec![SupportLine {
            kind: LegKind::Peers,
            name: String::new(),
            strength: Some(3),
            people: Vec::new(),
        }],
        ..Records::default()
    };
    let summary = compose(&gather(&ask(&Part::FIRST), &records), &chosen(&Part::FIRST), &Telling);
    for (form, words) in every_form(&summary) {
        let path = format!("{}/tests/snapshots/{form}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &words).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap();
        assert!(kept == words, "{form} reads otherwise than {path}:\n{words}");
    }
}

//! Scores and questionnaires: frozen bodies, ranges and bands of every instrument, which questions are asked, what weighs.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use journal::support::scores::*;
use journal::{Noted, Said, SaidError};

const SCORE: &[u8] = include_bytes!("../fixtures/score-1.json");
const QUESTIONNAIRE: &[u8] = include_bytes!("../fixtures/questionnaire-1.json");
const RESPONSE: &[u8] = include_bytes!("../fixtures/response-1.json");

fn again<S: Said>(body: &[u8]) -> (String, S) {
    let read = Noted::<S>::from_body(1, body).unwrap();
    (String::from_utf8(read.to_body()).unwrap(), read.into_said())
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte_and_name_every_field() {
    fn check<S: Said>(body: &[u8]) {
        let (written, _) = again::<S>(body);
        assert_eq!(written, String::from_utf8(body.to_vec()).unwrap());
        let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).unwrap();
        let there: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
        let named: BTreeSet<&str> = S::FIELDS.iter().copied().chain(["logged_at_ms"]).collect();
        assert_eq!(there, named);
    }
    check::<ScoreWords>(SCORE);
    check::<QuestionnaireWords>(QUESTIONNAIRE);
    check::<ResponseWords>(RESPONSE);
}

#[test]
fn a_frozen_score_means_what_it_meant() {
    let (_, score) = again::<ScoreWords>(SCORE);
    assert_eq!((score.called(), score.hundredths), ("PHQ-9", Some(1_200)));
    assert_eq!(score.instrument.band(1_200), Some(Band { number: 3, count: 5, range: (10, 14) }));
    assert!(score.search_text().contains("phq-9") && score.search_text().contains("zoe"));
}

/// Name, least, most, and the first score of each further band: the figures of the sources, each number once.
#[test]
fn ranges_and_bands_are_those_of_the_sources() {
    use Instrument::*;
    let none: &[u16] = &[];
    for (instrument, name, least, most, bands) in [
        (Phq9, "PHQ-9", 0, 27, &[5, 10, 15, 20][..]),
        (Phq8, "PHQ-8", 0, 24, &[5, 10, 15, 20]),
        (Gad7, "GAD-7", 0, 21, &[5, 10, 15]),
        (Barc10, "BARC-10", 10, 60, &[47]),
        (Audit, "AUDIT", 0, 40, &[8, 16, 20]),
        (AuditC, "AUDIT-C", 0, 12, none),
        (Dast10, "DAST-10", 0, 10, &[1, 3, 6, 9]),
        (Pacs, "PACS", 0, 30, none),
        (Sds, "SDS", 0, 15, none),
        (BamUse, "BAM, use", 0, 12, &[1]),
        (BamRisk, "BAM, risk", 0, 24, &[12]),
        (BamProtective, "BAM, protective", 0, 24, &[13]),
        (BamDaysUse, "BAM-R in days, use", 0, 90, none),
        (BamDaysRisk, "BAM-R in days, risk", 0, 180, none),
        (BamDaysProtective, "BAM-R in days, protective", 0, 180, none),
        (Who5, "WHO-5, 0 to 100", 0, 100, &[29, 51]),
        (Who5Raw, "WHO-5, raw sum", 0, 25, &[13]),
        (Pcl5, "PCL-5", 0, 80, none),
        (Isi, "ISI", 0, 28, &[8, 15, 22]),
        (K6, "K6", 0, 24, &[5, 13]),
        (K10, "K10", 10, 50, none),
        (Sure, "SURE", 21, 63, none),
        (Tea, "TEA", 4, 40, none),
        (Aware, "AWARE", 28, 196, none),
        (Core10, "CORE-10", 0, 40, none),
        (Swemwbs, "SWEMWBS", 7, 35, none),
        (AssistAlcohol, "ASSIST, alcohol", 0, 39, none),
        (AssistOther, "ASSIST, another substance", 0, 39, none),
        (TopMind, "TOP, psychological health", 0, 20, none),
        (TopBody, "TOP, physical health", 0, 20, none),
        (TopLife, "TOP, quality of life", 0, 20, none),
        (RulerImportance, "Ruler, importance", 0, 10, none),
        (RulerConfidence, "Ruler, confidence", 0, 10, none),
        (RulerReadiness, "Ruler, readiness", 0, 10, none),
    ] {
        let about = instrument.about().unwrap();
        assert_eq!((about.name, about.range, about.bands), (name, (least, most), bands));
        for (score, inside) in [(least, true), (most, true), (most + 1, false)] {
            assert_eq!(instrument.gives(i64::from(score) * 100), inside, "{name} {score}");
        }
        assert!(!instrument.gives(i64::from(least) * 100 - 1), "{name} below its least");
        assert_eq!(instrument.gives(i64::from(least) * 100 + 50), instrument == Swemwbs, "{name} and a half");
        let mut edges = vec![least];
        edges.extend(bands);
        for (number, from) in edges.iter().enumerate().filter(|_| !bands.is_empty()) {
            let to = edges.get(number + 1).map_or(most, |next| next - 1);
            let band = Band { number: number + 1, count: edges.len(), range: (*from, to) };
            for score in *from..=to {
                assert_eq!(instrument.band(i64::from(score) * 100), Some(band), "{name} {score}");
            }
        }
    }
    assert_eq!(Instrument::ALL.iter().collect::<BTreeSet<_>>().len(), 34);
    let named = |word: &str| Instrument::ALL.iter().any(|one| one.about().unwrap().name.contains(word));
    assert!(!named("CIWA") && !named("ACE"), "neither is for the person to score");
    let better = Instrument::ALL.map(|one| one.about().unwrap()).into_iter();
    let better: Vec<&str> =
        better.filter(|about| about.direction == Direction::Better).map(|about| about.name).collect();
    let expected = [
        "BARC-10",
        "BAM, protective",
        "BAM-R in days, protective",
        "WHO-5, 0 to 100",
        "WHO-5, raw sum",
        "SURE",
        "TEA",
        "SWEMWBS",
        "TOP, psychological health",
        "TOP, physical health",
        "TOP, quality of life",
        "Ruler, importance",
        "Ruler, confidence",
        "Ruler, readiness",
    ];
    assert_eq!(better, expected);
    assert!(Other.about().is_none() && Other.gives(1_234) && Other.band(0).is_none());
}

#[test]
fn a_score_outside_its_range_or_without_a_name_is_refused() {
    let score = |instrument, name: &str, hundredths| {
        let score = ScoreWords { instrument, name: name.into(), hundredths, ..ScoreWords::default() };
        score.tidied().check()
    };
    let outside = Err(SaidError::OutOfRange { field: "hundredths" });
    assert_eq!(score(Instrument::Phq9, "", Some(2_700)), Ok(()));
    assert_eq!(score(Instrument::Phq9, "", Some(2_800)), outside);
    assert_eq!(score(Instrument::Phq9, "", Some(1_250)), outside);
    assert_eq!(score(Instrument::Phq9, "", None), Err(SaidError::Missing { field: "hundredths" }));
    assert_eq!(score(Instrument::Other, " ", Some(1)), Err(SaidError::Missing { field: "name" }));
    assert_eq!(score(Instrument::Other, "Sleep index", Some(-150)), Ok(()));
    assert_eq!(score(Instrument::Other, "Sleep index", Some(i64::MAX)), outside);
}

fn option(value: &str, hundredths: Option<i64>) -> Weighed {
    Weighed { text: value.into(), value: value.into(), hundredths }
}

fn choice(when: Vec<Condition>) -> Item {
    let options = vec![option("no", Some(0)), option("some", Some(100)), option("much", Some(250))];
    Item { kind: ItemKind::Choice, options, when, ..Item::default() }
}

fn when(item: u16, operator: Operator, value: &str) -> Condition {
    Condition { item, operator, value: value.into() }
}

fn questionnaire(items: Vec<Item>) -> QuestionnaireWords {
    QuestionnaireWords { name: "Made up".into(), items, ..QuestionnaireWords::default() }
}

fn answered(answers: &[&str]) -> Answered {
    answers.iter().map(|one| one.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn conditions_compare_as_the_standard_says_and_an_item_not_asked_has_no_answer() {
    use Operator::*;
    for (operator, value, answer, asked) in [
        (Exists, "true", "some", true),
        (Exists, "true", "", false),
        (Exists, "false", "", true),
        (Exists, "false", "no", false),
        (Equal, "some", "some", true),
        (Equal, "some", "no", false),
        (Equal, "3", "3.0", true),
        (NotEqual, "some", "no", true),
        (NotEqual, "some", "some", false),
        (NotEqual, "some", "", false),
        (Above, "9", "10", true),
        (Above, "9", "9", false),
        (AtLeast, "9", "9", true),
        (Below, "9", "8.5", true),
        (AtMost, "9", "10", false),
        (AtMost, "2026-01-02", "2026-01-01", true),
    ] {
        let words = questionnaire(vec![choice(vec![]), choice(vec![when(0, operator, value)])]);
        assert_eq!(words.asked(&answered(&[answer, ""])), [true, asked], "{operator:?} {value} {answer}");
    }
    // What stands in a group that is not asked is not asked, and its answer starts nothing.
    let mut inner = choice(vec![]);
    inner.inside = Some(1);
    let items = vec![
        choice(vec![]),
        Item { kind: ItemKind::Group, when: vec![when(0, Equal, "much")], ..Item::default() },
        inner,
        choice(vec![when(2, Exists, "true")]),
    ];
    let words = questionnaire(items);
    assert_eq!(words.asked(&answered(&["no", "", "some", ""])), [true, false, false, false]);
    assert_eq!(words.asked(&answered(&["much", "", "some", ""])), [true; 4]);
}

#[test]
fn all_or_any_of_several_conditions() {
    let both = vec![when(0, Operator::Equal, "some"), when(1, Operator::Equal, "some")];
    for (when_all, one, other, asked) in [
        (true, "some", "no", false),
        (true, "some", "some", true),
        (false, "no", "some", true),
        (false, "no", "no", false),
    ] {
        let last = Item { when_all, ..choice(both.clone()) };
        let words = questionnaire(vec![choice(vec![]), choice(vec![]), last]);
        assert_eq!(words.asked(&answered(&[one, other, ""]))[2], asked);
    }
}

#[test]
fn items_that_wait_for_each_other_end_the_question_not_the_program() {
    let words = questionnaire(vec![
        choice(vec![when(1, Operator::Exists, "true")]),
        choice(vec![when(0, Operator::Exists, "true")]),
        choice(vec![when(2, Operator::Exists, "false")]),
    ]);
    let _ = words.asked(&answered(&["some", "some", ""]));
}

#[test]
fn a_sum_needs_every_weight_and_every_answer() {
    let plain = Item { kind: ItemKind::Choice, options: vec![option("a", None)], ..Item::default() };
    let half = Item { options: vec![option("no", Some(0)), option("some", None)], ..choice(vec![]) };
    let late = choice(vec![when(0, Operator::Equal, "much")]);
    for (items, answers, sum) in [
        (vec![choice(vec![]), choice(vec![]), plain.clone()], &["some", "much", ""][..], Sum::Of(350, 2)),
        (vec![choice(vec![]), choice(vec![])], &["some", ""], Sum::Missing(1)),
        (vec![choice(vec![])], &["else"], Sum::Missing(1)),
        (vec![choice(vec![]), half], &["some", "no"], Sum::None),
        (vec![plain], &["a"], Sum::None),
        // An item that is not asked weighs nothing.
        (vec![choice(vec![]), late.clone()], &["some", "much"], Sum::Of(100, 1)),
        (vec![choice(vec![]), late], &["much", "much"], Sum::Of(500, 2)),
        (vec![choice(vec![])], &["some much"], Sum::Of(350, 1)),
    ] {
        assert_eq!(questionnaire(items).sum(&answered(answers)), sum, "{answers:?}");
    }
}

#[test]
fn an_answer_above_nothing_to_a_safety_item_calls_for_help() {
    let safe = |item: Item| questionnaire(vec![Item { safety: true, ..item }]);
    let unweighed = Item {
        kind: ItemKind::Choice,
        options: vec![option("never", None), option("at times", None)],
        ..Item::default()
    };
    let yes_no = Item { kind: ItemKind::YesNo, ..Item::default() };
    for (words, answer, help) in [
        (safe(choice(vec![])), "no", false),
        (safe(choice(vec![])), "some", true),
        (safe(choice(vec![])), "", false),
        (safe(unweighed.clone()), "never", false),
        (safe(yes_no.clone()), "true", true),
        (safe(yes_no), "false", false),
        (questionnaire(vec![choice(vec![])]), "much", false),
    ] {
        assert_eq!(words.calls_for_help(&answered(&[answer])), help, "{answer}");
    }
    assert!(safe(unweighed).calls_for_help(&vec![vec!["at times".into()]]));
}

#[test]
fn a_questionnaire_that_points_outside_of_itself_is_refused() {
    let refused = |items| questionnaire(items).check();
    assert_eq!(refused(vec![choice(vec![when(0, Operator::Exists, "")])]), Ok(()));
    let outside = Err(SaidError::OutOfRange { field: "items" });
    assert_eq!(refused(vec![choice(vec![when(1, Operator::Exists, "")])]), outside);
    assert_eq!(refused(vec![Item { inside: Some(7), ..Item::default() }]), outside);
    assert!(refused(vec![Item::default(); 1_001]).is_err());
    assert!(refused(Vec::new()).is_err());
}

#[test]
fn answers_make_a_score_of_an_instrument_that_is_known_and_can_give_it() {
    let answers = |instrument, hundredths| ResponseWords {
        name: "Made up".into(),
        instrument,
        hundredths,
        happened_at_s: 1_772_366_400,
        offset_min: 60,
        ..ResponseWords::default()
    };
    for (instrument, hundredths, expected) in [
        (Instrument::Phq9, Some(1_200), true),
        (Instrument::Phq9, Some(2_800), false),
        (Instrument::Phq9, Some(1_250), false),
        (Instrument::Phq9, None, false),
        (Instrument::Other, Some(1_200), false),
        (Instrument::Swemwbs, Some(1_925), true),
    ] {
        let score = answers(instrument, hundredths).score([7; 16]);
        assert_eq!(score.is_some(), expected, "{instrument:?} {hundredths:?}");
        let Some(score) = score else { continue };
        assert_eq!((score.instrument, score.hundredths), (instrument, hundredths));
        assert_eq!((score.response, score.moment()), (Some([7; 16]), (1_772_366_400, 60)));
        assert!(Noted::new(score, 0).is_ok());
    }
}

#[test]
fn what_staff_alone_may_score_is_not_added_up() {
    let option = |text: &str, hundredths| Weighed {
        text: text.into(),
        value: text.into(),
        hundredths: Some(hundredths),
    };
    let item = Item {
        link: "1".into(),
        text: "Made up".into(),
        kind: ItemKind::Choice,
        options: vec![option("a", 0), option("b", 300)],
        ..Item::default()
    };
    let sheet = |name: &str| QuestionnaireWords {
        name: name.into(),
        items: vec![item.clone()],
        ..Default::default()
    };
    let answered = vec![vec!["b".to_owned()]];
    assert_eq!(sheet("Stairs").sum(&answered), Sum::Of(300, 1));
    assert_eq!(sheet("Withdrawal scale (CIWA-Ar)").sum(&answered), Sum::None);
}

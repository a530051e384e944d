//! Worksheets: the frozen body, what may be saved, and that answers outlive the definition they were given under.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::support::worksheets::{
    Answer, Answered, Ask, Cell, Definition, Rating, Section, Shape, SheetId, Worksheet, WorksheetWords,
};
use journal::{Noted, Said, SaidError};
use serde_json::Value;

const FROZEN: &[u8] = include_bytes!("../fixtures/worksheet-1.json");

fn frozen() -> WorksheetWords {
    Worksheet::from_body(1, FROZEN).unwrap().into_said()
}

#[test]
fn the_frozen_body_is_written_again_byte_for_byte() {
    let body = Worksheet::from_body(1, FROZEN).unwrap().to_body();
    assert_eq!(String::from_utf8(body).unwrap(), String::from_utf8(FROZEN.to_vec()).unwrap());
}

#[test]
fn every_field_of_the_body_is_named() {
    let Value::Object(body) = serde_json::to_value(WorksheetWords::default()).unwrap() else { panic!() };
    let names: Vec<&str> = body.keys().map(String::as_str).collect();
    let mut named = WorksheetWords::FIELDS.to_vec();
    named.sort_unstable();
    assert_eq!(names, named);
}

#[test]
fn a_field_of_a_newer_version_survives() {
    let newer = String::from_utf8(FROZEN.to_vec()).unwrap().replace("\"zone\"", "\"mark\":[1e400],\"zone\"");
    let body = Worksheet::from_body(1, newer.as_bytes()).unwrap().to_body();
    assert!(String::from_utf8(body).unwrap().contains("\"mark\":[1e400]"));
}

fn saved(answer: Answer) -> Result<Vec<Answered>, SaidError> {
    let answers = vec![Answered { answer, ..Answered::default() }];
    let words = WorksheetWords { answers, ..WorksheetWords::default() };
    Noted::new(words, 0).map(|noted| noted.into_said().answers)
}

#[test]
fn what_is_out_of_range_too_long_or_too_much_is_refused() {
    let rated = |percent| Answer::Rated(vec![Rating { words: "a".into(), percent: Some(percent) }]);
    let long = "x".repeat(16 * 1024 + 1);
    let cell = Cell { label: "y".repeat(281), words: "a".into() };
    for (refused, fits) in [
        (Answer::Scale(Some(11)), Answer::Scale(Some(10))),
        (Answer::Percent(Some(101)), Answer::Percent(Some(100))),
        (rated(101), rated(100)),
        (Answer::Text(long.clone()), Answer::Text(long[1..].to_owned())),
        (Answer::Lines(vec![long]), Answer::Lines(vec!["x".into()])),
        (Answer::Ranked(vec!["x".into(); 65]), Answer::Ranked(vec!["x".into(); 64])),
        (Answer::Square(vec![cell]), Answer::Square(vec![Cell { label: "y".into(), words: "a".into() }])),
        (Answer::Date(Some(i32::MIN)), Answer::Date(Some(-1))),
    ] {
        assert_eq!(saved(refused.clone()).map_err(|error| error.field()), Err("answers"), "{refused:?}");
        assert_eq!(saved(fits.clone()).map(|answers| answers.len()), Ok(1), "{fits:?}");
    }
    let answer = Answered { answer: Answer::Line("a".into()), ..Answered::default() };
    let words = WorksheetWords { answers: vec![answer; 65], ..WorksheetWords::default() };
    let error = SaidError::TooMany { field: "answers", count: 65, limit: 64 };
    assert_eq!(words.check(), Err(error));
}

#[test]
fn what_was_left_empty_is_not_kept_and_lines_are_put_in_order() {
    for empty in [
        Answer::Line(" ".into()),
        Answer::Text("\n".into()),
        Answer::Scale(None),
        Answer::Percent(None),
        Answer::Lines(vec![" ".into(), String::new()]),
        Answer::Ranked(Vec::new()),
        Answer::Rated(vec![Rating::default()]),
        Answer::Choice(String::new()),
        Answer::Square(vec![Cell { label: "a".into(), words: " ".into() }]),
        Answer::Date(None),
    ] {
        assert_eq!(saved(empty.clone()).map(|answers| answers.len()), Ok(0), "{empty:?}");
    }
    let lines = saved(Answer::Lines(vec![" a\nb ".into(), " ".into(), "c".into()])).unwrap();
    assert_eq!(lines[0].answer, Answer::Lines(vec!["a b".into(), "c".into()]));
}

#[test]
fn what_a_summary_or_list_takes_is_in_order_and_says_all() {
    let words = frozen();
    let parts: Vec<(&str, usize)> =
        words.parts().into_iter().map(|(label, given)| (label, given.len())).collect();
    assert_eq!(parts, [("Before", 2), ("", 8)]);
    let lines: Vec<String> = words.answers.iter().flat_map(|given| given.answer.lines()).collect();
    let expected = [
        "At the bus stop.\nIt rained. Zoë 😀",
        "angry: 70 %",
        "alone",
        "nobody waits",
        "4/10",
        "100 %",
        "late before",
        "rain",
        "1. friends",
        "2. work",
        "Something hard",
        "gives: a",
        "gives then: c",
        "costs then: d",
        "2026-11-18",
    ];
    assert_eq!(lines, expected);
    assert_eq!(
        (words.list_title(), words.preview()),
        ("Thought record".into(), "At the bus stop.\nIt rained. Zoë 😀".into())
    );
    for found in ["thought record", "zoe", "angry", "friends", "something hard"] {
        assert!(words.search_text().contains(found), "{found}");
    }
    assert!(!words.search_text().contains("which stings"), "questions are not found, answers are");
}

fn ask(field: &'static str, label: &str, shape: Shape) -> Ask {
    Ask { field, label: label.into(), help: String::new(), shape }
}

fn definition(version: u16, asks: Vec<Ask>) -> Definition {
    let sections = vec![Section { label: "Now".into(), asks }];
    let (title, purpose) = (format!("Sheet {version}"), String::new());
    Definition { id: SheetId::ThoughtRecord, version, title, purpose, sections }
}

#[test]
fn a_blank_sheet_asks_everything_and_saves_nothing() {
    let square = Shape::Square(["a", "b", "c", "d"].map(String::from));
    let asks = vec![
        ask("a", "A", Shape::Line),
        ask("b", "B", Shape::Text),
        ask("c", "C", Shape::Scale("low".into(), "high".into())),
        ask("d", "D", Shape::Percent),
        ask("e", "E", Shape::Lines),
        ask("f", "F", Shape::Ranked),
        ask("g", "G", Shape::Rated),
        ask("h", "H", Shape::Choice(vec!["yes".into()])),
        ask("i", "I", square),
        ask("j", "J", Shape::Date),
    ];
    let definition = definition(1, asks);
    let blank = definition.blank();
    assert!(blank.is_blank() && blank.parts().is_empty());
    assert_eq!(blank.answers.len(), 10);
    assert!(blank.answers.iter().all(|given| definition.ask(given).is_some()));
    assert!(blank.clone().tidied().answers.is_empty());
    assert_eq!(definition.over(blank.clone()), blank, "laid out again it is the same");
}

#[test]
fn answers_stay_readable_when_the_definition_has_changed() {
    let first = definition(
        1,
        vec![
            ask("situation", "What happened?", Shape::Text),
            ask("gone", "Asked once", Shape::Line),
            ask("turned", "How much?", Shape::Scale(String::new(), String::new())),
        ],
    );
    let mut filled = first.blank();
    filled.answers[0].answer = Answer::Text("rain".into());
    filled.answers[1].answer = Answer::Line("old words".into());
    filled.answers[2].answer = Answer::Scale(Some(7));
    let resting = Noted::new(filled, 0).unwrap().into_said();

    // It is read as it stood, whatever the sheet asks now.
    let read: Vec<(&str, Vec<String>)> =
        resting.answers.iter().map(|given| (given.label.as_str(), given.answer.lines())).collect();
    let stood = [("What happened?", "rain"), ("Asked once", "old words"), ("How much?", "7/10")];
    assert_eq!(read, stood.map(|(label, line)| (label, vec![line.to_owned()])));

    // Written on by a later version, each answer keeps its question, and nothing is lost.
    let second = definition(
        2,
        vec![
            ask("new", "Something new", Shape::Line),
            ask("situation", "Describe it", Shape::Text),
            ask("turned", "How much, in words?", Shape::Text),
        ],
    );
    let laid = second.over(resting);
    let labels: Vec<&str> = laid.answers.iter().map(|given| given.label.as_str()).collect();
    let expected = ["Something new", "What happened?", "How much, in words?", "Asked once", "How much?"];
    assert_eq!(labels, expected);
    assert_eq!((laid.version, laid.title.as_str()), (2, "Sheet 2"));
    let asked: Vec<bool> = laid.answers.iter().map(|given| second.ask(given).is_some()).collect();
    assert_eq!(asked, [true, true, true, false, false]);
    assert_eq!(second.over(laid.clone()), laid, "laid out again it is the same");
    let kept = Noted::new(laid, 0).unwrap().into_said();
    assert_eq!(kept.answers.len(), 3, "all that was answered");
}

#[test]
fn the_names_of_sheets_stay_as_they_are() {
    let names = SheetId::PLANS.into_iter().chain(SheetId::SHEETS).map(SheetId::name);
    let expected = [
        "safety_plan",
        "hard_moments",
        "coming_home",
        "good_things",
        "steadying",
        "values",
        "goals",
        "activation",
        "rulers",
        "change_plan",
        "costs_and_benefits",
        "thought_record",
        "functional_analysis",
        "chain_analysis",
        "lapse_review",
    ];
    assert!(names.eq(expected));
    for id in SheetId::PLANS.into_iter().chain(SheetId::SHEETS) {
        assert_eq!(SheetId::named(id.name()), Some(id));
        assert!(!(id.is_plan() && id.is_heavy()), "{id:?}: what helps in need opens at once");
    }
}

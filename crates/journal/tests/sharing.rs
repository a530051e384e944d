//! Receipts and other names: frozen bodies, fields, what may be saved; and what an entry's mark does to its body.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::sharing::{Alias, AliasWords, Receipt, ReceiptWords, SummaryOnItsWay, SummaryWords, WayOut};
use journal::summary::{Audience, Part, SummaryChoices};
use journal::{Entry, Said, SaidError, Settings, SettingsChange, Words};

const RECEIPT: &[u8] = include_bytes!("../fixtures/receipt-1.json");
const ALIAS: &[u8] = include_bytes!("../fixtures/alias-1.json");
const SUMMARY: &[u8] = include_bytes!("../fixtures/summary-1.json");

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap()
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte_and_mean_what_they_meant() {
    let receipt = Receipt::from_body(1, RECEIPT).unwrap();
    assert_eq!(text(&receipt.to_body()), text(RECEIPT));
    let words = ReceiptWords {
        name: "Dr. R.".into(),
        audience: Some(Audience::Therapist),
        from_day: 20_400,
        to_day: 20_427,
        parts: vec![Part::Goals, Part::Lines],
        way: WayOut::Printed,
        sha256: "00ff".into(),
        happened_at_s: 1_764_000_000,
        offset_min: 60,
        zone: "Europe/Vienna".into(),
    };
    assert_eq!(receipt.said(), &words);
    let alias = Alias::from_body(1, ALIAS).unwrap();
    assert_eq!(text(&alias.to_body()), text(ALIAS));
    assert_eq!((alias.said().name.as_str(), alias.said().other.as_str()), ("Dave", "D."));
    let summary = SummaryOnItsWay::from_body(1, SUMMARY).unwrap();
    assert_eq!(text(&summary.to_body()), text(SUMMARY));
    assert_eq!(summary.said().preview(), "Whom do I ask?");
    assert_eq!(summary.said().hidden, [u64::MAX]);
}

#[test]
fn every_field_is_named() {
    fn names<S: Said>(said: &S) -> Vec<String> {
        serde_json::to_value(said).unwrap().as_object().unwrap().keys().cloned().collect()
    }
    let sorted = |names: &[&str]| -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&ReceiptWords::default()), sorted(ReceiptWords::FIELDS));
    assert_eq!(names(&AliasWords::default()), sorted(AliasWords::FIELDS));
    assert_eq!(names(&SummaryWords::default()), sorted(SummaryWords::FIELDS));
}

#[test]
fn what_may_not_be_saved_is_refused() {
    let backwards = ReceiptWords { from_day: 2, to_day: 1, ..ReceiptWords::default() };
    assert_eq!(backwards.check(), Err(SaidError::OutOfRange { field: "from_day" }));
    assert_eq!(ReceiptWords::default().check(), Ok(()));
    let backwards = SummaryWords { from_day: 2, to_day: 1, ..SummaryWords::default() };
    assert_eq!(backwards.check(), Err(SaidError::OutOfRange { field: "from_day" }));
    assert_eq!(SummaryWords::default().check(), Ok(()));
    assert_eq!(AliasWords::default().check(), Err(SaidError::Missing { field: "name" }));
    let long = AliasWords { name: "n".repeat(9_999), ..AliasWords::default() };
    assert!(matches!(long.check(), Err(SaidError::TooLong { field: "name", .. })));
}

#[test]
fn an_entry_says_that_it_is_never_shared_only_where_it_is_so() {
    let entry = |never_share| Entry::new(Words { never_share, ..Words::default() }).unwrap();
    assert!(!text(&entry(false).to_body()).contains("never_share"));
    let body = entry(true).to_body();
    assert!(text(&body).contains("never_share"));
    assert!(Entry::from_body(Entry::SCHEMA, &body).unwrap().words().never_share);
}

#[test]
fn kinds_that_are_never_shared_and_what_was_chosen_are_kept() {
    let mut settings = Settings::default();
    for (kind, never) in [(6, true), (1, true), (1, true), (6, false)] {
        settings.change(SettingsChange::NeverShare(kind, never), 0).unwrap();
    }
    let chosen = SummaryChoices {
        name: " J. ".into(),
        audience: Some(Audience::Coach),
        parts: Some(vec![Part::Goals, Part::Goals]),
        receipt: true,
    };
    settings.change(SettingsChange::Summary(chosen), 0).unwrap();
    let kept = Settings::from_body(Settings::SCHEMA, &settings.to_body()).unwrap();
    assert_eq!(kept.choices().never_share, [1]);
    assert_eq!(kept.choices().summary.name, "J.");
    assert_eq!(kept.choices().summary.parts, Some(vec![Part::Goals]));
}

//! Frozen bodies of urges and settings: what rests on people's disks is read and written as it stands, for ever.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::{
    BodyError, CheckIn, Goal, Reason, Recalled, ReturnToUse, Ruler, Said, Settings, SettingsChange,
    Suggestion, Template, Urge, UrgeWords, Wish,
};

const URGE: &[u8] = include_bytes!("../fixtures/urge-1.json");
const URGE_EMPTY: &[u8] = include_bytes!("../fixtures/urge-1-empty.json");
const URGE_UNKNOWN: &[u8] = include_bytes!("../fixtures/urge-1-unknown-fields.json");
const URGE_2: &[u8] = include_bytes!("../fixtures/urge-2.json");
const URGE_2_EMPTY: &[u8] = include_bytes!("../fixtures/urge-2-empty.json");
const CHECK_IN: &[u8] = include_bytes!("../fixtures/check-in-1.json");
const GOAL: &[u8] = include_bytes!("../fixtures/goal-1.json");
const RETURN: &[u8] = include_bytes!("../fixtures/return-to-use-1.json");
const RULER: &[u8] = include_bytes!("../fixtures/ruler-1.json");
const REASON: &[u8] = include_bytes!("../fixtures/reason-1.json");
const TEMPLATE: &[u8] = include_bytes!("../fixtures/template-1.json");
const SETTINGS_CHOICES: &[u8] = include_bytes!("../fixtures/settings-1-choices.json");
const SETTINGS_SHARING: &[u8] = include_bytes!("../fixtures/settings-1-sharing.json");
const SETTINGS: &[u8] = include_bytes!("../fixtures/settings-1.json");
const SETTINGS_RECALLED: &[u8] = include_bytes!("../fixtures/settings-1-recalled.json");
const SETTINGS_EMPTY: &[u8] = include_bytes!("../fixtures/settings-1-empty.json");
const SETTINGS_UNKNOWN: &[u8] = include_bytes!("../fixtures/settings-1-unknown-fields.json");

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap()
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte() {
    for body in [URGE_2, URGE_2_EMPTY] {
        assert_eq!(text(&Urge::from_body(2, body).unwrap().to_body()), text(body));
    }
    assert_eq!(text(&CheckIn::from_body(1, CHECK_IN).unwrap().to_body()), text(CHECK_IN));
    assert_eq!(text(&Goal::from_body(1, GOAL).unwrap().to_body()), text(GOAL));
    assert_eq!(text(&ReturnToUse::from_body(1, RETURN).unwrap().to_body()), text(RETURN));
    assert_eq!(text(&Ruler::from_body(1, RULER).unwrap().to_body()), text(RULER));
    assert_eq!(text(&Reason::from_body(1, REASON).unwrap().to_body()), text(REASON));
    assert_eq!(text(&Template::from_body(1, TEMPLATE).unwrap().to_body()), text(TEMPLATE));
    for body in [SETTINGS, SETTINGS_EMPTY, SETTINGS_UNKNOWN, SETTINGS_SHARING] {
        assert_eq!(text(&Settings::from_body(1, body).unwrap().to_body()), text(body));
    }
    // What was chosen before there was anything to share means the same, and is written with it.
    let choices = Settings::from_body(1, SETTINGS_CHOICES).unwrap();
    assert!(choices.choices().never_share.is_empty() && choices.choices().summary.parts.is_none());
    assert_eq!(Settings::from_body(1, &choices.to_body()).unwrap(), choices);
}

#[test]
fn a_frozen_urge_means_what_it_meant() {
    let urge = Urge::from_body(1, URGE).unwrap();
    let words = UrgeWords {
        strength: Some(7),
        line: "Outside the shop on Elm Street. \"Walked on.\" Zoë 😀".into(),
        happened_at_s: 1_795_000_000,
        offset_min: -300,
        zone: "America/New_York".into(),
        ..UrgeWords::default()
    };
    assert_eq!((urge.said(), urge.logged_at_ms()), (&words, 1_795_000_060_000));
    assert!(urge.unknown().is_empty());
    assert_eq!(words.list_title(), "Outside the shop on Elm Street. \"Walked on.\" Zoë 😀");
    assert_eq!(words.search_text(), "outside the shop on elm street. \"walked on.\" zoe 😀");
}

#[test]
fn an_urge_of_the_first_schema_is_written_anew_as_the_second_and_means_the_same() {
    for body in [URGE, URGE_EMPTY, URGE_UNKNOWN] {
        let urge = Urge::from_body(1, body).unwrap();
        assert_eq!(Urge::from_body(2, &urge.to_body()), Ok(urge));
    }
}

#[test]
fn frozen_settings_mean_what_they_meant() {
    let settings = Settings::from_body(1, SETTINGS).unwrap();
    assert_eq!(settings.wish, Some(Wish::StopOrCutDown));
    let put_away: Vec<_> =
        settings.put_aways().iter().map(|(suggestion, put_away)| (*suggestion, *put_away)).collect();
    let expected = [
        (Suggestion::StorageAtRisk, (1, 1_795_000_000_000)),
        (Suggestion::RecoverySheet, (2, 1_795_000_060_000)),
        (Suggestion::FirstQuestion, (1, 3)),
    ];
    assert_eq!(put_away, expected);
    assert_eq!(Settings::from_body(1, SETTINGS_EMPTY), Ok(Settings::default()));
}

#[test]
fn a_passphrase_that_was_right_is_remembered_and_asked_for_again_by_and_by() {
    let mut settings = Settings::from_body(1, SETTINGS_RECALLED).unwrap();
    assert_eq!(settings.recalled, Some(Recalled { at_ms: 1_795_000_000_000, times: 2 }));
    assert_eq!(settings.put_aways()[&Suggestion::RecallPassphrase], (1, 3));
    assert_eq!(settings.to_body(), SETTINGS_RECALLED);
    settings.change(SettingsChange::Recalled(1_790_000_000_000), 1_796_000_000_000).unwrap();
    assert_eq!(settings.recalled, Some(Recalled { at_ms: 1_796_000_000_000, times: 3 }));
    assert!(settings.put_aways().is_empty());
    let joined = settings.clone().joined(Settings::from_body(1, SETTINGS_RECALLED).unwrap());
    assert_eq!(joined.recalled, settings.recalled, "the later one, from whichever side");
}

#[test]
fn unknown_fields_survive_a_change() {
    let urge = Urge::from_body(1, URGE_UNKNOWN).unwrap();
    let words = UrgeWords { line: "another".into(), ..urge.said().clone() };
    let body = urge.revise(words).unwrap().to_body();
    for kept in
        [r#""eased":{"after_s":1e400}"#, r#""what_set_it_off":null"#, "[123456789012345678901234567890]"]
    {
        assert!(text(&body).contains(kept), "{kept}");
    }
    assert!(text(&body).contains(r#""line":"another""#) && text(&body).contains(r#""logged_at_ms":3"#));
    let mut settings = Settings::from_body(1, SETTINGS_UNKNOWN).unwrap();
    for change in [SettingsChange::Wish(Wish::NotNow), SettingsChange::PutAway(Suggestion::FirstQuestion)] {
        settings.change(change, 9).unwrap();
    }
    let body = settings.to_body();
    for kept in [r#""backup":[1,{"n":1e400}]"#, r#""zz":null"#, r#""first_question":[1,9]"#] {
        assert!(text(&body).contains(kept), "{kept}");
    }
}

#[test]
fn bodies_that_are_not_of_the_schema_are_refused_without_quoting_them() {
    let urge = |strength: &str, line: &str| {
        format!(
            r#"{{"strength":{strength},"line":{line},"happened_at_s":1,"offset_min":0,"zone":"","logged_at_ms":0}}"#
        )
    };
    let long = format!("\"{}\"", "canary ".repeat(41));
    for (body, field) in [
        (String::new(), "body"),
        ("{}".into(), "logged_at_ms"),
        (urge("11", "\"\""), "strength"),
        (urge("null", "\"\""), "strength"),
        (urge("1", "7"), "body"),
        (urge("1", &long), "line"),
        (urge("1", "\"\"").replace("logged_at_ms", "canary"), "logged_at_ms"),
    ] {
        let error = Urge::from_body(1, body.as_bytes()).unwrap_err();
        assert_eq!(error, BodyError::Malformed { field }, "{body}");
        assert!(!error.to_string().contains("canary"));
    }
    for (body, field) in [
        ("[]", "body"),
        ("{}", "put_away"),
        (r#"{"wish":"canary","put_away":{}}"#, "wish"),
        (r#"{"put_away":[]}"#, "put_away"),
        (r#"{"put_away":{"recovery_sheet":[1]}}"#, "put_away"),
    ] {
        assert_eq!(Settings::from_body(1, body.as_bytes()), Err(BodyError::Malformed { field }), "{body}");
    }
    for schema in [3, u16::MAX] {
        assert_eq!(Urge::from_body(schema, b"?"), Err(BodyError::Newer { schema }));
    }
    for schema in [2, u16::MAX] {
        assert_eq!(Settings::from_body(schema, b"?"), Err(BodyError::Newer { schema }));
    }
}

/// A field whose name is not among them would be written twice; one that is no field would swallow a newer version's.
#[test]
fn every_field_is_named() {
    fn names<S: Said>() -> (Vec<String>, Vec<String>) {
        let written = serde_json::to_value(S::default()).unwrap();
        let mut written: Vec<String> = written.as_object().unwrap().keys().cloned().collect();
        let mut named: Vec<String> = S::FIELDS.iter().map(|&name| name.to_owned()).collect();
        written.sort();
        named.sort();
        (written, named)
    }
    for (written, named) in [
        names::<UrgeWords>(),
        names::<journal::CheckInWords>(),
        names::<journal::GoalWords>(),
        names::<journal::ReturnWords>(),
        names::<journal::RulerWords>(),
        names::<journal::ReasonWords>(),
        names::<journal::TemplateWords>(),
    ] {
        assert_eq!(written, named);
    }
}

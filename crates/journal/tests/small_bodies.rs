//! Frozen bodies of urges and settings: what rests on people's disks is read and written as it stands, for ever.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::{BodyError, Line, Settings, Strength, Suggestion, Urge, UrgeWords, Wish};

const URGE: &[u8] = include_bytes!("../fixtures/urge-1.json");
const URGE_EMPTY: &[u8] = include_bytes!("../fixtures/urge-1-empty.json");
const URGE_UNKNOWN: &[u8] = include_bytes!("../fixtures/urge-1-unknown-fields.json");
const SETTINGS: &[u8] = include_bytes!("../fixtures/settings-1.json");
const SETTINGS_EMPTY: &[u8] = include_bytes!("../fixtures/settings-1-empty.json");
const SETTINGS_UNKNOWN: &[u8] = include_bytes!("../fixtures/settings-1-unknown-fields.json");

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap()
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte() {
    for body in [URGE, URGE_EMPTY, URGE_UNKNOWN] {
        assert_eq!(text(&Urge::from_body(1, body).unwrap().to_body()), text(body));
    }
    for body in [SETTINGS, SETTINGS_EMPTY, SETTINGS_UNKNOWN] {
        assert_eq!(text(&Settings::from_body(1, body).unwrap().to_body()), text(body));
    }
}

#[test]
fn a_frozen_urge_means_what_it_meant() {
    let urge = Urge::from_body(1, URGE).unwrap();
    let words = UrgeWords {
        strength: Strength::new(7).unwrap(),
        line: Line::new("Outside the shop on Elm Street. \"Walked on.\" Zoë 😀").unwrap(),
        happened_at_s: 1_795_000_000,
        offset_min: -300,
        zone: "America/New_York".into(),
    };
    assert_eq!((urge.words(), urge.logged_at_ms()), (&words, 1_795_000_060_000));
    assert!(urge.unknown().is_empty());
    assert_eq!(words.list_title(), "Outside the shop on Elm Street. \"Walked on.\" Zoë 😀");
    assert_eq!(words.search_text(), "outside the shop on elm street. \"walked on.\" zoe 😀");
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
fn unknown_fields_survive_a_change() {
    let urge = Urge::from_body(1, URGE_UNKNOWN).unwrap();
    let words = UrgeWords { line: Line::new("another").unwrap(), ..urge.words().clone() };
    let body = urge.revise(words).to_body();
    for kept in
        [r#""eased":{"after_s":1e400}"#, r#""what_set_it_off":null"#, "[123456789012345678901234567890]"]
    {
        assert!(text(&body).contains(kept), "{kept}");
    }
    assert!(text(&body).contains(r#""line":"another""#) && text(&body).contains(r#""logged_at_ms":3"#));
    let mut settings = Settings::from_body(1, SETTINGS_UNKNOWN).unwrap();
    settings.wish = Some(Wish::NotNow);
    settings.put_away(Suggestion::FirstQuestion, 9);
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
        ("{}".into(), "strength"),
        (urge("11", "\"\""), "strength"),
        (urge("null", "\"\""), "strength"),
        (urge("1", "7"), "line"),
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
    for schema in [2, u16::MAX] {
        assert_eq!(Urge::from_body(schema, b"?"), Err(BodyError::Newer { schema }));
        assert_eq!(Settings::from_body(schema, b"?"), Err(BodyError::Newer { schema }));
    }
}

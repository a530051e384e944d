//! Frozen bodies: what rests on people's disks is read and written as it stands, for ever.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::{BodyError, Entry, Mood, Tags, Words};

const FIRST: &[u8] = include_bytes!("../fixtures/entry-1.json");
const FIRST_EMPTY: &[u8] = include_bytes!("../fixtures/entry-1-empty.json");
const FIRST_UNKNOWN_FIELDS: &[u8] = include_bytes!("../fixtures/entry-1-unknown-fields.json");
const SECOND: &[u8] = include_bytes!("../fixtures/entry-2.json");
const EMPTY: &[u8] = include_bytes!("../fixtures/entry-2-empty.json");
const UNKNOWN_FIELDS: &[u8] = include_bytes!("../fixtures/entry-2-unknown-fields.json");

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap()
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte() {
    for body in [SECOND, EMPTY, UNKNOWN_FIELDS] {
        let entry = Entry::from_body(2, body).unwrap();
        assert_eq!(text(&entry.to_body()), text(body));
    }
}

#[test]
fn an_entry_of_the_first_schema_is_written_anew_as_the_second_and_means_the_same() {
    for body in [FIRST, FIRST_EMPTY, FIRST_UNKNOWN_FIELDS] {
        let entry = Entry::from_body(1, body).unwrap();
        assert!(!entry.words().favourite && !entry.words().kept_back);
        assert_eq!(Entry::from_body(2, &entry.to_body()), Ok(entry));
    }
    assert_eq!(text(&Entry::from_body(1, FIRST_EMPTY).unwrap().to_body()), text(EMPTY));
}

#[test]
fn the_second_schema_says_what_is_a_favourite_what_is_kept_back_and_what_is_attached() {
    let words = Entry::from_body(2, SECOND).unwrap().into_words();
    assert!(words.favourite && words.kept_back);
    assert_eq!(words.attachments, [[9; 16]]);
    let first = Entry::from_body(1, FIRST).unwrap().into_words();
    let same = Words { favourite: true, kept_back: true, attachments: vec![[9; 16]], ..first };
    assert_eq!(words, same);
}

#[test]
fn a_frozen_body_means_what_it_meant() {
    let entry = Entry::from_body(1, FIRST).unwrap();
    let words = Words {
        title: "Tuesday".into(),
        text: "Long **walk** by the river.\n\nCalled Zoë after. \"It held.\" 😀".into(),
        mood: Mood::new(7).ok(),
        tags: Tags::new(["sleep", "Café"]).unwrap(),
        happened_at_s: -2_985_984_000,
        offset_min: -300,
        zone: "America/New_York".into(),
        ..Words::default()
    };
    assert_eq!(entry.words(), &words);
    assert!(entry.unknown().is_empty());
    let [first, second] = entry.earlier() else { panic!("two earlier wordings") };
    assert_eq!(
        (first.text.as_str(), first.mood, first.replaced_at_ms),
        ("Long walk.", None, 1_795_000_000_000)
    );
    assert_eq!((second.mood, second.tags.as_slice()), (Mood::new(0).ok(), &["sleep".to_owned()][..]));
}

#[test]
fn unknown_fields_survive_an_edit_digit_for_digit() {
    let entry = Entry::from_body(2, UNKNOWN_FIELDS).unwrap();
    let words = Words { text: "another".into(), ..entry.words().clone() };
    let body = entry.revise(words, 9).unwrap().to_body();
    for kept in [
        r#""place":{"lat":51.50000000000000000001}"#,
        r#""weather":null"#,
        "[123456789012345678901234567890]",
        "1e400",
    ] {
        assert!(text(&body).contains(kept), "{kept}");
    }
}

#[test]
fn bodies_that_are_not_of_the_schema_are_refused_without_quoting_them() {
    let cases: &[(&str, &str)] = &[
        ("", "body"),
        ("[]", "body"),
        ("{\"title\":\"canary", "body"),
        ("{}", "title"),
        (r#"{"title":7}"#, "title"),
        (r#"{"title":"canary","text":null}"#, "text"),
        (r#"{"title":"","text":"","mood":11}"#, "mood"),
        (r#"{"title":"","text":"","mood":1.5}"#, "mood"),
        (r#"{"title":"","text":"","tags":"canary"}"#, "tags"),
        (r#"{"title":"","text":"","tags":[],"happened_at_s":1e3}"#, "happened_at_s"),
        (r#"{"title":"","text":"","tags":[],"happened_at_s":1,"offset_min":40000}"#, "offset_min"),
        (r#"{"title":"","text":"","tags":[],"happened_at_s":1,"offset_min":4,"zone":0}"#, "zone"),
        (
            r#"{"title":"","text":"","tags":[],"happened_at_s":1,"offset_min":4,"zone":"","earlier":{}}"#,
            "earlier",
        ),
        (
            r#"{"title":"","text":"","tags":[],"happened_at_s":1,"offset_min":4,"zone":"","earlier":[{}]}"#,
            "title",
        ),
    ];
    for (body, field) in cases {
        let error = Entry::from_body(1, body.as_bytes()).unwrap_err();
        assert_eq!(error, BodyError::Malformed { field }, "{body}");
        assert!(!error.to_string().contains("canary"));
    }
    assert_eq!(Entry::from_body(0, EMPTY), Err(BodyError::Malformed { field: "schema" }));
    assert_eq!(Entry::from_body(1, b"{\"title\":\"\xff\"}"), Err(BodyError::Malformed { field: "body" }));
}

#[test]
fn a_newer_schema_is_said_to_be_newer_whatever_its_body() {
    for schema in [3, u16::MAX] {
        assert_eq!(Entry::from_body(schema, b"?"), Err(BodyError::Newer { schema }));
    }
}

#[test]
fn a_body_of_4_mib_fits_and_one_byte_more_does_not() {
    let around = EMPTY.len();
    let words = |bytes: usize| Words { text: "a".repeat(bytes - around), ..Words::default() };
    let entry = Entry::new(words(Entry::BODY_LIMIT)).unwrap();
    let body = entry.to_body();
    assert_eq!(body.len(), Entry::BODY_LIMIT);
    assert_eq!(Entry::from_body(2, &body).as_ref(), Ok(&entry));

    let too_long = BodyError::TooLong { bytes: Entry::BODY_LIMIT + 1, limit: Entry::BODY_LIMIT };
    assert_eq!(Entry::new(words(Entry::BODY_LIMIT + 1)), Err(too_long));
    assert_eq!(entry.revise(words(Entry::BODY_LIMIT + 1), 1), Err(too_long));
    assert_eq!(Entry::from_body(1, &[b' '; Entry::BODY_LIMIT + 1]), Err(too_long));
}

#[test]
fn earlier_wordings_give_way_to_the_text() {
    let short = |text: &str| Words { text: text.into(), ..Words::default() };
    let entry = Entry::new(short("one")).unwrap().revise(short("two"), 1).unwrap();
    let long = Words { text: "a".repeat(Entry::BODY_LIMIT - EMPTY.len() - 80), ..Words::default() };
    let entry = entry.revise(long, 2).unwrap();
    let left: Vec<&str> = entry.earlier().iter().map(|wording| wording.text.as_str()).collect();
    assert_eq!(left, ["two"]);
}

#[test]
fn an_edit_of_the_date_or_a_mark_alone_makes_no_earlier_wording() {
    let entry = Entry::new(Words { text: "one".into(), ..Words::default() }).unwrap();
    let words = Words { happened_at_s: 99, favourite: true, kept_back: true, ..entry.words().clone() };
    assert!(entry.revise(words, 1).unwrap().earlier().is_empty());
}

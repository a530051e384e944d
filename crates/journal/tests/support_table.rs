//! The table: frozen bodies of its kinds, what may not rest, and what is reckoned of them.
#![expect(clippy::unwrap_used, reason = "tests")]

use journal::support::table::{
    Contact, ContactWords, Gives, LeafLine, Leg, LegKind, LegLink, LegSeen, LegWords, Person, PersonWords,
    Review, ReviewWords, Strength,
};
use journal::{Said, SaidError};

const LEG: &[u8] = include_bytes!("../fixtures/leg-1.json");
const PERSON: &[u8] = include_bytes!("../fixtures/person-1.json");
const CONTACT: &[u8] = include_bytes!("../fixtures/contact-1.json");
const REVIEW: &[u8] = include_bytes!("../fixtures/review-1.json");

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap()
}

#[test]
fn frozen_bodies_are_written_again_byte_for_byte() {
    assert_eq!(text(&Leg::from_body(1, LEG).unwrap().to_body()), text(LEG));
    assert_eq!(text(&Person::from_body(1, PERSON).unwrap().to_body()), text(PERSON));
    assert_eq!(text(&Contact::from_body(1, CONTACT).unwrap().to_body()), text(CONTACT));
    assert_eq!(text(&Review::from_body(1, REVIEW).unwrap().to_body()), text(REVIEW));
}

#[test]
fn frozen_bodies_mean_what_they_meant() {
    assert_eq!(Leg::from_body(1, LEG).unwrap().said(), &leg());
    assert_eq!(Person::from_body(1, PERSON).unwrap().said(), &person());
    assert_eq!(Contact::from_body(1, CONTACT).unwrap().said(), &contact());
    assert_eq!(Review::from_body(1, REVIEW).unwrap().said(), &review());
}

/// Each field of a kind is named in its list, so that none is taken for one of a newer version.
#[test]
fn every_field_is_named() {
    fn named<S: Said + serde::Serialize>(words: &S) {
        let value = serde_json::to_value(words).unwrap();
        let mut fields: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        let mut known = S::FIELDS.to_vec();
        fields.sort_unstable();
        known.sort_unstable();
        assert_eq!(fields, known);
    }
    named(&leg());
    named(&person());
    named(&contact());
    named(&review());
}

fn leg() -> LegWords {
    LegWords {
        kind: LegKind::Digital,
        name: "Quiet hours".into(),
        strength: Some(Strength::Steady),
        wobbles_day: Some(20_780),
        things: vec!["The evening room".into()],
        links: vec![LegLink { name: "Group".into(), address: "https://example.org/group".into() }],
        notes: "Not after ten.".into(),
        leaf: vec![LeafLine::AskToday, LeafLine::StayCalm],
        leaf_own: "Tea helps.".into(),
        happened_at_s: 1,
        offset_min: 2,
        zone: "z".into(),
    }
}

fn person() -> PersonWords {
    PersonWords {
        name: "my brother".into(),
        legs: vec![[7; 16]],
        gives: vec![Gives::Listening, Gives::Lift],
        gives_own: vec!["soup".into()],
        listens: true,
        stance: "Glad, and careful.".into(),
        limit: "Not at night.".into(),
        say: "Ring me in the morning.".into(),
        act: "Phone off at ten.".into(),
        phone: "+44 20 7946 0958".into(),
        mail: "b@example.org".into(),
        notes: "Works on Fridays.".into(),
        happened_at_s: 1,
        offset_min: 2,
        zone: "z".into(),
    }
}

fn contact() -> ContactWords {
    ContactWords {
        name: "my brother".into(),
        person: Some([9; 16]),
        leg: None,
        line: "Walked the long way.".into(),
        happened_at_s: 1,
        offset_min: 2,
        zone: "z".into(),
    }
}

fn review() -> ReviewWords {
    ReviewWords {
        strong: "The group.".into(),
        missing: "Somebody for evenings.".into(),
        listens: "My brother.".into(),
        legs: vec![LegSeen {
            kind: LegKind::Peers,
            name: String::new(),
            strength: Some(Strength::Strong),
            wobbles: false,
        }],
        happened_at_s: 1,
        offset_min: 2,
        zone: "z".into(),
    }
}

#[test]
fn a_leg_wobbles_for_a_week_from_the_day_it_was_said() {
    let leg = LegWords { wobbles_day: Some(100), strength: Some(Strength::Strong), ..leg() };
    for (today, wobbles) in
        [(99, false), (100, true), (106, true), (107, false), (i32::MIN, false), (i32::MAX, false)]
    {
        assert_eq!(leg.wobbles_on(today), wobbles, "{today}");
        assert_eq!(leg.carries_on(today), !wobbles, "{today}");
    }
    assert!(!LegWords { wobbles_day: None, ..leg }.wobbles_on(100));
}

#[test]
fn steady_and_strong_carry() {
    for (strength, carries) in [
        (None, false),
        (Some(Strength::NotThere), false),
        (Some(Strength::Thin), false),
        (Some(Strength::Steady), true),
        (Some(Strength::Strong), true),
    ] {
        assert_eq!(
            LegWords { strength, wobbles_day: None, ..leg() }.carries_on(100),
            carries,
            "{strength:?}"
        );
    }
    assert_eq!(Strength::ALL.map(Strength::number), [0, 1, 2, 3]);
}

#[test]
fn what_may_not_rest_is_named() {
    let link = |address: &str| LegWords {
        links: vec![LegLink { name: "x".into(), address: address.into() }],
        ..leg()
    };
    for (words, expected) in [
        (LegWords { kind: LegKind::Own, name: " \n".into(), ..leg() }, SaidError::Missing { field: "name" }),
        (link("javascript:alert(1)"), SaidError::OutOfRange { field: "links" }),
        (link("https://"), SaidError::OutOfRange { field: "links" }),
        (link(""), SaidError::OutOfRange { field: "links" }),
    ] {
        assert_eq!(words.clone().tidied().check(), Err(expected), "{words:?}");
    }
    assert_eq!(PersonWords::default().check(), Err(SaidError::Missing { field: "name" }));
    let long = PersonWords { limit: "x".repeat(16 * 1024 + 1), ..person() };
    assert!(matches!(long.check(), Err(SaidError::TooLong { field: "limit", .. })));
    let many = ReviewWords { legs: vec![LegSeen::default(); 65], ..review() };
    assert!(matches!(many.check(), Err(SaidError::TooMany { field: "legs", .. })));
    assert_eq!(LegWords { kind: LegKind::Medical, ..LegWords::default() }.check(), Ok(()));
    assert_eq!(ReviewWords::default().check(), Ok(()));
    assert_eq!(ContactWords::default().check(), Ok(()));
}

#[test]
fn contact_with_somebody_is_contact_with_each_leg_they_stand_on() {
    let (peers, family, other) = ([1; 16], [2; 16], [3; 16]);
    let people = [([9; 16], PersonWords { legs: vec![peers, family], ..person() })];
    assert!(contact().is_with_leg(peers, &people));
    assert!(contact().is_with_leg(family, &people));
    assert!(!contact().is_with_leg(other, &people));
    let place = ContactWords { person: None, leg: Some(other), ..contact() };
    assert!(place.is_with_leg(other, &people) && !place.is_with_leg(peers, &people));
}

#[test]
fn the_day_of_contact_is_counted_there() {
    for (second, offset_min, day) in
        [(0, 0, 0), (86_399, 0, 0), (86_399, 1, 1), (0, -1, -1), (i64::MAX, 0, 0), (i64::MIN, -840, 0)]
    {
        let contact = ContactWords { happened_at_s: second, offset_min, ..contact() };
        assert_eq!(contact.day(), day, "{second} {offset_min}");
    }
}

#[test]
fn a_look_over_the_table_keeps_the_legs_of_that_day() {
    let seen = LegSeen::of(&leg(), 20_781);
    assert_eq!(seen.strength, Some(Strength::Steady));
    assert!(seen.wobbles && seen.kind == LegKind::Digital && seen.name == "Quiet hours");
    assert!(!LegSeen::of(&leg(), 20_790).wobbles);
    assert_eq!((review().list_title(), review().preview()), ("The group.".into(), "The group.".into()));
    let later = ReviewWords { strong: String::new(), ..review() };
    assert_eq!(later.preview(), "Somebody for evenings.");
}

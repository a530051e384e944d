//! The smaller kinds of record: saved, read, listed or kept in a room of their own, asked for by kind, filtered.

use keeper::protocol::{
    Aim, CheckInWords, Draft, Failure, Filter, GoalWords, Heading, Id, ReasonWords, Request, ReturnWords,
    RowKind, RulerWords, Substance, TemplateWords, UrgeWords, Written,
};

use crate::tab::{PASSPHRASE, Tab, carried, entry};

fn one_of_each() -> Vec<Written> {
    vec![
        Written::Urge(UrgeWords { strength: Some(7), line: "by the kiosk".into(), ..UrgeWords::default() }),
        Written::CheckIn(CheckInWords { mood: Some(6), line: "quiet".into(), ..CheckInWords::default() }),
        Written::Goal(GoalWords {
            substance: Some(Substance::Nicotine),
            aim: Some(Aim::CutDown),
            ..GoalWords::default()
        }),
        Written::Return(ReturnWords { line: "at the party".into(), ..ReturnWords::default() }),
        Written::Ruler(RulerWords { importance: Some(8), ..RulerWords::default() }),
        Written::Reason(ReasonWords {
            heading: Heading::Loved,
            words: "the lake".into(),
            ..ReasonWords::default()
        }),
        Written::Template(TemplateWords { name: "Evening".into(), ..TemplateWords::default() }),
    ]
}

fn saved(tab: &Tab, text: Written) -> Id {
    tab.save(&Draft { text, ..tab.begin("") }).unwrap().entry.id
}

fn all(tab: &Tab, kind: RowKind) -> Vec<Written> {
    let read = carried!(tab.ask(Request::All { kind }), All).unwrap();
    read.into_iter().flat_map(|record| record.wordings).collect()
}

fn listed(tab: &Tab, filter: Filter) -> Vec<RowKind> {
    let listed = carried!(tab.ask(Request::List { filter, offset: 0, limit: u32::MAX }), Listed).unwrap();
    listed.rows.into_iter().map(|row| row.kind).collect()
}

#[test]
fn each_kind_is_read_again_as_it_was_said_and_found_by_its_kind() {
    let tab = Tab::created();
    let said = one_of_each();
    let ids: Vec<Id> = said.iter().map(|text| saved(&tab, text.clone())).collect();
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    for (id, text) in ids.iter().zip(&said) {
        assert_eq!(tab.read(*id).unwrap().wordings, std::slice::from_ref(text));
        assert_eq!(all(&tab, text.kind()), std::slice::from_ref(text));
    }
    assert_eq!(all(&tab, RowKind::Entry), []);
    let mut kinds = listed(&tab, Filter::default());
    kinds.sort_by_key(|kind| format!("{kind:?}"));
    assert_eq!(kinds, [RowKind::CheckIn, RowKind::Return, RowKind::Urge]);
}

#[test]
fn what_is_no_line_of_the_list_can_be_edited_deleted_and_taken_back() {
    let tab = Tab::created();
    let id = saved(&tab, one_of_each().remove(2));
    let changed = Written::Goal(GoalWords {
        name: "smoking".into(),
        substance: Some(Substance::Nicotine),
        aim: Some(Aim::Stop),
        ..GoalWords::default()
    });
    tab.save(&Draft { text: changed.clone(), ..tab.edit(id, "") }).unwrap();
    assert_eq!(all(&tab, RowKind::Goal), std::slice::from_ref(&changed));
    tab.delete(id).unwrap();
    assert_eq!(all(&tab, RowKind::Goal), []);
    tab.undelete(id).unwrap();
    assert_eq!(all(&tab, RowKind::Goal), [changed]);
}

#[test]
fn what_says_nothing_or_too_much_is_refused_and_its_draft_stays() {
    let tab = Tab::created();
    let long = "a".repeat(281);
    for (text, failure) in [
        (Written::CheckIn(CheckInWords::default()), Failure::NothingSaid),
        (
            Written::CheckIn(CheckInWords { mood: Some(11), ..CheckInWords::default() }),
            Failure::MoodOutOfRange,
        ),
        (
            Written::CheckIn(CheckInWords { sleep: Some(11), ..CheckInWords::default() }),
            Failure::NumberOutOfRange,
        ),
        (Written::Goal(GoalWords::default()), Failure::NothingSaid),
        (
            Written::Return(ReturnWords { line: long, ..ReturnWords::default() }),
            Failure::LineTooLong { bytes: 281, limit: 280 },
        ),
        (
            Written::Urge(UrgeWords {
                strength: Some(1),
                about: (0..65).map(|n| n.to_string()).collect(),
                ..UrgeWords::default()
            }),
            Failure::TooManyChoices { choices: 65, limit: 64 },
        ),
    ] {
        let draft = Draft { text, ..tab.begin("") };
        tab.post(&draft);
        assert_eq!(tab.save(&draft).map(drop), Err(failure), "{draft:?}");
        assert!(tab.drafts().contains(&draft));
    }
}

#[test]
fn a_list_is_filtered_by_kind_tag_days_mood_and_words_together() {
    let tab = Tab::created();
    for text in one_of_each() {
        saved(&tab, text);
    }
    let day = |day: i64, mood, tag: &str| {
        let mut text = entry("walk");
        (text.happened_at_s, text.mood, text.tags) = (day * 86_400, Some(mood), vec![tag.into()]);
        saved(&tab, Written::Entry(text));
    };
    day(3, 2, "rain");
    day(4, 7, "rain");
    day(5, 7, "sun");
    let count = |filter: Filter| listed(&tab, filter).len();
    let any = Filter::default;
    assert_eq!(count(Filter { kinds: vec![RowKind::Entry], ..any() }), 3);
    assert_eq!(count(Filter { kinds: vec![RowKind::Urge, RowKind::CheckIn], ..any() }), 2);
    assert_eq!(count(Filter { tag: Some("rain".into()), ..any() }), 2);
    assert_eq!(count(Filter { from_day: Some(4), ..any() }), 2);
    assert_eq!(count(Filter { to_day: Some(4), kinds: vec![RowKind::Entry], ..any() }), 2);
    assert_eq!(count(Filter { mood: Some((6, 10)), ..any() }), 3);
    assert_eq!(count(Filter { mood: Some((7, 7)), tag: Some("rain".into()), ..any() }), 1);
    assert_eq!(count(Filter { mood: Some((7, 7)), search: "kiosk".into(), ..any() }), 0);
    assert_eq!(count(Filter { search: "kiosk".into(), kinds: vec![RowKind::Urge], ..any() }), 1);
}

#[test]
fn a_stretch_of_time_holds_what_happened_in_it_and_no_more() {
    let tab = Tab::created();
    for happened_at_s in [100, 200, 300] {
        saved(
            &tab,
            Written::CheckIn(CheckInWords { mood: Some(5), happened_at_s, ..CheckInWords::default() }),
        );
    }
    saved(&tab, Written::Urge(UrgeWords { strength: Some(5), happened_at_s: 250, ..UrgeWords::default() }));
    let between = |from_s, to_s| {
        let asked = Request::Between { kind: RowKind::CheckIn, from_s, to_s };
        let read = carried!(tab.ask(asked), All).unwrap();
        read.iter().map(|record| record.wordings[0].moment().0).collect::<Vec<_>>()
    };
    assert_eq!(between(100, 300), [200, 100]);
    assert_eq!(between(101, 301), [300, 200]);
    assert!(between(301, 400).is_empty());
}

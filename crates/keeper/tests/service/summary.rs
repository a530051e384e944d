//! What a summary is made of: the records of its days, and nothing that is never shared.

use journal::summary::Part;
use keeper::protocol::{
    CheckInWords, Draft, EntryText, Failure, Filter, Gathered, GoalWords, Id, Mark, Range, Request, RowKind,
    SettingsChange, SummaryAsk, UrgeWords, Used, Written,
};

use crate::machine::NOON_MS;
use crate::tab::{PASSPHRASE, Tab, carried, entry};

const NOON_S: i64 = (NOON_MS / 1_000) as i64;
const TODAY: i32 = (NOON_S / 86_400) as i32;
const DAY_S: i64 = 86_400;

fn gathered(tab: &Tab, days: i32, passages: &[Id]) -> Result<Gathered, Failure> {
    let ask = SummaryAsk {
        from: TODAY - days + 1,
        to: TODAY,
        parts: Part::ALL.to_vec(),
        passages: passages.to_vec(),
    };
    carried!(tab.ask(Request::Summary(ask)), Summary).map(|gathered| *gathered)
}

fn save(tab: &Tab, text: Written) -> Id {
    tab.save(&Draft { text, ..tab.begin("") }).unwrap().entry.id
}

fn urge(days_ago: i64, strength: u8) -> Written {
    let happened_at_s = NOON_S - days_ago * DAY_S;
    Written::Urge(UrgeWords { strength: Some(strength), happened_at_s, ..UrgeWords::default() })
}

fn check_in(days_ago: i32) -> Written {
    Written::CheckIn(CheckInWords {
        day: TODAY - days_ago,
        happened_at_s: NOON_S,
        mood: Some(7),
        used: Some(Used::None),
        ..CheckInWords::default()
    })
}

fn passage(days_ago: i64, text: &str) -> Written {
    Written::Entry(EntryText { happened_at_s: NOON_S - days_ago * DAY_S, mood: Some(3), ..entry(text) })
}

fn goal() -> Written {
    Written::Goal(GoalWords {
        name: "less".into(),
        aim: Some(journal::Aim::Stop),
        happened_at_s: NOON_S,
        since_day: TODAY - 99,
        ..GoalWords::default()
    })
}

fn never(tab: &Tab, kind: journal::Kind, on: bool) {
    tab.ask(Request::ChangeSettings(SettingsChange::NeverShare(kind.number(), on))).unwrap();
}

#[test]
fn the_records_of_the_days_are_told_and_figures_are_those_of_insights() {
    let tab = Tab::created();
    let id = save(&tab, passage(1, "a walk"));
    let outside = save(&tab, passage(40, "long ago"));
    save(&tab, urge(2, 6));
    save(&tab, urge(60, 9));
    save(&tab, check_in(3));
    save(&tab, goal());
    let found = gathered(&tab, 28, &[id, outside, [9; 16]]).unwrap();
    assert_eq!((found.days, found.recorded, found.urges.unwrap().0), (28, 3, 1));
    let passages = found.passages.unwrap();
    assert_eq!(passages.len(), 1);
    assert_eq!((passages[0].day, passages[0].text.as_str()), (TODAY - 1, "a walk"));
    let goals = found.goals.unwrap();
    assert_eq!((goals[0].in_line.hits, goals[0].in_line.of, goals[0].days), (1, 1, 28));
    let request = Request::Insights { range: Range::Days28, now_s: NOON_S, offset_min: 0 };
    let insights = carried!(tab.ask(request), Insights).unwrap().insights;
    assert_eq!(found.mood.unwrap(), insights.daily.mood);
    assert_eq!(found.recorded, insights.recorded);
}

#[test]
fn a_marked_entry_is_left_out_of_passages_figures_and_what_is_offered() {
    let tab = Tab::created();
    let (one, other) = (save(&tab, passage(1, "secret")), save(&tab, passage(2, "open")));
    let counts = |tab: &Tab| {
        let found = gathered(tab, 28, &[one, other]).unwrap();
        (found.recorded, found.mood.unwrap().points.len(), found.passages.unwrap().len())
    };
    assert_eq!(counts(&tab), (2, 2, 2));
    tab.ask(Request::Mark { id: one, mark: Mark::NeverShare(true) }).unwrap();
    assert_eq!(counts(&tab), (1, 1, 1));
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    assert_eq!(counts(&tab), (1, 1, 1));
    let filter = Filter { kinds: vec![RowKind::Entry], shareable: true, ..Filter::default() };
    let listed = carried!(tab.ask(Request::List { filter, offset: 0, limit: 9 }), Listed).unwrap();
    assert_eq!(listed.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [other]);
    tab.ask(Request::Mark { id: one, mark: Mark::NeverShare(false) }).unwrap();
    assert_eq!(counts(&tab), (2, 2, 2));
}

#[test]
fn a_kind_that_is_never_shared_gives_nothing() {
    let tab = Tab::created();
    let id = save(&tab, passage(1, "a walk"));
    save(&tab, urge(2, 6));
    save(&tab, check_in(3));
    save(&tab, goal());
    never(&tab, journal::Kind::URGE, true);
    assert_eq!(gathered(&tab, 28, &[id]).unwrap().urges.unwrap().0, 0);
    never(&tab, journal::Kind::ENTRY, true);
    let found = gathered(&tab, 28, &[id]).unwrap();
    assert_eq!((found.passages.unwrap().len(), found.mood.unwrap().points.len()), (0, 1));
    never(&tab, journal::Kind::CHECK_IN, true);
    let found = gathered(&tab, 28, &[id]).unwrap();
    assert_eq!((found.recorded, found.goals.unwrap()[0].in_line.of), (0, 0));
    never(&tab, journal::Kind::GOAL, true);
    assert!(gathered(&tab, 28, &[id]).unwrap().goals.unwrap().is_empty());
    never(&tab, journal::Kind::URGE, false);
    assert_eq!(gathered(&tab, 28, &[id]).unwrap().urges.unwrap().0, 1);
}

#[test]
fn days_out_of_order_or_too_many_are_met() {
    let tab = Tab::created();
    save(&tab, urge(2, 6));
    assert_eq!(gathered(&tab, 0, &[]).unwrap().days, 0);
    assert_eq!(gathered(&tab, 99_999, &[]).unwrap().days, 3_660);
    let far = SummaryAsk { from: i32::MIN, to: i32::MAX, parts: Part::ALL.to_vec(), passages: Vec::new() };
    assert_eq!(carried!(tab.ask(Request::Summary(far)), Summary).unwrap().days, 0);
}

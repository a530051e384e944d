//! Insights: what the records in memory show, whatever became of them.

use keeper::protocol::{
    CheckInWords, Draft, Failure, InsightsShown, Range, Request, ReturnWords, SettingsChange, UrgeWords,
    Used, Written,
};
use store::Place;

use crate::machine::NOON_MS;
use crate::tab::{PASSPHRASE, Tab, carried, words};

const NOON_S: i64 = (NOON_MS / 1_000) as i64;
const TODAY: i32 = (NOON_S / 86_400) as i32;
const DAY_S: i64 = 86_400;

fn shown(tab: &Tab, range: Range) -> Result<InsightsShown, Failure> {
    let request = Request::Insights { range, now_s: NOON_S, offset_min: 0 };
    carried!(tab.ask(request), Insights).map(|shown| *shown)
}

fn urge(days_ago: i64, hours: i64, strength: u8) -> Written {
    let happened_at_s = NOON_S - days_ago * DAY_S + hours * 3_600;
    Written::Urge(UrgeWords { strength: Some(strength), happened_at_s, ..UrgeWords::default() })
}

fn check_in(days_ago: i32, mood: u8) -> Written {
    Written::CheckIn(CheckInWords {
        day: TODAY - days_ago,
        happened_at_s: NOON_S,
        mood: Some(mood),
        used: Some(Used::None),
        ..CheckInWords::default()
    })
}

fn save(tab: &Tab, text: Written) -> [u8; 16] {
    tab.save(&Draft { text, ..tab.begin("") }).unwrap().entry.id
}

/// Urges, recorded days, days of mood.
fn counts(tab: &Tab, range: Range) -> (u32, u32, usize) {
    let found = shown(tab, range).unwrap().insights;
    (found.urges.n, found.recorded, found.daily.mood.points.len())
}

#[test]
fn every_kind_that_says_something_of_a_day_counts() {
    let tab = Tab::created();
    assert_eq!(counts(&tab, Range::All), (0, 0, 0));
    save(&tab, urge(1, 0, 6));
    save(&tab, urge(40, 0, 3));
    // Filled in later: of its own day alone.
    save(&tab, check_in(3, 7));
    assert_eq!(counts(&tab, Range::Days28), (1, 2, 1));
    assert_eq!(counts(&tab, Range::Days90), (2, 3, 1));
    save(&tab, words("an entry"));
    assert_eq!(counts(&tab, Range::Days28), (1, 3, 1));
    save(&tab, Written::Return(ReturnWords { happened_at_s: NOON_S - 5 * DAY_S, ..ReturnWords::default() }));
    let found = shown(&tab, Range::All).unwrap().insights;
    assert_eq!((found.days, found.recorded), (41, 5));
    assert_eq!((found.progress.days_without.hits, found.progress.days_without.of), (1, 2));
}

#[test]
fn what_is_changed_or_deleted_counts_as_it_now_stands() {
    let tab = Tab::created();
    let id = save(&tab, urge(1, 0, 6));
    tab.save(&Draft { text: urge(200, 0, 6), ..tab.edit(id, "") }).unwrap();
    assert_eq!((counts(&tab, Range::Days90), counts(&tab, Range::Days365)), ((0, 0, 0), (1, 1, 0)));
    tab.delete(id).unwrap();
    assert_eq!(counts(&tab, Range::All), (0, 0, 0));
    tab.undelete(id).unwrap();
    assert_eq!(counts(&tab, Range::All), (1, 1, 0));
}

#[test]
fn until_bodies_are_read_it_says_so() {
    let tab = Tab::created();
    let damaged = tab.row_added_by(3, || _ = save(&tab, urge(1, 0, 6)));
    save(&tab, urge(2, 0, 6));
    tab.lock().unwrap();
    assert_eq!(shown(&tab, Range::All), Err(Failure::Locked));
    tab.flip(Place::Row(damaged));
    tab.unlock(PASSPHRASE, None).unwrap();
    let first = shown(&tab, Range::All).unwrap();
    assert_eq!((first.insights.urges.n, first.complete), (0, false));
    tab.check_says();
    let whole = shown(&tab, Range::All).unwrap();
    assert_eq!((whole.insights.urges.n, whole.complete), (1, true));
}

#[test]
fn days_begin_when_the_owner_says() {
    let tab = Tab::created();
    // Two in the morning, and noon the day before.
    save(&tab, urge(0, -10, 6));
    save(&tab, urge(1, 0, 6));
    let days = || shown(&tab, Range::All).unwrap().insights.urges.days;
    assert_eq!(days(), 2);
    tab.ask(Request::ChangeSettings(SettingsChange::DayStartsAtFour(true))).unwrap();
    assert_eq!(days(), 1);
}

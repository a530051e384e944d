//! What the owner chose inside a journal.

use keeper::protocol::{
    Draft, EntryText, Failure, Filter, Request, Settings, SettingsChange, Suggestion, Wish, Written,
};
use store::Place;

use crate::tab::{PASSPHRASE, Tab, carried, entry};

fn settings(tab: &Tab) -> Result<Settings, Failure> {
    carried!(tab.ask(Request::Settings), Settings)
}

fn change(tab: &Tab, change: SettingsChange) -> Result<Settings, Failure> {
    carried!(tab.ask(Request::ChangeSettings(change)), Settings)
}

#[test]
fn choices_are_there_after_unlocking_again_and_are_no_entry() {
    let tab = Tab::created();
    assert_eq!(settings(&tab), Ok(Settings::default()));
    change(&tab, SettingsChange::Wish(Wish::StaySteady)).unwrap();
    change(&tab, SettingsChange::PutAway(Suggestion::RecoverySheet)).unwrap();
    tab.machine.wait_ms(5);
    let changed = change(&tab, SettingsChange::PutAway(Suggestion::RecoverySheet)).unwrap();
    let now_ms = tab.machine.now_ms.get();
    let put_away = [(Suggestion::RecoverySheet, (2, now_ms))].into();
    assert_eq!(changed, Settings { wish: Some(Wish::StaySteady), put_away, ..Settings::default() });
    tab.write("an entry");
    let opened = tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(opened.live, 1);
    assert_eq!(settings(&tab), Ok(changed));
    assert_eq!(tab.check_says(), []);
    assert_eq!((tab.list("").total, tab.titles("")), (1, vec!["an entry".to_owned()]));
    assert_eq!(tab.rows(3).len(), 2, "each change takes the place of the one before");
}

#[test]
fn a_day_that_begins_at_four_takes_the_night_before_into_the_list() {
    let tab = Tab::created();
    let day = 86_400;
    for (title, happened_at_s) in
        [("noon", 9 * day + 43_200), ("night", 10 * day + 7_200), ("dawn", 10 * day + 14_400)]
    {
        let text = Written::Entry(EntryText { title: title.into(), happened_at_s, ..entry("") });
        tab.save(&Draft { text, ..tab.begin("") }).unwrap();
    }
    let days =
        |tab: &Tab| tab.list("").rows.iter().map(|row| (row.title.clone(), row.day)).collect::<Vec<_>>();
    let on = |tab: &Tab, on_day| {
        let filter = Filter { from_day: Some(on_day), to_day: Some(on_day), ..Filter::default() };
        carried!(tab.ask(Request::List { filter, offset: 0, limit: 9 }), Listed).unwrap().total
    };
    let named = |all: [(&str, i32); 3]| all.map(|(title, day)| (title.to_owned(), day)).to_vec();
    let (midnight, four) =
        (named([("dawn", 10), ("night", 10), ("noon", 9)]), named([("dawn", 10), ("night", 9), ("noon", 9)]));
    assert_eq!((days(&tab), on(&tab, 9)), (midnight.clone(), 1));
    change(&tab, SettingsChange::DayStartsAtFour(true)).unwrap();
    assert_eq!((days(&tab), on(&tab, 9)), (four.clone(), 2));
    tab.unlock(PASSPHRASE, None).unwrap();
    settings(&tab).unwrap();
    assert_eq!((days(&tab), on(&tab, 9)), (four, 2));
    change(&tab, SettingsChange::DayStartsAtFour(false)).unwrap();
    assert_eq!(days(&tab), midnight);
}

#[test]
fn a_choice_is_no_save() {
    let tab = Tab::created();
    change(&tab, SettingsChange::Wish(Wish::NotNow)).unwrap();
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().last_save_ms, 0);
}

#[test]
fn two_tabs_do_not_write_over_each_others_choices() {
    let tab = Tab::created();
    let other = tab.another();
    change(&tab, SettingsChange::Wish(Wish::NotSure)).unwrap();
    change(&other, SettingsChange::PutAway(Suggestion::FirstQuestion)).unwrap();
    let changed = change(&tab, SettingsChange::PutAway(Suggestion::StorageAtRisk)).unwrap();
    assert_eq!(changed.wish, Some(Wish::NotSure));
    assert_eq!(changed.put_away.len(), 2);
    other.refresh();
    assert_eq!(settings(&other), Ok(changed));
}

#[test]
fn damaged_choices_are_said_to_be() {
    let tab = Tab::created();
    let row = tab.row_added_by(3, || _ = change(&tab, SettingsChange::Wish(Wish::NotSure)));
    tab.flip(Place::Row(row));
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(settings(&tab), Err(Failure::EntryDamaged));
    assert_eq!(tab.check_says(), [(String::new(), false)], "a record without a title is named all the same");
}

//! What the owner chose inside a journal.

use keeper::protocol::{Failure, Request, Settings, SettingsChange, Suggestion, Wish};
use store::Place;

use crate::tab::{PASSPHRASE, Tab, carried};

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

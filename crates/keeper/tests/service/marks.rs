//! Marks on entries, looking back on a date, days with their numbers, earlier wordings.

use keeper::protocol::{
    DayCount, Draft, EarlierWording, Failure, Filter, Id, Listed, Mark, Request, Written,
};

use crate::tab::{PASSPHRASE, Tab, carried, entry, texts, urge};

fn on_day(tab: &Tab, day: i64, text: &str) -> Id {
    let mut words = entry(text);
    words.happened_at_s = day * 86_400 + 7;
    tab.save(&Draft { text: Written::Entry(words), ..tab.begin("") }).unwrap().entry.id
}

fn mark(tab: &Tab, id: Id, mark: Mark) {
    tab.ask(Request::Mark { id, mark }).unwrap();
}

fn listed(tab: &Tab, filter: Filter) -> Listed {
    carried!(tab.ask(Request::List { filter, offset: 0, limit: u32::MAX }), Listed).unwrap()
}

fn titles(tab: &Tab, filter: Filter) -> Vec<String> {
    listed(tab, filter).rows.into_iter().map(|row| row.title).collect()
}

fn favourites() -> Filter {
    Filter { favourites: true, ..Filter::default() }
}

#[test]
fn a_favourite_stays_one_through_a_lock_and_an_edit_until_it_is_none() {
    let tab = Tab::created();
    let (one, _other) = (tab.write("one"), tab.write("other"));
    mark(&tab, one, Mark::Favourite(true));
    assert_eq!(titles(&tab, favourites()), ["one"]);
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.check();
    assert_eq!(titles(&tab, favourites()), ["one"]);
    assert!(listed(&tab, favourites()).rows[0].favourite);
    let Written::Entry(text) = &tab.read(one).unwrap().wordings[0] else { panic!("an entry") };
    let mut text = text.clone();
    text.text = "one more".into();
    tab.save(&Draft { text: Written::Entry(text), ..tab.edit(one, "") }).unwrap();
    assert_eq!(titles(&tab, favourites()), ["one more"]);
    mark(&tab, one, Mark::Favourite(false));
    assert!(titles(&tab, favourites()).is_empty());
}

#[test]
fn a_mark_changes_no_word_and_makes_no_earlier_wording() {
    let tab = Tab::created();
    let id = tab.write("one");
    mark(&tab, id, Mark::Favourite(true));
    mark(&tab, id, Mark::KeptBack(true));
    let read = tab.read(id).unwrap();
    assert_eq!((texts(&read), read.earlier), (vec!["one".to_owned()], 0));
}

#[test]
fn of_two_wordings_one_is_marked_and_both_stay() {
    let tab = Tab::created();
    let id = tab.write("before");
    let (first, second) = (tab.edit(id, "here"), tab.edit(id, "there"));
    tab.save(&first).unwrap();
    tab.save(&second).unwrap();
    mark(&tab, id, Mark::Favourite(true));
    let mut both = texts(&tab.read(id).unwrap());
    both.sort();
    assert_eq!(both, ["here", "there"]);
}

#[test]
fn an_urge_and_what_is_not_there_take_no_mark() {
    let tab = Tab::created();
    let id = tab.save(&Draft { text: urge(3, ""), ..tab.begin("") }).unwrap().entry.id;
    for id in [id, [7; 16]] {
        let request = Request::Mark { id, mark: Mark::Favourite(true) };
        assert!(matches!(tab.ask(request), Err(Failure::NotFound | Failure::EntryNewer)));
    }
}

#[test]
fn looking_back_finds_the_date_in_other_years_and_leaves_out_what_is_kept_back() {
    let tab = Tab::created();
    // 24 November of 2026, 2025 and 2024; the day after in 2025; 29 February of 2024 and 2020.
    for (day, text) in
        [(20_781, "now"), (20_416, "a year ago"), (20_051, "two years ago"), (20_417, "next day")]
    {
        on_day(&tab, day, text);
    }
    on_day(&tab, 19_782, "leap day");
    on_day(&tab, 18_321, "leap day before");
    let kept_back = on_day(&tab, 20_416, "kept back");
    mark(&tab, kept_back, Mark::KeptBack(true));
    let looked = |day: i32| titles(&tab, Filter { other_years_of: Some(day), ..Filter::default() });
    assert_eq!(looked(20_781), ["a year ago", "two years ago"]);
    assert_eq!(looked(20_416), ["now", "two years ago"]);
    assert_eq!(looked(19_782), ["leap day before"]);
    assert!(looked(20_000).is_empty());
    mark(&tab, kept_back, Mark::KeptBack(false));
    assert_eq!(looked(20_781).len(), 3);
}

#[test]
fn days_are_counted_from_one_to_another() {
    let tab = Tab::created();
    for day in [-3, 4, 4, 5, 9] {
        on_day(&tab, day, "walk");
    }
    let deleted = on_day(&tab, 5, "gone");
    tab.delete(deleted).unwrap();
    let counts = |from_day, to_day| {
        let counts = carried!(tab.ask(Request::DayCounts { from_day, to_day }), DayCounts).unwrap();
        counts.into_iter().map(|DayCount { day, rows }| (day, rows)).collect::<Vec<_>>()
    };
    assert_eq!(counts(-3, 9), [(-3, 1), (4, 2), (5, 1), (9, 1)]);
    assert_eq!(counts(4, 5), [(4, 2), (5, 1)]);
    assert_eq!(counts(6, 8), []);
    assert_eq!(counts(9, 4), []);
}

#[test]
fn earlier_wordings_come_newest_first() {
    let tab = Tab::created();
    let id = tab.write("one");
    for text in ["two", "three"] {
        tab.machine.now_ms.set(tab.machine.now_ms.get() + 60_000);
        tab.revise(id, text);
    }
    assert_eq!(tab.read(id).unwrap().earlier, 2);
    let history = carried!(tab.ask(Request::History { id }), History).unwrap();
    let texts: Vec<&str> = history.iter().map(|wording: &EarlierWording| wording.text.as_str()).collect();
    assert_eq!(texts, ["two", "one"]);
    assert!(history[0].replaced_at_ms > history[1].replaced_at_ms);
    assert_eq!(tab.ask(Request::History { id: [7; 16] }).map(drop), Err(Failure::NotFound));
}

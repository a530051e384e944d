//! The list: order, days, pages of it, search.

use keeper::protocol::{Draft, EntryText, Request, Written};

use crate::tab::{PASSPHRASE, Tab, carried, entry, search_for};

fn written(tab: &Tab, title: &str, happened_at_s: i64, offset_min: i16) {
    let text = Written::Entry(EntryText { title: title.into(), happened_at_s, offset_min, ..entry("") });
    tab.save(&Draft { text, ..tab.begin("") }).unwrap();
}

#[test]
fn the_newest_day_comes_first_and_within_a_day_the_newest() {
    let tab = Tab::created();
    let day = 86_400;
    written(&tab, "b", 10 * day + 60, 0);
    written(&tab, "d", 9 * day + 60, 0);
    written(&tab, "a", 10 * day + 120, 0);
    written(&tab, "c", 9 * day + 120, 0);
    // In Auckland it was day 10 already, half a day before "b" was written in London.
    written(&tab, "Auckland", 9 * day + 43_320, 720);
    // In Honolulu it was still day 9 long after "a" was written in London.
    written(&tab, "Honolulu", 10 * day + 30_000, -600);
    let order = ["a", "b", "Auckland", "Honolulu", "c", "d"];
    let days = [10, 10, 10, 9, 9, 9];
    for _ in 0..2 {
        let rows = tab.list("").rows;
        assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), order);
        assert_eq!(rows.iter().map(|row| row.day).collect::<Vec<_>>(), days);
        tab.unlock(PASSPHRASE, None).unwrap();
    }
}

#[test]
fn a_back_dated_entry_moves_in_the_list() {
    let tab = Tab::created();
    written(&tab, "older", 1_000, 0);
    written(&tab, "newer", 2_000, 0);
    let id = tab.list("newer").rows[0].id;
    let edit = tab.edit(id, "");
    let text = Written::Entry(EntryText { title: "newer".into(), happened_at_s: -5_000_000, ..entry("") });
    tab.save(&Draft { text, ..edit }).unwrap();
    assert_eq!(tab.titles(""), ["older", "newer"]);
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.titles(""), ["older", "newer"]);
}

#[test]
fn the_list_comes_in_pages() {
    let tab = Tab::created();
    (0..25).for_each(|n| written(&tab, &format!("e{n:02}"), 1_000 - n, 0));
    for (search, offset, limit, expected) in
        [("", 0, 10, 0..10), ("", 20, 10, 20..25), ("", 25, 10, 25..25), ("e", 5, 3, 5..8), ("", 0, 0, 0..0)]
    {
        let request = Request::List { filter: search_for(search), offset, limit };
        let listed = carried!(tab.ask(request), Listed).unwrap();
        assert_eq!(listed.total, 25);
        let titles: Vec<_> = listed.rows.into_iter().map(|row| row.title).collect();
        assert_eq!(titles, expected.map(|n| format!("e{n:02}")).collect::<Vec<_>>());
    }
}

#[test]
fn a_search_sees_titles_at_once_and_texts_once_bodies_are_read() {
    let tab = Tab::created();
    let draft = tab.begin("");
    let text = Written::Entry(EntryText {
        title: "Crème brûlée".into(),
        tags: vec!["Dessert".into()],
        mood: Some(3),
        ..entry("With Zoë at the harbour.")
    });
    tab.save(&Draft { text, ..draft }).unwrap();
    tab.write("Nothing of the kind.");
    let found = |tab: &Tab, search| tab.list(search).total;
    let looks = ["creme", "zoe HARBOUR", "dessert", "brulee zoe", "harbour tea"];
    assert_eq!(looks.map(|search| found(&tab, search)), [1, 1, 1, 1, 0], "while open");
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(looks.map(|search| found(&tab, search)), [1, 0, 0, 0, 0], "before bodies are read");
    let listed = tab.list("creme");
    assert!(!listed.complete);
    assert_eq!((listed.rows[0].preview.as_str(), listed.rows[0].mood), ("", None));
    tab.check();
    assert_eq!(looks.map(|search| found(&tab, search)), [1, 1, 1, 1, 0], "afterwards");
    let listed = tab.list("creme");
    assert!(listed.complete);
    let row = &listed.rows[0];
    assert_eq!((row.preview.as_str(), row.mood), ("With Zoë at the harbour.", Some(3)));
    assert_eq!(row.tags, ["Dessert"]);
    assert!(!row.damaged);
}

#[test]
fn a_search_finds_what_was_just_written_and_not_what_was_just_replaced() {
    let tab = Tab::created();
    let id = tab.write("the old words");
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.revise(id, "other words");
    assert_eq!((tab.list("old").total, tab.list("other").total), (0, 1));
    tab.delete(id).unwrap();
    assert_eq!(tab.list("words").total, 0);
    tab.undelete(id).unwrap();
    assert_eq!(tab.list("words").total, 1);
}

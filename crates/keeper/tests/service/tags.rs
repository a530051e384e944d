//! Tags of the whole journal: counted, renamed, two made one.

use keeper::protocol::{Draft, Failure, Filter, Id, Request, TagRenamed, Written};

use crate::tab::{PASSPHRASE, Tab, carried, entry};

fn tagged(tab: &Tab, text: &str, tags: &[&str]) -> Id {
    let mut words = entry(text);
    words.tags = tags.iter().map(|&tag| tag.to_owned()).collect();
    tab.save(&Draft { text: Written::Entry(words), ..tab.begin("") }).unwrap().entry.id
}

fn counts(tab: &Tab) -> Vec<(String, u32)> {
    let Ok(keeper::protocol::Reply::Tags(tags, _)) = tab.ask(Request::Tags) else { panic!("tags") };
    tags.into_iter().map(|count| (count.tag, count.entries)).collect()
}

fn rename(tab: &Tab, old: &str, new: &str) -> Result<TagRenamed, Failure> {
    carried!(tab.ask(Request::RenameTag { old: old.into(), new: new.into() }), TagRenamed)
}

fn tags_of(tab: &Tab, id: Id) -> Vec<String> {
    match &tab.read(id).unwrap().wordings[0] {
        Written::Entry(text) => text.tags.clone(),
        other => panic!("no entry: {other:?}"),
    }
}

fn owned(counts: &[(&str, u32)]) -> Vec<(String, u32)> {
    counts.iter().map(|(tag, count)| ((*tag).to_owned(), *count)).collect()
}

#[test]
fn tags_are_counted_whatever_their_case_the_most_used_first() {
    let tab = Tab::created();
    assert_eq!(counts(&tab), []);
    tagged(&tab, "a", &["sleep", "work"]);
    tagged(&tab, "b", &["sleep"]);
    tagged(&tab, "c", &["SLEEP", "art"]);
    let counted = counts(&tab);
    assert_eq!(counted[0].1, 3);
    assert_eq!(counted[0].0.to_lowercase(), "sleep");
    assert_eq!(counted[1..], owned(&[("art", 1), ("work", 1)]));
    let by_tag = Filter { tag: Some("Sleep".into()), ..Filter::default() };
    let listed = carried!(tab.ask(Request::List { filter: by_tag, offset: 0, limit: 9 }), Listed).unwrap();
    assert_eq!(listed.total, 3);
}

#[test]
fn a_tag_is_renamed_in_every_entry_and_as_an_ordinary_change() {
    let tab = Tab::created();
    let ids =
        [tagged(&tab, "a", &["slep", "work"]), tagged(&tab, "b", &["Slep"]), tagged(&tab, "c", &["art"])];
    assert_eq!(rename(&tab, "slep", " sleep "), Ok(TagRenamed { changed: 2, left: 0 }));
    assert_eq!(ids.map(|id| tags_of(&tab, id)), [vec!["sleep", "work"], vec!["sleep"], vec!["art"]]);
    assert_eq!(ids.map(|id| tab.read(id).unwrap().earlier), [1, 1, 0]);
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    // Before bodies are read, too.
    assert_eq!(rename(&tab, "sleep", "rest"), Ok(TagRenamed { changed: 2, left: 0 }));
    tab.check();
    assert_eq!(counts(&tab), owned(&[("rest", 2), ("art", 1), ("work", 1)]));
}

#[test]
fn a_tag_renamed_to_another_becomes_one_with_it() {
    let tab = Tab::created();
    let both = tagged(&tab, "a", &["rest", "work", "sleep"]);
    tagged(&tab, "b", &["sleep"]);
    assert_eq!(rename(&tab, "rest", "sleep"), Ok(TagRenamed { changed: 1, left: 0 }));
    assert_eq!(tags_of(&tab, both), ["sleep", "work"]);
    assert_eq!(counts(&tab), owned(&[("sleep", 2), ("work", 1)]));
}

#[test]
fn what_has_two_wordings_is_left_and_counted() {
    let tab = Tab::created();
    let id = tagged(&tab, "a", &["rest"]);
    let draft = |text: &str| {
        let mut words = entry(text);
        words.tags = vec!["rest".into()];
        Draft { text: Written::Entry(words), ..tab.edit(id, "") }
    };
    let (one, other) = (draft("here"), draft("there"));
    tab.save(&one).unwrap();
    tab.save(&other).unwrap();
    assert_eq!(rename(&tab, "rest", "sleep"), Ok(TagRenamed { changed: 0, left: 1 }));
    assert_eq!(tab.read(id).unwrap().wordings.len(), 2);
}

#[test]
fn a_tag_needs_a_name() {
    let tab = Tab::created();
    tagged(&tab, "a", &["rest"]);
    assert_eq!(rename(&tab, "rest", "  "), Err(Failure::NothingSaid));
    assert_eq!(rename(&tab, "none", "rest"), Ok(TagRenamed { changed: 0, left: 0 }));
    assert_eq!(counts(&tab), owned(&[("rest", 1)]));
}

//! Urges: drafts of them, saved, read, listed, found, deleted and brought back, as entries are.

use keeper::protocol::{Draft, Failure, RowKind, UrgeWords, Written};
use store::Shelf;

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab, texts, urge, words},
};

fn log(tab: &Tab, strength: u8, line: &str) -> Draft {
    let draft = Draft { text: urge(strength, line), ..tab.begin("") };
    tab.save(&draft).unwrap();
    draft
}

#[test]
fn an_urge_is_there_after_unlocking_again() {
    let tab = Tab::created();
    let draft = Draft { text: urge(7, "  outside the\nshop "), ..tab.begin("") };
    let saved = tab.save(&draft).unwrap();
    assert_eq!(saved.entry.wordings, [urge(7, "outside the shop")]);
    let opened = tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(opened.live, 1);
    assert_eq!(tab.read(draft.id).unwrap(), saved.entry);
    let row = &tab.list("").rows[0];
    assert_eq!((row.kind, row.title.as_str(), row.strength), (RowKind::Urge, "outside the shop", None));
    tab.check();
    let row = &tab.list("SHOP").rows[0];
    assert_eq!((row.preview.as_str(), row.strength, row.mood), ("outside the shop", Some(7), None));
}

#[test]
fn an_urge_is_revised_deleted_and_brought_back() {
    let tab = Tab::created();
    let Draft { id, .. } = log(&tab, 7, "before");
    let edit = Draft { text: urge(3, "after"), ..tab.edit(id, "") };
    assert_eq!(tab.save(&edit).unwrap().entry.wordings, [urge(3, "after")]);
    tab.delete(id).unwrap();
    assert_eq!(tab.read(id).err(), Some(Failure::NotFound));
    assert_eq!(tab.undelete(id).unwrap().entry.wordings, [urge(3, "after")]);
    assert_eq!(tab.list("before").total, 0);
}

#[test]
fn an_urge_written_in_two_tabs_keeps_both_wordings() {
    let tab = Tab::created();
    let Draft { id, .. } = log(&tab, 7, "first");
    let other = tab.another();
    let beside = Draft { text: urge(8, "beside"), ..other.edit(id, "") };
    tab.save(&Draft { text: urge(2, "second"), ..tab.edit(id, "") }).unwrap();
    let saved = other.save(&beside).unwrap();
    assert!(saved.changed_elsewhere);
    assert_eq!(texts(&saved.entry), ["beside", "second"]);
}

#[test]
fn an_urge_outside_its_range_is_refused_and_nothing_is_written() {
    let tab = Tab::created();
    let before = tab.dump();
    let draft = tab.begin("");
    let long = "a".repeat(281);
    let unrated = Written::Urge(UrgeWords::default());
    for (text, failure) in [
        (urge(11, ""), Failure::StrengthOutOfRange),
        (unrated, Failure::StrengthOutOfRange),
        (urge(1, &long), Failure::LineTooLong { bytes: 281, limit: 280 }),
    ] {
        assert_eq!(tab.save(&Draft { text, ..draft.clone() }).err(), Some(failure));
    }
    assert_eq!(tab.dump(), before);
    tab.save(&Draft { text: urge(0, &long[1..]), ..draft }).unwrap();
}

#[test]
fn a_record_stays_of_the_kind_it_is() {
    let tab = Tab::created();
    let entry = tab.write("an entry");
    let Draft { id: logged, .. } = log(&tab, 5, "an urge");
    let before = tab.dump();
    let over_entry = Draft { text: urge(5, "over"), ..tab.edit(entry, "") };
    let over_urge = Draft { text: words("over"), ..tab.edit(logged, "") };
    assert_eq!(tab.save(&over_entry).err(), Some(Failure::NotFound));
    assert_eq!(tab.save(&over_urge).err(), Some(Failure::NotFound));
    assert_eq!(tab.dump(), before);
}

#[test]
fn a_draft_of_an_urge_waits_with_or_without_a_strength() {
    let tab = Tab::created();
    let unrated = Draft {
        text: Written::Urge(UrgeWords { line: "on the way".into(), ..UrgeWords::default() }),
        ..tab.begin("")
    };
    tab.post(&unrated);
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.drafts(), std::slice::from_ref(&unrated));
    tab.save(&Draft { text: urge(4, "on the way"), ..unrated }).unwrap();
    assert_eq!(tab.drafts(), []);
    assert_eq!(run(tab.shelf().names()).unwrap().len(), 1);
}

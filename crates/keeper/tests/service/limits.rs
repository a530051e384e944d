//! The longest entry.

use journal::{Entry, Words};
use keeper::protocol::{Draft, Failure};

use crate::tab::{PASSPHRASE, Tab, entry, text_of, words};

/// The longest text without anything else.
fn longest() -> String {
    let typed = entry("");
    let bare = Words { happened_at_s: typed.happened_at_s, ..Words::default() };
    "a".repeat(Entry::BODY_LIMIT - Entry::new(bare).unwrap().to_body().len())
}

#[test]
fn an_entry_of_4_mib_is_accepted_and_one_byte_more_is_refused() {
    let tab = Tab::created();
    let text = longest();
    let draft = tab.begin(&text);
    tab.save(&draft).unwrap();
    let before = tab.dump();
    let longer = Draft { text: words(&(text.clone() + "a")), ..tab.edit(draft.id, "") };
    let limit = Entry::BODY_LIMIT as u32;
    assert_eq!(tab.save(&longer).err(), Some(Failure::EntryTooLong { bytes: limit + 1, limit }));
    let new = Draft { text: words(&(text.clone() + "a")), ..tab.begin("") };
    assert_eq!(tab.save(&new).err(), Some(Failure::EntryTooLong { bytes: limit + 1, limit }));
    assert!(tab.dump() == before);
    tab.unlock(PASSPHRASE, None).unwrap();
    assert!(text_of(&tab.read(draft.id).unwrap().wordings[0]) == text);
}

#[test]
fn an_entry_of_4_mib_can_be_revised_and_written_in_two_tabs() {
    let tab = Tab::created();
    let text = longest();
    let draft = tab.begin(&text);
    tab.save(&draft).unwrap();
    let other = tab.another();
    let beside = other.edit(draft.id, &text.replace('a', "b"));
    tab.revise(draft.id, &text.replace('a', "c"));
    let saved = other.save(&beside).unwrap();
    assert_eq!(saved.entry.wordings.len(), 2);
    let settled = other.revise(draft.id, &text.replace('a', "d"));
    assert_eq!(settled.entry.wordings.len(), 1);
}

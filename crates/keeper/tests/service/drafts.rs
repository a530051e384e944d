//! Drafts: posted, sealed when due, dropped, saved; never lost.

use keeper::protocol::{Draft, Event, Failure, Request};
use store::{Failure as StoreFailure, Place, Store};

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab, texts, words},
};

#[test]
fn a_sealed_draft_is_there_after_the_tab_died() {
    let tab = Tab::created();
    let draft = tab.begin("half a thou");
    tab.post(&draft);
    tab.machine.take_events();
    tab.seal().unwrap();
    assert_eq!(tab.machine.take_events(), [Event::DraftSealed { draft_id: draft.draft_id }]);
    let other = tab.another();
    assert_eq!(other.drafts(), std::slice::from_ref(&draft));
    assert_eq!(other.list("").total, 0, "a draft is no entry");
    let saved = other.save(&draft).unwrap();
    assert_eq!(texts(&saved.entry), ["half a thou"]);
    assert_eq!(other.drafts(), []);
    assert_eq!(other.rows(4), []);
}

#[test]
fn the_newest_words_of_a_draft_are_given_sealed_or_not() {
    let tab = Tab::created();
    let draft = tab.begin("one");
    tab.post(&draft);
    tab.seal().unwrap();
    let newer = Draft { text: words("one two"), ..draft };
    tab.post(&newer);
    assert_eq!(tab.drafts(), std::slice::from_ref(&newer));
    tab.seal().unwrap();
    assert_eq!(tab.drafts(), [newer]);
    assert_eq!(tab.rows(4).len(), 1, "the row of the older words is gone");
}

#[test]
fn drafts_are_due_after_rest_by_the_clock_and_again_after_a_failure() {
    let tab = Tab::created();
    assert_eq!(tab.keeper.drafts_due_in_ms(), None);
    let draft = tab.begin("a");
    tab.post(&draft);
    assert_eq!(tab.keeper.drafts_due_in_ms(), Some(1_500));
    tab.machine.wait_ms(1_400);
    tab.post(&draft);
    tab.machine.wait_ms(1_400);
    tab.post(&draft);
    assert_eq!(tab.keeper.drafts_due_in_ms(), Some(200));
    tab.machine.now_ms.set(1_000);
    assert_eq!(tab.keeper.drafts_due_in_ms(), Some(200), "the clock was set back");
    tab.machine.wait_ms(200);
    assert_eq!(tab.keeper.drafts_due_in_ms(), Some(0));
    tab.store().fail_next_write(StoreFailure::Failed);
    tab.machine.take_events();
    assert_eq!(tab.seal(), Err(Failure::StorageFailed));
    let (draft_id, failure) = (draft.draft_id, Failure::StorageFailed);
    assert_eq!(tab.machine.take_events(), [Event::DraftNotSealed { draft_id, failure }]);
    assert_eq!(tab.drafts(), [draft], "the words are kept");
    assert_eq!(tab.keeper.drafts_due_in_ms(), Some(3_000));
    tab.machine.wait_ms(3_000);
    tab.seal().unwrap();
    assert_eq!(tab.keeper.drafts_due_in_ms(), None);
    assert_eq!(tab.another().drafts().len(), 1);
}

#[test]
fn a_dropped_draft_is_gone() {
    let tab = Tab::created();
    let (sealed, posted) = (tab.begin("sealed"), tab.begin("posted"));
    tab.post(&sealed);
    tab.seal().unwrap();
    tab.post(&posted);
    for draft in [&sealed, &posted] {
        tab.ask(Request::DropDraft { draft_id: draft.draft_id }).unwrap();
    }
    assert_eq!(tab.drafts(), []);
    assert_eq!(tab.rows(4), []);
    assert_eq!(tab.keeper.drafts_due_in_ms(), None);
    tab.ask(Request::DropDraft { draft_id: [1; 16] }).unwrap();
}

#[test]
fn a_draft_that_could_not_be_dropped_keeps_its_words() {
    let tab = Tab::created();
    let draft = tab.begin("sealed");
    tab.post(&draft);
    tab.seal().unwrap();
    let newer = Draft { text: words("posted"), ..draft };
    tab.post(&newer);
    tab.store().fail_next_write(StoreFailure::Failed);
    let dropped = tab.ask(Request::DropDraft { draft_id: newer.draft_id });
    assert_eq!(dropped, Err(Failure::StorageFailed));
    assert_eq!(tab.drafts(), [newer]);
}

#[test]
fn a_seventeenth_draft_is_refused_and_none_is_lost() {
    let tab = Tab::created();
    let drafts: Vec<Draft> = (0..17).map(|n| tab.begin(&format!("draft {n}"))).collect();
    for draft in &drafts[..16] {
        tab.post(draft);
    }
    tab.seal().unwrap();
    tab.post(&drafts[16]);
    assert_eq!(tab.seal(), Err(Failure::TooManyDrafts));
    let mut all = drafts.clone();
    all.sort_by_key(|draft| draft.draft_id);
    assert_eq!(tab.drafts(), all);
    assert_eq!(tab.another().drafts().len(), 16);
    // An older one that is written on is sealed all the same.
    let newer = Draft { text: words("draft 0 goes on"), ..drafts[0].clone() };
    tab.post(&newer);
    assert_eq!(tab.seal(), Err(Failure::TooManyDrafts));
    assert!(tab.another().drafts().contains(&newer));
    tab.save(&drafts[1]).unwrap();
    tab.seal().unwrap();
    let sealed = tab.another().drafts();
    assert_eq!(sealed.len(), 16);
    assert!(sealed.contains(&drafts[16]));
}

#[test]
fn a_saved_entry_takes_its_draft_with_it_and_no_other() {
    let tab = Tab::created();
    let (saved, kept) = (tab.begin("saved"), tab.begin("kept"));
    tab.post(&Draft { text: words("sav"), ..saved.clone() });
    tab.post(&kept);
    tab.seal().unwrap();
    tab.post(&saved);
    tab.save(&saved).unwrap();
    assert_eq!(tab.drafts(), [kept]);
}

#[test]
fn words_posted_while_their_entry_is_saved_stay_a_draft() {
    let tab = Tab::created();
    let draft = tab.begin("saved");
    tab.post(&draft);
    let newer = Draft { text: words("saved and more"), ..draft.clone() };
    tab.machine.shelf.disk.slow.set(true);
    let saving = async {
        tab.keeper.answer(1, Request::Save(draft.clone())).await.unwrap();
    };
    let posting = async {
        crate::running::pause().await;
        tab.keeper.answer(2, Request::PostDraft(newer.clone())).await.unwrap();
    };
    // The save is polled first: it has begun when the post comes.
    let mut saving = Box::pin(saving);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(std::future::Future::poll(saving.as_mut(), &mut context).is_pending());
    run(posting);
    run(saving);
    assert_eq!(tab.drafts(), [newer]);
}

#[test]
fn a_draft_of_an_edit_leaves_the_entry_as_it_is_until_saved() {
    let tab = Tab::created();
    let id = tab.write("as it is");
    let draft = tab.edit(id, "as it may become");
    tab.post(&draft);
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.wordings(id), ["as it is"]);
    let draft = tab.drafts().remove(0);
    assert!(!tab.save(&draft).unwrap().changed_elsewhere);
    assert_eq!(tab.wordings(id), ["as it may become"]);
}

#[test]
fn a_damaged_draft_takes_nothing_else_with_it() {
    let tab = Tab::created();
    let id = tab.write("an entry");
    let (first, second) = (tab.begin("first"), tab.begin("second"));
    tab.post(&first);
    let row = tab.row_added_by(4, || tab.seal().unwrap());
    tab.post(&second);
    tab.seal().unwrap();
    for damage in [|tab: &Tab, row| tab.flip(row), |tab: &Tab, row| tab.store().set_raw(row, None)] {
        damage(&tab, Place::Row(row));
        let other = tab.another();
        assert_eq!(other.drafts(), std::slice::from_ref(&second));
        assert_eq!(other.wordings(id), ["an entry"]);
    }
}

#[test]
fn a_draft_keeps_the_root_before_a_flip_and_a_save_drops_it() {
    let tab = Tab::created();
    tab.store().set_raw(Place::Previous, Some(vec![1, 2, 3]));
    let draft = tab.begin("a");
    tab.post(&draft);
    tab.seal().unwrap();
    assert!(run(tab.store().head()).unwrap().previous.is_some());
    tab.save(&draft).unwrap();
    assert!(run(tab.store().head()).unwrap().previous.is_none());
}

#[test]
fn a_text_too_long_to_be_saved_is_kept_as_a_draft() {
    let tab = Tab::created();
    let draft = tab.begin(&"a".repeat(5 * 1024 * 1024));
    tab.post(&draft);
    tab.seal().unwrap();
    assert!(matches!(tab.save(&draft), Err(Failure::EntryTooLong { .. })));
    assert!(tab.another().drafts() == [draft]);
}

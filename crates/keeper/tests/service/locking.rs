//! Locked and open: what may be asked when, and what locking forgets.

use keeper::protocol::{Failure, Filter, Reply, Request};
use store::Failure as StoreFailure;

use crate::tab::{PASSPHRASE, Tab};

#[test]
fn what_is_about_an_open_journal_may_not_be_asked_while_locked() {
    let tab = Tab::created();
    let draft = tab.begin("a");
    tab.lock().unwrap();
    let id = [0; 16];
    let requests = [
        Request::List { filter: Filter::default(), offset: 0, limit: 1 },
        Request::Read { id },
        Request::BeginEntry,
        Request::BeginEdit { id },
        Request::PostDraft(draft.clone()),
        Request::SealDrafts,
        Request::DropDraft { draft_id: id },
        Request::Drafts,
        Request::Save(draft),
        Request::Delete { id },
        Request::Undelete { id },
        Request::Ways,
        Request::DrawSheet,
        Request::KeepSheet,
        Request::DropSheet,
        crate::tab::reseal_request(Some(PASSPHRASE), "another"),
        Request::Notes,
        Request::KeepNote { key: 1, offset_min: 0, zone: String::new() },
        Request::DiscardNote { key: 1 },
        Request::Settings,
        Request::ChangeSettings(keeper::protocol::SettingsChange::Wish(keeper::protocol::Wish::NotNow)),
    ];
    for request in requests {
        let asked = format!("{request:?}");
        assert_eq!(tab.ask(request), Err(Failure::Locked), "{asked}");
    }
    assert_eq!(crate::running::run(tab.keeper.check()), Err(Failure::Locked));
    assert_eq!(crate::running::run(tab.keeper.refresh()), Err(Failure::Locked));
    assert_eq!(tab.keeper.drafts_due_in_ms(), None);
    assert!(matches!(tab.ask(Request::Find { witnesses: Vec::new() }), Ok(Reply::Found(_))));
    assert_eq!(tab.lock(), Ok(()), "locking twice is fine");
    assert!(tab.unlock(PASSPHRASE, None).is_ok());
}

#[test]
fn locking_seals_what_was_posted_and_forgets_the_journal() {
    let tab = Tab::created();
    let draft = tab.begin("posted");
    tab.post(&draft);
    assert_eq!(tab.keeper.open_name(), Some(tab.name.clone()));
    tab.lock().unwrap();
    assert_eq!(tab.keeper.open_name(), None);
    tab.unlock(PASSPHRASE, None).unwrap();
    assert_eq!(tab.drafts(), [draft]);
}

#[test]
fn locking_forgets_even_when_the_last_draft_cannot_be_sealed() {
    let tab = Tab::created();
    tab.post(&tab.begin("posted"));
    tab.store().fail_next_write(StoreFailure::Failed);
    assert_eq!(tab.lock(), Err(Failure::StorageFailed));
    assert_eq!(tab.keeper.open_name(), None);
    assert_eq!(tab.ask(Request::Drafts), Err(Failure::Locked));
}

#[test]
fn opening_another_journal_seals_what_was_posted_in_the_first() {
    let mut tab = Tab::created();
    let draft = tab.begin("posted in the first");
    tab.post(&draft);
    let second = tab.create("another passphrase").unwrap().name;
    assert_eq!(tab.keeper.open_name(), Some(second.clone()));
    assert_eq!(tab.drafts(), []);
    assert_eq!(tab.unlock(PASSPHRASE, None).unwrap().name, tab.name);
    assert_eq!(tab.drafts(), [draft]);
    let first = std::mem::replace(&mut tab.name, second);
    assert_ne!(first, tab.name);
    assert_eq!(tab.unlock(PASSPHRASE, None).err(), Some(Failure::WrongPassphrase));
    assert_eq!(tab.keeper.open_name(), Some(first), "what is open stays open");
}

#[test]
fn a_check_ends_without_a_word_when_the_journal_is_locked() {
    let tab = Tab::created();
    for n in 0..300 {
        tab.write(&format!("entry {n}"));
    }
    tab.machine.shelf.disk.slow.set(true);
    tab.unlock(PASSPHRASE, None).unwrap();
    tab.machine.take_events();
    let mut check = Box::pin(tab.keeper.check());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    for _ in 0..3 {
        assert!(std::future::Future::poll(check.as_mut(), &mut context).is_pending());
    }
    tab.lock().unwrap();
    assert_eq!(crate::running::run(check), Ok(()));
    assert_eq!(tab.machine.take_events(), []);
}

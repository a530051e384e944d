//! What is typed: right, wrong, empty, too long, other bytes.

use keeper::protocol::{Failure, Reply, Request, SecretBytes};
use store::MemoryShelf;

use crate::tab::{PASSPHRASE, Tab, secret};

#[test]
fn a_wrong_passphrase_opens_nothing_and_changes_nothing() {
    let tab = Tab::created();
    tab.write("a");
    tab.lock().unwrap();
    let before = tab.dump();
    let upper = PASSPHRASE.to_uppercase();
    let (spaced, shorter) = (format!("{PASSPHRASE} "), &PASSPHRASE[1..]);
    for wrong in ["wrong", &upper, &spaced, shorter] {
        assert_eq!(tab.unlock(wrong, None).err(), Some(Failure::WrongPassphrase), "{wrong}");
        assert_eq!(tab.keeper.open_name(), None);
    }
    assert_eq!(tab.dump(), before);
    assert!(tab.unlock(PASSPHRASE, None).is_ok());
}

#[test]
fn composed_and_decomposed_letters_are_different_bytes_and_bringing_them_to_nfc_is_the_screens_work() {
    let tab = Tab::closed(&MemoryShelf::new());
    let name = tab.create("caf\u{e9}").unwrap().name;
    let tab = Tab { name, ..tab };
    assert_eq!(tab.unlock("cafe\u{301}", None).err(), Some(Failure::WrongPassphrase));
    assert!(tab.unlock("caf\u{e9}", None).is_ok());
}

#[test]
fn passphrases_of_1_to_1024_bytes_of_any_letters_open() {
    for passphrase in ["a".to_owned(), "🌉 über 日本語".to_owned(), "é".repeat(512), " ".repeat(1_024)]
    {
        let tab = Tab::closed(&MemoryShelf::new());
        let name = tab.create(&passphrase).unwrap().name;
        let tab = Tab { name, ..tab };
        tab.lock().unwrap();
        assert!(tab.unlock(&passphrase, None).is_ok(), "{} bytes", passphrase.len());
    }
}

#[test]
fn empty_and_too_long_passphrases_are_refused_before_any_derivation() {
    let tab = Tab::created();
    tab.lock().unwrap();
    tab.machine.derivations.take();
    let long = "a".repeat(1_025);
    for (typed, failure) in
        [("", Failure::PassphraseEmpty), (&long, Failure::PassphraseTooLong { bytes: 1_025 })]
    {
        assert_eq!(tab.create(typed).err(), Some(failure.clone()));
        assert_eq!(tab.unlock(typed, None).err(), Some(failure));
    }
    let not_utf8 = SecretBytes::new(vec![0xff, 0xfe]);
    let request = Request::Unlock { name: tab.name.clone(), passphrase: not_utf8, witness: None };
    assert_eq!(tab.ask(request), Err(Failure::WrongPassphrase));
    assert_eq!(tab.machine.derivations.take(), []);
}

#[test]
fn each_of_two_journals_opens_with_its_own_passphrase() {
    let first = Tab::created();
    let id = first.write("in the first");
    let mut second = Tab::closed(first.shelf());
    second.name = second.create("quite another").unwrap().name;
    assert_eq!(second.list("").total, 0);
    assert_eq!(second.unlock(PASSPHRASE, None).err(), Some(Failure::WrongPassphrase));
    let request = Request::Unlock { name: first.name, passphrase: secret(PASSPHRASE), witness: None };
    assert!(matches!(second.ask(request), Ok(Reply::Opened(_))));
    assert_eq!(second.wordings(id), ["in the first"]);
}

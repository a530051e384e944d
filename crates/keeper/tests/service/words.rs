//! No word and no key in the store.

use hmac::{Hmac, KeyInit, Mac};
use keeper::protocol::{Draft, EntryText, Written};
use sha2::Sha512;
use store::{MemoryShelf, Shelf};
use vault::WaySecret;

use crate::{
    running::run,
    tab::{PASSPHRASE, Tab},
};

/// Words that occur nowhere else.
const CANARIES: [&str; 7] = [
    "Wiesenschaumkraut",
    "quandongle",
    "Zaunkönig",
    "thistledowny",
    "kestrelwards",
    "Europe/Kanarienvogel",
    "marzipanish",
];

fn written(shelf: &MemoryShelf) -> (Tab, Vec<Vec<u8>>) {
    let mut tab = Tab::closed(shelf);
    tab.machine.pass_ms.set(100.0);
    tab.name = tab.create(PASSPHRASE).unwrap().name;
    let [title, text, tag, revised, draft, zone, deleted] = CANARIES;
    let words = |title: &str, text: &str| {
        Written::Entry(EntryText {
            title: title.into(),
            text: format!("{text} ").repeat(300),
            tags: vec![tag.into()],
            zone: zone.into(),
            ..EntryText::default()
        })
    };
    let mut dumps = Vec::new();
    let mut rest = |tab: &Tab| dumps.extend(tab.dump());
    let begun = tab.begin("");
    let id = tab.save(&Draft { text: words(title, text), ..begun }).unwrap().entry.id;
    rest(&tab);
    let edit = tab.edit(id, "");
    tab.save(&Draft { text: words(title, revised), ..edit }).unwrap();
    rest(&tab);
    tab.post(&Draft { text: words(draft, draft), ..tab.begin("") });
    tab.seal().unwrap();
    let gone = tab.begin("");
    let gone = tab.save(&Draft { text: words(deleted, deleted), ..gone }).unwrap().entry.id;
    rest(&tab);
    tab.delete(gone).unwrap();
    tab.lock().unwrap();
    tab.unlock(PASSPHRASE, tab.machine.witness().as_deref()).unwrap();
    tab.check();
    rest(&tab);
    (tab, dumps)
}

/// Looks for `what` in any of the values, pieced together in any order or not.
fn occurs(values: &[Vec<u8>], what: &[u8]) -> bool {
    values.iter().any(|value| value.windows(what.len()).any(|window| window == what))
}

fn utf16(word: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    word.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn no_word_rests_in_clear_in_any_encoding() {
    let shelf = MemoryShelf::new();
    let (tab, mut values) = written(&shelf);
    values.extend(tab.machine.witness().map(String::into_bytes));
    assert!(values.len() > 4 * 66);
    let words = CANARIES.iter().copied().chain(PASSPHRASE.split(' '));
    for word in words.chain([PASSPHRASE]) {
        for bytes in [word.into(), utf16(word, u16::to_le_bytes), utf16(word, u16::to_be_bytes)] {
            assert!(!occurs(&values, &bytes), "{word}");
        }
        // Nor a piece of it: the shortest one that chance does not bring about.
        assert!(!occurs(&values, &word.as_bytes()[..word.len().min(5)]), "the beginning of {word}");
    }
    // The same looking finds a word that does rest in clear.
    values.push(b"xx quandongle xx".to_vec());
    assert!(occurs(&values, b"quandongle"));
    assert_eq!(run(shelf.names()).unwrap(), [tab.name]);
}

#[test]
fn no_key_rests_in_clear() {
    let (tab, mut values) = written(&MemoryShelf::new());
    values.extend(tab.machine.witness().map(String::into_bytes));
    let mut secrets: Vec<[u8; 32]> = Vec::new();
    let derivations = tab.machine.derivations.borrow();
    for (derived, params) in tab.machine.derived.borrow().iter().zip(derivations.iter()) {
        secrets.push(*derived);
        secrets.push(*WaySecret::passphrase(*derived, *params).backup_key().expose_bytes());
    }
    // Everything of 32 bytes that was drawn: the root key is among them, and all that is expanded from it.
    let drawn = tab.machine.drawn_keys.borrow();
    assert!(drawn.len() >= 3);
    for key in drawn.iter() {
        secrets.push(*key);
        for label in ["mac", "rec", "idx", "root", "draft", "inbox"] {
            let mut expand = Hmac::<Sha512>::new_from_slice(key).unwrap();
            expand.update(format!("trestle/v1/{label}\u{1}").as_bytes());
            secrets.push(expand.finalize().into_bytes()[..32].try_into().unwrap());
        }
    }
    for secret in &secrets {
        assert!(!occurs(&values, &secret[..16]) && !occurs(&values, &secret[16..]));
    }
    // The root key is indeed among what was looked for: its MAC key makes the header's MAC.
    let header = tab.store().raw(store::Place::Header).unwrap();
    let authenticates = |key: &&[u8; 32]| {
        let mut mac = Hmac::<Sha512>::new_from_slice(*key).unwrap();
        mac.update(&header[..1_120]);
        mac.finalize().into_bytes()[..32] == header[1_120..1_152]
    };
    assert_eq!(secrets.iter().filter(authenticates).count(), 1);
}

//! The small things that rest unsealed: the open shelf, the witnesses, and one flag for a single reload. Where the
//! browser refuses, everything goes on without, and the settings say so.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use keeper::protocol::StoredWitness;
use rules::Shelf;
use web_sys::Storage;

use super::dom;

const SHELF: &str = "trestle/shelf";
const WITNESSES: &str = "trestle/1/";
const CARD: &str = "trestle/card";
const RELOADED: &str = "trestle/reloaded";

/// The shelf as kept.
pub fn read_shelf() -> Shelf {
    local()
        .and_then(|storage| storage.get_item(SHELF).ok().flatten())
        .map_or_else(Shelf::default, |text| Shelf::read(&text))
}

/// Keeps the shelf; false when the browser refuses.
pub fn write_shelf(shelf: &Shelf) -> bool {
    local().is_some_and(|storage| storage.set_item(SHELF, &shelf.write()).is_ok())
}

/// All witnesses.
pub fn witnesses() -> Vec<StoredWitness> {
    let Some(storage) = local() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
    let witness = |key: String| {
        let name = key.strip_prefix(WITNESSES)?.to_owned();
        Some(StoredWitness { name, value: storage.get_item(&key).ok().flatten()? })
    };
    keys.filter_map(witness).collect()
}

/// The witness of one journal.
pub fn witness(name: &str) -> Option<String> {
    local()?.get_item(&(WITNESSES.to_owned() + name)).ok().flatten()
}

/// Keeps a witness, if the browser lets us: it is a second copy, not the only one.
pub fn keep_witness(witness: &StoredWitness) {
    if let Some(storage) = local() {
        let _ = storage.set_item(&(WITNESSES.to_owned() + &witness.name), &witness.value);
    }
}

/// Forgets the witness of a journal that is gone for good.
pub fn forget_witness(name: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(&(WITNESSES.to_owned() + name));
    }
}

/// The front card; `None` where there is none.
pub fn read_card() -> Option<String> {
    local()?.get_item(CARD).ok().flatten()
}

/// Keeps the front card, or removes it when it is empty; false when the browser refuses.
pub fn keep_card(words: &str) -> bool {
    let done = local().map(|storage| match words {
        "" => storage.remove_item(CARD),
        words => storage.set_item(CARD, words),
    });
    done.is_some_and(|outcome| outcome.is_ok())
}

/// True the first time it is called since [`forget_reload`], where that can be remembered at all.
pub fn may_reload() -> bool {
    let Some(storage) = session() else { return false };
    let first = matches!(storage.get_item(RELOADED), Ok(None));
    first && storage.set_item(RELOADED, "1").is_ok()
}

/// Versions agreed: the next disagreement may reload again.
pub fn forget_reload() {
    if let Some(storage) = session() {
        let _ = storage.remove_item(RELOADED);
    }
}

// gloo-storage throws where storage is refused, so that is asked first.
fn local() -> Option<Storage> {
    dom::window()?.local_storage().ok()??;
    Some(LocalStorage::raw())
}

fn session() -> Option<Storage> {
    dom::window()?.session_storage().ok()??;
    Some(SessionStorage::raw())
}

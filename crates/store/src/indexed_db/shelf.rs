//! The shelf of databases in a browser profile.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::IndexedDbStore;
use super::fault::on_opening;
use super::opening::{self, factory};
use crate::{Shelf, StoreError, is_journal_name};

/// The databases of this origin in this browser profile. Works in windows and workers.
#[derive(Clone, Copy, Default, Debug)]
pub struct IndexedDbShelf;

impl IndexedDbShelf {
    /// The shelf; whether there is one at all shows at the first call.
    pub fn new() -> Self {
        Self
    }
}

impl Shelf for IndexedDbShelf {
    type Store = IndexedDbStore;

    /// Empty in a browser that cannot list databases: the witnesses name the journals there (FORMAT 7).
    async fn names(&self) -> Result<Vec<String>, StoreError> {
        let factory = factory()?;
        let Ok(list) = Reflect::get(&factory, &"databases".into()).and_then(JsCast::dyn_into::<Function>)
        else {
            return Ok(Vec::new());
        };
        let listing = list.call0(&factory).map_err(|exception| on_opening(&exception))?;
        let listed = JsFuture::from(listing.unchecked_into::<Promise>()).await;
        let listed = Array::from(&listed.map_err(|exception| on_opening(&exception))?);
        let name_of = |entry| Reflect::get(&entry, &"name".into()).ok()?.as_string();
        let mut names: Vec<String> = listed.iter().filter_map(name_of).collect();
        names.retain(|name| is_journal_name(name));
        names.sort();
        Ok(names)
    }

    async fn open(&self, name: &str) -> Result<IndexedDbStore, StoreError> {
        opening::open(name).await.map(IndexedDbStore::new)
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        opening::delete(name).await
    }
}

//! The shelf of databases in memory.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::MemoryStore;
use super::database::Database;
use crate::name::is_name;
use crate::{Shelf, StoreError};

type Databases = BTreeMap<String, Rc<RefCell<Database>>>;

/// The databases of one imagined browser profile, or the journals in one tab's memory. Clones are the same shelf.
#[derive(Clone, Default)]
pub struct MemoryShelf {
    databases: Rc<RefCell<Databases>>,
    refusal: Rc<Cell<Option<StoreError>>>,
}

impl MemoryShelf {
    /// An empty shelf.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.databases.borrow().is_empty()
    }

    /// Test control: the next `open` gives this error.
    pub fn refuse_next_open(&self, error: StoreError) {
        self.refusal.set(Some(error));
    }

    /// Test control: a shelf of its own with the same bytes on it, as an image of the disk made now.
    pub fn image(&self) -> Self {
        let copy = |(name, database): (&String, &Rc<RefCell<Database>>)| {
            (name.clone(), Rc::new(RefCell::new(database.borrow().clone())))
        };
        let databases = self.databases.borrow().iter().map(copy).collect();
        Self { databases: Rc::new(RefCell::new(databases)), refusal: Rc::default() }
    }
}

impl Shelf for MemoryShelf {
    type Store = MemoryStore;

    async fn names(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.databases.borrow().keys().filter(|name| is_name(name)).cloned().collect())
    }

    async fn open(&self, name: &str) -> Result<MemoryStore, StoreError> {
        if let Some(error) = self.refusal.take() {
            return Err(error);
        }
        let mut databases = self.databases.borrow_mut();
        let database =
            databases.entry(name.to_owned()).or_insert_with(|| Rc::new(RefCell::new(Database::empty())));
        Ok(MemoryStore::connect(Rc::clone(database)))
    }

    async fn delete(&self, name: &str) -> Result<(), StoreError> {
        if let Some(database) = self.databases.borrow_mut().remove(name) {
            database.borrow_mut().epoch += 1;
        }
        Ok(())
    }
}

//! An open journal: keys, root, list and bodies in memory, and the store they rest in. Dropping it forgets the keys.

use core::cell::{Cell, RefCell};
use std::collections::HashMap;
use vault::{Commitment, DeviceId, Record, RecordId, Root, SealedHeader, VaultKeys};

use crate::{bodies::Bodies, list::List, pending::PendingDrafts, protocol::Kept};

/// An open journal over a store `S`.
///
/// Writes run one at a time; reads may run between a write's waits, so nothing here is borrowed across an `await`.
pub(crate) struct OpenJournal<S> {
    pub(crate) name: String,
    pub(crate) store: S,
    pub(crate) keys: VaultKeys,
    pub(crate) header: SealedHeader,
    pub(crate) head: RefCell<Standing>,
    pub(crate) list: RefCell<List>,
    pub(crate) bodies: RefCell<Bodies>,
    /// True once every row was read in the background.
    pub(crate) checked: Cell<bool>,
    pub(crate) pending: RefCell<PendingDrafts>,
    /// What was deleted since unlocking, for Undo.
    pub(crate) deleted: RefCell<HashMap<RecordId, Record>>,
    /// Drawn before the first write of this opening, never reused.
    pub(crate) device: Cell<Option<DeviceId>>,
    pub(crate) witness_at_ms: Cell<u64>,
    /// The pages of "Look around": locking removes them.
    pub(crate) is_made_up: bool,
}

/// The root as last read or written here.
pub(crate) struct Standing {
    pub(crate) root: Root,
    pub(crate) commitment: Commitment,
}

impl<S> OpenJournal<S> {
    pub(crate) fn new(
        name: String,
        store: S,
        keys: VaultKeys,
        header: SealedHeader,
        head: Standing,
        list: List,
    ) -> Self {
        Self {
            name,
            store,
            keys,
            header,
            head: RefCell::new(head),
            list: RefCell::new(list),
            bodies: RefCell::default(),
            checked: Cell::new(false),
            pending: RefCell::default(),
            deleted: RefCell::default(),
            device: Cell::new(None),
            witness_at_ms: Cell::new(0),
            is_made_up: false,
        }
    }

    /// Where it rests, as its name says.
    pub(crate) fn kept(&self) -> Kept {
        kept_of(&self.name)
    }

    pub(crate) fn sequence(&self) -> u64 {
        self.head.borrow().root.sequence
    }
}

/// Where the journal of that name rests.
pub(crate) fn kept_of(name: &str) -> Kept {
    if store::is_memory_name(name) { Kept::InMemory } else { Kept::OnDevice }
}

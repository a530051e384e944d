//! An open journal: keys, root, list and bodies in memory, and the store they rest in. Dropping it forgets the keys.

use core::cell::{Cell, RefCell};
use std::{collections::HashMap, rc::Rc};
use vault::{Commitment, DeviceId, Record, RecordId, Root, SealedHeader, VaultKeys};
use zeroize::Zeroizing;

use crate::{
    bodies::Bodies,
    dearer::Dearer,
    list::List,
    pending::PendingDrafts,
    protocol::{Kept, WayKind},
    ways::Touched,
};

/// An open journal over a store `S`.
///
/// Writes run one at a time; reads may run between a write's waits, so nothing here is borrowed across an `await`.
pub(crate) struct OpenJournal<S> {
    pub(crate) name: String,
    /// Shared with the journal that takes this one's place when everything is sealed anew.
    pub(crate) store: Rc<S>,
    pub(crate) keys: VaultKeys,
    pub(crate) header: RefCell<SealedHeader>,
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
    /// What it was opened with.
    pub(crate) opened_by: WayKind,
    /// A recovery secret that opens nothing yet.
    pub(crate) drawn: RefCell<Option<Zeroizing<[u8; 20]>>>,
    /// Passkeys that are to open it after it is sealed anew too.
    pub(crate) touched: RefCell<Vec<Touched>>,
    /// How far a dearer key for the passphrase is.
    pub(crate) dearer: RefCell<Dearer>,
    /// Made up to look around in: goes when it is left.
    pub(crate) made_up: bool,
    /// It is to go: its witness says so, and no other is given.
    pub(crate) removing: Cell<bool>,
    /// A witness remembers a later state: rows that this root does not name may be all that is left of it.
    pub(crate) older_than_seen: bool,
}

/// The root as last read or written here.
pub(crate) struct Standing {
    pub(crate) root: Root,
    pub(crate) commitment: Commitment,
}

/// What a journal is opened from.
pub(crate) struct Parts<S> {
    pub(crate) name: String,
    pub(crate) store: Rc<S>,
    pub(crate) keys: VaultKeys,
    pub(crate) header: SealedHeader,
    pub(crate) head: Standing,
    pub(crate) list: List,
    pub(crate) opened_by: WayKind,
}

impl<S> OpenJournal<S> {
    pub(crate) fn new(parts: Parts<S>) -> Self {
        let Parts { name, store, keys, header, head, list, opened_by } = parts;
        Self {
            name,
            store,
            keys,
            header: RefCell::new(header),
            head: RefCell::new(head),
            list: RefCell::new(list),
            bodies: RefCell::default(),
            checked: Cell::new(false),
            pending: RefCell::default(),
            deleted: RefCell::default(),
            device: Cell::new(None),
            witness_at_ms: Cell::new(0),
            opened_by,
            drawn: RefCell::new(None),
            touched: RefCell::default(),
            dearer: RefCell::default(),
            made_up: false,
            removing: Cell::new(false),
            older_than_seen: false,
        }
    }

    pub(crate) fn sequence(&self) -> u64 {
        self.head.borrow().root.sequence
    }

    pub(crate) fn kept(&self) -> Kept {
        kept(&self.name)
    }
}

/// Where the journal of that name rests.
pub(crate) fn kept(name: &str) -> Kept {
    if store::is_memory_name(name) { Kept::InMemory } else { Kept::OnDevice }
}

//! What happens of itself, and what a long request is doing.

use serde::{Deserialize, Serialize};

use super::{DamagedEntry, Failure, Id, StoredWitness};

/// What happens of itself.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The journal has changed (here, or in another tab): ask again for what is shown.
    Changed {
        /// The root's sequence.
        sequence: u64,
    },
    /// Keep this text for this journal and hand it back with Find and Unlock.
    Witness(StoredWitness),
    /// That journal was removed from this device: nothing of it is to be kept, its witness least of all.
    Forgotten {
        /// Its database's name.
        name: String,
    },
    /// Rows and bodies are being checked in the background.
    Checking {
        /// Records done.
        done: u32,
        /// Records in all.
        total: u32,
    },
    /// The check has ended.
    Checked {
        /// What could not be read.
        damaged: Vec<DamagedEntry>,
    },
    /// The device has no more room: the reserve was used so that this save could land.
    StorageLow,
    /// A draft is on the disk.
    DraftSealed {
        /// The draft.
        draft_id: Id,
    },
    /// A draft could not be sealed; its words are on the screen only.
    DraftNotSealed {
        /// The draft.
        draft_id: Id,
        /// Why.
        failure: Failure,
    },
    /// The passphrase was changed in another tab: this one must lock.
    PassphraseChangedElsewhere,
}

/// What a long request is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Stage {
    /// Measuring what this device can do, then deriving (Create).
    Measuring,
    /// Deriving the key from the passphrase.
    Deriving,
    /// Reading the list.
    Reading,
    /// Writing the first rows.
    Writing,
    /// Sealing everything anew under a new key.
    Resealing,
    /// Giving entries a tag in the place of another.
    Renaming,
    /// Removing what nothing names any more.
    Sweeping,
}

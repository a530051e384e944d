//! The vault: bytes. Keys, the one box, header and slots, rows, pages and root, drafts, inbox, witness,
//! backups.
//!
//! Pure: takes randomness, time and bytes as arguments. Knows nothing of browsers, of where rows rest, or of what a
//! record means. `docs/format.md` is the text this room implements.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

mod backup;
mod base64;
mod cobblestone;
mod cost;
mod derivation;
mod draft;
mod expand;
mod header;
mod header_error;
mod identity;
mod inbox;
mod keys;
mod padding;
mod page;
mod passphrase;
mod random;
mod reader;
mod record;
mod root;
mod rows;
mod sealed;
mod sealed_error;
mod slot;
mod version_clock;
mod way;
mod witness;

#[cfg(test)]
mod vectors;

// Names of things, and the randomness they are drawn from.
pub use identity::{Commitment, DeviceId, DraftId, LineageId, PageNumber, RecordId, RowKey, VaultId};
pub use random::{Random, RandomnessUnavailable, check_random};

// Ways in: what a person types, what it costs, what comes of it.
pub use cost::{Cost, CostOutOfRange};
pub use derivation::{DeriveError, KdfParams, derive};
pub use passphrase::{Passphrase, PassphraseError};
pub use way::{BackupKey, ShortPrfOutput, Way, WaySecret, prf_salt};

// Keys and the header that guards them.
pub use header::{Header, SealedHeader, Unlocked, make_header, rewrap_header};
pub use header_error::{HeaderError, UnlockError};
pub use keys::{RootKey, VaultKeys};
pub use slot::NewWay;

// What rests.
pub use draft::MAX_DRAFT;
pub use inbox::{Note, seal_note};
pub use sealed::{SealedNote, SealedRoot, SealedRow, root_commitment, sealed_generation};
pub use sealed_error::{SealError, SealedError};

// What is inside.
pub use page::{EntryState, Page, PageEntry};
pub use record::{Codec, Record, Version};
pub use root::{DraftRef, Root, WayRecord};
pub use version_clock::VersionClock;

// The backup container.
pub use backup::{
    BackupAbout, BackupError, BackupHeader, BackupKeyed, BackupReader, BackupWay, BackupWriteError,
    BackupWriter,
};

// The second failure domain.
pub use witness::{Witness, WitnessState};

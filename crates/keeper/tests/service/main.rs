//! The keeper as a service, over the memory store and a machine of our own making: what it keeps, what it says when
//! something is wrong, and that it loses nothing.
#![expect(clippy::unwrap_used, reason = "tests")]

mod backup;
mod crafted;
mod kept;
mod machine;
#[path = "../../../../tests/src/proved.rs"]
mod proved;
mod resting;
mod running;
mod slow;
mod summary;
mod tab;

mod attachments;
mod backups;
mod clear;
mod clocks;
mod costs;
mod damage;
mod deleting;
mod drafts;
mod histories;
mod import_kills;
mod importing;
mod in_memory;
mod inbox;
mod insights;
mod kinds;
mod limits;
mod listing;
mod locking;
mod marks;
mod merging;
mod messages;
mod passkeys;
mod passphrases;
mod quota;
mod randomness;
mod removal;
mod reseal;
mod reseal_kills;
mod restoring;
mod room;
mod settings;
mod sheet;
mod tabs;
mod tags;
mod tampering;
mod urges;
mod ways_removed;
mod witnesses;
mod words;
mod writing;

//! The keeper as a service, over the memory store and a machine of our own making: what it keeps, what it says when
//! something is wrong, and that it loses nothing.
#![expect(clippy::unwrap_used, reason = "tests")]

mod machine;
mod resting;
mod running;
mod slow;
mod tab;

mod costs;
mod damage;
mod deleting;
mod drafts;
mod histories;
mod limits;
mod listing;
mod locking;
mod messages;
mod passphrases;
mod randomness;
mod room;
mod tabs;
mod tampering;
mod witnesses;
mod words;
mod writing;

//! The keeper: joins vault, journal and store, and owns `protocol`. Runs in the worker, in the command line tool and
//! in tests. Knows neither Leptos nor web-sys.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod protocol;

pub mod backup;

mod attachments;
mod bodies;
mod both;
mod check;
mod commit;
mod create;
mod dearer;
mod delete;
mod device;
mod document;
mod drafts;
mod entries;
mod failures;
mod find;
mod host;
mod in_the_clear;
mod inbox;
mod insights;
mod kinds;
mod list;
mod look_around;
mod marks;
mod new_passphrase;
mod open_journal;
mod pending;
mod put;
mod refresh;
mod removal;
mod reseal;
mod save;
mod service;
mod settings;
mod slices;
mod stored;
mod summary;
mod summary_supports;
mod sweep;
mod tags;
mod unattached;
mod unlock;
mod ways;
mod witness;

// What a host handles
pub use host::{DeriveFailure, Derived, Host};
pub use vault::{Cost, KdfParams, Passphrase, RandomnessUnavailable, derive};

// The service
pub use service::Keeper;

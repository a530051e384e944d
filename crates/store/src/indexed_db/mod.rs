//! The IndexedDB version: one database for each journal, laid out as FORMAT 4 says.
//!
//! The only place that calls IndexedDB. It stands on web-sys alone (`docs/decisions/0002-indexed-db-by-web-sys.md`) and
//! works in windows and workers. Every writing transaction is opened by `Transaction::strict`, and inside a
//! transaction nothing but the database is awaited.

mod bytes;
mod connection;
mod fault;
mod layout;
mod opening;
mod request;
mod shelf;
mod store;
mod transaction;
mod writing;

pub use shelf::IndexedDbShelf;
pub use store::IndexedDbStore;

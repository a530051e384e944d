//! The program as a person runs it, on files that the keeper made over a store in memory.
#![expect(clippy::unwrap_used, reason = "tests")]

mod files;
mod opening;
mod program;
mod refusals;

//! The proofs of the vault: what SECURITY promises of bytes, at a size that runs with every test. `TRESTLE_PROOFS=full`
//! runs the large loops at full number.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod backups;
mod basics;
mod bits;
mod frozen;
mod laws;
mod merging;
mod sizes;
mod swaps;
mod world;

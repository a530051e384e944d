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
mod mutations;
#[path = "../../../../tests/src/proved.rs"]
mod proved;
mod sizes;
mod swaps;
mod world;

/// No length that a file names may make the vault take what a device has not: beyond this, the program ends.
#[global_allocator]
static LIMITED: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, 1 << 30);

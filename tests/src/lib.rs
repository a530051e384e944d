//! The harness of the browser stories: starts a server, a driver and a browser for each story, looks things up as a
//! person does, and after each story searches everything the browser kept for what was written in it. Knows the app
//! from outside only: roles, labels and sentences, never its code, its classes or its storage format.

#![forbid(unsafe_code)]

pub mod bench;
mod browser;
mod canary;
mod clock;
mod deployed;
mod devtools;
mod driver;
mod files;
mod page;
mod pdf;
pub mod pictures;
mod process;
mod profile;
mod proved;
mod scan;
mod steps;
mod story;
mod traces;
mod workers;

pub use browser::Browser;
pub use canary::Canaries;
pub use clock::PUT_CLOCK_FORWARD;
pub use deployed::Deployed;
pub use devtools::DevTools;
pub use page::{Page, Role};
pub use pdf::Pdf;
pub use proved::proved;
pub use scan::{Finding, Scan};
pub use steps::{Device, Writing};
pub use story::Story;

/// How many of a costly kind of case to run: `ci`, or `full` under `TRESTLE_PROOFS=full`, where TRESTLE_CASES may set a
/// number of its own for a run that has to end sooner.
pub fn cases(ci: usize, full: usize) -> usize {
    let set = |name: &str| std::env::var(name).ok();
    if set("TRESTLE_PROOFS").as_deref() != Some("full") {
        return ci;
    }
    set("TRESTLE_CASES").and_then(|number| number.parse().ok()).unwrap_or(full).min(full)
}

//! All of Trestle's tooling in one place: set-up, build, serve, test, tidy, bench, release. A library as well, so
//! that the browser stories use the very server that people use.

pub mod bench;
pub mod build;
pub mod e2e;
pub mod figures;
pub mod hosting;
pub mod pictures;
mod policy;
mod process;
pub mod release;
pub mod samples;
pub mod serve;
pub mod set_up;
pub mod test;
pub mod tidy;
pub mod tools;
mod workspace;

pub use build::Profile;
pub use policy::{CONTENT_POLICY, meta_policy};
pub use process::say;
pub use workspace::Workspace;

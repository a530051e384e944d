//! A release: the built site and the list of its hashes, in the form that `sha256sum --check` reads.

use anyhow::Result;

use crate::{Profile, Workspace, build, set_up};

/// Builds and prints the hashes.
///
/// # Errors
/// As [`build::run`].
pub fn run(workspace: &Workspace) -> Result<()> {
    set_up::for_building(workspace)?;
    build::run(workspace, Profile::Release)?;
    println!();
    for file in build::measured(&workspace.dist())? {
        println!("{}  {}", file.sha256, file.name);
    }
    Ok(())
}

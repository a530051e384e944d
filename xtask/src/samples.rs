//! Other programs' own files through the importers, apart from the tests: says what each gives.

use anyhow::{Context, Result};

use crate::{Workspace, process};

/// Runs the importers over every file of a folder.
///
/// # Errors
/// When no folder is named, or the example cannot be built or ends badly.
pub fn run(workspace: &Workspace, folder: Option<&str>) -> Result<()> {
    let folder = folder.context("which folder? `cargo xtask samples FOLDER`")?;
    let mut command = workspace.cargo();
    process::run(command.args(["run", "--quiet", "--package=exchange", "--example=samples", "--", folder]))
}

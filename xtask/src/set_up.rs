//! Installs what is missing, and nothing else: a second run only looks.

mod browsers;

use anyhow::Result;

use crate::process::say;
use crate::{Workspace, tools};

pub use browsers::mini_browser;

/// What `build` and `serve` need.
///
/// # Errors
/// When something cannot be installed; the message says what to do.
pub fn for_building(workspace: &Workspace) -> Result<()> {
    tools::check_wasm_bindgen(workspace)?;
    tools::ensure_wasm_target(workspace)?;
    tools::WASM_BINDGEN.ensure(workspace)?;
    tools::WASM_SPLIT.ensure(workspace)?;
    tools::BINARYEN.ensure(workspace)
}

/// What `test` needs on top: browsers and their drivers, and Python with pip for the second reader of backups.
///
/// # Errors
/// As [`for_building`]; also when browsers are missing and this is not Debian or not root.
pub fn everything(workspace: &Workspace) -> Result<()> {
    say("Looking for tools and browsers (installing all takes 4 to 10 minutes, once)");
    for_building(workspace)?;
    tools::GECKODRIVER.ensure(workspace)?;
    tools::AXE.ensure(workspace)?;
    browsers::ensure()?;
    tools::ARGON2_CFFI.ensure(workspace)?;
    say("Everything needed is installed");
    Ok(())
}

//! Keeps the paths of the building machine out of the wasm: so that two machines build the same bytes, and a release
//! does not tell whose they were.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{Workspace, process};

/// Folder on this machine → the name it gets inside the wasm. The more general come first: the compiler lets the
/// last one that fits win.
pub fn remapped(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let sysroot = process::output(
        std::process::Command::new("rustc").args(["--print=sysroot"]).current_dir(workspace.root()),
    )?;
    let mut all = Vec::new();
    all.extend(home().map(|home| (home, "/home")));
    all.extend(cargo_home().map(|cargo| (cargo, "/cargo")));
    all.push((PathBuf::from(sysroot.trim()), "/rust"));
    all.push((workspace.root().to_path_buf(), "/trestle"));
    Ok(all)
}

/// Fails when a wasm still names a folder of this machine.
pub fn check_absent(workspace: &Workspace, name: &str, wasm: &[u8]) -> Result<()> {
    for (folder, _) in remapped(workspace)? {
        let folder = format!("{}/", folder.to_string_lossy());
        if folder.len() > 2 && wasm.windows(folder.len()).any(|part| part == folder.as_bytes()) {
            bail!("{name}.wasm holds the path {folder} of this machine; see xtask/src/build/paths.rs");
        }
    }
    Ok(())
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.components().count() > 1)
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home()?.join(".cargo")))
}

//! Keeps the paths of the building machine out of the wasm: so that two machines build the same bytes, and a release
//! does not tell whose they were.
//!
//! The flags go to rustc through a wrapper, which is xtask itself. As rustflags they would make cargo leave all
//! rustflags out of the names of its files, and the keepers with and without SIMD would displace each other's crates.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::{Workspace, process};

/// Holds the flags, one in each line, while xtask stands in front of rustc.
const VARIABLE: &str = "TRESTLE_REMAP";

/// Makes a cargo command compile with neutral paths.
pub fn remap(workspace: &Workspace, command: &mut Command) -> Result<()> {
    let flag = |(from, to): (PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    let flags: Vec<_> = remapped(workspace)?.into_iter().map(flag).collect();
    command.env("RUSTC_WRAPPER", std::env::current_exe()?).env(VARIABLE, flags.join("\n"));
    Ok(())
}

/// When cargo called this program as the wrapper: runs rustc and gives its exit code.
pub fn as_wrapper() -> Option<ExitCode> {
    let flags = std::env::var(VARIABLE).ok()?;
    let mut arguments = std::env::args_os().skip(1);
    let status = Command::new(arguments.next()?).args(arguments).args(flags.lines()).status();
    let code = status.ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
    Some(code.unwrap_or(1).into())
}

/// Folder on this machine → the name it gets inside the wasm. The more general come first: the compiler lets the
/// last one that fits win.
fn remapped(workspace: &Workspace) -> Result<Vec<(PathBuf, &'static str)>> {
    let sysroot =
        process::output(Command::new("rustc").args(["--print=sysroot"]).current_dir(workspace.root()))?;
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
            bail!(
                "{name}.wasm holds the path {folder} of this machine: was it compiled without xtask? `cargo clean` helps"
            );
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

//! The name of a build: a hash over everything that is compiled into the wasm files. The screen and the keeper carry
//! it and refuse each other when it differs. The page, its scripts and the styles are not in it: they hold no messages,
//! and a change of a colour should not compile four programs again.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::{Workspace, tools};

const COMPILED_IN: &[&str] = &[
    "src",
    "build.rs",
    "crates",
    "locales",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo/config.toml",
];

/// Sixteen hexadecimal digits.
pub fn build_id(workspace: &Workspace) -> Result<String> {
    let mut hash = Sha256::new();
    for start in COMPILED_IN {
        for file in files_below(&workspace.path(start))? {
            let name = file.strip_prefix(workspace.root())?.to_string_lossy().replace('\\', "/");
            if native_only(&name) || of_the_page(&name) {
                continue;
            }
            let bytes = std::fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            hash.update((name.len() as u64).to_le_bytes());
            hash.update(name);
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
    }
    hash.update(tools::WASM_BINDGEN.version);
    hash.update(tools::BINARYEN.version);
    hash.update(tools::WASM_SPLIT.version);
    Ok(hex(&hash.finalize()[..8]))
}

/// The command line tool, and tests of rooms, are in no wasm.
fn native_only(name: &str) -> bool {
    let parts: Vec<_> = name.split('/').collect();
    matches!(parts[..], ["crates", "cli", ..] | ["crates", _, "tests" | "fixtures" | "examples", ..])
}

/// The scripts that the page loads as they are, and the page of the reader.
fn of_the_page(name: &str) -> bool {
    let parts: Vec<_> = name.split('/').collect();
    matches!(parts[..], ["src", script] if script.ends_with(".js"))
        || matches!(parts[..], ["crates", "reader", "page", ..])
}

/// All files of a folder and its folders, in order; a file by itself; nothing where nothing is.
pub fn files_below(start: &Path) -> Result<Vec<PathBuf>> {
    if start.is_file() {
        return Ok(vec![start.to_path_buf()]);
    }
    let Ok(folder) = std::fs::read_dir(start) else { return Ok(Vec::new()) };
    let mut entries = folder.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    entries.sort();
    let nested = entries.iter().map(|entry| files_below(entry)).collect::<Result<Vec<_>>>()?;
    Ok(nested.concat())
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

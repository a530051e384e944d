//! Where things are: the root of the repository, cargo's target folder, the built site.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The repository that this xtask was compiled in.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Asks cargo where the target folder is; the root is the parent of `xtask/`.
    ///
    /// # Errors
    /// When `cargo metadata` fails.
    pub fn find() -> Result<Self> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask/ has a parent")?.to_path_buf();
        let mut command = Command::new(cargo_path());
        command.args(["metadata", "--no-deps", "--format-version=1"]).current_dir(&root);
        let metadata: Value = serde_json::from_str(&process::output(&mut command)?)?;
        let target =
            metadata["target_directory"].as_str().context("cargo metadata names the target folder")?;
        Ok(Self { root, target: target.into() })
    }

    /// The root of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path given from the root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's target folder, wherever it was moved.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The cargo that started us (so of the pinned toolchain), to be run at the root.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo_path());
        command.current_dir(&self.root);
        command
    }
}

fn cargo_path() -> PathBuf {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()).into()
}

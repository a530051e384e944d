//! The pinned tools and where they are kept: in one folder outside of the repository, by name and version, so that a
//! clean clone finds them again.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::Workspace;
use crate::process::{output, run, say};

/// A tool at one version.
#[derive(Debug)]
pub struct Tool {
    /// The name of its package.
    pub name: &'static str,
    /// The one version that is used.
    pub version: &'static str,
    /// A program of it, by which its presence is known.
    program: &'static str,
    source: Source,
    /// How long getting it takes, for the person who waits.
    takes: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    CratesIo,
    /// With a feature.
    CratesIoWith(&'static str),
    Npm,
    /// A package of the npm registry that is read, not run.
    NpmLibrary,
    /// A package of PyPI, with another one.
    PyPiWith(&'static str),
}

/// Writes the JavaScript around a wasm. Must be the version of the `wasm-bindgen` crate in `Cargo.lock`.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    source: Source::CratesIo,
    takes: "3 to 5 minutes on two cores, once",
};

/// wasm-opt. Never Debian's: its version 108 breaks the table of references.
pub const BINARYEN: Tool = Tool {
    name: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    source: Source::Npm,
    takes: "some seconds, once",
};

/// Cuts a wasm into what is loaded first and later.
pub const WASM_SPLIT: Tool = Tool {
    name: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    source: Source::CratesIoWith("build-binary"),
    takes: "1 to 2 minutes on two cores, once",
};

/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    source: Source::CratesIo,
    takes: "1 to 2 minutes on two cores, once",
};

/// Looks at a page for what shuts people out; injected into the page by a story.
pub const AXE: Tool = Tool {
    name: "axe-core",
    version: "4.14.1",
    program: "axe.min.js",
    source: Source::NpmLibrary,
    takes: "some seconds, once",
};

/// What the second reader of backups (`tests/second_reader`) imports.
pub const ARGON2_CFFI: Tool = Tool {
    name: "argon2-cffi",
    version: "25.1.0",
    program: "argon2/__init__.py",
    source: Source::PyPiWith("cryptography==50.0.2"),
    takes: "some seconds, once",
};

impl Tool {
    /// The folder of this version.
    fn home(&self) -> Result<PathBuf> {
        Ok(tools_folder()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// The folder of its programs.
    pub fn folder(&self) -> Result<PathBuf> {
        let home = self.home()?;
        Ok(match self.source {
            Source::CratesIo | Source::CratesIoWith(_) => home.join("bin"),
            Source::PyPiWith(_) => home.join("site"),
            Source::Npm => home.join("node_modules/.bin"),
            Source::NpmLibrary => home.join("node_modules").join(self.name),
        })
    }

    /// One of its programs.
    pub fn program(&self, name: &str) -> Result<PathBuf> {
        Ok(self.folder()?.join(name))
    }

    /// Gets the tool if it is not there.
    pub fn ensure(&self, workspace: &Workspace) -> Result<()> {
        if self.program(self.program)?.exists() {
            return Ok(());
        }
        say(format!("Installing {} {} ({})", self.name, self.version, self.takes));
        let home = self.home()?;
        std::fs::create_dir_all(&home).with_context(|| format!("creating {}", home.display()))?;
        match self.source {
            Source::CratesIo | Source::CratesIoWith(_) => {
                let mut command = workspace.cargo();
                // Not --locked: the lock file of wasm-bindgen-cli names a version that not every mirror has.
                command
                    .args(["install", "--quiet", "--version", self.version, self.name, "--root"])
                    .arg(&home);
                if let Source::CratesIoWith(feature) = self.source {
                    command.args(["--features", feature]);
                }
                run(command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS"))?;
            }
            Source::PyPiWith(other) => {
                let mut command = Command::new("python3");
                command.args(["-m", "pip", "install", "--quiet", "--target"]).arg(self.folder()?);
                run(command.args([format!("{}=={}", self.name, self.version).as_str(), other]))
                    .context("pip comes with Python (python3-pip), version 3.9 or newer")?;
            }
            Source::Npm | Source::NpmLibrary => {
                let mut command = Command::new("npm");
                command.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&home);
                run(command.arg(format!("{}@{}", self.name, self.version)).current_dir(&home))
                    .context("npm comes with Node, which must be installed (version 20 or newer)")?;
            }
        }
        ensure!(
            self.program(self.program)?.exists(),
            "{} was installed but holds no {}",
            self.name,
            self.program
        );
        Ok(())
    }
}

/// Fails when the crate `wasm-bindgen` was moved to another version without the tool.
pub fn check_wasm_bindgen(workspace: &Workspace) -> Result<()> {
    let lock = std::fs::read_to_string(workspace.path("Cargo.lock"))?;
    let locked = lock.split("[[package]]").find(|package| package.contains("name = \"wasm-bindgen\"\n"));
    let line = locked.and_then(|package| package.lines().find(|line| line.starts_with("version")));
    let expected = format!("version = \"{}\"", WASM_BINDGEN.version);
    ensure!(
        line == Some(expected.as_str()),
        "Cargo.lock has wasm-bindgen at {}, xtask/src/tools.rs at {}: they must be equal",
        line.unwrap_or("no version"),
        WASM_BINDGEN.version
    );
    Ok(())
}

/// Adds the wasm target where rustup did not do so by itself.
pub fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    let mut libraries = Command::new("rustc");
    libraries
        .args(["--print=target-libdir", "--target=wasm32-unknown-unknown"])
        .current_dir(workspace.root());
    if PathBuf::from(output(&mut libraries)?.trim()).is_dir() {
        return Ok(());
    }
    say("Adding the wasm32-unknown-unknown target (some seconds, once)");
    run(Command::new("rustup")
        .args(["target", "add", "wasm32-unknown-unknown"])
        .current_dir(workspace.root()))
}

fn tools_folder() -> Result<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(tools) = set("TRESTLE_TOOLS") {
        return Ok(tools);
    }
    let cache = set("XDG_CACHE_HOME").or_else(|| Some(std::env::home_dir()?.join(".cache")));
    Ok(cache
        .context("no home folder: set TRESTLE_TOOLS to where the tools may be kept")?
        .join("trestle/tools"))
}

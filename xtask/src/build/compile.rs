//! Runs cargo for the wasm programs. The keeper is compiled twice: plain, and with `simd128` (Argon2id is a quarter
//! faster with it); the page tests which one the browser can run.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{Profile, paths};
use crate::Workspace;
use crate::process::{run, say};

const TARGET: &str = "wasm32-unknown-unknown";
const PROGRAMS: &[&str] = &["screen", "keeper", "porter", "strength", READER];
/// The worker of the HTML reader, which is a package of its own.
pub const READER: &str = "reader";
/// The programs that mark parts of theirs; `build.rs` links them with `--emit-relocs`.
const CUT: &[&str] = &["screen", "keeper", "keeper-simd"];

/// In the made-up language. (Another LTO would be quicker to link, but every crate would be compiled anew for it.)
const PSEUDO: &[&str] = &["--features=pseudo-locale"];

/// A wasm file as cargo left it.
pub struct Compiled {
    /// `screen`, `keeper`, `keeper-simd`, `porter`, `strength` or `reader`.
    pub name: String,
    /// The folder that keeps its bound form: its name, or that of a variant.
    pub kept_as: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it needs SIMD to run.
    pub simd: bool,
    /// Whether it is made small: not what nobody downloads.
    pub shrunk: bool,
}

impl Compiled {
    /// What wasm-bindgen writes: the reader's worker comes out of a text and cannot be a module.
    pub fn glue(&self) -> &'static str {
        if self.name == READER { "--target=no-modules" } else { "--target=web" }
    }

    /// Whether the program has parts that are loaded later.
    pub fn is_cut(&self) -> bool {
        CUT.contains(&self.name.as_str())
    }
}

/// Compiles every program.
pub fn all(workspace: &Workspace, profile: Profile, build: &str) -> Result<Vec<Compiled>> {
    say("Compiling the screen and the workers");
    let mut compiled = programs(workspace, profile, build, PROGRAMS, &[])?;
    if profile == Profile::Release {
        say("Compiling the keeper once more, with SIMD");
        let keeper = programs(workspace, profile, build, &["keeper"], &["--config", &simd()])?;
        let with_simd = |keeper: Compiled| {
            let name = "keeper-simd".to_owned();
            Compiled { kept_as: name.clone(), name, simd: true, ..keeper }
        };
        compiled.extend(keeper.into_iter().map(with_simd));
    }
    Ok(compiled)
}

/// Compiles every program for release, the screen in the made-up language.
pub fn all_pseudo(workspace: &Workspace, build: &str) -> Result<Vec<Compiled>> {
    let mut compiled = all(workspace, Profile::Release, build)?;
    compiled.retain(|program| program.name != "screen");
    let screen = programs(workspace, Profile::Release, build, &["screen"], PSEUDO)?;
    let unlike = |screen| Compiled { kept_as: "screen-pseudo".into(), shrunk: false, ..screen };
    compiled.extend(screen.into_iter().map(unlike));
    Ok(compiled)
}

/// What makes cargo compile with SIMD. As configuration, so that cargo adds it to the flags of .cargo/config.toml; the
/// variable would replace those. Cargo keeps outcomes of different flags apart within one target folder.
pub fn simd() -> String {
    format!("target.{TARGET}.rustflags=['-Ctarget-feature=+simd128']")
}

fn programs(
    workspace: &Workspace,
    profile: Profile,
    build: &str,
    names: &[&str],
    more: &[&str],
) -> Result<Vec<Compiled>> {
    let mut command = workspace.cargo();
    command.args(["build", "--package=trestle-app", "--target", TARGET]).args(more);
    if names.contains(&READER) {
        command.arg("--package=trestle-reader");
    }
    command.args(names.iter().map(|name| format!("--bin={name}")));
    if profile == Profile::Release {
        command.arg("--release");
    }
    paths::remap(workspace, &mut command)?;
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env("TRESTLE_BUILD", build);
    run(&mut command)?;
    names.iter().map(|name| read(workspace, profile, name)).collect()
}

fn read(workspace: &Workspace, profile: Profile, name: &str) -> Result<Compiled> {
    let path: PathBuf = workspace.target().join(TARGET).join(profile.folder()).join(format!("{name}.wasm"));
    let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
    Ok(Compiled {
        name: name.to_owned(),
        kept_as: name.to_owned(),
        bytes,
        simd: false,
        shrunk: profile == Profile::Release,
    })
}

//! From sources to a site in `dist/`: compile (`compile`), cut (`split`), bind and shrink (`bind`), then lay out (`site`, `page`,
//! `help`, `loader`, `styles`, `offline`). See `docs/decisions/0001-no-trunk.md` for why no bundler does this.

mod bind;
mod compile;
mod compressed;
pub(crate) mod help;
mod inputs;
mod loader;
mod offline;
mod page;
mod paths;
mod reader;
mod site;
mod split;
mod styles;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;

use crate::Workspace;
use crate::process::{self, say};
use compile::Compiled;

pub(crate) use compile::simd;
pub(crate) use inputs::files_below;
pub use offline::{WORKER, later_version, listed};
pub use paths::as_wrapper;
pub use site::{Measured, has_hash, measured};
pub(crate) use site::{Need, Site, integrity};

/// How the wasm is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast; what people get.
    Release,
    /// Quick to build; no wasm-opt, no keeper with SIMD of its own, no compressed sizes.
    Debug,
}

impl Profile {
    /// The folder under cargo's target folder.
    fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }
}

/// One wasm file with its glue, ready to be laid out.
struct Bound {
    glue: String,
    wasm: Vec<u8>,
    parts: Vec<split::Part>,
}

/// Builds the site.
///
/// # Errors
/// When a tool fails, or the outcome breaks a rule of the house (a path of this machine inside a wasm, glue that is
/// more than one file, a placeholder left over).
pub fn run(workspace: &Workspace, profile: Profile) -> Result<()> {
    let build = inputs::build_id(workspace)?;
    match profile {
        Profile::Release => {
            say(format!("Building {build} for release (first time about 5 minutes, unchanged 2 s)"))
        }
        Profile::Debug => say(format!("Building {build} quickly (first time about 2 minutes, then seconds)")),
    }
    let compiled = compile::all(workspace, profile, &build)?;
    finish(workspace, profile, &build, compiled, &workspace.dist(), profile)
}

/// Builds the site for release again with the screen in the made-up language, for the story that looks whether
/// longer words and the other direction fit. Lies beside cargo's outcomes, in [`pseudo_dist`].
///
/// # Errors
/// As [`run`].
pub fn run_pseudo(workspace: &Workspace) -> Result<()> {
    let build = inputs::build_id(workspace)?;
    say("Building the screen in a made-up language too (1 to 2 minutes)");
    let compiled = compile::all_pseudo(workspace, &build)?;
    // Nobody downloads it: its compressed sizes are of no use.
    finish(workspace, Profile::Release, &build, compiled, &pseudo_dist(workspace), Profile::Debug)
}

/// Where [`run_pseudo`] leaves its site.
pub fn pseudo_dist(workspace: &Workspace) -> PathBuf {
    workspace.target().join("trestle/dist-pseudo")
}

fn finish(
    workspace: &Workspace,
    profile: Profile,
    build: &str,
    compiled: Vec<Compiled>,
    dist: &Path,
    listed: Profile,
) -> Result<()> {
    let start = Instant::now();
    let bound = process::each(&compiled, |program| {
        Ok((program.name.clone(), bind::bound(workspace, profile, program)?))
    })?;
    let bound: BTreeMap<String, Bound> = bound.into_iter().collect();
    let mut site = site::Site::new(build);
    let help = help::read(workspace, profile)?;
    page::lay_out(workspace, profile, &mut site, &bound, &help)?;
    site.write(dist, listed)?;
    say(format!("{} is ready ({:.1} s after compiling)", dist.display(), start.elapsed().as_secs_f32()));
    Ok(())
}

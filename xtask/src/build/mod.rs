//! From sources to a site in `dist/`: compile (`compile`), bind and shrink (`bind`), then lay out (`site`, `page`,
//! `loader`, `styles`). See `docs/decisions/0001-no-trunk.md` for why no bundler does this.

mod bind;
mod compile;
mod compressed;
mod inputs;
mod loader;
mod page;
mod paths;
mod site;
mod styles;

use std::time::Instant;

use anyhow::Result;

use crate::Workspace;
use crate::process::say;

pub(crate) use inputs::files_below;
pub use paths::as_wrapper;
pub use site::{Measured, has_hash, measured};

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
}

/// Builds the site.
///
/// # Errors
/// When a tool fails, or the outcome breaks a rule of the house (a path of this machine inside a wasm, glue that is
/// more than one file, a placeholder left over).
pub fn run(workspace: &Workspace, profile: Profile) -> Result<()> {
    let start = Instant::now();
    let build = inputs::build_id(workspace)?;
    match profile {
        Profile::Release => {
            say(format!("Building {build} for release (first time about 5 minutes, unchanged 2 s)"))
        }
        Profile::Debug => say(format!("Building {build} quickly (first time about 2 minutes, then seconds)")),
    }
    let compiled = compile::all(workspace, profile, &build)?;
    let mut bound = std::collections::BTreeMap::new();
    for wasm in compiled {
        bound.insert(wasm.name.clone(), bind::bound(workspace, profile, &wasm)?);
    }
    let mut site = site::Site::new(&build);
    page::lay_out(workspace, &mut site, &bound)?;
    site.write(&workspace.dist(), profile)?;
    say(format!("dist/ is ready ({:.1} s)", start.elapsed().as_secs_f32()));
    Ok(())
}

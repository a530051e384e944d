//! Takes the pictures of the README anew: the built site with a made-up journal, through the stories' driver, into
//! `docs/pictures/`. Run by hand when the screens have changed.

use anyhow::Result;

use crate::process::{run as run_command, say};
use crate::{Profile, Workspace, build, set_up};

/// Builds the site and takes every picture.
///
/// # Errors
/// When the build or the browser fails.
pub fn run(workspace: &Workspace) -> Result<()> {
    set_up::everything(workspace)?;
    build::run(workspace, Profile::Release)?;
    let folder = workspace.path("docs/pictures");
    std::fs::create_dir_all(&folder)?;
    say("Taking pictures in Chromium (a minute)");
    let mut pictures = workspace.cargo();
    pictures.args(["run", "--quiet", "--package=stories", "--bin=pictures", "--"]);
    run_command(pictures.arg(workspace.dist()).arg(folder))
}

//! Browser stories.
use crate::process::{path_with, run, say};
use crate::{Profile, Workspace, build, set_up, tools};
use anyhow::{Result, bail};
use std::path::Path;
use std::str::FromStr;

/// A browser that the stories run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    Webkit,
}
impl FromStr for Browser {
    type Err = anyhow::Error;
    fn from_str(name: &str) -> Result<Self> {
        Ok(match name {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::Webkit,
            _ => bail!("no browser {name}"),
        })
    }
}
/// Runs.
pub fn run_alone(_workspace: &Workspace, _browser: Browser, _story: Option<&str>) -> Result<()> {
    Ok(())
}

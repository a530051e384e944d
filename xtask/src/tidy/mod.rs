//! The house rules.
use crate::Workspace;
use anyhow::Result;
/// Runs.
pub fn run(_workspace: &Workspace) -> Result<()> {
    Ok(())
}

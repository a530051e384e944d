//! Tests.
use crate::Workspace;
use anyhow::Result;
/// Size
#[derive(Clone, Copy)]
pub enum Size {
    /// ci
    Ci,
    /// full
    Full,
}
/// Runs.
pub fn run(_workspace: &Workspace, _size: Size) -> Result<()> {
    Ok(())
}

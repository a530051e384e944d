//! Backing up and restoring: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum BackupPlace {
    /// Back up now.
    Home,
}

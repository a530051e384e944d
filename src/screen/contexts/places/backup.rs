//! Backing up and restoring: its pages.

/// A page of it.
#[derive(Clone, PartialEq)]
pub enum BackupPlace {
    /// Back up now, and how the last backup stands.
    Home,
    /// Choosing a backup to merge.
    Restore,
    /// Ending a journal that is kept in memory only.
    Ending,
}

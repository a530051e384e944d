//! The folder that a browser keeps its things in, temporary files included: fresh for each story, kept through
//! restarts, removed at the end.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own; removed when dropped, unless TRESTLE_KEEP is set.
pub struct Profile {
    folder: PathBuf,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Profile {
    /// An empty folder.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn fresh() -> Self {
        let name = format!("trestle-story-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        let profile = Self { folder };
        for made in [profile.path(), profile.temporary()] {
            std::fs::create_dir_all(&made).unwrap_or_else(|error| panic!("{}: {error}", made.display()));
        }
        profile
    }

    /// The whole folder.
    pub fn everything(&self) -> &Path {
        &self.folder
    }

    /// The browser's profile.
    pub fn path(&self) -> PathBuf {
        self.folder.join("profile")
    }

    /// Its temporary files.
    pub fn temporary(&self) -> PathBuf {
        self.folder.join("tmp")
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        if std::env::var_os("TRESTLE_KEEP").is_none() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

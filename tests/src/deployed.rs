//! A site that changes under the browser's eyes, as sites do: a copy of the built one in a folder of its own.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A copy of the built site; removed when dropped.
pub struct Deployed {
    folder: PathBuf,
}

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// What the head of a later page is marked with.
const EDITION: &str = "return document.querySelector('meta[name=edition]')?.content ?? ''";

impl Deployed {
    /// The built site as it is.
    ///
    /// # Panics
    /// When it cannot be copied.
    pub fn fresh() -> Self {
        let name = format!("trestle-site-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let site = Self { folder: std::env::temp_dir().join(name) };
        std::fs::create_dir_all(site.path()).expect("a folder");
        for entry in std::fs::read_dir(crate::story::dist()).expect("the built site").flatten() {
            std::fs::copy(entry.path(), site.path().join(entry.file_name())).expect("a copy");
        }
        site
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// A later version comes in its place: its page is marked with the edition, its news are the sentence.
    ///
    /// # Panics
    /// When the built site is not whole.
    pub fn becomes(&self, edition: &str, sentence: &str) {
        let built = crate::story::dist();
        xtask::build::later_version(&built, self.path(), edition, sentence)
            .unwrap_or_else(|error| panic!("{error:#}"));
    }

    /// Puts a text in the place of a file.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn replace(&self, name: &str, text: &str) {
        std::fs::write(self.path().join(name), text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

impl Drop for Deployed {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl crate::Page<'_> {
    /// The edition that the page in the tab is marked with; the built site's is empty.
    pub fn edition(&self) -> String {
        self.script(EDITION, Vec::new()).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page in the tab is of an edition.
    pub fn is_of(&self, edition: &str) {
        self.until(&format!("the page of the edition {edition:?}"), || {
            Ok((self.edition() == edition).then_some(()))
        });
    }
}

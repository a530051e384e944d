//! A new folder for what is written in the clear. Nothing is ever written over, and no name leads out of it.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;

/// The folder.
pub struct Folder(PathBuf);

/// Refuses a folder that has something in it, or a file in its place.
pub fn expect_new(path: &Path) -> Result<(), Failure> {
    let shown = path.display().to_string();
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::Io(shown, error)),
        Ok(there) if there.is_dir() => {
            let mut inside = fs::read_dir(path).map_err(Failure::io(&shown))?;
            if inside.next().is_none() { Ok(()) } else { Err(Failure::FolderTaken(shown)) }
        }
        Ok(_) => Err(Failure::FolderTaken(shown)),
    }
}

impl Folder {
    /// Makes it, for its owner alone where the system knows that.
    pub fn make(path: &Path) -> Result<Self, Failure> {
        expect_new(path)?;
        builder().recursive(true).create(path).map_err(Failure::io(path.display()))?;
        Ok(Self(path.to_owned()))
    }

    /// A new file in the folder `inside` of this one, or in this one itself.
    pub fn file(&self, inside: Option<&str>, name: &str) -> Result<NewFile, Failure> {
        let mut path = self.0.clone();
        for part in inside.into_iter().chain([name]) {
            assert!(is_one_name(part), "names are made of letters, digits, hyphens and one dot");
            path.push(part);
        }
        if let Some(folder) = path.parent() {
            builder().recursive(true).create(folder).map_err(Failure::io(folder.display()))?;
        }
        let shown = path.display().to_string();
        let file = options().open(&path).map_err(Failure::io(&shown))?;
        Ok(NewFile { file: BufWriter::new(file), path, shown })
    }
}

/// Whether it names something inside a folder, on every system.
fn is_one_name(part: &str) -> bool {
    let mut parts = Path::new(part).components();
    let one = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    one && !part.contains(['/', '\\', ':', '\0'])
}

/// A file that was not there before.
pub struct NewFile {
    file: BufWriter<File>,
    path: PathBuf,
    shown: String,
}

impl NewFile {
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file.write_all(bytes).map_err(Failure::io(&self.shown))
    }

    /// Leaves it empty for now; its path.
    pub fn close_empty(self) -> PathBuf {
        self.path
    }

    /// Says what did not reach the disk.
    pub fn close(mut self) -> Result<(), Failure> {
        self.file.flush().map_err(Failure::io(&self.shown))
    }
}

fn builder() -> DirBuilder {
    #[allow(unused_mut, reason = "where the system knows no owners")]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    // Also refuses a link in its place.
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for name in ["", ".", "..", "a/b", "../a", "/a", "a\\b", "c:a", "a\0b"] {
            assert!(!is_one_name(name), "{name:?}");
        }
        assert!(is_one_name("2026-03-01-a-quiet-day.md"));
    }
}

//! Archives (zip): a list of names, and one file at a time, each within its limits. Nothing is ever unpacked to a place
//! that the archive names.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::io::{Error, ErrorKind, Read, Seek, SeekFrom};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::gathering::Gathering;
use super::{ANY_RATIO, MOST_DIRECTORY, MOST_FILES, MOST_RATIO, MOST_TEXT, MOST_TEXTS, Place, Refused, What};

/// An open archive.
pub(super) struct Archive<S: Read + Seek> {
    zip: ZipArchive<Metered<S>>,
    /// Files that may be looked at.
    pub(super) names: Rc<Names>,
    /// Bytes of texts that may still be unpacked.
    texts_left: u64,
}

/// The names of the files in an archive; none where a file is no archive.
#[derive(Default)]
pub(super) struct Names {
    /// Each with its place in the archive, in the order of the names.
    files: BTreeMap<String, usize>,
    /// Whole names by their last part.
    by_base: HashMap<String, Vec<String>>,
}

impl Names {
    fn of(files: BTreeMap<String, usize>) -> Self {
        let mut by_base: HashMap<String, Vec<String>> = HashMap::new();
        for name in files.keys() {
            by_base.entry(base_name(name).to_owned()).or_default().push(name.clone());
        }
        Self { files, by_base }
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The whole name of the first file whose path is this, or ends with it.
    pub(super) fn ending(&self, path: &str) -> Option<String> {
        let ends = |name: &&String| {
            name.strip_suffix(path).is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        self.by_base.get(base_name(path))?.iter().find(ends).cloned()
    }
}

/// Why a file inside gives nothing.
pub(super) enum NoFile {
    /// There is none of that name.
    Missing,
    /// More bytes than asked for.
    TooLarge,
    /// It grows beyond measure.
    Bomb,
    /// It does not come out whole.
    Damaged,
}

impl NoFile {
    pub(super) fn refused(self, name: &str) -> Refused {
        let name = name.to_owned();
        match self {
            Self::TooLarge => Refused::TooLarge { name },
            Self::Bomb => Refused::Bomb { name },
            Self::Missing | Self::Damaged => Refused::ArchiveDamaged,
        }
    }
}

impl<S: Read + Seek> Archive<S> {
    /// Reads the list of an archive. Names that lead out of it, links, archives and what is sealed are left aside, and
    /// told of.
    pub(super) fn open(source: S, gathering: &mut Gathering) -> Result<Self, Refused> {
        let left = Rc::new(Cell::new(MOST_DIRECTORY));
        let metered = Metered { source, left: Rc::clone(&left) };
        let zip = ZipArchive::new(metered).map_err(|error| match error {
            ZipError::Io(error) if error.kind() == ErrorKind::QuotaExceeded => Refused::TooManyFiles,
            _ => Refused::ArchiveDamaged,
        })?;
        left.set(u64::MAX);
        if zip.len() > MOST_FILES {
            return Err(Refused::TooManyFiles);
        }
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let Ok(file) = zip.by_index_data(at) else { continue };
            let name = file.name().map(|name| name.into_owned()).unwrap_or_default();
            let aside = match () {
                () if file.is_dir() => continue,
                () if leads_out(&name) => Some(What::NameLeadsOut),
                () if file.is_symlink() => Some(What::Link),
                () if file.encrypted() => Some(What::Encrypted),
                () if is_archive(&name) => Some(What::ArchiveInside),
                () => None,
            };
            match aside {
                Some(what) => gathering.warn(Place::File(shortened(&name)), what),
                // What a system puts beside files is no content.
                None if name.starts_with("__MACOSX/") || base_name(&name).starts_with("._") => {}
                None => drop(files.insert(name, at)),
            }
        }
        Ok(Self { zip, names: Rc::new(Names::of(files)), texts_left: MOST_TEXTS })
    }

    /// The bytes of a text inside.
    pub(super) fn text(&mut self, name: &str) -> Result<Vec<u8>, Refused> {
        let most = MOST_TEXT.min(self.texts_left);
        let bytes = self.bytes(name, most).map_err(|why| why.refused(&shortened(name)))?;
        self.texts_left -= bytes.len() as u64;
        Ok(bytes)
    }

    /// The first bytes of a file, at most so many; none where it does not open.
    pub(super) fn beginning(&mut self, name: &str, most: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        let Some(at) = self.names.files.get(name).copied() else { return bytes };
        if let Ok(file) = self.by_index(at) {
            let _ = file.take(most).read_to_end(&mut bytes);
        }
        bytes
    }

    /// All bytes of a file, at most so many.
    pub(super) fn bytes(&mut self, name: &str, most: u64) -> Result<Vec<u8>, NoFile> {
        let at = self.names.files.get(name).copied().ok_or(NoFile::Missing)?;
        let file = self.by_index(at).map_err(|_| NoFile::Damaged)?;
        let packed = file.compressed_size();
        let by_ratio = packed.saturating_mul(MOST_RATIO).max(ANY_RATIO);
        // What a file says of its size is believed only where it is against it.
        if file.size() > most {
            return Err(if file.size() > by_ratio { NoFile::Bomb } else { NoFile::TooLarge });
        }
        let allowed = most.min(by_ratio);
        let mut bytes = Vec::new();
        match file.take(allowed + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 <= allowed => Ok(bytes),
            Ok(_) if allowed == by_ratio => Err(NoFile::Bomb),
            Ok(_) => Err(NoFile::TooLarge),
            Err(_) => Err(NoFile::Damaged),
        }
    }

    fn by_index(&mut self, at: usize) -> zip::result::ZipResult<zip::read::ZipFile<'_, Metered<S>>> {
        self.zip.by_index(at)
    }
}

/// A source that gives only so many bytes while an archive's list is read.
struct Metered<S> {
    source: S,
    left: Rc<Cell<u64>>,
}

impl<S: Read> Read for Metered<S> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left.get() == 0 {
            return Err(Error::from(ErrorKind::QuotaExceeded));
        }
        let read = self.source.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read as u64));
        Ok(read)
    }
}

impl<S: Seek> Seek for Metered<S> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.source.seek(to)
    }
}

/// Whether a name means a place outside of the archive.
fn leads_out(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with(['/', '\\'])
        || drive
        || name.contains('\0')
        || name.split(['/', '\\']).any(|part| part == "..")
}

fn is_archive(name: &str) -> bool {
    let name = name.to_lowercase();
    [".zip", ".gz", ".tgz", ".7z", ".rar", ".tar", ".bz2", ".xz", ".zst"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// The last part of a path.
pub(super) fn base_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// A name as it can be told.
pub(super) fn shortened(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(120).collect()
}

//! The files of the site, held in memory until all are there, then written at once: names with hashes, integrity
//! values, and `files.json`, the list that the service worker and the release check read.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Profile, compressed, inputs, offline};

const LIST: &str = "files.json";

/// When a file is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Before the lock screen can be used.
    First,
    /// By some browsers or on demand.
    Later,
}

/// A file to point at.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its name in the site's one folder.
    pub name: String,
    /// The value of an `integrity` attribute.
    pub integrity: String,
}

/// A site while it is laid out.
pub struct Site {
    /// The name of the build.
    pub build: String,
    files: BTreeMap<String, (Vec<u8>, Need)>,
}

impl Site {
    /// Nothing yet.
    pub fn new(build: &str) -> Self {
        Self { build: build.to_owned(), files: BTreeMap::new() }
    }

    /// Adds a file under a name that holds its hash: `keeper` and `js` become `keeper-0123456789abcdef.js`.
    pub fn add_hashed(
        &mut self,
        stem: &str,
        extension: &str,
        bytes: impl Into<Vec<u8>>,
        need: Need,
    ) -> Asset {
        let bytes = bytes.into();
        let name = format!("{stem}-{}.{extension}", inputs::hex(&Sha256::digest(&bytes)[..8]));
        let integrity = integrity(&bytes);
        self.files.insert(name.clone(), (bytes, need));
        Asset { name, integrity }
    }

    /// Adds a file that must be found under a fixed name.
    pub fn add_named(&mut self, name: &str, bytes: impl Into<Vec<u8>>, need: Need) {
        self.files.insert(name.to_owned(), (bytes.into(), need));
    }

    /// Name → integrity value of every file so far.
    pub fn integrities(&self) -> BTreeMap<String, String> {
        self.files.iter().map(|(name, (bytes, _))| (name.clone(), integrity(bytes))).collect()
    }

    /// The text of a file so far.
    #[cfg(test)]
    pub fn text(&self, name: &str) -> Option<String> {
        self.files.get(name).map(|(bytes, _)| String::from_utf8_lossy(bytes).into_owned())
    }

    /// Writes what changed, the page after all that it names, and removes what is no longer part of the site.
    pub fn write(self, dist: &Path, profile: Profile) -> Result<()> {
        std::fs::create_dir_all(dist)?;
        let before = read_list(dist).unwrap_or_default();
        let mut order: Vec<_> = self.files.iter().collect();
        // The worker last of all: it is what tells browsers that there is something new.
        order.sort_by_key(|(name, _)| (*name == offline::WORKER, *name == "index.html"));
        for (name, (bytes, _)) in order {
            write_if_changed(&dist.join(name), bytes)?;
        }
        write_if_changed(&dist.join(LIST), self.list(dist, &before, profile)?.as_bytes())?;
        for entry in std::fs::read_dir(dist)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != LIST && !self.files.contains_key(&name) && entry.file_type()?.is_file() {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// `files.json`. Compressing takes seconds, so a size is taken from the list before where the hash is the same.
    fn list(&self, dist: &Path, before: &Value, profile: Profile) -> Result<String> {
        let mut list: BTreeMap<&str, Value> = BTreeMap::new();
        let mut unknown = Vec::new();
        for (name, (bytes, need)) in &self.files {
            let sha256 = inputs::hex(&Sha256::digest(bytes));
            let known = &before["files"][name];
            let brotli = if known["sha256"] == sha256 { known["brotli"].clone() } else { Value::Null };
            if brotli.is_null() && profile == Profile::Release {
                unknown.push(name.as_str());
            }
            let first = *need == Need::First;
            let file =
                json!({ "sha256": sha256, "bytes": bytes.len(), "brotli": brotli, "first_load": first });
            list.insert(name, file);
        }
        for (name, size) in unknown.iter().zip(compressed::sizes(dist, &unknown)?) {
            list.entry(name).and_modify(|file| file["brotli"] = size.into());
        }
        Ok(serde_json::to_string_pretty(&json!({ "build": self.build, "files": list }))? + "\n")
    }
}

fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    std::fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// One line of `files.json`.
#[derive(Clone, Debug)]
pub struct Measured {
    /// Name of the file.
    pub name: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Size as it lies on the disk.
    pub bytes: u64,
    /// Size under brotli 11; 0 after a quick build.
    pub brotli: u64,
    /// Whether the first page needs it.
    pub first_load: bool,
}

/// What the last build left in `dist/`.
///
/// # Errors
/// When there was none.
pub fn measured(dist: &Path) -> Result<Vec<Measured>> {
    let list = read_list(dist).context("no dist/files.json: run `cargo xtask build` first")?;
    let files = list["files"].as_object().context("files.json lists files")?;
    let line = |(name, file): (&String, &Value)| Measured {
        name: name.clone(),
        sha256: file["sha256"].as_str().unwrap_or_default().to_owned(),
        bytes: file["bytes"].as_u64().unwrap_or_default(),
        brotli: file["brotli"].as_u64().unwrap_or_default(),
        first_load: file["first_load"] == true,
    };
    Ok(files.iter().map(line).collect())
}

/// Whether a name carries the hash of its content, so that the file under it never changes.
pub fn has_hash(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn read_list(dist: &Path) -> Option<Value> {
    serde_json::from_slice(&std::fs::read(dist.join(LIST)).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sixteen_hexadecimal_digits_before_the_ending_are_a_hash() {
        for (name, expected) in [
            ("keeper-0123456789abcdef.js", true),
            ("keeper-simd-0123456789abcdef.wasm", true),
            ("keeper-0123456789abcde.js", false),
            ("keeper-0123456789ABCDEF.js", false),
            ("index.html", false),
            ("0123456789abcdef.js", false),
        ] {
            assert_eq!(has_hash(name), expected, "{name}");
        }
    }

    #[test]
    fn names_and_integrity_follow_the_content() {
        let mut site = Site::new("b");
        let asset = site.add_hashed("empty", "txt", "", Need::Later);
        assert_eq!(asset.name, "empty-e3b0c44298fc1c14.txt");
        assert_eq!(asset.integrity, "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}

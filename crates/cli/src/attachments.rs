//! Photos and voice notes: put together from their parts, which come in any order. Memory holds descriptions alone.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use exchange::clear::attachment_name;
use keeper::backup::{Held, HeldAttachment};
use keeper::protocol::Id;
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::folder::Folder;

/// Where they go.
const ATTACHMENTS: &str = "attachments";

/// What the first pass has met of them.
#[derive(Default)]
pub struct Plan {
    described: BTreeMap<Id, HeldAttachment>,
    /// Bytes of each part.
    parts: BTreeMap<Id, u64>,
}

/// Those of which every part is there, while they are written.
pub struct Attachments<'a> {
    folder: &'a Folder,
    whole: BTreeMap<Id, Whole>,
    /// Of which one each part is, and where in it.
    places: BTreeMap<Id, (Id, u64)>,
}

struct Whole {
    name: String,
    sha256: [u8; 32],
    /// Once there is a file.
    path: Option<PathBuf>,
}

impl Plan {
    /// Remembers a description, or how long a part is.
    pub fn look_at(&mut self, held: &Held) {
        if let Some(about) = &held.attachment {
            self.described.insert(held.id, about.clone());
        }
        if let Some(body) = part(held) {
            self.parts.insert(held.id, body.len() as u64);
        }
    }

    /// Those that can be put together.
    pub fn attachments(self, folder: &Folder) -> Attachments<'_> {
        let mut attachments = Attachments { folder, whole: BTreeMap::new(), places: BTreeMap::new() };
        for (id, about) in self.described {
            let lengths: Option<Vec<u64>> =
                about.parts.iter().map(|part| self.parts.get(part).copied()).collect();
            // A part belongs to one: what else names it keeps its description alone.
            let taken = about.parts.iter().any(|part| attachments.places.contains_key(part));
            let Some(lengths) =
                lengths.filter(|lengths| !taken && lengths.iter().sum::<u64>() == about.bytes)
            else {
                continue;
            };
            let mut at = 0;
            for (part, length) in about.parts.iter().zip(lengths) {
                attachments.places.insert(*part, (id, at));
                at += length;
            }
            let name = attachment_name(&id, about.media_type);
            attachments.whole.insert(id, Whole { name, sha256: about.sha256, path: None });
        }
        attachments
    }
}

impl Attachments<'_> {
    /// Whether that record describes one that is written.
    pub fn holds(&self, id: &Id) -> bool {
        self.whole.contains_key(id)
    }

    /// Its path in the folder.
    pub fn path_of(&self, id: &Id) -> Option<String> {
        self.whole.get(id).map(|whole| format!("{ATTACHMENTS}/{}", whole.name))
    }

    /// Writes a part into its place; false for what is no part of one.
    pub fn take(&mut self, held: &Held) -> Result<bool, Failure> {
        let (Some((id, at)), Some(body)) = (self.places.get(&held.id), part(held)) else { return Ok(false) };
        let Some(whole) = self.whole.get_mut(id) else { return Ok(false) };
        let path = match &whole.path {
            Some(path) => path.clone(),
            None => self.folder.file(Some(ATTACHMENTS), &whole.name)?.close_empty(),
        };
        let shown = path.display().to_string();
        // It was made here a moment ago, in a folder that was new.
        let mut file = File::options().write(true).open(&path).map_err(Failure::io(&shown))?;
        file.seek(SeekFrom::Start(*at)).map_err(Failure::io(&shown))?;
        file.write_all(body).map_err(Failure::io(&shown))?;
        whole.path = Some(path);
        Ok(true)
    }

    /// Reads them back: how many are not what their description says.
    pub fn check(self) -> Result<u32, Failure> {
        let mut different = 0;
        for whole in self.whole.into_values() {
            let Some(path) = whole.path else { continue };
            let shown = path.display().to_string();
            let mut file = File::open(&path).map_err(Failure::io(&shown))?;
            let (mut sum, mut piece) = (Sha256::new(), vec![0; 256 * 1024]);
            loop {
                match file.read(&mut piece).map_err(Failure::io(&shown))? {
                    0 => break,
                    read => sum.update(&piece[..read]),
                }
            }
            different += u32::from(*sum.finalize() != whole.sha256);
        }
        Ok(different)
    }
}

/// The bytes of a part, where there is one wording of it.
fn part(held: &Held) -> Option<&[u8]> {
    match held.versions.as_slice() {
        [version] if held.is_part && !version.deleted && !version.is_json => Some(&version.body),
        _ => None,
    }
}

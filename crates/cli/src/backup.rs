//! A backup file: its header, opened by a secret, read in passes with memory for one record.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::rc::Rc;

use keeper::backup::{BackupAbout, BackupError, BackupHeader, BackupKeyed, BackupReader, Held, WaySecret};

use crate::ask;
use crate::failure::Failure;

/// Bytes read at once.
const PIECE: usize = 256 * 1024;

/// A file whose header is one of a backup, with costs that may be tried.
pub struct Backup {
    file: File,
    name: String,
    bytes: u64,
    header: BackupHeader,
}

/// One that a secret has opened.
pub struct Opened {
    pub backup: Backup,
    keyed: Rc<BackupKeyed>,
}

/// What a pass came to.
pub struct Pass {
    /// What the backup says of itself.
    pub about: BackupAbout,
    /// Of all its bytes.
    pub digest: [u8; 32],
}

impl Backup {
    /// Reads the header; nothing costly, nothing large.
    pub fn begin(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let mut file = File::open(path).map_err(Failure::io(&name))?;
        let mut beginning = Vec::with_capacity(BackupHeader::LEN);
        let head = BackupHeader::LEN as u64;
        Read::by_ref(&mut file).take(head).read_to_end(&mut beginning).map_err(Failure::io(&name))?;
        let header = BackupHeader::parse(&beginning)?;
        let bytes = file.metadata().map_err(Failure::io(&name))?.len();
        Ok(Self { file, name, bytes, header })
    }

    /// Asks for what opens it.
    pub fn open(self, sheet: bool) -> Result<Opened, Failure> {
        let keyed = if sheet { self.header.unlock(&ask::sheet()?)? } else { self.by_passphrase()? };
        Ok(Opened { backup: self, keyed: Rc::new(keyed) })
    }

    fn by_passphrase(&self) -> Result<BackupKeyed, Failure> {
        for passphrase in ask::passphrases()? {
            let secret: WaySecret = ask::derived(&passphrase, self.header.kdf())?;
            match self.header.unlock(&secret) {
                Err(BackupError::NoMatch) => {}
                opened => return Ok(opened?),
            }
        }
        Err(BackupError::NoMatch.into())
    }

    /// Bytes of the file.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// What it says of its derivation.
    pub fn header(&self) -> &BackupHeader {
        &self.header
    }
}

impl Opened {
    /// Reads the file once, from its beginning to its end. What `each` gets is authentic as far as it goes; only the
    /// end of the pass says that the file is whole.
    pub fn pass(&mut self, mut each: impl FnMut(Held) -> Result<(), Failure>) -> Result<Pass, Failure> {
        let Backup { file, name, .. } = &mut self.backup;
        file.seek(SeekFrom::Start(BackupHeader::LEN as u64)).map_err(Failure::io(&name))?;
        let mut reader = BackupReader::new(Rc::clone(&self.keyed));
        let mut piece = vec![0; PIECE];
        loop {
            let read = file.read(&mut piece).map_err(Failure::io(&name))?;
            if read == 0 {
                reader.finish()?;
            } else {
                reader.push(&piece[..read])?;
            }
            while let Some((id, record)) = reader.next_record()? {
                each(Held::of(id, record))?;
            }
            if read == 0 {
                let about = *reader.about().ok_or(BackupError::Stream)?;
                return Ok(Pass { about, digest: reader.digest() });
            }
        }
    }
}

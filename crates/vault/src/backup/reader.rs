//! Owns reading a backup as a stream, once: authenticates every part before anything of it is looked at, gives records
//! one by one. Must not know where the bytes come from.
//!
//! Whoever applies what is read goes through the file twice: nothing is applied before the whole file was authentic once.

use alloc::rc::Rc;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::cobblestone::{BoxOpener, PREFIX_LEN};
use crate::identity::{LineageId, RecordId};
use crate::reader::{Reader, is_zero};
use crate::record::Record;

use super::slot::BackupKeyed;
use super::waiting::Waiting;
use super::{BackupAbout, BackupError, BackupHeader, HEAD, MAX_RECORDS, MAX_STREAM, RECORD_HEAD, padme};

/// Bytes of a sealed chunk in the file.
const SEALED_CHUNK: u64 = 16_400;
/// Where the first chunk begins in the file.
const CHUNKS_AT: u64 = (BackupHeader::LEN + PREFIX_LEN) as u64;

/// Reads one backup from the byte behind its header to its end.
pub struct BackupReader {
    keyed: Rc<BackupKeyed>,
    /// The first bytes of the payload, until there are enough to begin.
    begun: Vec<u8>,
    opener: Option<BoxOpener>,
    waiting: Waiting,
    about: Option<BackupAbout>,
    last: Option<RecordId>,
    given: u32,
    /// Bytes of the stream up to the last record given; then up to the end of the records.
    content: u64,
    /// Bytes of the stream that were opened.
    opened: u64,
    /// Of all bytes that were pushed.
    pushed: Sha256,
    finished: bool,
}

impl BackupReader {
    /// A reader of the payload that a secret has opened.
    pub fn new(keyed: Rc<BackupKeyed>) -> Self {
        Self {
            keyed,
            begun: Vec::new(),
            opener: None,
            waiting: Waiting::default(),
            about: None,
            last: None,
            given: 0,
            content: 0,
            opened: 0,
            pushed: Sha256::new(),
            finished: false,
        }
    }

    /// Takes the next bytes of the file. [`BackupReader::next_record`] is to be asked until it has nothing before more
    /// are pushed: what waits is held in memory.
    ///
    /// # Errors
    /// [`BackupError`] for a payload of another header, a changed part, or a stream that is too large. The reader is
    /// of no use afterwards.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<(), BackupError> {
        self.pushed.update(bytes);
        if self.opener.is_none() {
            let missing = PREFIX_LEN - self.begun.len();
            let (prefix, rest) = bytes.split_at(missing.min(bytes.len()));
            self.begun.extend_from_slice(prefix);
            let Some(prefix) = self.begun.first_chunk::<PREFIX_LEN>() else { return Ok(()) };
            let opener = self.keyed.payload.opener(&[&self.keyed.context], prefix);
            self.opener = Some(opener.map_err(|_| BackupError::HeaderDamaged)?);
            bytes = rest;
        }
        let Some(opener) = &mut self.opener else { return Ok(()) };
        let room = self.waiting.room(bytes.len() + SEALED_CHUNK as usize);
        let before = room.len();
        let pushed = opener.push(bytes, room);
        self.opened += (room.len() - before) as u64;
        pushed.map_err(|_| BackupError::Damaged { at: chunk_at(opener.opened() - 1) })?;
        self.check_size()
    }

    /// The file has ended: opens the last part. The records in it are still to be asked for.
    ///
    /// # Errors
    /// [`BackupError::Cut`] for a file that ends early; as [`BackupReader::push`].
    pub fn finish(&mut self) -> Result<(), BackupError> {
        let Some(opener) = self.opener.take() else {
            return Err(BackupError::Cut { at: BackupHeader::LEN as u64 });
        };
        let at = chunk_at(opener.opened());
        let room = self.waiting.room(SEALED_CHUNK as usize);
        let before = room.len();
        let finished = opener.finish(room);
        self.opened += (room.len() - before) as u64;
        finished.map_err(|_| BackupError::Cut { at })?;
        self.finished = true;
        self.check_size()
    }

    /// What the backup says of itself; `None` before that part was read.
    pub const fn about(&self) -> Option<&BackupAbout> {
        self.about.as_ref()
    }

    /// SHA-256 of all bytes pushed so far: whether two passes saw one file.
    pub fn digest(&self) -> [u8; 32] {
        self.pushed.clone().finalize().into()
    }

    /// How many records were given.
    pub const fn given(&self) -> u32 {
        self.given
    }

    /// The next record. `None` when more bytes are needed; after [`BackupReader::finish`] it means that everything was
    /// given, and was authentic and whole.
    ///
    /// # Errors
    /// [`BackupError`] for a stream that is not of the form, or holds more than allowed.
    pub fn next_record(&mut self) -> Result<Option<(RecordId, Record)>, BackupError> {
        let Some(about) = self.head()? else { return self.more() };
        if self.given == about.records {
            return self.padding().map(|()| None);
        }
        let wrong = BackupError::Record { number: self.given + 1 };
        let mut reader = Reader::new(self.waiting.waiting());
        let (Some(id), Some(len)) = (reader.array(), reader.length()) else { return self.more() };
        let id = RecordId::from_bytes(id);
        if self.last.is_some_and(|last| last >= id) {
            return Err(wrong);
        }
        let Some(bytes) = reader.take(len) else { return self.more() };
        let record = Record::parse_exact(bytes).ok_or(wrong)?;
        self.waiting.take(RECORD_HEAD + len);
        self.content += (RECORD_HEAD + len) as u64;
        self.last = Some(id);
        self.given += 1;
        Ok(Some((id, record)))
    }

    fn head(&mut self) -> Result<Option<BackupAbout>, BackupError> {
        if let Some(about) = self.about {
            return Ok(Some(about));
        }
        let Some(about) = read_head(self.waiting.waiting()) else { return Ok(None) };
        if about.records > MAX_RECORDS {
            return Err(BackupError::TooMany { records: about.records });
        }
        self.waiting.take(HEAD);
        self.content = HEAD as u64;
        self.about = Some(about);
        Ok(Some(about))
    }

    /// Behind the records there are zeros up to the size that follows from them, and nothing else.
    fn padding(&mut self) -> Result<(), BackupError> {
        let waiting = self.waiting.waiting();
        let (len, zero) = (waiting.len(), is_zero(waiting));
        self.waiting.take(len);
        let size = padme::padded(self.content);
        let fits = if self.finished { self.opened == size } else { self.opened <= size };
        if zero && fits { Ok(()) } else { Err(BackupError::Stream) }
    }

    /// More bytes are needed, and may come.
    fn more(&self) -> Result<Option<(RecordId, Record)>, BackupError> {
        if self.finished { Err(BackupError::Stream) } else { Ok(None) }
    }

    fn check_size(&self) -> Result<(), BackupError> {
        if self.opened > MAX_STREAM { Err(BackupError::TooLarge) } else { Ok(()) }
    }
}

fn chunk_at(number: u64) -> u64 {
    CHUNKS_AT + number * SEALED_CHUNK
}

fn read_head(bytes: &[u8]) -> Option<BackupAbout> {
    let mut reader = Reader::new(bytes);
    Some(BackupAbout {
        lineage_id: LineageId::from_bytes(reader.array()?),
        sequence: reader.u64()?,
        made_at_ms: reader.u64()?,
        records: reader.u32()?,
    })
}

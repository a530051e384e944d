//! A file read where the browser has it, a piece at a time: an archive of some GB is never in memory.

use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};

use js_sys::Uint8Array;
use web_sys::{Blob, FileReaderSync};

/// Bytes read at once.
const PIECE: u64 = 256 * 1024;

/// The file, and the piece of it that was read last.
pub struct FileSource {
    file: Blob,
    reader: FileReaderSync,
    bytes: u64,
    at: u64,
    piece: Vec<u8>,
    piece_at: u64,
}

impl FileSource {
    /// `None` where the browser cannot read like this.
    pub fn new(file: Blob) -> Option<Self> {
        let (reader, bytes) = (FileReaderSync::new().ok()?, file.size() as u64);
        Some(Self { file, reader, bytes, at: 0, piece: Vec::new(), piece_at: 0 })
    }

    fn read_piece(&mut self) -> Result<()> {
        let end = self.at.saturating_add(PIECE).min(self.bytes);
        // Whole numbers up to 2^53 are exact.
        let part = self.file.slice_with_f64_and_f64(self.at as f64, end as f64);
        let read = part.and_then(|part| self.reader.read_as_array_buffer(&part));
        // The person may have moved or changed the file since.
        let buffer = read.map_err(|_| Error::from(ErrorKind::NotFound))?;
        self.piece = Uint8Array::new(&buffer).to_vec();
        self.piece_at = self.at;
        if self.piece.is_empty() { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }
}

impl Read for FileSource {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.at >= self.bytes || buffer.is_empty() {
            return Ok(0);
        }
        let piece = self.piece_at..self.piece_at + self.piece.len() as u64;
        if !piece.contains(&self.at) {
            self.read_piece()?;
        }
        let rest = &self.piece[(self.at - self.piece_at) as usize..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for FileSource {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.bytes.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| Error::from(ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

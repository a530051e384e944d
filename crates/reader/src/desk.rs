//! One backup in hand, from its first bytes to its last word: what the page asks, one thing at a time, and what is
//! answered. A message is one byte that says what is asked, then its content; an answer is JSON, or the bytes of a file.

use std::rc::Rc;

use keeper::backup::{BackupError, BackupHeader, BackupKeyed, BackupReader};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::contents::{Contents, Gathered, Listed};
use crate::media::{Gathering, Medium};
use crate::shown::Shown;
use crate::{Refused, secret};

/// Lines of the list in one answer.
const LINES: usize = 200;

/// Where the file stands.
#[derive(Default)]
pub struct Desk {
    state: State,
}

#[derive(Default)]
enum State {
    #[default]
    Empty,
    Closed(BackupHeader),
    Reading(Box<Reading>),
    Open(Box<Open>),
}

/// While the file is read.
struct Reading {
    keyed: Rc<BackupKeyed>,
    reader: BackupReader,
    gathered: Gathered,
}

/// Once it was authentic to its end.
struct Open {
    contents: Contents,
    keyed: Rc<BackupKeyed>,
    /// The photos and voice notes that somebody looks at.
    media: Option<Gathering>,
}

/// What is answered.
#[derive(Debug, Serialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum Answer {
    /// The header is one of a backup; what a derivation takes.
    Closed {
        /// Memory, MiB.
        memory_mib: u32,
    },
    /// The secret fits; the rest of the file may come.
    Unlocked,
    /// So many records were read.
    Taken {
        /// Records.
        records: u32,
        /// Of so many; 0 until that is known.
        total: u32,
    },
    /// The whole file was authentic.
    Open {
        /// When it was made.
        made: String,
        /// What is in it.
        counts: Vec<(String, u32)>,
        /// Marks of deletions, pieces of photos and voice notes.
        left_out: (u32, u32),
        /// The page that was handed over, where it is one.
        document: Option<String>,
    },
    /// A part of the list.
    List {
        /// Lines.
        lines: Vec<Listed>,
        /// How many were found.
        total: usize,
    },
    /// One record.
    Record(Shown),
    /// The photos and voice notes of a record: the file is to come once more for their bytes.
    Media {
        /// What is there.
        media: Vec<Medium>,
    },
    /// So far it came.
    Gathered {
        /// Records.
        records: u32,
        /// Of so many.
        total: u32,
        /// All that is wanted is there.
        whole: bool,
    },
    /// It is not to be had.
    Refused {
        /// Why, as the page calls it.
        why: &'static str,
        /// A line or a byte that goes with it.
        number: Option<u64>,
    },
    /// A file to save.
    #[serde(skip)]
    File(String),
    /// A photo or a voice note.
    #[serde(skip)]
    Bytes(Vec<u8>),
}

#[derive(Deserialize)]
struct Search {
    words: String,
    from: usize,
}

impl Desk {
    /// Answers one message.
    pub fn answer(&mut self, message: Vec<u8>) -> Answer {
        let message = Zeroizing::new(message);
        let Some((asked, content)) = message.split_first() else { return refused(Refused::Order) };
        let answered = match asked {
            b'h' => self.header(content),
            b'p' => self.unlock(content, secret::by_passphrase),
            b's' => self.unlock(content, secret::by_sheet),
            b'f' => self.push(content),
            b'e' => self.end(),
            b'l' => self.list(content),
            b'r' => self.record(content),
            b'a' => self.media_of(content),
            b'g' => self.gather(content),
            b'i' => self.gathered(),
            b'b' => self.bytes_of(content),
            b'j' => self.contents().map(|contents| Answer::File(contents.json())),
            b'm' => self.contents().map(|contents| Answer::File(contents.markdown())),
            _ => Err(Refused::Order),
        };
        answered.unwrap_or_else(refused)
    }

    fn header(&mut self, beginning: &[u8]) -> Result<Answer, Refused> {
        self.state = State::Empty;
        let header = BackupHeader::parse(beginning)?;
        let memory_mib = header.kdf().cost.memory_kib() / 1024;
        self.state = State::Closed(header);
        Ok(Answer::Closed { memory_mib })
    }

    fn unlock(
        &mut self,
        typed: &[u8],
        way: fn(&BackupHeader, &str) -> Result<BackupKeyed, Refused>,
    ) -> Result<Answer, Refused> {
        let State::Closed(header) = &self.state else { return Err(Refused::Order) };
        let typed = str::from_utf8(typed).map_err(|_| Refused::NoPassphrase)?;
        let keyed = way(header, typed)?;
        let keyed = Rc::new(keyed);
        let reader = BackupReader::new(Rc::clone(&keyed));
        self.state = State::Reading(Box::new(Reading { keyed, reader, gathered: Gathered::default() }));
        Ok(Answer::Unlocked)
    }

    fn push(&mut self, bytes: &[u8]) -> Result<Answer, Refused> {
        let State::Reading(reading) = &mut self.state else { return Err(Refused::Order) };
        reading.reader.push(bytes)?;
        take(&mut reading.reader, &mut reading.gathered)?;
        let total = reading.reader.about().map_or(0, |about| about.records);
        Ok(Answer::Taken { records: reading.reader.given(), total })
    }

    fn end(&mut self) -> Result<Answer, Refused> {
        let State::Reading(reading) = core::mem::take(&mut self.state) else { return Err(Refused::Order) };
        let Reading { keyed, mut reader, mut gathered } = *reading;
        reader.finish()?;
        take(&mut reader, &mut gathered)?;
        let contents = gathered.whole(*reader.about().ok_or(BackupError::Stream)?);
        let answer = Answer::Open {
            made: contents.made(),
            counts: contents.counts(),
            left_out: contents.left_out(),
            document: contents.document().map(str::to_owned),
        };
        self.state = State::Open(Box::new(Open { contents, keyed, media: None }));
        Ok(answer)
    }

    fn list(&self, asked: &[u8]) -> Result<Answer, Refused> {
        let Search { words, from } = serde_json::from_slice(asked).map_err(|_| Refused::Order)?;
        let (lines, total) = self.contents()?.list(&words, from, LINES);
        Ok(Answer::List { lines, total })
    }

    fn record(&self, asked: &[u8]) -> Result<Answer, Refused> {
        let number = serde_json::from_slice(asked).map_err(|_| Refused::Order)?;
        self.contents()?.shown(number).map(Answer::Record).ok_or(Refused::Order)
    }

    fn media_of(&mut self, asked: &[u8]) -> Result<Answer, Refused> {
        let number = serde_json::from_slice(asked).map_err(|_| Refused::Order)?;
        let open = self.open()?;
        let gathering = Gathering::begin(Rc::clone(&open.keyed), open.contents.media_of(number));
        let media = gathering.media();
        open.media = Some(gathering);
        Ok(Answer::Media { media })
    }

    fn gather(&mut self, bytes: &[u8]) -> Result<Answer, Refused> {
        let media = self.open()?.media.as_mut().ok_or(Refused::Order)?;
        let (records, total, whole) = media.push(bytes)?;
        Ok(Answer::Gathered { records, total, whole })
    }

    fn gathered(&mut self) -> Result<Answer, Refused> {
        let media = self.open()?.media.as_mut().ok_or(Refused::Order)?;
        let (records, total, whole) = media.end()?;
        Ok(Answer::Gathered { records, total, whole })
    }

    fn bytes_of(&mut self, asked: &[u8]) -> Result<Answer, Refused> {
        let place = serde_json::from_slice(asked).map_err(|_| Refused::Order)?;
        let media = self.open()?.media.as_mut().ok_or(Refused::Order)?;
        media.bytes(place).map(Answer::Bytes).ok_or(Refused::Medium)
    }

    fn open(&mut self) -> Result<&mut Open, Refused> {
        match &mut self.state {
            State::Open(open) => Ok(open),
            _ => Err(Refused::Order),
        }
    }

    fn contents(&self) -> Result<&Contents, Refused> {
        match &self.state {
            State::Open(open) => Ok(&open.contents),
            _ => Err(Refused::Order),
        }
    }
}

fn take(reader: &mut BackupReader, gathered: &mut Gathered) -> Result<(), Refused> {
    while let Some((id, record)) = reader.next_record()? {
        gathered.take(id, record);
    }
    Ok(())
}

fn refused(why: Refused) -> Answer {
    Answer::Refused { why: why.word(), number: why.number() }
}

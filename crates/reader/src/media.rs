//! Photos and voice notes, gathered in a pass of their own over the file when somebody asks for those of one record: what
//! nobody looks at is never in memory.

use std::rc::Rc;

use journal::{Attachment, Kind};
use keeper::backup::{BackupKeyed, BackupReader, Codec, Record};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::Refused;

/// What is known of one beforehand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Medium {
    /// Its media type (RFC 6838), one of the journal's closed list.
    pub media_type: &'static str,
    /// How many bytes.
    pub bytes: u64,
}

impl Medium {
    pub(crate) fn of(about: &Attachment) -> Self {
        Self { media_type: about.media_type().name(), bytes: about.bytes() }
    }
}

/// The description in a record of one, where it is whole.
pub(crate) fn described(record: &Record) -> Option<Attachment> {
    let live = record.versions.iter().find(|version| !version.deleted && version.codec == Codec::Json)?;
    let is_one = Kind::new(record.kind) == Kind::ATTACHMENT;
    let about = is_one.then(|| Attachment::from_body(live.schema, &live.body).ok()).flatten()?;
    (about.bytes() <= Attachment::MOST_BYTES as u64).then_some(about)
}

/// Those of one record while their parts come.
pub(crate) struct Gathering {
    reader: BackupReader,
    wanted: Vec<Wanted>,
}

struct Wanted {
    about: Attachment,
    parts: Vec<Option<Vec<u8>>>,
}

impl Gathering {
    pub(crate) fn begin(keyed: Rc<BackupKeyed>, wanted: Vec<Attachment>) -> Self {
        let wanted = wanted.into_iter().map(|about| Wanted { parts: vec![None; about.parts().len()], about });
        Self { reader: BackupReader::new(keyed), wanted: wanted.collect() }
    }

    /// What is there, in its order.
    pub(crate) fn media(&self) -> Vec<Medium> {
        self.wanted.iter().map(|wanted| Medium::of(&wanted.about)).collect()
    }

    /// Takes the next bytes of the file; gives how many records were met, of how many, and whether every part is there.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<(u32, u32, bool), Refused> {
        self.reader.push(bytes)?;
        self.take()
    }

    /// The file has ended: its last part can be opened now.
    pub(crate) fn end(&mut self) -> Result<(u32, u32, bool), Refused> {
        self.reader.finish()?;
        self.take()
    }

    fn take(&mut self) -> Result<(u32, u32, bool), Refused> {
        while let Some((id, record)) = self.reader.next_record()? {
            if Kind::new(record.kind) == Kind::PART {
                self.wanted.iter_mut().for_each(|wanted| wanted.take(id.as_bytes(), &record));
            }
        }
        let total = self.reader.about().map_or(0, |about| about.records);
        Ok((self.reader.given(), total, self.wanted.iter().all(Wanted::is_whole)))
    }

    /// The bytes of one of them, if they are those described. They are handed out once.
    pub(crate) fn bytes(&mut self, place: usize) -> Option<Vec<u8>> {
        let wanted = self.wanted.get_mut(place)?;
        let parts: Option<Vec<Vec<u8>>> = wanted.parts.iter_mut().map(Option::take).collect();
        let bytes = parts?.concat();
        let is_same =
            bytes.len() as u64 == wanted.about.bytes() && *Sha256::digest(&bytes) == wanted.about.sha256();
        is_same.then_some(bytes)
    }
}

impl Wanted {
    fn take(&mut self, id: &[u8; 16], record: &Record) {
        let live = record.versions.iter().find(|version| !version.deleted);
        for (part, found) in self.about.parts().iter().zip(&mut self.parts) {
            if part == id
                && let Some(live) = live
            {
                *found = Some(live.body.clone());
            }
        }
    }

    fn is_whole(&self) -> bool {
        self.parts.iter().all(Option::is_some)
    }
}

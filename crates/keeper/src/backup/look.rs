//! The first pass over a file: authenticates all of it, counts what is in it and how that stands to the open journal.
//! Applies nothing.

use std::rc::Rc;
use vault::{
    BackupAbout, BackupHeader, BackupKeyed, BackupReader, Passphrase, Record, RecordId, Way, WaySecret,
};

use super::{BYTES_AT_ONCE, RECORDS_AT_ONCE, Trouble, desk::InHand, make::ways_of, tally::Tally};
use crate::{
    host::Host,
    protocol::{BackupRefused, BackupReply, BackupSecret, SecretBytes, Stage},
    service::{Journal, Keeper},
    slices::Slice,
    unlock::WayIn,
};

/// A file in the first pass.
pub(crate) struct Looking<H: Host> {
    header: BackupHeader,
    keyed: Rc<BackupKeyed>,
    reader: BackupReader,
    /// The open journal it is compared with.
    journal: Option<Rc<Journal<H>>>,
    /// What it was opened by, if that was a passphrase.
    passphrase: Option<Passphrase>,
    batch: Batch,
    tally: Tally,
}

/// A file that was seen whole.
pub(crate) struct Looked<H: Host> {
    pub(super) header: BackupHeader,
    pub(super) keyed: Rc<BackupKeyed>,
    pub(super) about: BackupAbout,
    /// Of the whole file.
    pub(super) digest: [u8; 32],
    pub(super) journal: Option<Rc<Journal<H>>>,
    pub(super) passphrase: Option<Passphrase>,
    /// Bytes that applying it takes.
    pub(super) room: u64,
}

/// Records that were read and not looked at yet.
#[derive(Default)]
pub(super) struct Batch {
    records: Vec<(RecordId, Record)>,
    bytes: usize,
}

impl Batch {
    /// Adds one; says whether it is time to look at them.
    pub(super) fn add(&mut self, id: RecordId, record: Record) -> bool {
        self.bytes += record.row_len();
        self.records.push((id, record));
        self.bytes >= BYTES_AT_ONCE || self.records.len() >= RECORDS_AT_ONCE
    }

    pub(super) fn take(&mut self) -> Vec<(RecordId, Record)> {
        self.bytes = 0;
        core::mem::take(&mut self.records)
    }
}

impl<H: Host> Keeper<H> {
    pub(super) async fn look(
        &self,
        number: u32,
        beginning: &[u8],
        key: BackupSecret,
    ) -> Result<BackupReply, Trouble> {
        self.let_go().await;
        let header = BackupHeader::parse(beginning)?;
        let (keyed, passphrase) = self.keyed(number, &header, key).await?;
        let keyed = Rc::new(keyed);
        let looking = Looking {
            reader: BackupReader::new(Rc::clone(&keyed)),
            header,
            keyed,
            journal: self.opened().ok(),
            passphrase,
            batch: Batch::default(),
            tally: Tally::default(),
        };
        Ok(BackupReply::Reading { backup: self.lay(InHand::Looking(Box::new(looking))) })
    }

    /// Opens a slot; keeps a passphrase, which may become that of a new journal.
    async fn keyed(
        &self,
        number: u32,
        header: &BackupHeader,
        key: BackupSecret,
    ) -> Result<(BackupKeyed, Option<Passphrase>), Trouble> {
        match key {
            BackupSecret::Own => {
                let journal = self.opened()?;
                let keyed = own_key(&journal, header).ok_or(BackupRefused::NotOwn)?;
                Ok((keyed, None))
            }
            BackupSecret::Passphrase(passphrase) => {
                let passphrase = of_secret(passphrase)?;
                self.host.progress(number, Stage::Deriving, 0, 0);
                let kdf = header.kdf();
                let derived = self.derive(&passphrase, &kdf).await?;
                let secret = WaySecret::passphrase(derived.bytes, kdf);
                Ok((header.unlock(&secret)?, Some(passphrase)))
            }
            BackupSecret::Sheet(secret) => {
                let WayIn::Sheet(secret) = WayIn::sheet(secret)? else {
                    return Err(BackupRefused::DoesNotOpen.into());
                };
                Ok((header.unlock(&WaySecret::recovery(*secret))?, None))
            }
        }
    }

    pub(super) async fn push(&self, number: u32, backup: u32, bytes: &[u8]) -> Result<BackupReply, Trouble> {
        match self.take_in_hand(backup)? {
            InHand::Looking(mut looking) => {
                looking.reader.push(bytes)?;
                self.look_at(number, &mut looking).await?;
                let taken = taken(&looking.reader);
                self.lay_back(backup, InHand::Looking(looking));
                Ok(taken)
            }
            InHand::Applying(applying) => self.push_second(backup, applying, bytes).await,
            other => {
                self.lay_back(backup, other);
                Err(BackupRefused::NotInHand.into())
            }
        }
    }

    /// Looks at what has been read.
    async fn look_at(&self, number: u32, looking: &mut Looking<H>) -> Result<(), Trouble> {
        let mut slice = Slice::begin(&self.host);
        while let Some((id, record)) = looking.reader.next_record()? {
            if looking.batch.add(id, record) {
                self.count(looking).await?;
                let total = looking.reader.about().map_or(0, |about| about.records);
                self.host.progress(number, Stage::Reading, looking.reader.given(), total);
            }
            slice.rest().await;
        }
        Ok(())
    }

    async fn count(&self, looking: &mut Looking<H>) -> Result<(), Trouble> {
        let some = looking.batch.take();
        let ids: Vec<RecordId> = some.iter().map(|(id, _)| *id).collect();
        let ours = match &looking.journal {
            Some(journal) => self.ours(journal, &ids).await?,
            None => ids.iter().map(|_| None).collect(),
        };
        for ((_, theirs), ours) in some.into_iter().zip(ours) {
            looking.tally.count(ours.and_then(|ours| ours.record), theirs);
        }
        Ok(())
    }

    pub(super) async fn seen(&self, number: u32, backup: u32) -> Result<BackupReply, Trouble> {
        let InHand::Looking(mut looking) = self.take_in_hand(backup)? else {
            return Err(BackupRefused::NotInHand.into());
        };
        looking.reader.finish()?;
        self.look_at(number, &mut looking).await?;
        self.count(&mut looking).await?;
        let digest = looking.reader.digest();
        let about = *looking.reader.about().ok_or(BackupRefused::ContentDamaged)?;
        let Looking { header, keyed, journal, passphrase, tally, .. } = *looking;
        let seen = tally.seen(&about, journal.as_deref());
        let room = seen.room;
        let looked = Looked { header, keyed, about, digest, journal, passphrase, room };
        self.lay_back(backup, InHand::Looked(Box::new(looked)));
        Ok(BackupReply::Seen(seen))
    }
}

/// How far a pass is.
pub(super) fn taken(reader: &BackupReader) -> BackupReply {
    let total = reader.about().map_or(0, |about| about.records);
    BackupReply::Taken { records: reader.given(), total }
}

/// The key of a backup that opens by what the journal's root keeps.
pub(super) fn own_key<S>(
    journal: &crate::open_journal::OpenJournal<S>,
    header: &BackupHeader,
) -> Option<BackupKeyed> {
    let head = journal.head.borrow();
    // A backup under the same sheet and another passphrase is one of an older day.
    let passphrase = head.root.passphrase_backup_key.as_ref();
    let all = ways_of(&head.root);
    let asked = all.into_iter().filter(|way| passphrase.is_none() || way.way == Way::Passphrase);
    asked.into_iter().find_map(|way| header.unlock_by(way).ok())
}

pub(super) fn of_secret(passphrase: SecretBytes) -> Result<Passphrase, Trouble> {
    // EXPOSE: the bytes pass into the vault's own type, which wipes them.
    Ok(Passphrase::from_nfc_bytes(passphrase.expose_into())?)
}

//! Making a backup of the open journal, part by part, as the screen takes the parts away.
//!
//! What is saved meanwhile may be in it or not: what stood when it was begun is, in that wording or a later one.

use std::rc::Rc;
use store::Store as _;
use vault::{
    BackupAbout, BackupWay, BackupWriter, Commitment, Cost, KdfParams, Passphrase, RecordId, Root, Way,
};

use super::{BYTES_AT_ONCE, RECORDS_AT_ONCE, Trouble, desk::InHand};
use crate::{
    bodies::Body,
    host::Host,
    new_passphrase::NewPassphrase,
    protocol::{BackupRefused, BackupReply, Bytes, Failure, SecretBytes},
    service::{Journal, Keeper},
    stored::Unreadable,
};

/// Bytes handed out at once.
const PART: usize = 1024 * 1024;

/// A backup that is made.
pub(crate) struct Making<H: Host> {
    journal: Rc<Journal<H>>,
    writer: BackupWriter,
    /// What goes in, and the sealing that stood when it was begun.
    entries: Vec<(RecordId, Commitment)>,
    next: usize,
    /// Rows read at once: fewer where they are large.
    at_once: usize,
    /// Made and not handed out yet.
    out: Vec<u8>,
    ended: bool,
}

/// What goes into a backup, and what cannot.
struct Content {
    entries: Vec<(RecordId, Commitment)>,
    left_out: u32,
    damaged_pages: u8,
}

impl<H: Host> Keeper<H> {
    pub(super) async fn make_backup(
        &self,
        number: u32,
        passphrase: Option<SecretBytes>,
    ) -> Result<BackupReply, Trouble> {
        self.let_go().await;
        let journal = self.opened()?;
        let other = self.other_way(number, passphrase).await?;
        let Content { entries, left_out, damaged_pages } = content(&journal);
        let made_at_ms = self.host.now_ms();
        let records = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let mut out = Vec::new();
        let writer = {
            let head = journal.head.borrow();
            let Root { lineage_id, sequence, .. } = head.root;
            let about = BackupAbout { lineage_id, sequence, made_at_ms, records };
            let key = other.as_ref().map(|way| (way.kdf, way.secret.backup_key()));
            let (kdf, ways) = match &key {
                Some((kdf, key)) => (*kdf, vec![key.of_way(Way::Passphrase)]),
                None => own_ways(&journal, &head.root)?,
            };
            BackupWriter::begin(kdf, &ways, &about, &mut self.random(), &mut out)?
        };
        let at_once = RECORDS_AT_ONCE / 4;
        let making = Making { journal, writer, entries, next: 0, at_once, out, ended: false };
        let backup = self.lay(InHand::Making(Box::new(making)));
        Ok(BackupReply::Begun { backup, records, left_out, damaged_pages, made_at_ms })
    }

    async fn other_way(
        &self,
        number: u32,
        passphrase: Option<SecretBytes>,
    ) -> Result<Option<NewPassphrase>, Trouble> {
        let Some(passphrase) = passphrase else { return Ok(None) };
        // EXPOSE: the bytes pass into the vault's own type, which wipes them.
        let passphrase = Passphrase::from_nfc_bytes(passphrase.expose_into())?;
        Ok(Some(self.new_passphrase(number, &passphrase, Cost::STANDARD).await?))
    }

    pub(super) async fn next_part(&self, backup: u32) -> Result<BackupReply, Trouble> {
        let InHand::Making(mut making) = self.take_in_hand(backup)? else {
            return Err(BackupRefused::NotInHand.into());
        };
        while making.out.len() < PART && !making.ended {
            if !self.is_open(&making.journal) {
                return Err(BackupRefused::NotInHand.into());
            }
            if making.next == making.entries.len() {
                making.ended = making.writer.finish(PART, &mut making.out);
            } else {
                self.put_in(&mut making).await?;
            }
        }
        let later = making.out.split_off(PART.min(making.out.len()));
        let bytes = Bytes(core::mem::replace(&mut making.out, later));
        let done = making.ended && making.out.is_empty();
        let records_left = making.writer.records_left();
        if !done {
            self.lay_back(backup, InHand::Making(making));
        }
        Ok(BackupReply::Part { bytes, records_left, done })
    }

    /// Reads some records and writes them into the backup.
    async fn put_in(&self, making: &mut Making<H>) -> Result<(), Trouble> {
        let until = making.entries.len().min(making.next + making.at_once);
        let some = &making.entries[making.next..until];
        let keys: Vec<_> = some.iter().map(|(_, commitment)| commitment.row_key()).collect();
        let rows = making.journal.store.rows(&keys).await?;
        let bytes: usize = rows.iter().flatten().map(Vec::len).sum();
        for ((id, commitment), row) in some.iter().zip(rows) {
            let opened = row.and_then(|row| making.journal.keys.open_record(*id, *commitment, &row).ok());
            let record = match opened {
                Some(record) => record,
                None => self.replaced(&making.journal, *id).await?,
            };
            making.writer.push(*id, &record, &mut making.out)?;
        }
        making.next = until;
        making.at_once = if bytes > BYTES_AT_ONCE / 2 { 1 } else { RECORDS_AT_ONCE };
        Ok(())
    }

    /// A record whose row is not what stood when the backup was begun: saved anew since, or damaged. What is damaged is
    /// remembered: the next backup says that it is left out.
    async fn replaced(&self, journal: &Journal<H>, id: RecordId) -> Result<vault::Record, Trouble> {
        let missing = match self.look_up(journal, id).await? {
            Some(Ok(stored)) => return Ok(stored.record),
            Some(Err(Unreadable::Damaged)) => false,
            Some(Err(Unreadable::Missing)) | None => true,
        };
        journal.bodies.borrow_mut().put(id, Body::Damaged { missing });
        Err(Failure::EntryDamaged.into())
    }
}

/// Every record that can be read, as far as that is known, in the order of ids.
fn content<S>(journal: &crate::open_journal::OpenJournal<S>) -> Content {
    let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
    let all = list.entries().map(|entry| (entry.record_id, entry.commitment));
    let is_damaged = |(id, _): &(RecordId, Commitment)| matches!(bodies.get(*id), Some(Body::Damaged { .. }));
    let (left_out, entries): (Vec<_>, Vec<_>) = all.partition(is_damaged);
    Content { entries, left_out: left_out.len() as u32, damaged_pages: list.damaged_pages() }
}

/// The journal's own ways, as its root keeps them, with the derivation of its header.
fn own_ways<'a, S>(
    journal: &crate::open_journal::OpenJournal<S>,
    root: &'a Root,
) -> Result<(KdfParams, Vec<BackupWay<'a>>), Trouble> {
    let ways = ways_of(root);
    if ways.is_empty() || journal.made_up {
        return Err(BackupRefused::NoWayIn.into());
    }
    Ok((journal.header.borrow().header().kdf(), ways))
}

/// What opens a backup under the journal's own ways.
pub(super) fn ways_of(root: &Root) -> Vec<BackupWay<'_>> {
    let keys = [(&root.passphrase_backup_key, Way::Passphrase), (&root.recovery_backup_key, Way::Recovery)];
    keys.into_iter().filter_map(|(key, way)| Some(key.as_ref()?.of_way(way))).collect()
}

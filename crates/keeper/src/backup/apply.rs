//! The second pass over a file: authenticates it again while it merges and stages; then everything takes effect in one
//! step (FORMAT 6). Before that step what was here stands untouched.

use std::rc::Rc;
use store::Shelf as _;
use vault::{BackupAbout, BackupReader, RecordId};

use super::{
    Trouble,
    desk::InHand,
    fresh::Fresh,
    look::{Batch, Looked, of_secret, taken},
    merge::Staged,
};
use crate::{
    host::Host,
    protocol::{BackupRefused, BackupReply, Failure, Kept, Opened, Reply, SecretBytes, Stage},
    service::{Journal, Keeper},
    sweep::big_change,
};

/// A file in the second pass.
pub(crate) struct Applying<H: Host> {
    reader: BackupReader,
    about: BackupAbout,
    /// What the first pass saw.
    digest: [u8; 32],
    batch: Batch,
    staged: Staged,
    into: Target<H>,
}

/// What it becomes part of.
enum Target<H: Host> {
    /// The open journal; the lock of big changes is held.
    Open(Rc<Journal<H>>, H::Hold),
    /// A journal of its own.
    Fresh(Box<Fresh<H>>),
}

impl<H: Host> Keeper<H> {
    pub(super) async fn apply(
        &self,
        number: u32,
        backup: u32,
        across: bool,
        kept: Kept,
        passphrase: Option<SecretBytes>,
    ) -> Result<BackupReply, Trouble> {
        let InHand::Looked(looked) = self.take_in_hand(backup)? else {
            return Err(BackupRefused::NotInHand.into());
        };
        match self.target(number, &looked, across, kept, passphrase).await {
            Ok(into) => {
                let Looked { keyed, about, digest, .. } = *looked;
                let (batch, staged) = (Batch::default(), Staged::default());
                let applying =
                    Applying { reader: BackupReader::new(keyed), about, digest, batch, staged, into };
                self.lay_back(backup, InHand::Applying(Box::new(applying)));
                Ok(BackupReply::Reading { backup })
            }
            Err(trouble) => {
                // What was seen stays seen: what was missing can be said, or made room for.
                self.lay_back(backup, InHand::Looked(looked));
                Err(trouble)
            }
        }
    }

    async fn target(
        &self,
        number: u32,
        looked: &Looked<H>,
        across: bool,
        kept: Kept,
        passphrase: Option<SecretBytes>,
    ) -> Result<Target<H>, Trouble> {
        let open = self.opened().ok();
        let is_same = match (&open, &looked.journal) {
            (Some(open), Some(known)) => Rc::ptr_eq(open, known),
            (None, None) => true,
            _ => false,
        };
        if !is_same {
            return Err(BackupRefused::NotInHand.into());
        }
        self.expect_room_for(looked.room).await?;
        let Some(journal) = open else {
            let typed = passphrase.map(of_secret).transpose()?;
            let passphrase = typed.as_ref().or(looked.passphrase.as_ref()).ok_or(Failure::PassphraseEmpty)?;
            // Another passphrase than the file's makes the file no way back into this journal's words.
            let is_proof = typed.is_none();
            return Ok(Target::Fresh(Box::new(self.fresh(number, passphrase, kept, is_proof).await?)));
        };
        if looked.about.lineage_id != journal.head.borrow().root.lineage_id && !across {
            return Err(BackupRefused::OtherJournal.into());
        }
        let hold = self.host.hold_big_change(&big_change(&journal.name)).await;
        let hold = hold.ok_or(Failure::BigChangeElsewhere)?;
        self.catch_up(&journal).await?;
        Ok(Target::Open(journal, hold))
    }

    /// Where the machine does not say, staging shows it.
    pub(super) async fn expect_room_for(&self, needed: u64) -> Result<(), Trouble> {
        match self.host.free_bytes().await {
            Some(free) if free < needed => Err(Failure::NotEnoughRoom { needed, free }.into()),
            _ => Ok(()),
        }
    }

    pub(super) async fn push_second(
        &self,
        backup: u32,
        mut applying: Box<Applying<H>>,
        bytes: &[u8],
    ) -> Result<BackupReply, Trouble> {
        let pushed = applying.reader.push(bytes).map_err(Trouble::from);
        let pushed = match pushed {
            Ok(()) => self.stage_read(&mut applying).await,
            Err(trouble) => Err(trouble),
        };
        if let Err(trouble) = pushed {
            self.give_up(*applying).await;
            return Err(trouble);
        }
        let taken = taken(&applying.reader);
        self.lay_back(backup, InHand::Applying(applying));
        Ok(taken)
    }

    /// Merges and stages what has been read.
    async fn stage_read(&self, applying: &mut Applying<H>) -> Result<(), Trouble> {
        while let Some((id, record)) = applying.reader.next_record()? {
            if applying.batch.add(id, record) {
                self.stage_batch(applying).await?;
            }
        }
        Ok(())
    }

    async fn stage_batch(&self, applying: &mut Applying<H>) -> Result<(), Trouble> {
        let theirs = applying.batch.take();
        let staged = &mut applying.staged;
        match &applying.into {
            Target::Open(journal, _) => {
                if !self.is_open(journal) {
                    return Err(BackupRefused::NotInHand.into());
                }
                let ids: Vec<RecordId> = theirs.iter().map(|(id, _)| *id).collect();
                let ours = self.ours(journal, &ids).await?;
                self.stage_merged(&journal.keys, &journal.store, theirs, ours, staged).await
            }
            Target::Fresh(fresh) => {
                let ours = theirs.iter().map(|_| None).collect();
                self.stage_merged(&fresh.keys, &fresh.store, theirs, ours, staged).await
            }
        }
    }

    pub(super) async fn finish(&self, number: u32, backup: u32) -> Result<Reply, Trouble> {
        let InHand::Applying(mut applying) = self.take_in_hand(backup)? else {
            return Err(BackupRefused::NotInHand.into());
        };
        if let Err(trouble) = self.read_to_the_end(&mut applying).await {
            self.give_up(*applying).await;
            return Err(trouble);
        }
        self.host.progress(number, Stage::Writing, 0, 0);
        let Applying { about, mut staged, into, .. } = *applying;
        match into {
            Target::Open(journal, hold) => {
                let flipped = self.flip_merged(&journal, &mut staged).await;
                if flipped.is_err() {
                    self.sweep_staged(&journal).await;
                }
                drop(hold);
                flipped?;
                let (changed, sequence) = (staged.len() as u32, journal.sequence());
                Ok(Reply::Backup(BackupReply::Merged { changed, sequence }))
            }
            Target::Fresh(fresh) => self.open_fresh(*fresh, &about, &staged).await.map(Reply::Opened),
        }
    }

    async fn read_to_the_end(&self, applying: &mut Applying<H>) -> Result<(), Trouble> {
        applying.reader.finish()?;
        self.stage_read(applying).await?;
        self.stage_batch(applying).await?;
        let same = applying.reader.digest() == applying.digest;
        if same { Ok(()) } else { Err(BackupRefused::Changed.into()) }
    }

    async fn open_fresh(
        &self,
        fresh: Fresh<H>,
        about: &BackupAbout,
        staged: &Staged,
    ) -> Result<Opened, Trouble> {
        let name = fresh.name.clone();
        match self.found(fresh, about, staged).await {
            Ok(journal) => {
                let opened = self.opened_reply(&journal);
                self.keep_witness(&journal);
                self.open(journal).await;
                Ok(opened)
            }
            Err(trouble) => {
                // Nobody knows of this database yet: it goes with the failure.
                let _ = self.host.shelf().delete(&name).await;
                Err(trouble)
            }
        }
    }

    /// Rows that nothing names go, unless they may be all that is left of a later state. What cannot be swept now is
    /// swept after the next opening.
    pub(super) async fn sweep_staged(&self, journal: &Rc<Journal<H>>) {
        if !journal.older_than_seen {
            let _ = self.sweep(journal, |_, _| ()).await;
        }
    }

    /// What was staged goes; what was here stands.
    pub(super) async fn give_up(&self, applying: Applying<H>) {
        match applying.into {
            Target::Open(journal, hold) => {
                self.sweep_staged(&journal).await;
                drop(hold);
            }
            Target::Fresh(fresh) => {
                let name = fresh.name.clone();
                drop(fresh);
                let _ = self.host.shelf().delete(&name).await;
            }
        }
    }
}

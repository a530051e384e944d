//! A tab's backups: a file made, looked into, proven and applied, as the screen would do it.

use keeper::protocol::{
    BackupRefused, BackupReply, BackupRequest, BackupSecret, BackupSeen, Bytes, Failure, Kept, Opened, Reply,
    Request, SecretBytes,
};

use crate::tab::{Tab, secret};

/// A refusal, or a failure as everywhere.
#[derive(Debug, PartialEq)]
pub enum Why {
    Refused(BackupRefused),
    Failed(Failure),
}

pub fn by(passphrase: &str) -> BackupSecret {
    BackupSecret::Passphrase(secret(passphrase))
}

impl Tab {
    pub fn backup_ask(&self, request: BackupRequest) -> Result<Reply, Why> {
        match self.ask(Request::Backup(request)) {
            Ok(Reply::Backup(BackupReply::Refused(refused))) => Err(Why::Refused(refused)),
            Ok(reply) => Ok(reply),
            Err(failure) => Err(Why::Failed(failure)),
        }
    }

    fn reading(&self, request: BackupRequest) -> Result<u32, Why> {
        match self.backup_ask(request)? {
            Reply::Backup(BackupReply::Reading { backup }) => Ok(backup),
            other => panic!("another reply: {other:?}"),
        }
    }

    pub fn begin_backup(&self) -> Result<u32, Why> {
        match self.backup_ask(BackupRequest::Make { passphrase: None })? {
            Reply::Backup(BackupReply::Begun { backup, .. }) => Ok(backup),
            other => panic!("another reply: {other:?}"),
        }
    }

    /// The next part of a backup, and whether it was the last.
    pub fn next_part(&self, backup: u32) -> Result<(Vec<u8>, bool), Why> {
        match self.backup_ask(BackupRequest::Next { backup })? {
            Reply::Backup(BackupReply::Part { bytes, done, .. }) => Ok((bytes.0, done)),
            other => panic!("another reply: {other:?}"),
        }
    }

    /// A backup under the journal's own ways.
    pub fn back_up(&self) -> Vec<u8> {
        let backup = self.begin_backup().unwrap();
        self.rest_of(backup)
    }

    pub fn rest_of(&self, backup: u32) -> Vec<u8> {
        let mut file = Vec::new();
        loop {
            let (bytes, done) = self.next_part(backup).unwrap();
            assert!(bytes.len() <= 1024 * 1024, "{} bytes at once", bytes.len());
            file.extend(bytes);
            if done {
                return file;
            }
        }
    }

    pub fn push_all(&self, backup: u32, file: &[u8]) -> Result<(), Why> {
        for piece in file[512.min(file.len())..].chunks(100_000) {
            self.backup_ask(BackupRequest::Push { backup, bytes: Bytes(piece.to_vec()) })?;
        }
        Ok(())
    }

    /// The first pass.
    pub fn look(&self, file: &[u8], key: BackupSecret) -> Result<(u32, BackupSeen), Why> {
        let beginning = Bytes(file[..512.min(file.len())].to_vec());
        let backup = self.reading(BackupRequest::Look { beginning, key })?;
        self.push_all(backup, file)?;
        match self.backup_ask(BackupRequest::Seen { backup })? {
            Reply::Backup(BackupReply::Seen(seen)) => Ok((backup, seen)),
            other => panic!("another reply: {other:?}"),
        }
    }

    pub fn begin_applying(&self, backup: u32, across: bool, passphrase: Option<&str>) -> Result<(), Why> {
        let (kept, passphrase) = (Kept::OnDevice, passphrase.map(secret));
        let begun = self.reading(BackupRequest::Apply { backup, across, kept, passphrase })?;
        assert_eq!(begun, backup);
        Ok(())
    }

    pub fn finish(&self, backup: u32) -> Result<Reply, Why> {
        self.backup_ask(BackupRequest::Finish { backup })
    }

    /// Both passes, into the open journal. Gives how many records changed.
    pub fn merge(&self, file: &[u8]) -> Result<u32, Why> {
        self.merge_by(file, by(crate::tab::PASSPHRASE), false)
    }

    pub fn merge_by(&self, file: &[u8], key: BackupSecret, across: bool) -> Result<u32, Why> {
        let (backup, _) = self.look(file, key)?;
        self.begin_applying(backup, across, None)?;
        self.push_all(backup, file)?;
        match self.finish(backup)? {
            Reply::Backup(BackupReply::Merged { changed, .. }) => Ok(changed),
            other => panic!("another reply: {other:?}"),
        }
    }

    /// Both passes, where no journal is open.
    pub fn restore(&self, file: &[u8], key: BackupSecret, passphrase: Option<&str>) -> Result<Opened, Why> {
        let (backup, _) = self.look(file, key)?;
        self.begin_applying(backup, false, passphrase)?;
        self.push_all(backup, file)?;
        match self.finish(backup)? {
            Reply::Opened(opened) => Ok(opened),
            other => panic!("another reply: {other:?}"),
        }
    }

    pub fn undo_merge(&self) -> Result<(), Why> {
        self.backup_ask(BackupRequest::Undo).map(|reply| assert_eq!(reply, Reply::Backup(BackupReply::Done)))
    }
}

pub fn sheet_of(bytes: &[u8]) -> BackupSecret {
    BackupSecret::Sheet(SecretBytes::new(bytes.to_vec()))
}

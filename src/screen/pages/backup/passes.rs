//! A file going through the keeper, in parts: once to look into it, once more to take it in.

use keeper::protocol::{
    BackupRefused, BackupReply, BackupRequest, BackupSecret, BackupSeen, Bytes, Failure, Kept, Opened, Reply,
    Request,
};
use web_sys::Blob;

use super::work::{Doing, Trouble, Work};
use crate::screen::browser::passphrase;
use crate::screen::browser::written_file::bytes_at;
use zeroize::Zeroizing;

/// What a backup begins with, bytes.
const BEGINNING: f64 = 512.0;
/// Bytes handed over at once.
const PART: f64 = 1024.0 * 1024.0;

/// A file that was seen whole.
#[derive(Clone)]
pub struct SeenFile {
    pub backup: u32,
    pub seen: BackupSeen,
}

/// How a seen file is to be taken in.
pub struct Taking {
    /// Also into another journal.
    pub across: bool,
    pub kept: Kept,
    /// The passphrase of a new journal, where the file was not opened by one.
    pub passphrase: Option<Zeroizing<String>>,
}

/// What became of it.
pub enum Taken {
    /// Merged into the open journal: so many records came or changed.
    Merged(u32),
    /// A journal was made of it.
    Opened(Opened),
}

/// The first pass: all of the file is authenticated, nothing is applied.
///
/// # Errors
/// [`Trouble`].
pub async fn look(work: Work, file: &Blob, key: BackupSecret, doing: Doing) -> Result<SeenFile, Trouble> {
    let beginning = Bytes(bytes_at(file, 0.0, BEGINNING).await.ok_or(Trouble::CannotRead)?);
    let looked = work.ask(BackupRequest::Look { beginning, key }).await;
    let BackupReply::Reading { backup } = looked.map_err(|trouble| cut_in_the_beginning(file, trouble))?
    else {
        return Err(Failure::KeeperDied.into());
    };
    push_all(work, file, backup, doing).await?;
    match work.ask(BackupRequest::Seen { backup }).await? {
        BackupReply::Seen(seen) => Ok(SeenFile { backup, seen }),
        _ => Err(Failure::KeeperDied.into()),
    }
}

/// The keeper is given a beginning, and does not know whether the file goes on.
fn cut_in_the_beginning(file: &Blob, trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Refused(BackupRefused::Cut { .. }) => {
            Trouble::Refused(BackupRefused::Cut { at: file.size() as u64 })
        }
        trouble => trouble,
    }
}

/// The second pass, and the one step in which it takes effect.
///
/// # Errors
/// [`Trouble`]; then nothing was applied.
pub async fn take(work: Work, file: &Blob, backup: u32, taking: Taking) -> Result<Taken, Trouble> {
    let Taking { across, kept, passphrase } = taking;
    let passphrase = passphrase.map(passphrase::secret);
    work.ask(BackupRequest::Apply { backup, across, kept, passphrase }).await?;
    push_all(work, file, backup, Doing::Applying).await?;
    work.at(Doing::Finishing, 0, 0)?;
    match work.session.keeper.ask(Request::Backup(BackupRequest::Finish { backup })).await? {
        Reply::Opened(opened) => Ok(Taken::Opened(opened)),
        Reply::Backup(BackupReply::Merged { changed, .. }) => Ok(Taken::Merged(changed)),
        Reply::Backup(BackupReply::Refused(refused)) => Err(Trouble::Refused(refused)),
        _ => Err(Failure::KeeperDied.into()),
    }
}

async fn push_all(work: Work, file: &Blob, backup: u32, doing: Doing) -> Result<(), Trouble> {
    work.at(doing, 0, 0)?;
    let mut from = BEGINNING;
    while from < file.size() {
        let bytes = bytes_at(file, from, PART).await.filter(|bytes| !bytes.is_empty());
        let bytes = bytes.ok_or(Trouble::CannotRead)?;
        from += bytes.len() as f64;
        let reply = work.ask(BackupRequest::Push { backup, bytes: Bytes(bytes) }).await?;
        if let BackupReply::Taken { records, total } = reply {
            work.at(doing, records, total)?;
        }
    }
    Ok(())
}

//! Backups: made as a stream, looked into, and applied: merged into the open journal, or made a journal of (FORMAT 8).
//! The bytes are the vault's; where files rest is the host's.

mod apply;
mod compare;
mod desk;
mod flip;
mod fresh;
mod held;
mod import;
mod imported;
mod look;
mod make;
mod merge;
mod prove;
mod standing;
mod tally;
mod trouble;
mod undo;

use crate::{
    host::Host,
    protocol::{BackupReply, BackupRequest, Failure, Reply},
    service::Keeper,
};

pub(crate) use desk::Desk;
use trouble::Trouble;

// What reads a backup without a keeper, natively.
pub use held::{Held, HeldAttachment, HeldVersion};
pub use vault::{
    BackupAbout, BackupError, BackupHeader, BackupKeyed, BackupReader, Codec, Record, RecordId, WaySecret,
};

/// Bytes of records that are in memory together, as far as more than one is.
const BYTES_AT_ONCE: usize = 4 * 1024 * 1024;
/// Records that are in memory together.
const RECORDS_AT_ONCE: usize = 128;

impl<H: Host> Keeper<H> {
    pub(crate) async fn backup(&self, number: u32, request: BackupRequest) -> Result<Reply, Failure> {
        let answered = match request {
            BackupRequest::Make { passphrase } => self.make_backup(number, passphrase).await,
            BackupRequest::Next { backup } => self.next_part(backup).await,
            BackupRequest::Look { beginning, key } => self.look(number, &beginning.0, key).await,
            BackupRequest::Push { backup, bytes } => self.push(number, backup, &bytes.0).await,
            BackupRequest::Seen { backup } => self.seen(number, backup).await,
            BackupRequest::Proven { backup } => self.proven(backup).await,
            BackupRequest::Apply { backup, across, kept, passphrase } => {
                self.apply(number, backup, across, kept, passphrase).await
            }
            BackupRequest::Finish { backup } => match self.finish(number, backup).await {
                Ok(reply) => return Ok(reply),
                Err(trouble) => Err(trouble),
            },
            BackupRequest::Undo => self.undo_merge().await,
            BackupRequest::Standing => self.standing(),
            BackupRequest::Drop => {
                self.let_go().await;
                Ok(BackupReply::Done)
            }
        };
        match answered {
            Ok(reply) => Ok(Reply::Backup(reply)),
            Err(Trouble::Refused(refused)) => Ok(Reply::Backup(BackupReply::Refused(refused))),
            Err(Trouble::Failure(failure)) => Err(failure),
        }
    }
}

//! Taking back the last merge: the root before it is sealed again under a new sequence. Drafts and ways in stay as they
//! are now.

use store::{Previous, Store as _};
use vault::Root;

use super::Trouble;
use crate::{
    commit::ATTEMPTS,
    host::Host,
    protocol::{BackupRefused, BackupReply, Failure},
    put::Prepared,
    service::Keeper,
    sweep::big_change,
};

impl<H: Host> Keeper<H> {
    pub(super) async fn undo_merge(&self) -> Result<BackupReply, Trouble> {
        self.let_go().await;
        let journal = self.opened()?;
        let hold = self.host.hold_big_change(&big_change(&journal.name)).await;
        let _hold = hold.ok_or(Failure::BigChangeElsewhere)?;
        for _ in 0..ATTEMPTS {
            self.catch_up(&journal).await?;
            let head = journal.store.head().await?;
            let previous = head.previous.ok_or(BackupRefused::NothingToUndo)?;
            let before = journal.keys.open_root(&previous).map_err(|_| BackupRefused::NothingToUndo)?;
            let root = {
                let now = &journal.head.borrow().root;
                Root {
                    live: before.live,
                    deleted: before.deleted,
                    pages: before.pages,
                    last_save_ms: before.last_save_ms,
                    ..now.duplicate()
                }
            };
            // Not through the root known here: what it names is read as if another tab had put it.
            if self.put_from_elsewhere(&journal, Prepared::of(root, Previous::Drop)).await? {
                self.catch_up(&journal).await?;
                self.keep_witness(&journal);
                self.sweep_staged(&journal).await;
                return Ok(BackupReply::Done);
            }
        }
        Err(Failure::TooBusy.into())
    }
}

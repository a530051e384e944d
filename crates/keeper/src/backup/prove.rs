//! Remembering, in the root, that a backup was proven: its file was read back whole, and opens by the present keys.

use store::Previous;

use super::{Trouble, desk::InHand, look::own_key};
use crate::{
    commit::ATTEMPTS,
    host::Host,
    protocol::{BackupRefused, BackupReply, Failure},
    put::{Prepared, Written},
    service::Keeper,
};

impl<H: Host> Keeper<H> {
    pub(super) async fn proven(&self, backup: u32) -> Result<BackupReply, Trouble> {
        let InHand::Looked(looked) = self.take_in_hand(backup)? else {
            return Err(BackupRefused::NotInHand.into());
        };
        let journal = self.opened()?;
        let about = looked.about;
        let is_own = looked.journal.as_ref().is_some_and(|known| std::rc::Rc::ptr_eq(known, &journal))
            && about.lineage_id == journal.head.borrow().root.lineage_id
            && own_key(&journal, &looked.header).is_some();
        self.lay_back(backup, InHand::Looked(looked));
        if !is_own {
            return Err(BackupRefused::NotOwn.into());
        }
        for _ in 0..ATTEMPTS {
            let mut root = journal.head.borrow().root.duplicate();
            if root.proven_backup_sequence > about.sequence {
                // A later one was proven already.
                return Ok(BackupReply::Done);
            }
            root.proven_backup_ms = about.made_at_ms;
            root.proven_backup_sequence = about.sequence;
            if !matches!(self.put(&journal, Prepared::of(root, Previous::Keep)).await?, Written::NotYet) {
                self.tell(&journal);
                return Ok(BackupReply::Done);
            }
        }
        Err(Failure::TooBusy.into())
    }
}

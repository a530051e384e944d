//! How far the open journal has gone since its last proven backup: what was written or deleted after that was begun.

use journal::Kind;

use super::Trouble;
use crate::{
    bodies::Body,
    host::Host,
    protocol::{BackupReply, BackupStanding},
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    pub(super) fn standing(&self) -> Result<BackupReply, Trouble> {
        let journal = self.opened()?;
        let proven_at_ms = journal.head.borrow().root.proven_backup_ms;
        let changes = journal.checked.get().then(|| changed_since::<H>(&journal, proven_at_ms));
        Ok(BackupReply::Standing(BackupStanding { proven_at_ms, changes }))
    }
}

/// Records changed after that moment. One that cannot be read says nothing of itself.
fn changed_since<H: Host>(journal: &Journal<H>, since_ms: u64) -> u32 {
    let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
    let is_changed = |id| match bodies.get(id) {
        Some(Body::Read { changed_at_ms, .. }) => *changed_at_ms > since_ms,
        _ => false,
    };
    let counted = |kind| !matches!(Kind::new(kind), Kind::ATTACHMENT | Kind::PART | Kind::SETTINGS);
    let entries = list.entries().filter(|entry| counted(entry.kind));
    entries.filter(|entry| is_changed(entry.record_id)).count() as u32
}

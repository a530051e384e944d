//! Photos and recordings that nothing names any more: their entry was deleted, they were taken off it, or it was never
//! saved. They go at a later unlocking, so that what was deleted is in no further backup.

use journal::Kind;
use std::{collections::HashSet, rc::Rc};
use store::Store as _;
use vault::{EntryState, PageEntry, Record, RecordId, VersionClock};

use crate::{
    bodies::Body,
    check::damaged,
    commit::{Seen, Target},
    delete::{deletion, gone},
    host::Host,
    kinds::attachments_of,
    protocol::{Failure, Id},
    service::{Journal, Keeper},
};

/// What was sealed since is left alone: an entry that is being written may name it yet.
const AGE_S: i64 = 24 * 60 * 60;

impl<H: Host> Keeper<H> {
    /// Lets go of attachments and parts that nothing names. Does nothing while anything is damaged or was made by a
    /// newer version, as that may name them; nor while an earlier state can still be brought back.
    pub(crate) async fn let_go_of_unattached(&self, journal: &Rc<Journal<H>>) -> Result<(), Failure> {
        if journal.older_than_seen || !damaged(journal).is_empty() {
            return Ok(());
        }
        if journal.store.head().await?.previous.is_some() {
            return Ok(());
        }
        let drafts: HashSet<Id> =
            self.drafts().await?.iter().flat_map(|draft| attachments_of(&draft.text)).collect();
        let before_s = (self.host.now_ms() / 1_000) as i64 - AGE_S;
        let Some(unattached) = unattached(journal, &drafts, before_s) else { return Ok(()) };
        if unattached.is_empty() {
            return Ok(());
        }
        for id in unattached {
            if !self.is_open(journal) {
                return Ok(());
            }
            self.remove_unattached(journal, id).await?;
            self.host.let_others_run().await;
        }
        self.tell(journal);
        Ok(())
    }

    /// The mark takes its place and has seen nothing of it: where another device kept the entry that it belongs to, a
    /// merge brings it back.
    async fn remove_unattached(&self, journal: &Journal<H>, id: RecordId) -> Result<(), Failure> {
        let now_ms = self.host.now_ms();
        let target = Target::of(id, Seen::Clock(VersionClock::default()));
        self.commit_untold(journal, target, |_, seen, device| {
            let entry = journal.list.borrow().entry(id).cloned().ok_or(Failure::NotFound)?;
            let mark = gone(seen.clone().bumped(device), now_ms);
            let record = Record { kind: entry.kind, versions: vec![mark] };
            Ok(deletion(entry, record))
        })
        .await?;
        Ok(())
    }
}

/// All attachments and parts older than that which nothing names. `None` where it cannot be known.
fn unattached<S>(
    journal: &crate::open_journal::OpenJournal<S>,
    drafts: &HashSet<Id>,
    before_s: i64,
) -> Option<Vec<RecordId>> {
    let (list, bodies) = (journal.list.borrow(), journal.bodies.borrow());
    if list.damaged_pages() > 0 {
        return None;
    }
    let (rest, things): (Vec<&PageEntry>, Vec<&PageEntry>) =
        list.entries().filter(|entry| entry.state == EntryState::Live).partition(|entry| !is_thing(entry));
    let owned = |entry: &PageEntry| match bodies.get(entry.record_id)? {
        Body::Read { owns, .. } => owns.clone(),
        Body::Damaged { .. } => None,
    };
    let mut named = drafts.clone();
    for entry in rest {
        named.extend(owned(entry)?);
    }
    // What a description names counts only while something names the description, or it is young.
    let is_kept = |entry: &PageEntry, named: &HashSet<Id>| {
        named.contains(entry.record_id.as_bytes()) || entry.happened_at_s > before_s
    };
    for entry in &things {
        let parts = owned(entry)?;
        if is_kept(entry, &named) {
            named.extend(parts);
        }
    }
    Some(things.iter().filter(|entry| !is_kept(entry, &named)).map(|entry| entry.record_id).collect())
}

fn is_thing(entry: &PageEntry) -> bool {
    matches!(Kind::new(entry.kind), Kind::ATTACHMENT | Kind::PART)
}

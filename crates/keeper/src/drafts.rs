//! Drafts: words on their way. Posted by the screen as they are typed, sealed a moment later, each as its own small
//! row plus the root, so that one still lands when the page is being put away.

use std::collections::BTreeMap;
use store::{Previous, Store as _};
use vault::{DraftId, DraftRef, RecordId, Root, RowKey};

use crate::{
    commit::{Prepared, forget_draft},
    host::Host,
    protocol::{Draft, Event, Failure, Id},
    service::{Journal, Keeper},
};

/// Rest after the last post before a draft is sealed, ms.
const REST_MS: u64 = 1_500;
/// The latest a posted draft waits, ms.
const LATEST_MS: u64 = 3_000;
/// How often sealing tries again when other tabs keep being first.
const ATTEMPTS: usize = 50;

/// Drafts posted and not sealed yet.
#[derive(Default)]
pub(crate) struct PendingDrafts {
    drafts: BTreeMap<DraftId, Draft>,
    first_post_ms: Option<u64>,
    last_post_ms: u64,
}

impl PendingDrafts {
    fn post(&mut self, draft: Draft, now_ms: u64) {
        self.drafts.insert(DraftId::from_bytes(draft.draft_id), draft);
        self.first_post_ms.get_or_insert(now_ms);
        self.last_post_ms = now_ms;
    }

    pub(crate) fn forget(&mut self, id: DraftId) {
        self.drafts.remove(&id);
        if self.drafts.is_empty() {
            self.first_post_ms = None;
        }
    }

    /// Milliseconds from `now_ms` until the drafts are due; `None` when none waits.
    fn due_in_ms(&self, now_ms: u64) -> Option<u64> {
        let first = self.first_post_ms?;
        let due = (self.last_post_ms + REST_MS).min(first + LATEST_MS);
        // A clock set back must not put a draft off.
        Some(due.saturating_sub(now_ms).min(REST_MS))
    }
}

impl<H: Host> Keeper<H> {
    pub(crate) fn post_draft(&self, draft: Draft) -> Result<(), Failure> {
        let journal = self.opened()?;
        journal.pending.borrow_mut().post(draft, self.host.now_ms());
        Ok(())
    }

    /// Milliseconds until the posted drafts are to be sealed; `None` when none waits.
    #[must_use]
    pub fn drafts_due_in_ms(&self) -> Option<u64> {
        self.opened().ok()?.pending.borrow().due_in_ms(self.host.now_ms())
    }

    /// Seals every posted draft now. Tells the screen of each.
    ///
    /// # Errors
    /// The first failure; drafts that could not be sealed stay posted.
    pub async fn seal_drafts(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let posted: Vec<Draft> = journal.pending.borrow().drafts.values().cloned().collect();
        journal.pending.borrow_mut().first_post_ms = None;
        let mut outcome = Ok(());
        for draft in posted {
            let draft_id = draft.draft_id;
            match self.seal_draft(&journal, &draft).await {
                Ok(()) => {
                    journal.pending.borrow_mut().settle(&draft);
                    self.host.emit(Event::DraftSealed { draft_id });
                }
                Err(failure) => {
                    self.host.emit(Event::DraftNotSealed { draft_id, failure: failure.clone() });
                    outcome = outcome.and(Err(failure));
                }
            }
        }
        outcome
    }

    async fn seal_draft(&self, journal: &Journal<H>, draft: &Draft) -> Result<(), Failure> {
        let id = DraftId::from_bytes(draft.draft_id);
        let body = serde_json::to_vec(draft).map_err(|_| Failure::StorageFailed)?;
        for _ in 0..ATTEMPTS {
            let row = journal.keys.seal_draft(id, &body, &mut self.random())?;
            let mut root = journal.head.borrow().root.duplicate();
            let old = forget_draft(&mut root, id);
            if root.drafts.len() >= Root::MAX_DRAFTS {
                return Err(Failure::TooManyDrafts);
            }
            let record_id = RecordId::from_bytes(draft.id);
            let base = journal.list.borrow().entry(record_id).map(|entry| entry.commitment.row_key());
            let base = base.unwrap_or(RowKey::from_bytes([0; 16]));
            root.drafts.push(DraftRef { draft_id: id, record_id, base, row: row.commitment() });
            root.sequence += 1;
            root.device_id = self.device(journal)?;
            let remove = old.map(|old| old.row_key()).into_iter().collect();
            if self.put(journal, Prepared { root, rows: vec![row], remove, previous: Previous::Keep }).await?
            {
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }

    pub(crate) async fn drop_draft(&self, draft_id: Id) -> Result<(), Failure> {
        let journal = self.opened()?;
        let id = DraftId::from_bytes(draft_id);
        journal.pending.borrow_mut().forget(id);
        for _ in 0..ATTEMPTS {
            let mut root = journal.head.borrow().root.duplicate();
            let Some(row) = forget_draft(&mut root, id) else { return Ok(()) };
            root.sequence += 1;
            root.device_id = self.device(&journal)?;
            let remove = vec![row.row_key()];
            if self
                .put(&journal, Prepared { root, rows: Vec::new(), remove, previous: Previous::Keep })
                .await?
            {
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }

    /// Every draft of the journal, newest words first where some are posted and not sealed yet.
    pub(crate) async fn drafts(&self) -> Result<Vec<Draft>, Failure> {
        let journal = self.opened()?;
        let refs = journal.head.borrow().root.drafts.clone();
        let rows: Vec<RowKey> = refs.iter().map(|known| known.row.row_key()).collect();
        let stored = journal.store.rows(&rows).await?;
        let mut drafts: BTreeMap<DraftId, Draft> = BTreeMap::new();
        for (known, bytes) in refs.iter().zip(stored) {
            let body =
                bytes.and_then(|bytes| journal.keys.open_draft(known.draft_id, known.row, &bytes).ok());
            if let Some(draft) = body.and_then(|body| serde_json::from_slice(&body).ok()) {
                drafts.insert(known.draft_id, draft);
            }
        }
        drafts.extend(journal.pending.borrow().drafts.clone());
        Ok(drafts.into_values().collect())
    }
}

impl PendingDrafts {
    /// Forgets a draft that was sealed, unless newer words of it were posted meanwhile.
    fn settle(&mut self, sealed: &Draft) {
        let id = DraftId::from_bytes(sealed.draft_id);
        if self.drafts.get(&id) == Some(sealed) {
            self.forget(id);
        }
    }
}

//! Drafts: words on their way. Posted by the screen as they are typed, sealed a moment later, each as its own small
//! row plus the root, so that one still lands when the page is being put away.

use serde::Deserialize;
use std::collections::BTreeMap;
use store::{Previous, Store as _};
use vault::{DraftId, DraftRef, RecordId, Root, RowKey};

use crate::{
    commit::{ATTEMPTS, forget_draft},
    host::Host,
    protocol::{self, Base, Draft, EntryText, Event, Failure, Id},
    put::{Prepared, Written},
    service::{Journal, Keeper},
};

impl<H: Host> Keeper<H> {
    pub(crate) fn post_draft(&self, draft: Draft) -> Result<(), Failure> {
        let journal = self.opened()?;
        journal.pending.borrow_mut().post(draft, self.host.now_ms());
        Ok(())
    }

    /// Milliseconds until the posted drafts are to be sealed; `None` when none waits. After a failure it is the time
    /// until they are to be tried again. Whoever waits asks again afterwards: posts and the clock may have moved it.
    #[must_use]
    pub fn drafts_due_in_ms(&self) -> Option<u64> {
        self.opened().ok()?.pending.borrow_mut().due_in_ms(self.host.now_ms())
    }

    /// Seals every posted draft now. Tells the screen of each.
    ///
    /// # Errors
    /// The first failure; drafts that could not be sealed stay posted and are due again.
    pub async fn seal_drafts(&self) -> Result<(), Failure> {
        let journal = self.opened()?;
        let posted = journal.pending.borrow_mut().begin_sealing();
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
        let mut pending = journal.pending.borrow_mut();
        match outcome {
            Ok(()) => pending.succeeded(),
            Err(_) => pending.failed(self.host.now_ms()),
        }
        outcome
    }

    async fn seal_draft(&self, journal: &Journal<H>, draft: &Draft) -> Result<(), Failure> {
        let id = DraftId::from_bytes(draft.draft_id);
        let body = serde_json::to_vec(draft).map_err(|_| Failure::StorageFailed)?;
        for _ in 0..ATTEMPTS {
            let row = journal.keys.seal_draft(id, &body, &mut self.random())?;
            let mut root = journal.head.borrow().root.duplicate();
            let remove = Vec::from_iter(forget_draft(&mut root, id));
            if root.drafts.len() >= Root::MAX_DRAFTS {
                return Err(Failure::TooManyDrafts);
            }
            let record_id = RecordId::from_bytes(draft.id);
            let base = journal.list.borrow().entry(record_id).map(|entry| entry.commitment.row_key());
            let base = base.unwrap_or(RowKey::from_bytes([0; 16]));
            root.drafts.push(DraftRef { draft_id: id, record_id, base, row: row.commitment() });
            let prepared = Prepared { rows: vec![row], remove, ..Prepared::of(root, Previous::Keep) };
            match self.put(journal, prepared).await? {
                Written::Here | Written::KnownAlready => return Ok(()),
                Written::NotYet => {}
            }
        }
        Err(Failure::TooBusy)
    }

    pub(crate) async fn drop_draft(&self, draft_id: Id) -> Result<(), Failure> {
        let journal = self.opened()?;
        let id = DraftId::from_bytes(draft_id);
        for _ in 0..ATTEMPTS {
            let mut root = journal.head.borrow().root.duplicate();
            let gone = match forget_draft(&mut root, id) {
                Some(row) => {
                    let prepared = Prepared { remove: vec![row], ..Prepared::of(root, Previous::Keep) };
                    !matches!(self.put(&journal, prepared).await?, Written::NotYet)
                }
                None => true,
            };
            if gone {
                journal.pending.borrow_mut().forget(id);
                return Ok(());
            }
        }
        Err(Failure::TooBusy)
    }

    /// Every draft of the journal; where newer words of one are posted and not sealed yet, those.
    pub(crate) async fn drafts(&self) -> Result<Vec<Draft>, Failure> {
        let journal = self.opened()?;
        loop {
            let known = journal.head.borrow().commitment;
            let mut drafts: BTreeMap<DraftId, Draft> = self.sealed_drafts(&journal).await?;
            // One that was sealed meanwhile is in neither: posted no more, and not in what was read.
            if journal.head.borrow().commitment == known {
                drafts.extend(journal.pending.borrow().all().map(|(id, draft)| (id, draft.clone())));
                return Ok(drafts.into_values().collect());
            }
        }
    }

    async fn sealed_drafts(&self, journal: &Journal<H>) -> Result<BTreeMap<DraftId, Draft>, Failure> {
        loop {
            let (refs, known) = {
                let head = journal.head.borrow();
                (head.root.drafts.clone(), head.commitment)
            };
            let rows: Vec<RowKey> = refs.iter().map(|known| known.row.row_key()).collect();
            let stored = journal.store.rows(&rows).await?;
            if stored.iter().any(Option::is_none) {
                // Sealed anew while it was read, here or in another tab?
                self.catch_up(journal).await?;
                if journal.head.borrow().commitment != known {
                    continue;
                }
            }
            let open = |known: &DraftRef, bytes: Option<Vec<u8>>| {
                let body = journal.keys.open_draft(known.draft_id, known.row, &bytes?).ok()?;
                Some((known.draft_id, draft_of(&body)?))
            };
            return Ok(refs.iter().zip(stored).filter_map(|(known, bytes)| open(known, bytes)).collect());
        }
    }
}

/// A draft as the first version wrote it: of an entry, as there was nothing else.
#[derive(Deserialize)]
struct FirstDraft {
    draft_id: Id,
    id: Id,
    base: Base,
    text: EntryText,
}

/// Reads the text of a draft.
fn draft_of(body: &[u8]) -> Option<Draft> {
    serde_json::from_slice(body).ok().or_else(|| {
        let FirstDraft { draft_id, id, base, text } = serde_json::from_slice(body).ok()?;
        Some(Draft { draft_id, id, base, text: protocol::Written::Entry(text) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Written;

    /// What rests on people's disks is read as it stands, for ever.
    #[test]
    fn frozen_drafts_are_read() {
        let ids = r#""draft_id":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"id":[2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2],"base":[7]"#;
        let entry = r#"{"title":"t","text":"x","mood":null,"tags":["a"],"happened_at_s":1,"offset_min":2,"zone":"z"}"#;
        let urge = r#"{"strength":7,"line":"x","happened_at_s":1,"offset_min":2,"zone":"z"}"#;
        let text = EntryText {
            title: "t".into(),
            text: "x".into(),
            mood: None,
            tags: vec!["a".into()],
            happened_at_s: 1,
            offset_min: 2,
            zone: "z".into(),
            ..EntryText::default()
        };
        let marked = entry.replace(
            '}',
            r#","favourite":true,"kept_back":true,"attachments":[[3,3,3,3,3,3,3,3,3,3,3,3,3,3,3,3]]}"#,
        );
        let marked_text =
            EntryText { favourite: true, kept_back: true, attachments: vec![[3; 16]], ..text.clone() };
        let urge_text = crate::protocol::UrgeWords {
            strength: Some(7),
            line: "x".into(),
            happened_at_s: 1,
            offset_min: 2,
            zone: "z".into(),
            ..crate::protocol::UrgeWords::default()
        };
        for (body, written) in [
            (format!("{{{ids},\"text\":{entry}}}"), Written::Entry(text.clone())),
            (format!("{{{ids},\"text\":{{\"Entry\":{entry}}}}}"), Written::Entry(text)),
            (format!("{{{ids},\"text\":{{\"Entry\":{marked}}}}}"), Written::Entry(marked_text)),
            (format!("{{{ids},\"text\":{{\"Urge\":{urge}}}}}"), Written::Urge(urge_text)),
        ] {
            let draft = Draft { draft_id: [1; 16], id: [2; 16], base: Base(vec![7]), text: written };
            assert_eq!(draft_of(body.as_bytes()), Some(draft), "{body}");
        }
        assert_eq!(draft_of(b"{}"), None);
    }
}

//! Drafts that were posted and are not sealed yet, and when they are due.

use std::collections::BTreeMap;
use vault::DraftId;

use crate::protocol::Draft;

/// Rest after the last post before drafts are sealed, ms.
const REST_MS: u64 = 1_500;
/// The latest a posted draft waits, ms; also the wait after a first failure.
const LATEST_MS: u64 = 3_000;
/// How often that wait doubles while sealing goes on failing: up to 48 s.
const DOUBLINGS: u32 = 4;

/// Drafts posted and not sealed yet.
#[derive(Default)]
pub(crate) struct PendingDrafts {
    drafts: BTreeMap<DraftId, Draft>,
    due: Option<Due>,
    failures: u32,
}

/// When to seal, by the wall clock.
#[derive(Clone, Copy)]
struct Due {
    /// The clock when this was last looked at: one that shows less was set back.
    seen_ms: u64,
    at_ms: u64,
    /// Posts do not put it off beyond this.
    latest_ms: u64,
}

impl PendingDrafts {
    pub(crate) fn post(&mut self, draft: Draft, now_ms: u64) {
        self.drafts.insert(DraftId::from_bytes(draft.draft_id), draft);
        let due = self.due.map(|due| due.seen_at(now_ms));
        let latest_ms = due.map_or(now_ms.saturating_add(LATEST_MS), |due| due.latest_ms);
        self.due =
            Some(Due { seen_ms: now_ms, at_ms: latest_ms.min(now_ms.saturating_add(REST_MS)), latest_ms });
    }

    pub(crate) fn get(&self, id: DraftId) -> Option<&Draft> {
        self.drafts.get(&id)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (DraftId, &Draft)> {
        self.drafts.iter().map(|(id, draft)| (*id, draft))
    }

    pub(crate) fn forget(&mut self, id: DraftId) {
        self.drafts.remove(&id);
        if self.drafts.is_empty() {
            self.due = None;
        }
    }

    /// Milliseconds from `now_ms` until the drafts are due; `None` when none waits.
    pub(crate) fn due_in_ms(&mut self, now_ms: u64) -> Option<u64> {
        let due = self.due.as_mut()?;
        *due = due.seen_at(now_ms);
        Some(due.at_ms.saturating_sub(now_ms))
    }

    /// The drafts to seal now. Those posted from here on are due anew.
    pub(crate) fn begin_sealing(&mut self) -> Vec<Draft> {
        self.due = None;
        self.drafts.values().cloned().collect()
    }

    /// Forgets a draft that was sealed, unless newer words of it were posted meanwhile.
    pub(crate) fn settle(&mut self, sealed: &Draft) {
        let id = DraftId::from_bytes(sealed.draft_id);
        if self.drafts.get(&id) == Some(sealed) {
            self.forget(id);
        }
    }

    /// All were sealed.
    pub(crate) fn succeeded(&mut self) {
        self.failures = 0;
    }

    /// Some were not sealed: they stay, and are due again in a while.
    pub(crate) fn failed(&mut self, now_ms: u64) {
        let at_ms = now_ms + (LATEST_MS << self.failures.min(DOUBLINGS));
        self.failures = self.failures.saturating_add(1);
        if !self.drafts.is_empty() {
            self.due.get_or_insert(Due { seen_ms: now_ms, at_ms, latest_ms: at_ms });
        }
    }
}

impl Due {
    /// The same wait when the clock shows `now_ms`: a clock set back does not put it off.
    fn seen_at(self, now_ms: u64) -> Self {
        let back_ms = self.seen_ms.saturating_sub(now_ms);
        Self { seen_ms: now_ms, at_ms: self.at_ms - back_ms, latest_ms: self.latest_ms - back_ms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{UrgeWords, Written};

    fn post(pending: &mut PendingDrafts, id: u8, now_ms: u64) -> Draft {
        let draft = Draft { draft_id: [id; 16], ..Draft::default() };
        pending.post(draft.clone(), now_ms);
        draft
    }

    #[test]
    fn drafts_are_due_after_rest_and_at_the_latest_after_three_seconds() {
        let mut pending = PendingDrafts::default();
        assert_eq!(pending.due_in_ms(10_000), None);
        post(&mut pending, 1, 10_000);
        assert_eq!(pending.due_in_ms(10_000), Some(1_500));
        post(&mut pending, 1, 11_000);
        assert_eq!(pending.due_in_ms(11_400), Some(1_100));
        post(&mut pending, 2, 12_400);
        assert_eq!(pending.due_in_ms(12_400), Some(600), "3 s after the first unsealed post");
        assert_eq!(pending.due_in_ms(13_000), Some(0));
        assert_eq!(pending.due_in_ms(99_000), Some(0));
    }

    #[test]
    fn a_clock_set_back_puts_nothing_off() {
        let mut pending = PendingDrafts::default();
        post(&mut pending, 1, 3_600_000);
        assert_eq!(pending.due_in_ms(3_600_500), Some(1_000));
        assert_eq!(pending.due_in_ms(500), Some(1_000));
        assert_eq!(pending.due_in_ms(1_500), Some(0));
        post(&mut pending, 1, 100);
        assert!(pending.due_in_ms(100).is_some_and(|due| due <= 1_500));
    }

    #[test]
    fn what_was_posted_while_sealing_stays_and_is_due_anew() {
        let mut pending = PendingDrafts::default();
        let (first, second) = (post(&mut pending, 1, 1_000), post(&mut pending, 2, 1_000));
        assert_eq!(pending.begin_sealing(), [first.clone(), second.clone()]);
        assert_eq!(pending.due_in_ms(5_000), None);
        let mut newer = second.clone();
        newer.text = Written::Urge(UrgeWords::default());
        pending.post(newer.clone(), 5_000);
        pending.settle(&first);
        pending.settle(&second);
        pending.succeeded();
        assert_eq!(pending.due_in_ms(5_000), Some(1_500));
        assert_eq!(pending.begin_sealing(), [newer]);
    }

    #[test]
    fn what_could_not_be_sealed_stays_and_is_tried_again_less_and_less_often() {
        let mut pending = PendingDrafts::default();
        let draft = post(&mut pending, 1, 0);
        for wait in [3_000, 6_000, 12_000, 24_000, 48_000, 48_000] {
            assert_eq!(pending.begin_sealing(), std::slice::from_ref(&draft));
            pending.failed(100_000);
            assert_eq!(pending.due_in_ms(100_000), Some(wait));
        }
        post(&mut pending, 1, 100_000);
        assert_eq!(pending.due_in_ms(100_000), Some(1_500), "new words are tried soon");
        pending.settle(&draft);
        pending.succeeded();
        assert_eq!(pending.due_in_ms(100_000), None);
    }
}

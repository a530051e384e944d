//! A small quota that is reached at any point: nothing acknowledged is lost, nothing is there by half, and the words that
//! found no room are still the screen's, to be saved once there is some.

use keeper::protocol::Failure;
use std::collections::BTreeMap;

use crate::{
    proved::proved,
    tab::{PASSPHRASE, Tab, text_of},
};

/// What a day's writing does, as far as the quota lets it: what has to be there by then.
#[derive(Default)]
struct Day {
    acknowledged: BTreeMap<[u8; 16], String>,
    refused: usize,
}

impl Day {
    /// Writes, changes and deletes until nothing fits any more, and a little longer.
    fn write(&mut self, tab: &Tab) {
        for n in 0..90 {
            let last = self.acknowledged.keys().nth(n % self.acknowledged.len().max(1)).copied();
            let draft = match last.filter(|_| n % 3 == 2) {
                Some(id) => tab.edit(id, &format!("changed {n}")),
                None => tab.begin(&format!("entry {n} {}", "long ".repeat(n * 37 % 400))),
            };
            tab.post(&draft);
            let sealed = tab.seal();
            assert!(matches!(sealed, Ok(()) | Err(Failure::StorageFull)), "{sealed:?}");
            match tab.save(&draft) {
                Ok(saved) => {
                    let text = text_of(&draft.text).to_owned();
                    self.acknowledged.insert(saved.entry.id, text);
                }
                Err(Failure::StorageFull) => {
                    self.refused += 1;
                    assert!(tab.drafts().contains(&draft), "the words stay");
                    if self.refused == 3 {
                        return;
                    }
                }
                Err(other) => panic!("{other:?}"),
            }
            if n % 11 == 10
                && let Some((id, _)) = self.acknowledged.pop_first()
            {
                tab.delete(id).unwrap();
            }
        }
    }

    fn is_kept(&self, tab: &Tab) {
        assert_eq!(tab.check_says(), []);
        assert_eq!(tab.list("").total as usize, self.acknowledged.len());
        for (id, text) in &self.acknowledged {
            assert_eq!(tab.wordings(*id), std::slice::from_ref(text));
        }
    }
}

#[test]
fn nothing_is_lost_wherever_a_small_quota_ends() {
    const POINTS: usize = 100;
    for point in 0..POINTS {
        let tab = Tab::created();
        let store = tab.store();
        // The reserve is given up first: it has tests of its own.
        store.set_capacity_bytes(store.stored_bytes());
        let first = tab.write("takes the reserve");
        store.set_capacity_bytes(store.stored_bytes() + point * 400);
        let mut day = Day { acknowledged: [(first, "takes the reserve".into())].into(), refused: 0 };
        day.write(&tab);
        assert_eq!(day.refused, 3, "the quota was reached, at point {point}");
        day.is_kept(&tab);
        // In another tab, as after the browser was closed; still without room.
        day.is_kept(&tab.another());
        store.set_capacity_bytes(usize::MAX);
        for draft in tab.drafts() {
            let saved = tab.save(&draft).unwrap();
            day.acknowledged.insert(saved.entry.id, text_of(&draft.text).to_owned());
        }
        tab.unlock(PASSPHRASE, None).unwrap();
        day.is_kept(&tab);
    }
    proved(14, "small quotas", POINTS);
}

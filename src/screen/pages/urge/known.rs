//! What the newest urges tell, for whoever needs it: names that are offered, what helped, how long they took.

use keeper::protocol::{Filter, Reply, Request, RowKind, UrgeWords, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::Earlier;

use crate::screen::keeper_link::{Keeper, expect_keeper};

/// So many are read at most: one by one, while the screen goes on.
const NEWEST: u32 = 100;

/// What is known so far. Empty until it is asked for and answered.
#[derive(Clone, Copy)]
pub struct Known {
    earlier: RwSignal<Earlier>,
    asked: StoredValue<bool>,
    keeper: Keeper,
}

impl Known {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            earlier: RwSignal::new(Earlier::default()),
            asked: StoredValue::new(false),
            keeper: expect_keeper(),
        }
    }

    /// Asks, the first time.
    pub fn ask_once(self) {
        if !self.asked.get_value() {
            self.ask();
        }
    }

    /// Asks.
    pub fn ask(self) {
        self.asked.set_value(true);
        spawn_local(async move {
            let urges = newest(self.keeper).await;
            let earlier = Earlier::of(&urges);
            if self.earlier.try_with_untracked(|known| *known != earlier) == Some(true) {
                self.earlier.set(earlier);
            }
        });
    }

    /// Looks at it.
    pub fn with<T>(self, look: impl FnOnce(&Earlier) -> T) -> T {
        self.earlier.with(look)
    }
}

async fn newest(keeper: Keeper) -> Vec<UrgeWords> {
    let filter = Filter { kinds: vec![RowKind::Urge], ..Filter::default() };
    let listed = keeper.ask(Request::List { filter, offset: 0, limit: NEWEST }).await;
    let Ok(Reply::Listed(listed)) = listed else { return Vec::new() };
    let mut urges = Vec::with_capacity(listed.rows.len());
    for row in listed.rows {
        let Ok(Reply::Entry(read)) = keeper.ask(Request::Read { id: row.id }).await else { continue };
        if let Some(Written::Urge(urge)) = read.wordings.into_iter().next() {
            urges.push(urge);
        }
    }
    urges
}

//! Favourites as they were marked here a moment ago: a row of the list is not drawn anew for a tap on its star, which
//! would take the focus away from it.

use std::collections::HashMap;

use keeper::protocol::{Failure, Id, Mark, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Announcer, Offer, Undoable, expect_announcer, expect_offer};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// What was marked since the journal opened.
#[derive(Clone, Copy)]
pub struct Stars {
    marked: RwSignal<HashMap<Id, bool>>,
    keeper: Keeper,
    announcer: Announcer,
    offer: Offer,
}

/// Provides it, below the announcer and the offer.
pub fn provide_stars() -> Stars {
    let (keeper, announcer, offer) = (expect_keeper(), expect_announcer(), expect_offer());
    let stars = Stars { marked: RwSignal::new(HashMap::new()), keeper, announcer, offer };
    provide_context(stars);
    stars
}

/// The stars.
pub fn expect_stars() -> Stars {
    expect_context()
}

impl Stars {
    /// Whether it is a favourite, where the record as it was read `said` so or not.
    pub fn is_on(self, id: Id, said: bool) -> bool {
        self.marked.with(|marked| marked.get(&id).copied()).unwrap_or(said)
    }

    /// Makes it one, or none; that can be taken back.
    pub fn put(self, id: Id, on: bool, failure: RwSignal<Option<Failure>>) {
        spawn_local(async move {
            if let Err(why) = self.keeper.ask(Request::Mark { id, mark: Mark::Favourite(on) }).await {
                failure.try_set(Some(why));
                return;
            }
            self.marked.try_update(|marked| marked.insert(id, on));
            self.announcer.say(if on { say!(entry.favourite_on) } else { say!(entry.favourite_off) });
            if !on {
                self.offer.make(Undoable::Star(id));
            }
        });
    }
}

//! One field of a leg changed by a tap, without its form: read, changed, saved.

use keeper::protocol::support::table::LegWords;
use keeper::protocol::{Draft, Failure, Id, OneKind, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::contexts::{Announcer, expect_announcer};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// What a tap on a leg needs.
#[derive(Clone, Copy)]
pub struct Changing {
    keeper: Keeper,
    announcer: Announcer,
    /// Why the last one was not saved.
    pub failure: RwSignal<Option<Failure>>,
}

impl Changing {
    /// For the page that calls this.
    pub fn expect() -> Self {
        Self { keeper: expect_keeper(), announcer: expect_announcer(), failure: RwSignal::new(None) }
    }

    /// Changes that leg and says that it is saved.
    pub fn change(self, leg: Id, change: impl FnOnce(&mut LegWords) + 'static) {
        spawn_local(async move {
            match changed(self.keeper, leg, change).await {
                Ok(()) => {
                    self.failure.try_set(None);
                    self.announcer.say(say!(editor.saved));
                }
                Err(why) => drop(self.failure.try_set(Some(why))),
            }
        });
    }
}

async fn changed(keeper: Keeper, leg: Id, change: impl FnOnce(&mut LegWords)) -> Result<(), Failure> {
    let Reply::Entry(read) = keeper.ask(Request::Read { id: leg }).await? else {
        return Err(Failure::NotFound);
    };
    if read.newer {
        return Err(Failure::EntryNewer);
    }
    let words = read.wordings.into_iter().next().and_then(LegWords::of);
    let mut words = words.ok_or(Failure::NotFound)?;
    change(&mut words);
    let Reply::Begun { id, draft_id } = keeper.ask(Request::BeginEdit { id: leg }).await? else {
        return Err(Failure::NotFound);
    };
    keeper.ask(Request::Save(Draft { draft_id, id, base: read.base, text: words.written() })).await?;
    Ok(())
}

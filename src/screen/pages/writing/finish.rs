//! Saving and deleting. "Saved" is said only after the keeper says that the disk has it.

use keeper::protocol::{Base, Draft, Failure, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Drafting;
use crate::screen::browser::space;
use crate::screen::components::Tap;
use crate::screen::contexts::{
    Announcer, Offer, Screens, Undoable, expect_announcer, expect_offer, expect_screens,
};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// Where a save stands.
#[derive(Clone, PartialEq)]
pub enum Saving {
    /// Not asked for.
    No,
    /// On its way.
    UnderWay,
    /// Stopped before it began, for this reason.
    Problem(&'static str),
    /// The keeper could not.
    Failed(Failure),
}

/// What finishing needs.
#[derive(Clone, Copy)]
pub struct Around {
    pub screens: Screens,
    pub saving: RwSignal<Saving>,
    offer: Offer,
    announcer: Announcer,
    keeper: Keeper,
}

impl Around {
    /// Of the form that opens.
    pub fn expect() -> Self {
        Self {
            screens: expect_screens(),
            saving: RwSignal::new(Saving::No),
            offer: expect_offer(),
            announcer: expect_announcer(),
            keeper: expect_keeper(),
        }
    }

    /// Whether a save is on its way.
    pub fn is_under_way(self) -> bool {
        self.saving.get() == Saving::UnderWay
    }

    fn failed(self, drafting: Drafting, failure: Failure) {
        self.saving.set(Saving::Failed(failure));
        drafting.resume();
    }
}

/// Saves what was checked, says so, and goes back to where the form was opened from.
pub fn save(drafting: Drafting, checked: Result<Draft, &'static str>, around: Around) {
    save_then(drafting, checked, around, Tap::from(move || around.screens.back()));
}

/// Saves what was checked, says so, and goes on with `then`.
pub fn save_then(drafting: Drafting, checked: Result<Draft, &'static str>, around: Around, then: Tap) {
    if around.saving.get_untracked() == Saving::UnderWay {
        return;
    }
    let draft = match checked {
        Ok(draft) => draft,
        Err(problem) => return around.saving.set(Saving::Problem(problem)),
    };
    around.saving.set(Saving::UnderWay);
    drafting.finish();
    spawn_local(async move {
        let outcome = around.keeper.ask(Request::Save(draft)).await;
        if around.saving.try_get_untracked().is_none() {
            return;
        }
        match outcome {
            Ok(Reply::Saved(saved)) => {
                drafting.close();
                if around.offer.get_now() == Some(Undoable::Merge) {
                    // A merge can be taken back until something is saved.
                    around.offer.close();
                }
                around.announcer.say(if saved.changed_elsewhere {
                    say!(editor.both_kept)
                } else {
                    say!(editor.saved)
                });
                then.run();
                // Only now is there something to lose.
                space::ask_to_keep().await;
            }
            Ok(_) => around.failed(drafting, Failure::KeeperDied),
            Err(failure) => around.failed(drafting, failure),
        }
    });
}

/// Deletes the record, or puts the draft of a new one away. Either can be taken back, if there was a word in it.
pub fn delete(drafting: Drafting, draft: Draft, had_words: bool, around: Around) {
    let is_new = draft.base == Base::default();
    drafting.finish();
    spawn_local(async move {
        let outcome = gone(around.keeper, &draft, is_new).await;
        if around.saving.try_get_untracked().is_none() {
            return;
        }
        match outcome {
            Ok(()) => {
                drafting.close();
                around.screens.to_this_room();
                if !is_new {
                    around.offer.make(Undoable::Entry(draft.id));
                } else if had_words {
                    around.offer.make(Undoable::Draft(Box::new(draft)));
                }
            }
            Err(failure) => around.failed(drafting, failure),
        }
    });
}

async fn gone(keeper: Keeper, draft: &Draft, is_new: bool) -> Result<(), Failure> {
    if !is_new {
        keeper.ask(Request::Delete { id: draft.id }).await?;
    }
    match keeper.ask(Request::DropDraft { draft_id: draft.draft_id }).await {
        // Nothing was posted yet.
        Ok(_) | Err(Failure::NotFound) => Ok(()),
        Err(failure) => Err(failure),
    }
}

//! Saving and deleting. "Saved" is said only after the keeper says that the disk has it.

use keeper::protocol::{Draft, Failure, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Begun, Desk};
use super::form::{Around, Saving};
use crate::screen::browser::space;
use crate::screen::contexts::{Screen, Undoable};
use crate::screen::keeper_link::Keeper;
use crate::screen::words::say;

/// Saves, says so, and goes back to where the editor was opened from.
pub fn save(desk: Desk, keeper: Keeper, around: Around) {
    if around.saving.get_untracked() == Saving::UnderWay {
        return;
    }
    if let Some(problem) = desk.problem() {
        around.saving.set(Saving::Problem(problem));
        return;
    }
    let draft = desk.draft();
    around.saving.set(Saving::UnderWay);
    desk.finish();
    spawn_local(async move {
        let outcome = keeper.ask(Request::Save(draft)).await;
        if around.saving.try_get_untracked().is_none() {
            return;
        }
        match outcome {
            Ok(Reply::Saved(saved)) => {
                desk.close();
                around.announcer.say(if saved.changed_elsewhere {
                    say!(editor.both_kept)
                } else {
                    say!(editor.saved)
                });
                around.screens.back();
                // Only now is there something to lose.
                space::ask_to_keep().await;
            }
            Ok(_) => around.failed(desk, Failure::KeeperDied),
            Err(failure) => around.failed(desk, failure),
        }
    });
}

/// Deletes the entry, or puts the draft of a new one away. Either can be taken back.
pub fn delete(desk: Desk, keeper: Keeper, around: Around) {
    let draft = desk.draft();
    let is_new = desk.begun.with_value(Begun::is_new);
    let had_words = !desk.written().is_empty();
    desk.finish();
    spawn_local(async move {
        let outcome = gone(keeper, &draft, is_new).await;
        if around.saving.try_get_untracked().is_none() {
            return;
        }
        match outcome {
            Ok(()) => {
                desk.close();
                around.screens.to_room(Screen::Journal);
                if !is_new {
                    around.offer.make(Undoable::Entry(draft.id));
                } else if had_words {
                    around.offer.make(Undoable::Draft(draft));
                }
            }
            Err(failure) => around.failed(desk, failure),
        }
    });
}

impl Around {
    fn failed(self, desk: Desk, failure: Failure) {
        self.saving.set(Saving::Failed(failure));
        desk.resume();
    }
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

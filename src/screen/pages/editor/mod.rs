//! The editor: begins from nothing, from a wording of an entry, or from a draft. Its fields hold the words; no signal
//! does, and nothing is copied for a key press.

mod desk;
mod fields;
mod finish;
mod form;

use desk::Begun;
use form::editor_form;
use keeper::protocol::{Base, EntryText, Failure, Id, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting::quiet;
use crate::screen::browser::clock;
use crate::screen::components::{button, failed, follow, group};
use crate::screen::contexts::{EditorSeed, expect_screens};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// The editor.
pub fn editor(seed: EditorSeed) -> AnyView {
    let (keeper, screens) = (expect_keeper(), expect_screens());
    let begun = RwSignal::new(None::<Result<Begun, Failure>>);
    spawn_local(async move {
        let outcome = begin(keeper, seed).await;
        begun.try_set(Some(outcome));
    });
    follow(move || match begun.get() {
        None => quiet(say!(app.opening)),
        Some(Ok(begun)) => untrack(|| editor_form(begun)),
        Some(Err(failure)) => {
            group([failed(failure), button(say!(app.back), move || screens.back()).piece()])
        }
    })
}

async fn begin(keeper: Keeper, seed: EditorSeed) -> Result<Begun, Failure> {
    match seed {
        EditorSeed::New => {
            let (id, draft_id) = begun(keeper, Request::BeginEntry).await?;
            let now = clock::local_now();
            let text = EntryText {
                happened_at_s: now.second,
                offset_min: now.offset_min,
                zone: now.zone,
                ..EntryText::default()
            };
            Ok(Begun { id, draft_id, base: Base::default(), text, was_writing: false })
        }
        EditorSeed::Edit(entry, wording) => {
            let Reply::Entry(read) = keeper.ask(Request::Read { id: entry }).await? else {
                return Err(Failure::NotFound);
            };
            if read.newer {
                return Err(Failure::EntryNewer);
            }
            let (id, draft_id) = begun(keeper, Request::BeginEdit { id: entry }).await?;
            let text = read.wordings.into_iter().nth(wording).ok_or(Failure::NotFound)?;
            Ok(Begun { id, draft_id, base: read.base, text, was_writing: false })
        }
        EditorSeed::Draft(draft) => Ok(Begun {
            id: draft.id,
            draft_id: draft.draft_id,
            base: draft.base,
            text: draft.text,
            was_writing: true,
        }),
    }
}

async fn begun(keeper: Keeper, request: Request) -> Result<(Id, Id), Failure> {
    match keeper.ask(request).await? {
        Reply::Begun { id, draft_id } => Ok((id, draft_id)),
        _ => Err(Failure::NotFound),
    }
}

//! The editor: begins from nothing, from a wording of an entry, or from a draft. Its fields hold the words; no signal
//! does, and nothing is copied for a key press.

mod desk;
mod fields;
mod finish;
mod form;

use desk::Begun;
use form::EditorForm;
use keeper::protocol::{Base, EntryText, Failure, Id, Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::waiting::Quiet;
use crate::screen::browser::clock;
use crate::screen::components::{Button, FailureNote, Kind};
use crate::screen::contexts::{EditorSeed, expect_screens};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::words::say;

/// The editor.
#[component]
pub fn Editor(seed: EditorSeed) -> impl IntoView {
    let keeper = expect_keeper();
    let begun = RwSignal::new(None::<Result<Begun, Failure>>);
    spawn_local(async move {
        let outcome = begin(keeper, seed).await;
        begun.try_set(Some(outcome));
    });
    let screens = expect_screens();
    move || match begun.get() {
        None => view! { <Quiet words=say!(app.opening)/> }.into_any(),
        Some(Ok(begun)) => view! { <EditorForm begun=begun/> }.into_any(),
        Some(Err(failure)) => view! {
            <FailureNote failure=move || Some(failure.clone())/>
            <Button label=say!(app.back) kind=Kind::Plain on_tap=move || screens.back()/>
        }
        .into_any(),
    }
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

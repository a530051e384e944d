//! Provides what the screen shares and makes the one big decision: what stands on the page. Every word of a journal
//! lives below [`OpenBranch`].

use std::rc::Rc;

use leptos::prelude::*;

use super::browser::page;
use super::contexts::{
    LockNote, Stage, expect_announcer, provide_announcer, provide_rest_clock, provide_shelf, provide_stage,
    provide_writing,
};
use super::keeper_link::provide_keeper;
use super::locks;
use super::pages::{Create, Locked, OpenBranch, Start, TroublePage, Waiting};
use super::session::{Session, provide_session};
use super::words::{mark_page, say};

/// The screen.
#[component]
pub fn App() -> impl IntoView {
    mark_page();
    page::arm_stopped_note();
    provide_announcer();
    let (shelf, stage, writing, rest) =
        (provide_shelf(), provide_stage(), provide_writing(), provide_rest_clock());
    // The keeper's events need the session, and the session needs the keeper.
    let late = StoredValue::new_local(None::<Session>);
    let hear = move |event| {
        if let Some(session) = late.get_value() {
            session.hear(event);
        }
    };
    let keeper = provide_keeper(Rc::new(hear));
    let session = provide_session(keeper, stage, shelf, writing, rest);
    late.set_value(Some(session));
    locks::watch_page(session);
    // The outside world: the worker's health decides the stage, it is not derived from it.
    Effect::new(move || session.health_changed(keeper.health()));
    session.begin(LockNote::Nothing);

    let standing = move || match stage.get() {
        Stage::Starting => view! { <Waiting words=say!(app.opening)/> }.into_any(),
        Stage::Locking => view! { <Waiting words=say!(app.locking)/> }.into_any(),
        Stage::Start => view! { <Start/> }.into_any(),
        Stage::Create => view! { <Create/> }.into_any(),
        Stage::Locked { found, note } => view! { <Locked found=found note=note/> }.into_any(),
        Stage::Trouble(trouble) => view! { <TroublePage trouble=trouble/> }.into_any(),
        Stage::Open(opened) => view! { <OpenBranch opened=opened/> }.into_any(),
    };
    view! {
        <LiveRegion/>
        {standing}
    }
}

/// What is said aloud, and shown for a moment. Each sentence is a new element, so that the same one is heard again.
#[component]
fn LiveRegion() -> impl IntoView {
    let announcer = expect_announcer();
    view! {
        <div class="said" role="status">
            <For each=move || announcer.said() key=|said| said.number let:said>
                <p class="said-words">{said.words}</p>
            </For>
        </div>
    }
}

//! Nothing can be opened: what happened, and what can be done. Never blank, never "wrong" where it is damage.

use keeper::protocol::{Failure, FoundState};
use leptos::prelude::*;

use crate::screen::browser::page;
use crate::screen::components::{Button, FailureNote, Kind, PageHeading, plain};
use crate::screen::contexts::{LockNote, Stage, Trouble, expect_stage};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The whole page is in the way of a failure.
#[component]
pub fn TroublePage(trouble: Trouble) -> impl IntoView {
    let session = expect_session();
    let again = move || session.begin(LockNote::Nothing);
    let (title, body) = match trouble {
        Trouble::Failed(failure) => {
            let title = match failure {
                Failure::StorageDenied => say!(trouble.storage_title),
                _ => say!(trouble.unreachable_title),
            };
            let body = view! {
                <FailureNote failure=move || Some(failure.clone())/>
                <Button label=say!(app.again) on_tap=again kind=Kind::Main/>
            };
            (title, body.into_any())
        }
        Trouble::TwoVersions => {
            (say!(trouble.versions_title), reloading(say!(trouble.versions), say!(trouble.versions_help)))
        }
        Trouble::Absent => {
            (say!(trouble.died_title), reloading(say!(trouble.start_failed), say!(trouble.start_failed_help)))
        }
        Trouble::Died => {
            let body = view! {
                {plain(say!(failure.keeper_died.what))}
                <Button label=say!(trouble.start_again) on_tap=again kind=Kind::Main/>
            };
            (say!(trouble.died_title), body.into_any())
        }
    };
    view! { <main class="gate"><PageHeading words=title/>{body}</main> }
}

fn reloading(what: &'static str, help: &'static str) -> AnyView {
    view! {
        <p>{what}</p>
        <p>{help}</p>
        <Button label=say!(app.reload) on_tap=|| page::reload() kind=Kind::Main/>
    }
    .into_any()
}

/// A journal that is here but has no lock screen, below its heading.
#[component]
pub fn JournalTrouble(state: FoundState) -> impl IntoView {
    let stage = expect_stage();
    let (title, what, help) = match state {
        FoundState::Gone => (say!(trouble.gone_title), say!(trouble.gone), say!(trouble.gone_help)),
        FoundState::TooNew => {
            (say!(trouble.too_new_title), say!(trouble.too_new), say!(trouble.too_new_help))
        }
        FoundState::CostOutOfRange => (say!(trouble.cost_title), say!(trouble.cost), say!(trouble.cost_help)),
        // The sound states have a lock screen and do not come here.
        FoundState::Damaged | FoundState::Sound | FoundState::HeaderFromWitness => {
            (say!(trouble.damaged_title), say!(trouble.damaged), say!(trouble.damaged_help))
        }
    };
    let action = match state {
        FoundState::Gone => {
            let create = move || stage.set(Stage::Create);
            view! { <Button label=say!(trouble.gone_create) on_tap=create/> }.into_any()
        }
        _ => view! { <Button label=say!(app.reload) on_tap=|| page::reload()/> }.into_any(),
    };
    view! {
        <PageHeading words=title/>
        <p>{what}</p>
        <p>{help}</p>
        {action}
    }
}

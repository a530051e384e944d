//! Nothing can be opened: what happened, and what can be done. Never blank, never "wrong" where it is damage.

use keeper::protocol::{Failure, FoundState};
use leptos::prelude::*;

use crate::screen::browser::update;
use crate::screen::components::{button, failed, group, heading, plain};
use crate::screen::contexts::{LockNote, Stage, Trouble, expect_stage};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// The whole page is in the way of a failure.
pub fn trouble(trouble: Trouble) -> AnyView {
    let session = expect_session();
    let again = move || session.begin(LockNote::Nothing);
    let inside = match trouble {
        // Nothing can be kept here, but a journal in this tab alone needs nothing kept.
        Trouble::Failed(failure @ Failure::StorageDenied) => vec![
            heading(say!(trouble.storage_title)),
            failed(failure),
            button(say!(app.again), again).main().piece(),
            plain(say!(trouble.storage_borrowed)),
            button(say!(start.create), move || session.stage.set(Stage::Create)).piece(),
        ],
        Trouble::Failed(failure) => vec![
            heading(say!(trouble.unreachable_title)),
            failed(failure),
            button(say!(app.again), again).main().piece(),
        ],
        Trouble::TwoVersions => {
            reloading(say!(trouble.versions_title), say!(trouble.versions), say!(trouble.versions_help))
        }
        Trouble::Absent => {
            reloading(say!(trouble.died_title), say!(trouble.start_failed), say!(trouble.start_failed_help))
        }
        Trouble::Died => vec![
            heading(say!(trouble.died_title)),
            plain(say!(failure.keeper_died.what)),
            button(say!(trouble.start_again), again).main().piece(),
        ],
    };
    view! { <main class="gate">{inside}</main> }.into_any()
}

fn reloading(title: &'static str, what: &'static str, help: &'static str) -> Vec<AnyView> {
    vec![
        heading(title),
        plain(what),
        plain(help),
        button(say!(app.reload), update::load_newest).main().piece(),
    ]
}

/// A journal that is here but has no lock screen, below its heading.
pub fn journal_trouble(state: FoundState) -> AnyView {
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
        FoundState::Gone => button(say!(trouble.gone_create), move || stage.set(Stage::Create)),
        _ => button(say!(app.reload), update::load_newest),
    };
    let backup = button(say!(start.open_backup), move || stage.set(Stage::OpenBackup));
    group([heading(title), plain(what), plain(help), backup.main().piece(), action.piece()])
}

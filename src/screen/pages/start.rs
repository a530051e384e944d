//! The first page of all: no journal is here yet. It does not say whom the app is for.

use leptos::prelude::*;

use super::language::language_choice;
use super::later::made_up;
use super::update_row::update_row;
use crate::screen::components::{button, follow_if, heading, lead, soft, table_drawing};
use crate::screen::contexts::{Stage, expect_shelf, expect_stage};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// Start.
pub fn start() -> AnyView {
    let (stage, shelf, session) = (expect_stage(), expect_shelf(), expect_session());
    let inside = vec![
        table_drawing(),
        heading(say!(start.title)),
        lead(say!(start.lead)),
        button(say!(start.create), move || stage.set(Stage::Create)).main().piece(),
        button(say!(start.open_backup), move || stage.set(Stage::OpenBackup)).piece(),
        button(say!(start.look_around), move || session.look_around(made_up())).piece(),
        soft(say!(start.note)),
        update_row(),
        follow_if(move || (!shelf.is_kept()).then(|| soft(say!(app.not_kept)))),
        language_choice(),
    ];
    view! { <main class="gate">{inside}</main> }.into_any()
}

//! The first page of all: no journal is here yet. It does not say whom the app is for.

use leptos::prelude::*;

use super::update_row::update_row;
use crate::screen::components::{button, follow_if, heading, lead, soft, table_drawing};
use crate::screen::contexts::{Stage, expect_shelf, expect_stage};
use crate::screen::words::say;

/// Start.
pub fn start() -> AnyView {
    let (stage, shelf) = (expect_stage(), expect_shelf());
    let inside = vec![
        table_drawing(),
        heading(say!(start.title)),
        lead(say!(start.lead)),
        button(say!(start.create), move || stage.set(Stage::Create)).main().piece(),
        soft(say!(start.note)),
        update_row(),
        follow_if(move || (!shelf.is_kept()).then(|| soft(say!(settings.not_kept)))),
    ];
    view! { <main class="gate">{inside}</main> }.into_any()
}

//! The first page of all: no journal is here yet. It does not say whom the app is for.

use leptos::prelude::*;

use crate::screen::components::{Button, Kind, PageHeading, TableDrawing, lead, soft};
use crate::screen::contexts::{Stage, expect_shelf, expect_stage};
use crate::screen::words::say;

/// Start.
#[component]
pub fn Start() -> impl IntoView {
    let (stage, shelf) = (expect_stage(), expect_shelf());
    let not_kept = move || (!shelf.is_kept()).then(|| soft(say!(settings.not_kept)));
    view! {
        <main class="gate">
            <TableDrawing/>
            <PageHeading words=say!(start.title)/>
            {lead(say!(start.lead))}
            <Button label=say!(start.create) on_tap=move || stage.set(Stage::Create) kind=Kind::Main/>
            {soft(say!(start.note))}
            {not_kept}
        </main>
    }
}

//! The first page of all: no journal is here yet. It does not say whom the app is for.

use leptos::prelude::*;

use crate::screen::components::{Button, Kind, PageHeading, TableDrawing};
use crate::screen::contexts::{Stage, expect_shelf, expect_stage};
use crate::screen::words::say;

/// Start.
#[component]
pub fn Start() -> impl IntoView {
    let (stage, shelf) = (expect_stage(), expect_shelf());
    let not_kept =
        move || (!shelf.is_kept()).then(|| view! { <p class="soft">{say!(settings.not_kept)}</p> });
    view! {
        <main class="gate">
            <TableDrawing/>
            <PageHeading words=say!(start.title)/>
            <p class="lead">{say!(start.lead)}</p>
            <Button label=say!(start.create) on_tap=move |()| stage.set(Stage::Create) kind=Kind::Main/>
            <p class="soft">{say!(start.note)}</p>
            {not_kept}
        </main>
    }
}

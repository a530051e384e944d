//! What was being written and is not saved yet.

use keeper::protocol::{Draft, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::components::{Button, Kind};
use crate::screen::contexts::{
    EditorSeed, Screen, Undoable, expect_list_state, expect_offer, expect_screens,
};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// A card for each draft.
#[component]
pub fn Drafts() -> impl IntoView {
    let list = expect_list_state();
    view! {
        <For each=move || list.drafts.get() key=|draft| draft.draft_id let:draft>
            <DraftCard draft=draft/>
        </For>
    }
}

#[component]
fn DraftCard(draft: Draft) -> impl IntoView {
    let (list, screens, offer) = (expect_list_state(), expect_screens(), expect_offer());
    let keeper = expect_session().keeper;
    let beginning = beginning(&draft);
    let draft = StoredValue::new(draft);
    let go_on = move || screens.push(Screen::Editor(EditorSeed::Draft(draft.get_value())));
    let put_away = move || {
        let draft = draft.get_value();
        let draft_id = draft.draft_id;
        spawn_local(async move {
            if keeper.ask(Request::DropDraft { draft_id }).await.is_ok() {
                list.drafts.try_update(|drafts| drafts.retain(|draft| draft.draft_id != draft_id));
                offer.make(Undoable::Draft(draft));
            }
        });
    };
    view! {
        <section class="card">
            <p class="card-title">{say!(journal.was_writing)}</p>
            <p class="soft clamp" dir="auto">{beginning}</p>
            <div class="beside">
                <Button label=say!(journal.go_on) on_tap=go_on/>
                <Button label=say!(journal.discard) kind=Kind::Quiet on_tap=put_away/>
            </div>
        </section>
    }
}

fn beginning(draft: &Draft) -> String {
    let words = if draft.text.title.is_empty() { &draft.text.text } else { &draft.text.title };
    words.chars().take(120).collect()
}

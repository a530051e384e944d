//! What was being written and is not saved yet.

use keeper::protocol::{Draft, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::row_title;
use crate::screen::components::{boxed, button, follow, own};
use crate::screen::contexts::{Screen, Undoable, expect_list_state, expect_offer, expect_screens};
use crate::screen::session::expect_session;
use crate::screen::words::say;

/// A card for each draft.
pub fn drafts() -> AnyView {
    let list = expect_list_state();
    follow(move || {
        let drafts = list.drafts.get();
        untrack(|| drafts.into_iter().map(draft_card).collect::<Vec<_>>().into_any())
    })
}

fn draft_card(draft: Draft) -> AnyView {
    let (list, screens, offer) = (expect_list_state(), expect_screens(), expect_offer());
    let keeper = expect_session().keeper;
    let beginning = beginning(&draft);
    let draft = StoredValue::new(draft);
    let go_on = move || screens.push(Screen::of_draft(draft.get_value()));
    let put_away = move || {
        let draft = draft.get_value();
        let draft_id = draft.draft_id;
        spawn_local(async move {
            if keeper.ask(Request::DropDraft { draft_id }).await.is_ok() {
                list.drafts.try_update(|drafts| drafts.retain(|draft| draft.draft_id != draft_id));
                offer.make(Undoable::Draft(Box::new(draft)));
            }
        });
    };
    let put_away = button(say!(journal.discard), put_away).quiet().piece();
    let inside = vec![
        own("card-title", say!(journal.was_writing)),
        own("soft clamp", beginning),
        boxed("beside", [button(say!(journal.go_on), go_on).piece(), put_away]),
    ];
    view! { <section class="card">{inside}</section> }.into_any()
}

fn beginning(draft: &Draft) -> String {
    let words = draft.text.beginning();
    if words.is_empty() {
        return row_title(draft.text.kind(), None, "");
    }
    words.chars().take(120).collect()
}

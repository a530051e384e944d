//! The editor's page: fields, preview, and what can be done with them.

use keeper::protocol::EntryText;
use leptos::prelude::*;

use super::desk::Desk;
use super::fields::{entry_field, mood_field, tags_field, title_field, when_fields};
use crate::screen::components::{back_row, heading, nothing, own};
use crate::screen::contexts::expect_list_state;
use crate::screen::pages::attachments::attachments_field;
use crate::screen::pages::writing::{Around, Begun, actions, delete, outcome, save};
use crate::screen::words::say;

/// The form.
pub fn editor_form(begun: Begun<EntryText>) -> AnyView {
    let (is_new, was_writing) = (begun.is_new(), begun.was_writing);
    let is_first = is_new && !expect_list_state().had_entry_now();
    let (desk, around) = (Desk::new(begun), Around::expect());
    let said_first = match (was_writing, is_first) {
        (true, _) => own("soft said-first", say!(journal.was_writing)),
        (false, true) => own("soft said-first", say!(editor.alone)),
        (false, false) => nothing(),
    };
    let drafting = desk.drafting;
    let actions = actions(
        drafting,
        move || save(drafting, desk.checked(), around),
        move || delete(drafting, desk.draft(), !desk.written().is_empty(), around),
        around,
    );
    let inside = vec![
        title_field(desk),
        entry_field(desk),
        mood_field(desk),
        tags_field(desk),
        attachments_field(desk.attachments, move || desk.drafting.chosen()),
        when_fields(desk),
        outcome(around.saving),
        actions,
    ];
    view! {
        {back_row(move || around.screens.back())}
        {heading(if is_new { say!(editor.new_title) } else { say!(editor.edit_title) })}
        {said_first}
        <form class="form editor" autocomplete="off" prop:inert=move || around.is_under_way()
            on:submit=|event| event.prevent_default()>
            {inside}
        </form>
    }
    .into_any()
}

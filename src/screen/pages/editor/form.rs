//! The editor's page: fields, preview, what can be done with them, and what is said of the draft.

use keeper::protocol::Failure;
use leptos::prelude::*;
use rules::EntryProblem;

use super::desk::{Begun, Desk};
use super::fields::{entry_field, mood_field, tags_field, title_field, when_fields};
use super::finish::{delete, save};
use crate::screen::components::{
    back_row, boxed, button, failure_note, group, heading, nothing, own, problem_note,
};
use crate::screen::contexts::{
    expect_announcer, expect_list_state, expect_offer, expect_open_journal, expect_screens, expect_writing,
};
use crate::screen::keeper_link::expect_keeper;
use crate::screen::words::say;

/// Where a save stands.
#[derive(Clone, PartialEq)]
pub enum Saving {
    /// Not asked for.
    No,
    /// On its way.
    UnderWay,
    /// Stopped before it began.
    Problem(EntryProblem),
    /// The keeper could not.
    Failed(Failure),
}

/// What finishing needs.
#[derive(Clone, Copy)]
pub struct Around {
    pub screens: crate::screen::contexts::Screens,
    pub offer: crate::screen::contexts::Offer,
    pub announcer: crate::screen::contexts::Announcer,
    pub saving: RwSignal<Saving>,
}

/// The form.
pub fn editor_form(begun: Begun) -> AnyView {
    let (is_new, was_writing) = (begun.is_new(), begun.was_writing);
    let is_first = is_new && expect_list_state().total.get_untracked() == 0;
    let keeper = expect_keeper();
    let desk = Desk::new(begun, keeper, expect_open_journal());
    expect_writing().register(move |only_unposted| desk.read(only_unposted));
    let around = Around {
        screens: expect_screens(),
        offer: expect_offer(),
        announcer: expect_announcer(),
        saving: RwSignal::new(Saving::No),
    };
    let saving = around.saving;
    let under_way = move || saving.get() == Saving::UnderWay;
    let said_first = match (was_writing, is_first) {
        (true, _) => own("soft said-first", say!(journal.was_writing)),
        (false, true) => own("soft said-first", say!(editor.alone)),
        (false, false) => nothing(),
    };
    let save_words = move || if under_way() { say!(editor.saving) } else { say!(editor.save) };
    let delete =
        button(say!(editor.delete), move || delete(desk, keeper, around)).icon("#i-delete").decision();
    let actions = [
        button(save_words, move || save(desk, keeper, around)).main().piece(),
        delete.piece(),
        draft_state(desk),
    ];
    let inside = vec![
        title_field(desk),
        entry_field(desk),
        mood_field(desk),
        tags_field(desk),
        when_fields(desk),
        outcome(saving),
        boxed("actions", actions),
    ];
    view! {
        {back_row(move || around.screens.back())}
        {heading(if is_new { say!(editor.new_title) } else { say!(editor.edit_title) })}
        {said_first}
        <form class="form editor" autocomplete="off" prop:inert=under_way on:submit=|event| event.prevent_default()>
            {inside}
        </form>
    }
    .into_any()
}

/// Why it is not saved. The words stay where they are.
fn outcome(saving: RwSignal<Saving>) -> AnyView {
    let failure = move || match saving.get() {
        Saving::Failed(failure) => Some(failure),
        _ => None,
    };
    let problem = move || match saving.get() {
        Saving::Problem(EntryProblem::Empty) => Some(say!(editor.problem.empty)),
        Saving::Problem(EntryProblem::When) => Some(say!(editor.problem.when)),
        Saving::Failed(_) => Some(say!(editor.not_saved)),
        Saving::No | Saving::UnderWay => None,
    };
    group([problem_note(problem), failure_note(failure)])
}

/// Whether the draft is kept. Seen, not announced: it changes with every rest of the keys.
fn draft_state(desk: Desk) -> AnyView {
    let journal = expect_open_journal();
    let words = move || match (
        journal.draft_failure().is_some(),
        desk.touched.get() && desk.posted.get() && journal.draft_is_sealed(),
    ) {
        (true, _) => say!(journal.draft_failed),
        (false, true) => say!(editor.draft_kept),
        (false, false) => "",
    };
    view! { <p class="soft draft-state">{words}</p> }.into_any()
}

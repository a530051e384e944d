//! The editor's page: fields, preview, what can be done with them, and what is said of the draft.

use keeper::protocol::Failure;
use leptos::prelude::*;
use rules::EntryProblem;

use super::desk::{Begun, Desk};
use super::fields::{EntryField, MoodField, TagsField, TitleField, WhenFields};
use super::finish::{delete, save};
use crate::screen::components::{Button, FailureNote, Icon, Kind, PageHeading};
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
#[component]
pub fn EditorForm(begun: Begun) -> impl IntoView {
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
    let heading = if is_new { say!(editor.new_title) } else { say!(editor.edit_title) };
    let said_first =
        if was_writing { Some(say!(journal.was_writing)) } else { is_first.then(|| say!(editor.alone)) };
    let save_words = move || if under_way() { say!(editor.saving) } else { say!(editor.save) };
    view! {
        <nav class="page-top">
            <Button label=say!(app.back) icon="#i-back" kind=Kind::Quiet on_tap=move || around.screens.back()/>
        </nav>
        <PageHeading words=heading/>
        {said_first.map(|words| view! { <p class="soft said-first">{words}</p> })}
        <form class="form editor" autocomplete="off" prop:inert=under_way on:submit=|event| event.prevent_default()>
            <TitleField desk=desk/>
            <EntryField desk=desk/>
            <MoodField desk=desk/>
            <TagsField desk=desk/>
            <WhenFields desk=desk/>
            <Outcome saving=saving/>
            <div class="actions">
                <Button label=save_words kind=Kind::Main on_tap=move || save(desk, keeper, around)/>
                <Button label=say!(editor.delete) kind=Kind::Decision icon="#i-delete"
                    on_tap=move || delete(desk, keeper, around)/>
                <DraftState desk=desk/>
            </div>
        </form>
    }
}

/// Why it is not saved. The words stay where they are.
#[component]
fn Outcome(saving: RwSignal<Saving>) -> impl IntoView {
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
    view! {
        <div class="live" role="alert">{move || problem().map(|words| view! { <p class="problem"><Icon name="#i-info"/>{words}</p> })}</div>
        <FailureNote failure=failure/>
    }
}

/// Whether the draft is kept. Seen, not announced: it changes with every rest of the keys.
#[component]
fn DraftState(desk: Desk) -> impl IntoView {
    let journal = expect_open_journal();
    let words = move || match (
        journal.draft_failure().is_some(),
        desk.touched.get() && desk.posted.get() && journal.draft_is_sealed(),
    ) {
        (true, _) => say!(journal.draft_failed),
        (false, true) => say!(editor.draft_kept),
        (false, false) => "",
    };
    view! { <p class="soft draft-state">{words}</p> }
}

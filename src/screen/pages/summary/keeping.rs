//! The draft of a summary on its way: sealed as it is typed and chosen, so that a lock or a death loses nothing of it,
//! until its owner starts over.

use keeper::protocol::{Base, Draft, Failure, OneKind, Reply, Request, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screen::browser::clock;
use crate::screen::components::{boxed, button, follow_if, group};
use crate::screen::contexts::{
    SummaryChosen, SummaryDesk, SummaryDraft, Undoable, expect_offer, expect_screens,
};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::pages::writing::{Drafting, Fields, draft_state};
use crate::screen::words::say;

const DAY_S: i64 = 86_400;

/// Keeps it while a page of it is looked at.
pub fn keep(desk: SummaryDesk) -> Drafting {
    let drafting = Drafting::new(desk.draft().is_some_and(|draft| draft.was_kept));
    let heard = move || {
        if desk.draft().is_some() {
            desk.is_kept();
            drafting.typed();
        }
    };
    desk.heard_by(heard);
    drafting.of(move || draft(desk))
}

/// Puts the kept one on the desk; false where there is none. One that went out on an earlier day is done with.
pub async fn put_back(keeper: Keeper, desk: SummaryDesk, today: i32) -> bool {
    let Ok(Reply::Drafts(drafts)) = keeper.ask(Request::Drafts).await else { return false };
    let kept = drafts.into_iter().rev().find_map(|draft| match draft.text {
        Written::Summary(words) => Some((words, draft.id, draft.draft_id)),
        _ => None,
    });
    let Some((words, id, draft_id)) = kept else { return false };
    let second = words.happened_at_s + i64::from(words.offset_min) * 60;
    if words.went_out && second.div_euclid(DAY_S) < i64::from(today) {
        let _ = keeper.ask(Request::DropDraft { draft_id }).await;
        return false;
    }
    desk.put(words.into(), Some(SummaryDraft { id, draft_id, was_kept: true }));
    true
}

/// A new one, with a draft of its own as soon as something is chosen or typed.
pub async fn put_new(keeper: Keeper, desk: SummaryDesk, chosen: SummaryChosen) {
    let draft = match keeper.ask(Request::BeginEntry).await {
        Ok(Reply::Begun { id, draft_id }) => Some(SummaryDraft { id, draft_id, was_kept: false }),
        _ => None,
    };
    desk.put(chosen, draft);
}

/// It went out: it is kept for another way out, and is no longer what its owner was writing.
pub async fn went_out(keeper: Keeper, desk: SummaryDesk) {
    if desk.draft().is_some_and(|draft| draft.was_kept) {
        desk.put(SummaryChosen { went_out: true, ..desk.now(Clone::clone) }, desk.draft());
        let _ = keeper.ask(Request::PostDraft(draft(desk))).await;
        let _ = keeper.ask(Request::SealDrafts).await;
    }
}

/// What is said of it, and a way to begin anew that can be taken back.
pub fn kept_note(desk: SummaryDesk, drafting: Drafting) -> AnyView {
    let (keeper, screens, offer) = (expect_keeper(), expect_screens(), expect_offer());
    let start_over = move || {
        let draft = draft(desk);
        drafting.finish();
        spawn_local(async move {
            match keeper.ask(Request::DropDraft { draft_id: draft.draft_id }).await {
                // Nothing was posted yet.
                Ok(_) | Err(Failure::NotFound) => {
                    drafting.close();
                    desk.put(SummaryChosen::default(), None);
                    screens.to_this_room();
                    offer.make(Undoable::Draft(Box::new(draft)));
                }
                Err(_) => drafting.resume(),
            }
        });
    };
    follow_if(move || {
        drafting.touched.get().then(|| {
            group([
                draft_state(drafting),
                boxed("actions", [button(say!(summary.start_over), start_over).quiet().piece()]),
            ])
        })
    })
}

fn draft(desk: SummaryDesk) -> Draft {
    let Some(SummaryDraft { id, draft_id, .. }) = desk.draft() else { return Draft::default() };
    let mut words = desk.now(SummaryChosen::words);
    words.put_when(clock::local_now());
    Draft { draft_id, id, base: Base::default(), text: words.written() }
}

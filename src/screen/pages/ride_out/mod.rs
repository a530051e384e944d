//! Ride it out: beside somebody while an urge rises and falls. What is tapped is an urge being written from the first
//! number on; the time it began is all that outlasts a lock.

mod again;
mod calm;
mod staying;

use keeper::protocol::{Base, Draft, Reply, Request, UrgeWords, Written};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::urge::{Known, problem};
use super::waiting::quiet;
use super::writing::{Around, Desk, delete, opening_of, outcome, save_then};
use crate::screen::browser::{clock, wake};
use crate::screen::components::{Tap, back_row, boxed, button, follow, group, heading};
use crate::screen::contexts::{Riding, Seed, expect_riding};
use crate::screen::keeper_link::{Keeper, expect_keeper};
use crate::screen::session::expect_session;
use crate::screen::words::say;

pub use calm::{minutes, still_riding};

/// The page.
pub fn ride_out() -> AnyView {
    let (keeper, session, riding) = (expect_keeper(), expect_session(), expect_riding());
    riding.begin();
    riding.keep_time();
    riding.set_in_front(true);
    on_cleanup(move || {
        // Locking takes the page away as well; then it is come back to.
        if session.stage.is_open_now() {
            riding.set_in_front(false);
        }
    });
    stay_lit();
    let seed = RwSignal::new(None::<Seed>);
    spawn_local(async move {
        let begun = begun(keeper, riding.began_at_s().unwrap_or_default()).await;
        seed.try_set(Some(begun));
    });
    follow(move || match seed.get() {
        None => quiet(say!(app.opening)),
        Some(seed) => untrack(|| opening_of(seed, page)),
    })
}

/// The draft that was begun with this ride; else the first words of a new urge.
async fn begun(keeper: Keeper, began_at_s: i64) -> Seed {
    let is_it = |draft: &Draft| match &draft.text {
        Written::Urge(urge) => urge.happened_at_s == began_at_s && draft.base == Base::default(),
        _ => false,
    };
    if let Ok(Reply::Drafts(drafts)) = keeper.ask(Request::Drafts).await
        && let Some(draft) = drafts.into_iter().rev().find(is_it)
    {
        return Seed::Draft(Box::new(draft));
    }
    let when = clock::local_of_ms(began_at_s as f64 * 1_000.0);
    Seed::From(Box::new(Written::Urge(UrgeWords {
        happened_at_s: when.second,
        offset_min: when.offset_min,
        zone: when.zone,
        ..UrgeWords::default()
    })))
}

fn page(desk: Desk<UrgeWords>) -> AnyView {
    let (riding, around, known) = (expect_riding(), Around::expect(), Known::new());
    known.ask_once();
    let again = RwSignal::new(false);
    let body = follow(move || match again.get() {
        false => untrack(|| staying::staying(desk, known)),
        true => untrack(|| again::again(desk, known, riding)),
    });
    let actions = follow(move || match again.get() {
        false => untrack(|| go_on(desk, riding, around, again)),
        true => untrack(|| save_it(desk, riding, around, again)),
    });
    view! {
        {back_row(move || around.screens.back())}
        {heading(say!(ride.title))}
        {calm::clock(riding)}
        <form class="form editor" autocomplete="off" prop:inert=move || around.is_under_way()
            on:submit=|event| event.prevent_default()>
            {body}
            {outcome(around.saving)}
            {actions}
        </form>
    }
    .into_any()
}

fn go_on(desk: Desk<UrgeWords>, riding: Riding, around: Around, again: RwSignal<bool>) -> AnyView {
    let stop = move || {
        riding.end();
        delete(desk.drafting, desk.draft(), desk.has_words(), around);
    };
    boxed(
        "actions",
        [
            button(say!(ride.done), move || again.set(true)).main().piece(),
            button(say!(ride.stop), stop).quiet().piece(),
        ],
    )
}

fn save_it(desk: Desk<UrgeWords>, riding: Riding, around: Around, again: RwSignal<bool>) -> AnyView {
    let save = move || {
        save_then(
            desk.drafting,
            desk.checked(problem),
            around,
            Tap::from(move || {
                riding.end();
                around.screens.back();
            }),
        )
    };
    let words = move || if around.is_under_way() { say!(editor.saving) } else { say!(editor.save) };
    group([boxed(
        "actions",
        [button(words, save).main().piece(), button(say!(ride.back_to), move || again.set(false)).piece()],
    )])
}

/// The screen stays lit while this page lives, where the browser lets it.
fn stay_lit() {
    let lit = StoredValue::new_local(None::<wake::Lit>);
    spawn_local(async move {
        let Some(held) = wake::stay_lit().await else { return };
        if lit.try_set_value(Some(held.clone())).is_some() {
            // The page went before the answer came.
            held.let_go();
        }
    });
    on_cleanup(move || {
        if let Some(held) = lit.try_get_value().flatten() {
            held.let_go();
        }
    });
}

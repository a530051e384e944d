//! The lock screen: one passphrase, one button. What is typed is read once, handed over as bytes and cleared.

use keeper::protocol::{Failure, Found, FoundState, Reply, Request, Stage as Doing};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rules::loosened;
use zeroize::Zeroizing;

use super::trouble::JournalTrouble;
use crate::screen::browser::{dom, passphrase, storage};
use crate::screen::components::{
    Busy, Button, Choice, FailureNote, Kind, Notice, PassphraseField, RadioGroup, Shape, TableDrawing, plain,
};
use crate::screen::contexts::LockNote;
use crate::screen::session::{Session, expect_session};
use crate::screen::words::say;

/// So many misses before the hints about capitals and spaces.
const MISSES_BEFORE_HINTS: u32 = 3;

/// The journals on this device, locked.
#[component]
pub fn Locked(found: Vec<Found>, note: LockNote) -> impl IntoView {
    let at = RwSignal::new(found.iter().position(|found| has_lock(found.state)).unwrap_or(0));
    let which = (found.len() > 1).then(|| {
        let choices =
            (1..=found.len()).map(|number| Choice::plain(say!(lock.other, number = number))).collect();
        let chosen = move || Some(at.get());
        view! {
            <RadioGroup id="which" label=say!(lock.which) choices=choices shape=Shape::Row chosen=chosen
                on_choose=move |place| at.set(place)/>
        }
    });
    let body = move || match found.get(at.get()).cloned() {
        Some(found) if has_lock(found.state) => view! { <LockForm found=found note=note/> }.into_any(),
        Some(found) => view! { <JournalTrouble state=found.state/> }.into_any(),
        None => ().into_any(),
    };
    view! { <main class="gate">{which}{body}</main> }
}

fn has_lock(state: FoundState) -> bool {
    matches!(state, FoundState::Sound | FoundState::HeaderFromWitness)
}

#[component]
fn LockForm(found: Found, note: LockNote) -> impl IntoView {
    let session = expect_session();
    let field = NodeRef::<html::Input>::new();
    let (shown, busy) = (RwSignal::new(false), RwSignal::new(false));
    let (failure, misses) = (RwSignal::new(None::<Failure>), RwSignal::new(0_u32));
    let from_witness = found.state == FoundState::HeaderFromWitness;
    let name = StoredValue::new(found.name);
    Effect::new(move || {
        if let Some(field) = field.get() {
            dom::focus(&field);
        }
    });
    let submit = move || {
        let Some(typed) = field.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        let passphrase = passphrase::read(&typed);
        passphrase::clear(&typed);
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let outcome = unlock(session, name.get_value(), passphrase).await;
            let Err(why) = outcome else { return };
            busy.try_set(false);
            if why == Failure::WrongPassphrase {
                misses.try_update(|misses| *misses += 1);
            }
            failure.try_set(Some(why));
            if let Some(field) = field.try_get_untracked().flatten() {
                dom::focus(&field);
            }
        });
    };
    let words = move || match session.keeper.progress().map(|progress| progress.stage) {
        Some(Doing::Reading) => say!(lock.reading),
        _ => say!(lock.deriving),
    };
    let hints = move || (misses.get() >= MISSES_BEFORE_HINTS).then(|| plain(say!(lock.misses)));
    view! {
        <TableDrawing/>
        <h1 class="heading">{say!(lock.title)}</h1>
        {notice(note, from_witness)}
        <form class="form" autocomplete="off" on:submit=move |event| { event.prevent_default(); submit() }>
            <PassphraseField id="passphrase" label=say!(lock.passphrase) field=field shown=shown
                invalid=move || failure.get().is_some() described_by="unlock-outcome"
                on_input=|| ()/>
            <Button label=say!(lock.show) pressed=shown kind=Kind::Quiet icon="#i-eye"
                on_tap=move || shown.update(|shown| *shown = !*shown)/>
            <div class="live-group" id="unlock-outcome"><FailureNote failure=move || failure.get()/>{hints}</div>
            <Show when=move || !busy.get() fallback=move || view! {
                <Busy words=words progress=move || session.keeper.progress()
                    on_cancel=move || session.keeper.cancel_long_request()/>
            }>
                <Button label=say!(lock.unlock) on_tap=move || submit() kind=Kind::Main/>
            </Show>
        </form>
    }
}

fn notice(note: LockNote, from_witness: bool) -> impl IntoView {
    let words = match note {
        LockNote::Nothing if from_witness => say!(lock.from_witness),
        LockNote::Nothing => return None,
        LockNote::ChangedElsewhere => say!(lock.elsewhere),
        LockNote::DraftKept => say!(lock.draft_kept),
    };
    Some(view! { <Notice words=words/> })
}

async fn unlock(session: Session, name: String, typed: Zeroizing<String>) -> Result<(), Failure> {
    let made_by_us = session.shelf.with_now(|shelf| shelf.words_made_by_us(&name));
    let passphrase = passphrase::secret(if made_by_us { Zeroizing::new(loosened(&typed)) } else { typed });
    let witness = storage::witness(&name);
    match session.keeper.ask(Request::Unlock { name, passphrase, witness }).await? {
        Reply::Opened(opened) => session.opened(opened),
        _ => return Err(Failure::KeeperDied),
    }
    Ok(())
}
